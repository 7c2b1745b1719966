"""The bodies of a county and the seats in them: what is printed by a holder's name, and the post that it is."""

from __future__ import annotations

from dataclasses import dataclass

from tests.county.plan import Home

BUREAUS = ("教育局", "财政局", "水利局", "农业局", "林业局", "民政局", "司法局", "审计局", "统计局", "交通局", "文化局", "卫生局",
           "粮食局", "档案局", "物价局", "体育局")


@dataclass(frozen=True, slots=True)
class Seat:
    """One place for one person. `rank` is higher for higher posts; protocol order is the order of seats.

    `forms` is how the post is printed by a name in the county's own paper, the fullest first; `acting` how before the
    election. `organization` and `post` are the official body and bare post; one of several equal seats is not `exclusive`.
    """

    key: str
    rank: int
    organization: str
    post: str
    forms: tuple[str, ...]
    exclusive: bool = True
    acting: tuple[str, ...] = ()
    town: str = ""
    bureau: str = ""

    @property
    def leader(self) -> bool:
        """Whether its holder is among the 县领导."""
        return self.rank >= 6


def seats_of(home: Home, bureaus: int, towns: int) -> list[Seat]:
    """All seats of a county in protocol order."""
    return [*_leaders(home.county), *_deputies(home.county, bureaus), *_heads(home, bureaus, towns)]


def _leaders(county: str) -> list[Seat]:
    party, government = f"中国共产党{county}委员会", f"{county}人民政府"
    standing = [
        ("纪委书记", f"中国共产党{county}纪律检查委员会", "书记", ("县委常委、县纪委书记", "县纪委书记")),
        ("组织部长", f"{party}组织部", "部长", ("县委常委、组织部长", "县委常委、县委组织部部长", "县委组织部部长")),
        ("宣传部长", f"{party}宣传部", "部长", ("县委常委、宣传部长", "县委常委、县委宣传部部长", "县委宣传部部长")),
        ("统战部长", f"{party}统一战线工作部", "部长", ("县委常委、统战部长", "县委统战部部长")),
        ("政法委书记", f"{party}政法委员会", "书记", ("县委常委、政法委书记", "县委政法委书记")),
        ("县委办主任", f"{party}办公室", "主任", ("县委常委、县委办公室主任", "县委办公室主任")),
    ]
    return [
        Seat("县委书记", 10, party, "书记", ("县委书记",)),
        Seat("县长", 9, government, "县长", ("县委副书记、县长", "县长"), acting=("县委副书记、代县长", "代县长")),
        Seat("人大主任", 8, f"{county}人民代表大会常务委员会", "主任", ("县人大常委会主任",)),
        Seat("政协主席", 8, f"政协{county}委员会", "主席", ("县政协主席",)),
        Seat("副书记", 8, party, "副书记", ("县委副书记",), exclusive=False),
        Seat("常务副县长", 7, government, "副县长", ("县委常委、常务副县长",), exclusive=False),
        *(Seat(key, 7, body, post, forms) for key, body, post, forms in standing),
    ]


def _deputies(county: str, bureaus: int) -> list[Seat]:
    number = 4 if bureaus > 10 else 2
    people, conference = f"{county}人民代表大会常务委员会", f"政协{county}委员会"
    return [
        *(Seat(f"人大副主任{at}", 6, people, "副主任", ("县人大常委会副主任",), exclusive=False) for at in range(number)),
        *(Seat(f"副县长{at}", 6, f"{county}人民政府", "副县长", ("副县长",), exclusive=False) for at in range(number)),
        Seat("公安局长", 6, f"{county}公安局", "局长", ("副县长、县公安局局长", "县公安局局长")),
        *(Seat(f"政协副主席{at}", 6, conference, "副主席", ("县政协副主席",), exclusive=False) for at in range(number)),
        Seat("法院院长", 6, f"{county}人民法院", "院长", ("县人民法院院长", "县法院院长")),
        Seat("检察长", 6, f"{county}人民检察院", "检察长", ("县人民检察院检察长", "县检察院检察长")),
    ]


def _heads(home: Home, bureaus: int, towns: int) -> list[Seat]:
    county = home.county
    office = Seat("政府办主任", 5, f"{county}人民政府办公室", "主任", ("县政府办公室主任",))
    heads = [Seat(bureau, 5, county + bureau, "局长", (f"县{bureau}局长", f"县{bureau}党组书记、局长"), bureau=bureau)
             for bureau in BUREAUS[:bureaus]]
    seconds = [Seat(f"{bureau}副局长", 2, county + bureau, "副局长", (f"县{bureau}副局长",), exclusive=False, bureau=bureau)
               for bureau in BUREAUS[:bureaus]]
    secretaries = [Seat(f"{town}书记", 4, f"中国共产党{county}{town}委员会", "书记", (f"{town}党委书记",), town=town)
                   for town in home.towns[:towns]]
    mayors = [Seat(f"{town}镇长", 3, f"{county}{town}人民政府", "镇长", (f"{town}党委副书记、镇长", f"{town}镇长"), town=town)
              for town in home.towns[:towns]]
    return [office, *heads, *secretaries, *mayors, *seconds]
