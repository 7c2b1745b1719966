"""Logistic regression: the weights of signs that tell names from other stretches best, small ones left out."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from math import exp, sqrt

from tests.training.examples import Example

_ROUNDS = 12
_STEP = 0.15
_PULL = 1.0
"""How strongly every weight is pulled towards nothing in one round (L2)."""
_SEEN, _SMALL = 5, 0.1
"""Signs seen less often, and weights smaller, are left out."""


def learn(examples: Sequence[Example], seeds: Sequence[int] = (1, 2, 3, 4)) -> dict[str, float]:
    """The weight of every sign in natural log odds (AdaGrad): the mean over several orders of chance, so that none decides."""
    counted = Counter(sign for example in examples for sign in example.signs)
    frequent = sorted(sign for sign, count in counted.items() if count >= _SEEN)
    number = {sign: at for at, sign in enumerate(frequent)}
    pull = [_PULL / counted[sign] for sign in frequent]
    seen = [([number[sign] for sign in one.signs if sign in number], one.is_name) for one in examples]
    with ProcessPoolExecutor(max_workers=min(len(seeds), os.cpu_count() or 1)) as workers:
        learned = list(workers.map(_learn_once, [seen] * len(seeds), [pull] * len(seeds), seeds))
    means = {sign: sum(weights[at] for weights in learned) / len(seeds) for sign, at in number.items()}
    return {sign: round(weight, 2) for sign, weight in means.items() if abs(weight) >= _SMALL}


def _learn_once(seen: Sequence[tuple[list[int], bool]], pull: Sequence[float], seed: int) -> list[float]:
    """The weights of the signs by number, learned in one order of chance."""
    weights = [0.0] * len(pull)
    steps = [1e-8] * len(pull)
    chance = random.Random(seed)
    order = list(seen)
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for signs, is_name in order:
            total = sum([weights[at] for at in signs])
            error = 1 / (1 + exp(-max(-30.0, min(30.0, total)))) - is_name
            for at in signs:
                slope = error + pull[at] * weights[at]
                steps[at] += slope * slope
                weights[at] -= _STEP * slope / sqrt(steps[at])
    return weights
