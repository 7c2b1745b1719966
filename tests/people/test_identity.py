"""Who is who: the pure stage depends on what was seen and judged alone."""

from __future__ import annotations

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from people.clusters import Cluster, Sighting, Verdict, judged_apart
from people.identity import identify, printed_name
from people.matching import Match, match
from people.posts import Post
from people.profiles import profile_of

HOME = "湖东省澄江市白石县"
MAGISTRATE = Post("县长", "县长", "白石县人民政府", HOME, "政府")
SECRETARY = Post("县委书记", "书记", "中国共产党白石县委员会", HOME, "党委")
CITY = Post("市长", "市长", "澄江市人民政府", "湖东省澄江市", "政府")
HEADMASTER = Post("白石县一中校长", "校长", "白石县一中", HOME, "学校")
MANAGER = Post("某厂厂长", "厂长", "某厂", "", "企业")
ELSEWHERE = Post("县长", "县长", "青山县人民政府", "湖东省澄江市青山县", "政府")


def seen(at: int, name: str = "沈知秋", *posts: Post, home: str = HOME, article: int | None = None, **more) -> Sighting:
    return Sighting(
        (f"{at:03}", f"sha{at}", 1, at), at if article is None else article, name, home, ((f"sha{at}", 7 * at),), posts, **more
    )


def groups(clusters: list[Cluster]) -> list[list[int]]:
    return [[sighting.order[3] for sighting in cluster.sightings] for cluster in clusters]


def suggested(clusters: list[Cluster], verdicts: list[Verdict]) -> list[Match]:
    """What an editor would be asked about these clusters, each compared with each."""
    pairs = [(one, other) for one, other in itertools.combinations(clusters, 2)
             if one.articles.isdisjoint(other.articles) and not judged_apart(one, other, verdicts)]  # fmt: skip
    return [found for one, other in pairs if (found := match(profile_of(one), profile_of(other)))]


def anchors(*sightings: Sighting) -> frozenset:
    return frozenset(anchor for sighting in sightings for anchor in sighting.anchors)


def test_one_name_one_area_one_public_career_is_one_person():
    assert groups(identify([seen(1, "沈知秋", MAGISTRATE), seen(2, "沈知秋", SECRETARY), seen(3)])) == [[1, 2, 3]]


def test_areas_firms_and_schools_keep_namesakes_apart():
    people = [
        seen(1, "沈知秋", MAGISTRATE),
        seen(2, "沈知秋", HEADMASTER),
        seen(3, "沈知秋", MANAGER),
        seen(4, "沈知秋", ELSEWHERE),
    ]
    assert groups(identify(people)) == [[1], [2], [3], [4]]


def test_a_bare_name_joins_the_only_official_it_can_mean():
    assert groups(identify([seen(1, "沈知秋", CITY), seen(2)])) == [[1, 2]]
    assert groups(identify([seen(1, "沈知秋", CITY), seen(2, "沈知秋", MAGISTRATE), seen(3)])) == [[1], [2], [3]]
    assert groups(identify([seen(1, "沈知秋", ELSEWHERE), seen(2)])) == [[1], [2]]
    assert groups(identify([seen(1, "沈知秋", MAGISTRATE), seen(2, prizewinner=True)])) == [[1], [2]]


def test_two_of_one_name_in_one_article_are_two_people():
    assert groups(identify([seen(1, "沈知秋", MAGISTRATE, article=5), seen(2, "沈知秋", SECRETARY, article=5)])) == [[1], [2]]
    assert groups(identify([seen(1, "沈知秋", MAGISTRATE, article=5), seen(2, article=5)])) == [[1], [2]]


def test_pages_of_unknown_home_lend_each_other_nobody():
    people = [seen(1, "沈知秋", home="", listed=True), seen(2, home=""), seen(3, "沈知秋", home="", listed=True)]
    assert groups(identify(people)) == [[1], [2], [3]]


def test_the_later_judgement_wins():
    a, b = seen(1, "沈知秋", MAGISTRATE), seen(2, "沈知秋", HEADMASTER)
    together = Verdict("same", anchors(a), anchors(b), 10, 20)
    apart = Verdict("assign", frozenset(), anchors(b), 10)
    assert groups(identify([a, b], [together])) == [[1, 2]]
    assert groups(identify([a, b], [together, apart])) == [[1], [2]]
    assert groups(identify([a, b], [apart, together])) == [[1, 2]]


