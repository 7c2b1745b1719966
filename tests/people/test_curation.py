"""Judgements about records: each has its effect, survives whatever is computed again, and can be taken back."""

from __future__ import annotations

import pytest
from django.utils import translation

from articles import corrections
from articles.masking import mask
from articles.models import Article, Mention
from articles.storing import PageFacts
from newsroom.intake import settle
from people import curation
from people.curation import CannotJudge
from people.models import Event, Judgement, Person, Redirect, Suggestion
from tests.conftest import COUNTY, ENGLISH
from tests.snapshot import snapshot


def person(name: str, label: str = "") -> Person:
    found = Person.objects.live().filter(name=name)
    return found.get(tenures__role__label__contains=label) if label else found.get()


def event(name: str) -> Event:
    return Event.objects.live().get(name__contains=name)


def mention(name: str, headline: str) -> Mention:
    return (
        Mention.objects.filter(name_as_printed=name, article__headline__contains=headline, article__live=True)
        .order_by("start")
        .first()
    )


def merge_namesakes(by):
    return curation.merge(person("陆远山", "副县长"), person("陆远山", "校长"), by=by)


def merge_two_names(by):
    return curation.merge(person("方有为"), person("沈知秋"), by=by)


def differ_joined(by):
    one = person("沈知秋")
    return curation.assign(mention("沈知秋", "植树"), None, by=by) if one else None


def differ_namesakes(by):
    return curation.differ(person("陆远山", "副县长"), person("陆远山", "校长"), by=by)


def assign_to_the_other(by):
    return curation.assign(mention("陆远山", "开诊"), person("陆远山", "校长"), by=by)


def assign_to_nobody(by):
    return curation.assign(mention("顾长河", "植树"), None, by=by)


def name(by):
    return curation.set_field(person("顾长河"), "name", "顾长江", by=by)


def person_class(by):
    return curation.set_field(person("陆远山", "校长"), "person_class", "public_figure", by=by)


def confirm_person(by):
    return curation.confirm(person("顾长河"), by=by)


def withhold_person(by):
    return curation.withhold(person("方有为"), by=by)


def merge_events(by):
    return curation.merge(event("植树"), event("督导春耕"), by=by)


def event_name(by):
    return curation.set_field(event("植树"), "name", "全民义务植树", by=by)


def event_number(by):
    return curation.set_field(event("植树"), "number", 7, by=by)


def event_selection(by):
    return curation.set_field(event("植树"), "selection", "chosen", by=by)


def confirm_event(by):
    return curation.confirm(event("植树"), by=by)


JUDGEMENTS = [
    merge_namesakes,
    merge_two_names,
    differ_joined,
    differ_namesakes,
    assign_to_the_other,
    assign_to_nobody,
    name,
    person_class,
    confirm_person,
    withhold_person,
    merge_events,
    event_name,
    event_number,
    event_selection,
    confirm_event,
]


@pytest.mark.parametrize("judge", JUDGEMENTS, ids=lambda judge: judge.__name__)
def test_a_judgement_has_its_effect_which_stays_until_it_is_taken_back(judge, archive, editor, again):
    before = snapshot(ids=True)
    judgement = judge(editor)
    settle()
    judged = snapshot(ids=True)
    assert judged != before
    again()
    assert snapshot(ids=True) == judged
    curation.undo(judgement, by=editor)
    settle()
    assert snapshot(ids=True) == before
    again()
    assert snapshot(ids=True) == before


def test_unsure_changes_no_record(archive, editor, again):
    before = snapshot(ids=True)
    curation.unsure(person("陆远山", "副县长"), person("陆远山", "校长"), by=editor)
    settle()
    again()
    assert snapshot(ids=True) == before


def test_who_is_known_to_differ_is_not_suggested(archive, editor):
    assert Suggestion.objects.count() == 1
    judgement = differ_namesakes(editor)
    settle()
    assert not Suggestion.objects.exists()
    curation.undo(judgement, by=editor)
    settle()
    assert Suggestion.objects.count() == 1


