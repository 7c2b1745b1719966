"""Decisions about the evidence: each has its effect, survives whatever is read again, and can be taken back."""

from __future__ import annotations

import pytest
from django.utils import translation

from articles import corrections
from articles.corrections import CannotDecide
from articles.masking import mask
from articles.models import Article, Correction, Mention, Page, Statement
from newsroom.intake import settle
from people.models import Event, Person, Suggestion
from tests.conftest import ENGLISH
from tests.snapshot import snapshot


def article(headline: str) -> Article:
    return Article.objects.live().get(headline__contains=headline)


def at(page: Page, text: str, after: int = 0) -> tuple[int, int]:
    start = page.text.index(text, after)
    return start, start + len(text)


def empty() -> None:
    for model in (Correction, Page, Suggestion, Event, Person):
        model.objects.all().delete()


def correct_a_name(archive, by):
    return corrections.correct_text(archive["later"], *at(archive["later"], "方有为"), "方有伟", by=by)


def correct_a_shorter_stretch(archive, by):
    return corrections.correct_text(archive["series"], *at(archive["series"], "县领导督导春耕"), "县领导到青石镇督导春耕", by=by)


def mark(archive, by):
    return corrections.mark_name(archive["meeting"], *at(archive["meeting"], "新门诊"), by=by)


def unmark(archive, by):
    return corrections.unmark_name(archive["meeting"], *at(archive["meeting"], "方有为"), by=by)


def headline(archive, by):
    return corrections.set_headline(article("植树"), "全县义务植树", by=by)


def no_headline(archive, by):
    return corrections.set_headline(article("植树"), "", by=by)


def section(archive, by):
    return corrections.set_section(article("植树"), "绿化", by=by)


def day(archive, by):
    return corrections.set_date(article("植树"), "2020-03-12", by=by)


def month(archive, by):
    return corrections.set_date(article("植树"), "2020-03", by=by)


def confirm(archive, by):
    return corrections.confirm_article(article("植树"), by=by)


def withhold(archive, by):
    return corrections.withhold_article(article("开诊"), by=by)


def split(archive, by):
    return corrections.split_article(archive["series"], at(archive["series"], "沈知秋指出")[0], by=by)


def join(archive, by):
    return corrections.join_article(archive["meeting"], at(archive["meeting"], "白石县人民医院开诊")[0], by=by)


def furniture(archive, by):
    return corrections.mark_furniture(archive["later"], *at(archive["later"], "白石县举行植树活动"), by=by)


DECISIONS = [
    correct_a_name,
    correct_a_shorter_stretch,
    mark,
    unmark,
    headline,
    no_headline,
    section,
    day,
    month,
    confirm,
    withhold,
    split,
    join,
    furniture,
]


@pytest.mark.parametrize("decide", DECISIONS, ids=lambda decide: decide.__name__)
def test_a_decision_has_its_effect_which_stays_until_it_is_taken_back(decide, archive, editor, again):
    before = snapshot(ids=True)
    decision = decide(archive, editor)
    settle()
    decided = snapshot(ids=True)
    assert decided != before
    again()
    assert snapshot(ids=True) == decided
    corrections.undo(decision, by=editor)
    settle()
    assert snapshot(ids=True) == before
    again()
    assert snapshot(ids=True) == before


def test_a_decision_twice_taken_back_stays_taken_back_once(archive, editor):
    decision = headline(archive, editor)
    first = corrections.undo(decision, by=editor).withdrawn_at
    assert corrections.undo(decision, by=editor).withdrawn_at == first


