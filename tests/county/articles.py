"""What the paper writes about: meetings, visits, conferences, bureaus, appointments, guests from the other county."""

from __future__ import annotations

from tests.county.bodies import Seat
from tests.county.careers import Tenure
from tests.county.meetings import Meeting
from tests.county.numerals import chinese, either
from tests.county.scene import Draft, Scene, token
from tests.county.wording import BROUGHT_UP, BUREAU_NEWS, PLACES, SAID, SAYING, TASKS, TOLD

TERM_PRINTED = 0.4


def tell_meeting(scene: Scene, meeting: Meeting) -> Draft:
    """A numbered meeting, who chaired it, who came, who reported."""
    chance, series = scene.chance, meeting.series
    chair = scene.holder(series.chair)
    opening, called = _series_words(scene, meeting)
    beside = _beside(scene, chair, series.chair)
    if chance.random() < 0.5:
        lead = f"{opening}。{scene.posted(chair)}主持会议"
    else:
        lead = f"{scene.posted(chair)}主持召开{called}"
    if beside:
        lead += f"，{scene.row(beside)}{chance.choice(('参加会议', '出席会议', '参加'))}"
    lead += "。"
    reports = _reporting(scene, series.chair) if chance.random() < 0.5 else []
    middle = chance.choice(BROUGHT_UP) + "。"
    if reports:
        middle = f"{scene.row(reports)}汇报了有关工作。"
    return scene.draft(_meeting_headline(scene, meeting, chair), lead, middle + _said(scene, chair) + chance.choice(("", *TOLD)),
                       meeting=meeting)


def _series_words(scene: Scene, meeting: Meeting) -> tuple[str, str]:
    """(the sentence that it was held, what it is called): 县政府召开第38次常务会议, 县政府第38次常务会议."""
    chance, series = scene.chance, meeting.series
    printed = f"第{either(meeting.number, chance)}次"
    if not series.restarts:
        topic = series.kind.removesuffix("专题会议")
        called = f"县{topic}{printed}专题会议" if chance.random() < 0.5 else f"县{printed}{topic}专题会议"
        return f"{called}召开", called
    body = series.body
    if series.first_term and chance.random() < TERM_PRINTED:
        term = f"{chinese(series.first_term + (meeting.term or 0))}届"
        body = {"县委": f"{term}县委", "县纪委": f"{term}县纪委", "县政协": f"县政协{term}"}.get(body, f"县{term}{body[1:]}")
    called = f"{body}{printed}{series.kind}"
    return chance.choice((f"{called}召开", f"{body}召开{printed}{series.kind}")), called


def _meeting_headline(scene: Scene, meeting: Meeting, chair: Tenure) -> str:
    series = meeting.series
    drawn = scene.chance.random()
    called = series.body + series.kind if series.restarts else series.key
    if drawn < 0.3:
        return f"{token(chair.person)}主持召开{called}"
    return f"{called}召开" if drawn < 0.7 else f"{series.body if series.restarts else '我县'}召开会议研究部署近期工作"


def _beside(scene: Scene, chair: Tenure, key: str) -> list[Tenure]:
    """Who else came: deputies of the same body, or leaders of the county."""
    seats = [seat for seat in scene.careers.seats if seat.key != key and _belongs(seat, key)]
    return scene.some(seats, scene.chance.randint(0, 5))


def _belongs(seat: Seat, key: str) -> bool:
    if key.startswith(("人大", "政协")):
        return seat.key.startswith(key[:2])
    if seat.town:
        return key.startswith(seat.town)
    if "镇" in key:
        return False
    if key == "纪委书记":
        return seat.rank == 7 and seat.post != "副县长"
    return (seat.leader and "副县长" in seat.forms[0]) or (key == "县委书记" and seat.rank == 7)


def _reporting(scene: Scene, key: str) -> list[Tenure]:
    town = next((seat.town for seat in scene.careers.seats if seat.key == key), "")
    seats = [seat for seat in scene.careers.seats if seat.bureau or seat.key == "政府办主任"] if not town else []
    return scene.some(seats, scene.chance.randint(1, 4))


def _said(scene: Scene, speaker: Tenure) -> str:
    one, other = scene.chance.sample(SAID, 2)
    name = token(speaker.person)
    words = f"{name}{scene.chance.choice(SAYING)}，{one}。"
    return words + (f"{name}表示，{other}。" if scene.chance.random() < 0.3 else "")