def test_merged_ids_lead_to_the_last_one_and_come_back(archive, editor):
    a, b, c = person("陆远山", "副县长"), person("陆远山", "校长"), person("方有为")
    first = curation.merge(a, b, by=editor)
    settle()
    second = curation.merge(c, Person.objects.get(pk=a.pk), by=editor)
    settle()

    def leads(identity: int) -> int:
        found = Redirect.objects.filter(record="person", old=identity).first()
        return leads(found.new) if found else identity

    assert (leads(a.pk), leads(b.pk), leads(c.pk)) == (c.pk, c.pk, c.pk)
    curation.undo(second, by=editor)
    settle()
    assert (leads(a.pk), leads(b.pk), leads(c.pk)) == (a.pk, a.pk, c.pk)
    second = curation.merge(c, Person.objects.get(pk=a.pk), by=editor)
    settle()
    curation.undo(first, by=editor)
    settle()
    assert (leads(a.pk), leads(b.pk), leads(c.pk)) == (c.pk, b.pk, c.pk)
    curation.undo(second, by=editor)
    settle()
    assert not Redirect.objects.exists()


def test_the_one_kept_keeps_its_id_and_name_even_with_less_evidence(archive, editor):
    few, many = person("陆远山", "校长"), person("沈知秋")
    curation.merge(few, many, by=editor)
    settle()
    kept = Person.objects.live().get(names__name="沈知秋")
    assert (kept.pk, kept.name) == (few.pk, "陆远山")
    assert not Person.objects.live().filter(pk=many.pk).exists()


def test_a_later_assignment_wins_over_a_merge(archive, editor, again):
    b = person("陆远山", "校长")
    curation.merge(person("陆远山", "副县长"), b, by=editor)
    settle()
    curation.assign(mention("陆远山", "第12次专题会议要求"), None, by=editor)
    settle()
    assert Person.objects.live().filter(name="陆远山").count() == 2
    judged = snapshot(ids=True)
    again()
    assert snapshot(ids=True) == judged


def test_a_judgement_outlives_a_corrected_name(archive, editor, again):
    """The name by which a merge was made is corrected afterwards: the two stay one."""
    merge_namesakes(editor)
    settle()
    page = archive["series"]
    start = page.text.index("陆远山参加")
    corrections.correct_text(page, start, start + 3, "陆远川", by=editor)
    settle()
    assert {row.name for row in person("陆远山").names.all()} == {"陆远山", "陆远川"}
    judged = snapshot(ids=True)
    again()
    assert snapshot(ids=True) == judged


def test_a_judgement_made_under_another_name_can_be_taken_back(archive, editor):
    judgement = curation.confirm(person("陆远山", "校长"), by=editor)
    page = archive["series"]
    start = page.text.index("陆远山参加")
    corrections.correct_text(page, start, start + 3, "庄越", by=editor)
    settle()
    assert person("庄越").review_state == "reviewed"
    curation.undo(judgement, by=editor)
    settle()
    assert person("庄越").review_state == "unreviewed"


def test_a_judgement_outlives_a_name_that_begins_elsewhere(archive, editor):
    """An editor finds that the name is longer by one character to the left: what was judged of it still holds."""
    judgement = curation.confirm(person("陆远山", "校长"), by=editor)
    settle()
    identity = judgement.left
    page = archive["series"]
    start = page.text.index("陆远山参加")
    corrections.mark_name(page, start - 1, start + 3, by=editor)
    settle()
    assert Person.objects.live().get(pk=identity).review_state == "reviewed"
    assert Person.objects.live().get(pk=identity).name == "长陆远山"


def test_merged_events_stay_merged_when_their_day_changes(archive, editor, again):
    merge_events(editor)
    settle()
    corrections.set_date(Article.objects.live().get(headline__contains="植树"), "2021-03-13", by=editor)
    settle()
    assert event("植树").citations.filter(active=True).count() == 2
    judged = snapshot(ids=True)
    again()
    assert snapshot(ids=True) == judged


