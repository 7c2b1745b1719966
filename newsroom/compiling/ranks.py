"""The order of bodies and posts that registers of office-holders keep. Pure."""

from __future__ import annotations

BODIES = ("党委", "人大", "政府", "政协", "纪委监委", "法院", "检察院")
MORE_BODIES = ("军队", "部门", "乡镇")
HEADS = frozenset({"书记", "主任", "主席", "院长", "检察长", "省长", "市长", "县长", "区长", "旗长", "州长", "盟长", "镇长",
                   "乡长", "局长", "部长", "厅长", "委员长", "政委"})
AFTER_DEPUTIES = ("常委", "秘书长", "党组书记", "党组副书记", "党组成员", "委员")
ACTING = "代"


def body_rank(kind: str) -> int:
    """The place of a kind of body: 党委 人大 政府 政协 纪委监委 法院 检察院, then the others.

    >>> sorted(["检察院", "政府", "党委"], key=body_rank)
    ['党委', '政府', '检察院']
    """
    order = (*BODIES, *MORE_BODIES)
    return order.index(kind) if kind in order else len(order)


def post_rank(post: str) -> tuple[int, str]:
    """The place of a bare post in its body: its head, deputies, 常委 …, 委员, then others by name.

    >>> sorted(["委员", "副县长", "党组成员", "县长"], key=post_rank)
    ['县长', '副县长', '党组成员', '委员']
    """
    if post in HEADS:
        return 0, post
    if post.startswith("副") and post[1:] in HEADS:
        return 1, post
    if post in AFTER_DEPUTIES:
        return 2 + AFTER_DEPUTIES.index(post), post
    return 2 + len(AFTER_DEPUTIES), post


def term_in_words(term: int | None) -> str:
    """The head of a term: 第十六届, 届次未详.

    >>> term_in_words(16)
    '第16届'
    """
    return f"第{term}届" if term else "届次未详"


def remarks(qualifier: str) -> tuple[str, str]:
    """A printed qualifier parted into (how the post is held, what else is to be remarked).

    >>> remarks("代"), remarks("常务、挂职")
    (('代', ''), ('', '常务、挂职'))
    """
    words = [word for word in qualifier.split("、") if word]
    return (ACTING if ACTING in words else ""), "、".join(word for word in words if word != ACTING)
