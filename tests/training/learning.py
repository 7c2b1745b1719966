"""Logistic regression: the weights of signs that tell names from other stretches best, small ones left out."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from math import exp, sqrt

from tests.training.examples import Example

_ROUNDS = 12
_STEP = 0.15
_PULL = 1.0
"""How strongly every weight is pulled towards nothing in one round (L2)."""
_SEEN, _SMALL = 5, 0.1
"""Signs seen less often, and weights smaller, are left out."""


def learn(examples: Sequence[Example], seed: int = 1) -> dict[str, float]:
    """The weight of every sign in natural log odds (AdaGrad, a fixed order of chance)."""
    counted = Counter(sign for example in examples for sign in example.signs)
    frequent = sorted(sign for sign, count in counted.items() if count >= _SEEN)
    number = {sign: at for at, sign in enumerate(frequent)}
    pull = [_PULL / counted[sign] for sign in frequent]
    seen = [([number[sign] for sign in one.signs if sign in number], one.is_name) for one in examples]
    weights = [0.0] * len(frequent)
    steps = [1e-8] * len(frequent)
    chance = random.Random(seed)
    for _ in range(_ROUNDS):
        chance.shuffle(seen)
        for signs, is_name in seen:
            total = sum([weights[at] for at in signs])
            error = 1 / (1 + exp(-max(-30.0, min(30.0, total)))) - is_name
            for at in signs:
                slope = error + pull[at] * weights[at]
                steps[at] += slope * slope
                weights[at] -= _STEP * slope / sqrt(steps[at])
    return {sign: round(weights[at], 2) for sign, at in number.items() if abs(weights[at]) >= _SMALL}