def test_a_withheld_person_is_masked_wherever_the_public_reads(archive, editor):
    judgement = withhold_person(editor)
    settle()
    for article in Article.objects.filter(body__contains="方有为"):
        assert "方有为" not in mask(article.body, article.masked_names)
        assert len(mask(article.body, article.masked_names)) == len(article.body)
    assert not Person.objects.public().filter(name="方有为").exists()
    page = archive["later"]
    corrections.correct_text(page, page.text.index("方有为"), page.text.index("方有为") + 3, "方有伟", by=editor)
    settle()
    curation.undo(judgement, by=editor)
    settle()
    assert not Article.objects.exclude(masked_names=[]).exists()


def test_masks_go_where_the_name_is_no_longer_read(archive, editor):
    withhold_person(editor)
    settle()
    page = archive["later"]
    decision = corrections.unmark_name(page, page.text.index("方有为"), page.text.index("方有为") + 3, by=editor)
    settle()
    assert Article.objects.get(headline__contains="植树").masked_names == []
    corrections.undo(decision, by=editor)
    settle()
    assert Article.objects.get(headline__contains="植树").masked_names == ["方有为"]


def test_splitting_off_makes_one_person_however_often_it_is_computed(archive, editor, again):
    assign_to_nobody(editor)
    settle()
    count = Person.objects.count()
    again()
    again()
    assert Person.objects.count() == count


@pytest.mark.parametrize(
    ("judge", "why"),
    [
        (lambda by: curation.merge(person("顾长河"), person("顾长河"), by=by), "one record already"),
        (lambda by: curation.merge(person("顾长河"), event("植树"), by=by), "person and an event"),
        (lambda by: curation.set_field(person("顾长河"), "article_count", 3, by=by), "can't be set"),
        (lambda by: curation.set_field(person("顾长河"), "person_class", "saint", by=by), "is no person_class"),
        (lambda by: curation.set_field(person("顾长河"), "name", "长" * 51, by=by), "."),
        (lambda by: curation.set_field(person("顾长河"), "name", "顾\x00", by=by), "."),
        (lambda by: curation.set_field(person("顾长河"), "name", "", by=by), "."),
        (lambda by: curation.set_field(event("植树"), "number", -1, by=by), "."),
        (lambda by: curation.set_field(event("植树"), "number", "几", by=by), "."),
        (lambda by: curation.confirm(person("顾长河"), by=by, reason="\x00"), "stored"),
    ],
)
def test_what_makes_no_sense_is_refused(judge, why, archive, editor):
    with translation.override("en"), pytest.raises(CannotJudge, match=why):
        judge(editor)
    with pytest.raises(CannotJudge) as told:
        judge(editor)
    assert not ENGLISH.search(str(told.value))
    assert not Judgement.objects.exists()


def test_who_was_merged_away_can_not_be_merged_again(archive, editor):
    a, b = person("陆远山", "副县长"), person("陆远山", "校长")
    merge_namesakes(editor)
    settle()
    with pytest.raises(CannotJudge, match=f"已并入 {a.pk}"):
        curation.merge(person("方有为"), Person.objects.get(pk=b.pk), by=editor)
    with translation.override("en"), pytest.raises(CannotJudge, match=f"part of {a.pk}"):
        curation.merge(person("方有为"), Person.objects.get(pk=b.pk), by=editor)


def test_the_name_of_a_withheld_person_is_masked_where_it_was_cut_short(import_paths, tmp_path, editor):
    told = "全县{}现场会举行\n\n本报讯 2021年4月{}日,县林业局局长方有为{}。\n\n陶然\n"
    pages = [*(told.format("林业", day, "汇报林业情况") for day in range(1, 8)), told.format("造林", 5, "主持会议")]
    for number, text in enumerate(pages):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    import_paths(*(tmp_path / f"{number}.txt" for number in range(len(pages))), facts=PageFacts(newspaper="白石报", area=COUNTY))
    withhold_person(editor)
    settle()
    cut = Article.objects.get(headline__contains="造林")
    assert [mention.name_as_printed for mention in cut.mentions.all()] == ["方有"]
    assert "局长○○○主持" in mask(cut.body, cut.masked_names)
