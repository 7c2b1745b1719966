"""Areas, organizations and roles by their natural keys, made when they are first met."""

from __future__ import annotations

from collections.abc import Iterable

from articles.places import area_at
from articles.rewriting import rewrite

from .models import Area, Organization, OrganizationAlias, Role
from .other_names import OtherName, other_names
from .posts import NATION, Post

RoleKey = tuple[str, str, str]
"""(area path, organization, post)"""


def role_key(post: Post) -> RoleKey:
    """What a role is told apart by."""
    return (post.area, post.organization, post.post)


def roles_for(posts: Iterable[Post]) -> dict[RoleKey, int]:
    """The ids of the roles behind these posts; areas, organizations and roles that are new are made."""
    wanted = {role_key(post): post for post in sorted(posts, key=lambda post: (role_key(post), post.label, post.printed))}
    areas = areas_at({key[0] for key in wanted})
    bodies = _organizations(wanted.values(), areas)
    known = _roles_of(bodies)
    rows = {key: Role(organization_id=bodies[key[0], key[1]], post=key[2][:100], label=post.label[:200], exclusive=post.exclusive)
            for key, post in wanted.items()}
    missing = [row for row in rows.values() if (row.organization_id, row.post) not in known]
    Role.objects.bulk_create(missing, ignore_conflicts=True)
    if missing:
        known = _roles_of(bodies)
    _correct(rows.values(), known)
    return {key: known[row.organization_id, row.post].pk for key, row in rows.items()}


def _roles_of(bodies: dict[tuple[str, str], int]) -> dict[tuple[int, str], Role]:
    rows = Role.objects.filter(organization_id__in=set(bodies.values()))
    return {(row.organization_id, row.post): row for row in rows}


def _correct(wanted: Iterable[Role], known: dict[tuple[int, str], Role]) -> None:
    """Title and exclusiveness of stored roles follow the word lists, which somebody may have edited."""
    changed = []
    for row in wanted:
        stored = known[row.organization_id, row.post]
        if (stored.label, stored.exclusive) != (row.label, row.exclusive):
            stored.label, stored.exclusive = row.label, row.exclusive
            changed.append(stored)
    rewrite(changed, ["label", "exclusive"])


def areas_at(paths: Iterable[str]) -> dict[str, int]:
    """The ids of the areas at these paths, made with all they lie in when new; "" has none."""
    wanted = {path for path in paths if path}
    for path in list(wanted):
        area = area_at(path)
        wanted |= set(area.parents) if area else set()
    known = dict(Area.objects.filter(path__in=wanted).values_list("path", "id"))
    for path in sorted(wanted - known.keys(), key=len):
        area = area_at(path)
        parent = known.get(area.parents[0]) if area and area.parents else None
        name, level, code = (area.name, area.level, area.code) if area else (path, "nation" if path == NATION else "county", "")
        made, _ = Area.objects.get_or_create(
            path=path, defaults={"name": name, "level": level, "code": code, "parent_id": parent})
        known[path] = made.pk
    return known


def organizations_for(bodies: Iterable[Post]) -> dict[tuple[str, str], int]:
    """The ids of these bodies by (area path, official name), made when new."""
    bodies = sorted(bodies, key=lambda body: (body.area, body.organization))
    return _organizations(bodies, areas_at({body.area for body in bodies}))


def _organizations(posts: Iterable[Post], areas: dict[str, int]) -> dict[tuple[str, str], int]:
    """Ids by (area path, name)."""
    posts = list(posts)
    wanted = {(areas.get(post.area), post.organization[:200]): post for post in posts}
    names = {name for _, name in wanted}

    known = _organizations_named(names)
    missing = [Organization(area_id=area, name=name, kind=post.kind) for (area, name), post in wanted.items()
               if (area, name) not in known]
    Organization.objects.bulk_create(missing, ignore_conflicts=True)
    if missing:
        known = _organizations_named(names)
    ids = {(post.area, post.organization): known[areas.get(post.area), post.organization[:200]] for post in posts}
    _name_otherwise({identifier: other_names(name, area) for (area, name), identifier in ids.items()})
    return ids


def _name_otherwise(wanted: dict[int, tuple[OtherName, ...]]) -> None:
    """Write the other names of bodies that don't have them yet; names that somebody added stay."""
    named = OrganizationAlias.objects.filter(organization_id__in=[identifier for identifier, names in wanted.items() if names])
    known = set(named.values_list("organization_id", "name"))
    OrganizationAlias.objects.bulk_create(
        (OrganizationAlias(organization_id=identifier, name=one.name, used_from=one.used_from, used_until=one.used_until)
         for identifier, names in sorted(wanted.items()) for one in names if (identifier, one.name) not in known),
        ignore_conflicts=True)


def _organizations_named(names: set[str]) -> dict[tuple[int | None, str], int]:
    return {(row.area_id, row.name): row.pk for row in Organization.objects.filter(name__in=names)}
