"""Learn the weights of names anew and write them: `python -m tests.training`. Takes about two minutes."""

from __future__ import annotations

import sys
from pathlib import Path

from articles.reading import weighing
from tests.training.examples import examples
from tests.training.learning import learn

_WEIGHTS = Path(weighing.__file__).with_name("lexicons") / "name_weights.tsv"


def main() -> int:
    """Learn from every example, keep the comments of the file and put its weights in place."""
    seen = list(examples())
    weights = learn(seen)
    lines = _WEIGHTS.read_text(encoding="utf-8").splitlines()
    heads = [line for line in lines if line.startswith("#")]
    rows = [f"{sign}\t{weight:g}" for sign, weight in sorted(weights.items())]
    _WEIGHTS.write_text("\n".join([*heads, "sign\tweight", *rows]) + "\n", encoding="utf-8")
    print(f"{len(seen)} stretches, {sum(one.is_name for one in seen)} of them names; {len(rows)} weights")
    return 0


if __name__ == "__main__":
    sys.exit(main())
