"""What ties names that one character keeps apart: a post of one holder, or an article that prints both. Pure.

A misprint of any character is looked for among such names only (`misprints`): names one character apart are too many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from .clusters import Sighting
from .lookalikes import name_keys
from .standing import present

BESIDE = "+"
"""Before a name: printed in one article with it."""
CROWDED = "@"
"""After what the names of a crowd share, before the article."""
CROWD = 16
"""Of names that share all characters but one, so many of an article are kept by what they share, not pair by pair."""
LONGEST_KEY = 400


def tie_keys(sighting: Sighting, beside: Iterable[str]) -> list[str]:
    """The keys of a sighting, sorted; `beside`: those of the names one character apart in its article."""
    posts = {post_key(post.organization, post.post) for post in sighting.posts if post.exclusive and present(post)}
    return sorted(posts.union(beside))


def post_key(organization: str, post: str) -> str:
    """The key of a post of one holder."""
    return f"{organization}|{post}".replace("\n", " ")[:LONGEST_KEY]


def beside_key(name: str) -> str:
    """The key of names that stand in one article with this one."""
    return BESIDE + name


def beside_keys(names: Collection[str], article: str) -> Mapping[str, set[str]]:
    """For each of an article's names (`article`: the article, the same for ever) the keys of those one character apart.

    >>> beside_keys(["葛川", "葛山", "方圆"], "p1")
    {'葛川': {'+葛山'}, '葛山': {'+葛川'}}
    """
    found: dict[str, set[str]] = {}
    for key, alike in _by_key(names).items():
        for name in alike if len(alike) > 1 else ():
            crowd = {f"{BESIDE}{key}{CROWDED}{article}"}
            found.setdefault(name, set()).update(crowd if len(alike) > CROWD else map(beside_key, alike - {name}))
    return {name: found[name] for name in names if name in found}


def shared_keys(ties: Iterable[str], name: str) -> set[str]:
    """Of a name's ties those that names one character apart have too: its posts and crowds, and itself for who stands beside it.

    >>> sorted(shared_keys(["县政府|县长", "+葛山", "+葛*@p1"], "葛川"))
    ['+葛*@p1', '+葛川', '县政府|县长']
    """
    return {key for key in ties if not key.startswith(BESIDE) or CROWDED in key} | {beside_key(name)}


def near_names(names: Iterable[str]) -> Mapping[str, set[str]]:
    """For each name those among them that are one character apart.

    >>> near_names(["葛川", "葛山", "方圆"])["葛川"]
    {'葛山'}
    """
    found: dict[str, set[str]] = defaultdict(set)
    for alike in _by_key(names).values():
        for name in alike if len(alike) > 1 else ():
            found[name] |= alike - {name}
    return found


def _by_key(names: Iterable[str]) -> Mapping[str, set[str]]:
    by_key: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for key in name_keys([name]):
            by_key[key].add(name)
    return by_key
