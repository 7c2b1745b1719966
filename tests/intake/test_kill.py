"""A run that is killed leaves whole pages only; the next one goes on where it stopped."""

from __future__ import annotations

import random

PAGES = 40


def test_killed_runs_and_one_more_are_as_one_undisturbed_run(new_archive, folder_of_pages):
    folder = folder_of_pages(PAGES)
    ordered = ("import_seeds", str(folder / "*.txt"), "--manifest", str(folder / "manifest.txt"))
    undisturbed = new_archive()
    undisturbed.start(*ordered).communicate()  # manifest.txt is no page and refused
    disturbed = new_archive()
    chance = random.Random(7)
    for _ in range(2):
        wanted = disturbed.pages() + chance.randrange(1, PAGES // 3)
        process = disturbed.start(*ordered)
        while process.poll() is None and disturbed.pages() < wanted:
            pass
        process.kill()
        process.communicate()
        assert disturbed.pages() < PAGES + 1
    disturbed.start(*ordered).communicate()
    assert disturbed.told() == undisturbed.told()
