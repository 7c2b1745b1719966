"""A name that an editor confirmed helps to read the other pages that print it, whatever came first; withdrawn it is gone."""

from __future__ import annotations

import pytest

from articles import corrections
from articles.models import Correction, Mention, Page
from newsroom.importrun import run
from newsroom.intake import settle
from newsroom.orders import Order
from people.models import Event, Person, Suggestion
from tests.snapshot import snapshot

NAME = "白露"
CONFIRMED = "清溪花事\n本报讯 3月1日,清溪镇举行赏花会。天刚亮,白露到了花田。\n"
OTHER = "清溪茶事\n本报讯 3月8日,清溪镇举行采茶会,最后是白\n露的歌。\n"
WITHOUT = "清溪农事\n本报讯 3月9日,清溪镇举行农事会,县农业局局长王小川到会讲话。\n"


@pytest.fixture
def paths(tmp_path) -> dict[str, str]:
    for name, text in (("confirmed", CONFIRMED), ("other", OTHER), ("without", WITHOUT)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return {path.stem: str(path) for path in tmp_path.glob("*.txt")}


def mark(by) -> Correction:
    page = Page.objects.get(name="confirmed")
    start = page.text.index(NAME)
    return corrections.mark_name(page, start, start + len(NAME), by=by)


def pages_naming() -> set[str]:
    return set(Mention.objects.filter(name_as_printed=NAME).values_list("article__page__name", flat=True))


@pytest.mark.django_db
def test_a_page_that_prints_the_name_in_traditional_letters_is_read_again(paths, django_user_model, tmp_path):
    for name, printed in (("confirmed", "农发"), ("other", "農\n發")):
        path = tmp_path / f"{name}.txt"
        path.write_text(path.read_text(encoding="utf-8").replace("白露", printed).replace("白\n露", printed), encoding="utf-8")
    run(Order(list(paths.values())))
    page = Page.objects.get(name="confirmed")
    start = page.text.index("农发")
    corrections.mark_name(page, start, start + 2, by=django_user_model.objects.create_user("editor"))
    settle()
    assert Mention.objects.filter(article__page__name="other", name_as_printed="農發").exists()


def versions() -> dict[str, str]:
    return dict(Page.objects.values_list("name", "reader_version"))


def empty() -> None:
    for model in (Correction, Page, Suggestion, Event, Person):
        model.objects.all().delete()


@pytest.mark.django_db
def test_a_confirmed_name_is_read_on_the_other_pages_that_print_it_until_it_is_withdrawn(paths, django_user_model):
    by = django_user_model.objects.create_user("editor")
    run(Order(list(paths.values())))
    before, untouched = snapshot(), versions()
    assert not pages_naming()
    decision = mark(by)
    settle()
    assert pages_naming() == {"confirmed", "other"}
    assert {name for name, version in versions().items() if version != untouched[name]} == {"confirmed", "other"}
    corrections.undo(decision, by=by)
    settle()
    assert (snapshot(), versions()) == (before, untouched)


@pytest.mark.django_db
@pytest.mark.parametrize("workers", [1, 2])
def test_it_does_not_matter_whether_the_page_or_the_decision_comes_first(paths, django_user_model, workers):
    by = django_user_model.objects.create_user("editor")
    run(Order(list(paths.values())))
    mark(by)
    settle()
    at_last, read_with = snapshot(), versions()
    empty()
    run(Order([paths["confirmed"]]))
    mark(by)
    run(Order([paths["other"], paths["without"]], workers=workers))
    assert (snapshot(), versions()) == (at_last, read_with)


@pytest.mark.django_db
def test_a_name_that_only_a_withheld_article_confirms_helps_nowhere_else(paths, django_user_model):
    by = django_user_model.objects.create_user("editor")
    run(Order(list(paths.values())))
    mark(by)
    settle()
    withheld = corrections.withhold_article(Page.objects.get(name="confirmed").articles.get(), by=by)
    settle()
    assert "other" not in pages_naming()
    corrections.undo(withheld, by=by)
    settle()
    assert "other" in pages_naming()


@pytest.mark.django_db
def test_a_decision_made_while_pages_are_read_ahead_counts(paths, django_user_model, monkeypatch):
    by = django_user_model.objects.create_user("editor")
    run(Order([paths["confirmed"]]))
    told: list[str] = []

    def decide(path: str) -> None:
        told.append(path)
        if len(told) == 1:
            mark(by)

    run(Order([paths["without"], paths["other"]], workers=2), decide)
    assert pages_naming() == {"confirmed", "other"}