@pytest.mark.parametrize(
    ("decide", "shown"),
    [
        (headline, {"headline": "全县义务植树", "headline_state": "complete"}),
        (no_headline, {"headline": "", "headline_state": "missing"}),
        (section, {"section": "绿化"}),
        (day, {"date": "2020-03-12", "date_basis": "edited", "date_certainty": "certain"}),
        (month, {"date": "2020-03", "date_basis": "edited"}),
        (confirm, {"review_state": "reviewed"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_an_article_shows_then(decide, shown, archive, editor):
    identity = article("植树").pk
    decide(archive, editor)
    settle()
    row = Article.objects.get(pk=identity)
    assert {field: getattr(row, field) for field in shown} == shown


def test_the_later_of_two_decisions_counts_and_the_earlier_comes_back(archive, editor):
    identity = article("植树").pk
    headline(archive, editor)
    second = corrections.set_headline(Article.objects.get(pk=identity), "春日植树", by=editor)
    assert Article.objects.get(pk=identity).headline == "春日植树"
    corrections.undo(second, by=editor)
    assert Article.objects.get(pk=identity).headline == "全县义务植树"


def test_a_corrected_name_is_another_person_with_the_same_evidence(archive, editor):
    old = Person.objects.get(name="方有为")
    correct_a_name(archive, editor)
    settle()
    assert set(Person.objects.live().filter(name__startswith="方有").values_list("name", flat=True)) == {"方有为", "方有伟"}
    assert Person.objects.live().get(name="方有为").pk == old.pk
    assert article("植树").text_version == 2


def test_a_corrected_only_name_keeps_its_id(archive, editor):
    old = Person.objects.get(name="顾长河").pk
    for page in archive.values():
        start = 0
        while (start := page.text.find("顾长河", start)) >= 0:
            corrections.correct_text(page, start, start + 3, "顾长江", by=editor)
            start += 3
    settle()
    assert list(Person.objects.live().filter(name__startswith="顾长").values_list("pk", "name")) == [(old, "顾长江")]


def test_two_names_written_into_one_stretch_are_two_people(archive, editor, again):
    page = archive["later"]
    corrections.correct_text(page, *at(page, "方有为"), "方有为、庄越", by=editor)
    settle()
    places = Mention.objects.filter(article__page=page).values_list("raw_start", flat=True)
    assert len(set(places)) == len(places)
    decided = snapshot(ids=True)
    assert {row[1] for row in decided["articles"][0]["people"]} >= set()
    again()
    assert snapshot(ids=True) == decided


def test_split_pieces_keep_the_id_with_most_text_and_undo_restores_it_in_any_order(archive, editor):
    before = snapshot(ids=True)
    page = archive["series"]
    for first, second in ((0, 1), (1, 0)):
        made = [corrections.split_article(page, at(page, words)[0], by=editor) for words in ("沈知秋指出", "县长沈知秋出席")]
        settle()
        assert len(snapshot()["articles"]) == len(before["articles"]) + 2
        for which in (first, second):
            corrections.undo(made[which], by=editor)
        settle()
        assert snapshot(ids=True) == before


def test_what_an_absorbed_article_was_leads_to_where_its_text_is(archive, editor):
    whole = article("督导春耕")
    decision = split(archive, editor)
    piece = Article.objects.latest("pk")
    assert (piece.live, piece.page) == (True, archive["series"])
    corrections.undo(decision, by=editor)
    piece.refresh_from_db()
    assert (piece.live, piece.superseded_by) == (False, whole)


def test_withheld_text_stays_withheld_however_boundaries_move(archive, editor):
    page = archive["meeting"]
    withhold(archive, editor)
    corrections.split_article(page, at(page, "方有为表示")[0], by=editor)
    settle()
    assert not [row for row in Article.objects.counting() if "少跑路" in row.body]
    assert not [row for row in Article.objects.counting() if "门诊楼" in row.body]


def test_a_headline_stays_with_its_article_when_its_first_line_becomes_furniture(archive, editor):
    headline(archive, editor)
    furniture(archive, editor)
    settle()
    assert Article.objects.live().get(page=archive["later"]).headline == "全县义务植树"


def test_a_withheld_article_counts_as_not_imported(archive, editor, pages, import_paths):
    withheld = article("开诊")
    corrections.withhold_article(withheld, by=editor)
    settle()
    told = snapshot()
    assert "方有为" not in str([one for one in told["articles"] if "植树" not in one["headline"]])
    assert not Statement.objects.filter(article__in=Article.objects.public(), quote__contains="少跑路").exists()
    person = Person.objects.live().get(name="方有为")
    assert (person.article_count, str(person.first_cited)) == (1, "2021-03-12")
    assert [tenure.role.label for tenure in person.tenures.all()] == ["县林业局局长"]
    assert not any("医院" in one["name"] for one in told["events"])


def test_withholding_before_or_after_the_other_pages_is_the_same(pages, import_paths, editor):
    import_paths(pages["meeting"])
    corrections.withhold_article(article("开诊"), by=editor)
    settle()
    import_paths(pages["later"], pages["series"])
    first = snapshot()
    empty()
    import_paths(*pages.values())
    corrections.withhold_article(article("开诊"), by=editor)
    settle()
    assert snapshot() == first


def test_withholding_is_as_if_the_text_were_not_there(pages, import_paths, editor):
    """The same page with the article cut away: other articles, people and events say the same but for their offsets."""
    import_paths(*pages.values())
    corrections.withhold_article(article("开诊"), by=editor)
    settle()
    withheld = snapshot()
    empty()
    text = pages["meeting"].read_text(encoding="utf-8")
    pages["meeting"].write_text(text[: text.index("白石县人民医院开诊")], encoding="utf-8")
    import_paths(*pages.values())
    absent = snapshot()

    def people(told):
        return sorted(
            [one["key"].partition("@")[0], one["cited"], one["counts"], one["tenures"], one["class"], one["area"]]
            for one in told["people"]
        )

    def events(told):
        return sorted([one["name"], one["date"], [part[:5] for part in one["participants"]]] for one in told["events"])

    assert people(withheld) == people(absent)
    assert events(withheld) == events(absent)
    assert [one["headline"] for one in withheld["articles"]] == [one["headline"] for one in absent["articles"]]


PROVING = (
    "白石县召开防汛会\n\n本报讯 2021年6月1日,白石县召开防汛会,中共白石县委书记顾长河出席会议。"
    "白石县委、白石县政府作出安排。\n\n陶然\n\n"
)
LEANING = "筑牢堤坝\n\n本报讯 2021年6月2日,我县水利局局长方有为到堤坝上查看。群众看见顾长河来了。\n\n孟白\n"


def test_a_withheld_article_helps_to_read_no_other(import_paths, tmp_path, editor):
    """The home county and the name that only it proves are not known to its neighbour."""
    told = []
    for text in (PROVING + LEANING, LEANING):
        empty()
        (tmp_path / "page.txt").write_text(text, encoding="utf-8")
        import_paths(tmp_path / "page.txt")
        for found in Article.objects.live().filter(headline__contains="防汛会"):
            corrections.withhold_article(found, by=editor)
        settle()
        row = Article.objects.counting().get()
        told.append((row.page.home_area, row.headline, row.body, row.date, row.byline,
                     [(found.exact, found.start, found.roles) for found in row.mentions.all()],
                     [person["key"].partition("@")[0] for person in snapshot()["people"]]))
    assert told[0] == told[1]
    again_read = import_paths(reread=True)
    assert (again_read.reread, again_read.unchanged) == (0, 1)


def test_a_withheld_article_read_again_by_other_processes_stays_as_it_is(archive, editor, import_paths):
    withhold(archive, editor)
    settle()
    assert import_paths(reread=True, workers=2).reread == 0
    assert import_paths(reread=True).reread == 0


def test_a_withheld_only_evidence_takes_the_person_away_and_brings_the_same_back(archive, editor, again):
    corrections.withhold_article(article("植树"), by=editor)
    decision = withhold(archive, editor)
    old = Person.objects.get(name="方有为").pk
    settle()
    assert not Person.objects.live().filter(name="方有为").exists()
    again()
    corrections.undo(decision, by=editor)
    settle()
    assert Person.objects.live().get(name="方有为").pk == old


BAD = [
    (lambda archive, by: corrections.correct_text(archive["later"], 5, 5, "一", by=by), "nothing to correct"),
    (lambda archive, by: corrections.correct_text(archive["later"], 9999, 10001, "一", by=by), "nothing to correct"),
    (lambda archive, by: corrections.correct_text(archive["later"], -5, -1, "一", by=by), "lies off the page"),
    (lambda archive, by: corrections.correct_text(archive["later"], 2, 5, "\x00", by=by), "can't be stored"),
    (lambda archive, by: corrections.correct_text(archive["later"], 2, 5, "\ud800", by=by), "can't be stored"),
    (lambda archive, by: corrections.correct_text(archive["later"], 2, 5, "一" * 100_000, by=by), "too long"),
    (lambda archive, by: corrections.mark_name(archive["later"], 9, 11, by=by), "no characters"),
    (lambda archive, by: corrections.mark_name(archive["later"], 0, 70, by=by), "too long"),
    (lambda archive, by: corrections.split_article(archive["later"], 99_999, by=by), "lies off the page"),
    (lambda archive, by: corrections.set_date(article("植树"), "去年", by=by), "no date"),
    (lambda archive, by: corrections.set_date(article("植树"), "2022-13", by=by), "month"),
    (lambda archive, by: corrections.set_headline(article("植树"), "长" * 501, by=by), "too long"),
    (lambda archive, by: corrections.set_section(article("植树"), "长" * 201, by=by), "too long"),
    (lambda archive, by: corrections.set_headline(article("植树"), "县\x00", by=by), "can't be stored"),
    (lambda archive, by: corrections.confirm_article(article("植树"), by=by, reason="\x00"), "can't be stored"),
]


@pytest.mark.parametrize(("decide", "why"), BAD)
def test_what_makes_no_sense_is_refused_and_changes_nothing(decide, why, archive, editor):
    before = snapshot(ids=True)
    with translation.override("en"), pytest.raises(CannotDecide, match=why):
        decide(archive, editor)
    with pytest.raises(CannotDecide) as told:
        decide(archive, editor)
    assert not ENGLISH.search(str(told.value))
    settle()
    assert snapshot(ids=True) == before
    assert not Correction.objects.exists()


def test_corrections_of_text_that_overlap_are_refused_whole(archive, editor):
    corrections.correct_text(archive["later"], 2, 6, "甲乙", by=editor)
    with pytest.raises(CannotDecide, match="重叠"):
        corrections.correct_text(archive["later"], 4, 8, "丙", by=editor)
    with translation.override("en"), pytest.raises(CannotDecide, match="over another one"):
        corrections.correct_text(archive["later"], 4, 8, "丙", by=editor)
    assert Correction.objects.count() == 1


def test_masked_text_keeps_its_length(archive):
    row = article("植树")
    row.masked_names = ["顾长河"]
    assert mask(row.body, row.masked_names) == row.body.replace("顾长河", "○○○")