def test_a_merge_keeps_an_id_even_where_machines_had_united_the_two_since():
    a, b = seen(1, "沈知秋", MAGISTRATE), seen(2, "沈知秋", SECRETARY)
    (cluster,) = identify([a, b], [Verdict("same", anchors(b), anchors(a), 20, 10)])
    assert (cluster.keep, cluster.absorbed) == (20, {10})


def test_who_differs_is_parted_and_never_suggested():
    a, b = seen(1, "沈知秋", MAGISTRATE), seen(2, "沈知秋", SECRETARY)
    verdicts = [Verdict("differ", anchors(a), anchors(b), 10, 20)]
    clusters = identify([a, b], verdicts)
    assert groups(clusters) == [[1], [2]]
    assert clusters[1].fresh
    assert suggested(clusters, []) != []
    assert suggested(clusters, verdicts) == []


def test_judgements_without_evidence_change_nothing():
    a, b = seen(1, "沈知秋", MAGISTRATE), seen(2, "沈知秋", HEADMASTER)
    gone = frozenset({("gone", 5)})
    for kind in ("same", "differ", "assign"):
        assert groups(identify([a, b], [Verdict(kind, gone, anchors(a) if kind != "assign" else gone, 1, 2)])) == [[1], [2]]


def test_a_name_is_the_form_printed_oftenest_or_the_kept_side_s():
    a, b, c = seen(1, "沈知秋", MAGISTRATE), seen(2, "沈智秋", HEADMASTER), seen(3, "沈智秋", HEADMASTER)
    (cluster,) = identify([a, b, c], [Verdict("same", anchors(a), anchors(b, c), 1, 2)])
    assert printed_name(cluster) == "沈智秋"
    assert printed_name(cluster, anchors(a)) == "沈知秋"


SIGHTINGS = st.lists(
    st.tuples(
        st.sampled_from(["沈知秋", "陆远山"]),
        st.lists(st.sampled_from([MAGISTRATE, CITY, HEADMASTER, MANAGER, ELSEWHERE]), max_size=2),
        st.sampled_from([HOME, "", "湖东省澄江市青山县"]),
        st.integers(1, 8),
        st.booleans(),
        st.booleans(),
    ),
    max_size=14,
).map(
    lambda drawn: [
        seen(at, name, *posts, home=home, article=article, listed=listed, prizewinner=prize)
        for at, (name, posts, home, article, listed, prize) in enumerate(drawn)
    ]
)


@given(SIGHTINGS, st.data(), st.integers())
def test_nothing_depends_on_the_order_of_sightings(sightings, data, seed):
    verdicts = (
        []
        if not sightings
        else [
            Verdict(
                data.draw(st.sampled_from(["same", "differ", "assign"])),
                anchors(*data.draw(st.lists(st.sampled_from(sightings), max_size=3))),
                anchors(*data.draw(st.lists(st.sampled_from(sightings), max_size=3))),
                at,
                at + 100,
            )
            for at in range(data.draw(st.integers(0, 5)))
        ]
    )
    clusters = identify(sightings, verdicts)
    assert sorted(sighting.order for cluster in clusters for sighting in cluster.sightings) == [one.order for one in sightings]
    shuffled = random.Random(seed).sample(sightings, len(sightings))
    again = identify(shuffled, verdicts)
    told = [
        (groups([cluster]), cluster.keep, cluster.absorbed, cluster.fresh, cluster.official, printed_name(cluster))
        for cluster in clusters
    ]
    assert [
        (groups([cluster]), cluster.keep, cluster.absorbed, cluster.fresh, cluster.official, printed_name(cluster))
        for cluster in again
    ] == told
    assert suggested(again, verdicts) == suggested(clusters, verdicts)
    assert all(cluster.articles == {sighting.article for sighting in cluster.sightings} for cluster in clusters)
    assert all(cluster.keep not in cluster.absorbed for cluster in clusters)


def test_one_name_on_many_pages_is_compared_without_going_through_all_pairs():
    """Counted, not timed: comparing one sighting with another looks at its article."""
    looked = []

    class Article(int):
        def __eq__(self, other: object) -> bool:
            looked.append(1)
            return int(self) == other

        __hash__ = int.__hash__

    number = 3000
    people = [seen(at, "沈知秋", *([MAGISTRATE] if at % 2 else []), article=Article(at)) for at in range(number)]
    assert len(identify(people)) == 1
    assert len(looked) < 20 * number