def tell_visit(scene: Scene) -> Draft:
    """A leader goes to a town; others accompany, the town's heads report."""
    chance = scene.chance
    leader = scene.some([seat for seat in scene.careers.seats if seat.leader], 1)[0]
    town = chance.choice(sorted({seat.town for seat in scene.careers.seats if seat.town}))
    task = chance.choice(TASKS)
    beside = scene.some([seat for seat in scene.careers.seats if seat is not leader.seat and (seat.leader or seat.bureau)],
                        chance.randint(0, 4))
    lead = f"{scene.posted(leader)}到{town}{chance.choice(('调研', '检查', '督导'))}{task}。"
    if beside:
        lead += f"{scene.row(beside)}陪同。"
    locals_ = scene.some([seat for seat in scene.careers.seats if seat.town == town], chance.randint(0, 2))
    middle = f"在{chance.choice(PLACES)}，" + (f"{scene.row(locals_)}汇报了有关情况。" if locals_ else "大家看得仔细。")
    middle += _said(scene, leader) + chance.choice(("", *TOLD))
    return scene.draft(f"{token(leader.person)}到{town}调研{task}", lead, middle)


def tell_conference(scene: Scene) -> Draft:
    """A conference of the whole county: the heads with posts, other leaders as a list in protocol order."""
    chance, task = scene.chance, scene.chance.choice(TASKS)
    first, second = scene.sitting([scene.seat("县委书记"), scene.seat("县长")])
    chairs = scene.some([scene.seat("人大主任"), scene.seat("政协主席"), scene.seat("副书记")], chance.randint(1, 3))
    others = scene.some([seat for seat in scene.careers.seats if 6 <= seat.rank <= 7], chance.randint(3, 8))
    lead = f"全县{task}会议召开。{scene.posted(first)}出席会议并讲话，{scene.posted(second)}主持会议。"
    lead += f"{scene.row(chairs)}，县领导{scene.names(others)}出席会议。"
    speaker = scene.some([seat for seat in scene.careers.seats if seat.bureau and seat.exclusive], 1)
    middle = f"{scene.row(speaker)}作了发言。" if speaker and chance.random() < 0.5 else ""
    return scene.draft(f"全县{task}会议召开", lead, middle + _said(scene, first) + _said(scene, second))


def tell_bureau(scene: Scene) -> Draft:
    """A head of a bureau or town does something; one or two names."""
    chance = scene.chance
    seats = [seat for seat in scene.careers.seats if seat.bureau or seat.town or 5 <= seat.rank <= 6]
    chosen = scene.some(seats, chance.choice((1, 1, 2)))
    town = chance.choice(sorted({seat.town for seat in scene.careers.seats if seat.town}))
    pattern = chance.choice(BUREAU_NEWS)
    words = pattern.format(who=scene.row(chosen), town=town, task=chance.choice(TASKS), place=chance.choice(PLACES))
    said = _said(scene, chosen[0]) if chance.random() < 0.6 else chance.choice(TOLD)
    whose = chosen[0].seat.town or "县" + (chosen[0].seat.bureau or "直部门")
    return scene.draft(f"{whose}抓好{chance.choice(TASKS)}", words + "。" + said)


def tell_appointments(scene: Scene, appointed: list[Tenure]) -> Draft:
    """The standing committee appoints heads of bureaus and deputies of the magistrate."""
    chair = scene.holder("人大主任")
    lead = f"县人大常委会举行会议。{scene.posted(chair)}主持会议。"
    words = []
    for tenure in appointed:
        form = tenure.seat.forms[-1]
        where = "" if form.startswith("县") else scene.home.county + "人民政府"
        words.append(f"{token(tenure.person)}为{where}{form}")
        scene.cited.append((tenure.seat, tenure.person.id))
    return scene.draft("县人大常委会任命一批干部", lead + f"会议决定任命{'，'.join(words)}。", _said(scene, chair))


def tell_guests(scene: Scene, guest: Scene) -> Draft:
    """The other county's leaders come to see; told in this county's paper."""
    chance, task = scene.chance, scene.chance.choice(TASKS)
    head = guest.some([guest.seat("县委书记"), guest.seat("县长")], 1)[0]
    host = scene.some([scene.seat("县长"), scene.seat("常务副县长"), scene.seat("副书记")], chance.randint(1, 2))
    lead = f"{guest.posted(head, foreign=True)}率考察团来我县考察{task}。{scene.row(host)}陪同考察。"
    draft = scene.draft(f"{guest.home.county}考察团来我县考察{task}", lead, _said(scene, head))
    draft.cited += guest.cited
    return draft
