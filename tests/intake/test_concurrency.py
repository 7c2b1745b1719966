"""Two imports of one folder at one time: no duplicate, no lock error, the result of one."""

from __future__ import annotations

PAGES = 24


def test_two_imports_at_once_are_as_one(new_archive, folder_of_pages):
    folder = folder_of_pages(PAGES)
    (folder / "manifest.txt").unlink()
    alone, both = new_archive(), new_archive()
    alone.manage("import_seeds", str(folder))
    running = [both.start("import_seeds", str(folder)) for _ in range(2)]
    for process in running:
        both.finish(process)
    assert both.pages() == PAGES
    assert both.told() == alone.told()


def test_an_import_beside_a_rereading_is_as_one_after_the_other(new_archive, folder_of_pages):
    folder = folder_of_pages(PAGES)
    (folder / "manifest.txt").unlink()
    alone, both = new_archive(), new_archive()
    alone.manage("import_seeds", str(folder))
    half = sorted(map(str, folder.glob("*.txt")))[: PAGES // 2]
    both.manage("import_seeds", *half)
    running = [
        both.start("import_seeds", str(folder), "--area", ""),
        both.start("import_seeds", "--reread"),
        both.start("import_seeds", *half, "--reread"),
    ]
    for process in running:
        both.finish(process)
    assert both.told() == alone.told()
