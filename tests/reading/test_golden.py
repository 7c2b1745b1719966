"""No figure of reading may fall below the kept one; every miss is named."""

import pytest

from tests.reading.golden import SETS, PageSet, figures_of, kept
from tests.reading.scoring import score_folder


@pytest.mark.parametrize("pages", SETS, ids=lambda pages: pages.name)
def test_no_figure_falls(pages: PageSet) -> None:
    today = figures_of(pages)
    fallen = {name: value for name, value in kept()[pages.name].items() if today[name] < value}
    if fallen:
        scored = score_folder(pages.folder, pages.folder, pages.home)
        pytest.fail("\n".join([f"{name}: {today[name]} where {value} is kept" for name, value in fallen.items()]
                              + [f"  {name} {note}" for name in fallen for note in scored[name].notes]))


def test_samples_are_many() -> None:
    samples = SETS[0].folder
    assert len(list(samples.glob("*.txt"))) >= 14
    assert len(list(samples.glob("*.expected.json"))) == len(list(samples.glob("*.txt")))
