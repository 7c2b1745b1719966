"""The compilers' page: found from the entrance, for those who may look, with files that open; events chosen on their list."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from docx import Document

from articles.models import Article
from people.models import Event, Judgement

PRODUCTS = ["chronicle", "officeholders", "sessions", "career", "cards"]
EVENTS = reverse("admin:people_event_changelist")


def ask(client: Client, product: str, form: str = "txt", **more: str):
    return client.get(reverse("compiling"), {"product": product, "format": form, **more})


def written(answer) -> bytes:
    assert answer.status_code == 200
    assert answer.streaming, answer.content.decode()[:2000]
    return b"".join(answer.streaming_content)


def given(product: str) -> dict[str, str]:
    article = Article.objects.live().get(headline__contains="植树")
    return {"career": {"person": "沈知秋"}, "cards": {"articles": f"{article.pk}，999999"}}.get(product, {})


def test_the_entrance_leads_there(desk: Client) -> None:
    assert reverse("compiling") in desk.get(reverse("admin:index")).content.decode()


def test_the_page_asks_what_to_compile(desk: Client, archive) -> None:
    page = desk.get(reverse("compiling")).content.decode()
    assert all(title in page for title in ("大事记", "历任领导名录", "会议届次表", "人物任职简历", "资料卡片", "白石县"))
    assert "<script" not in page.replace('<script src="/static/', "")


@pytest.mark.parametrize("product", PRODUCTS)
def test_every_product_in_every_format(product: str, desk: Client, archive) -> None:
    for form in ("docx", "csv", "txt"):
        answer = ask(desk, product, form, **given(product))
        whole = written(answer)
        assert f".{form}" in answer["Content-Disposition"]
        if form == "docx":
            document = Document(BytesIO(whole))
            text = "\n".join([paragraph.text for paragraph in document.paragraphs]
                             + [cell.text for table in document.tables for row in table.rows for cell in row.cells])
        else:
            text = whole.decode()
        assert "顾长河" in text or "沈知秋" in text
        assert "〔出处待补〕" in text
    if product == "cards":
        assert "999999" in text


@pytest.mark.parametrize("wrong", [
    {"years": "去年"}, {"person": "无此人", "product": "career"}, {"product": "nonsense"}, {"format": "pdf"}, {"area": "无此县"},
    {"articles": "1 x", "product": "cards"}, {"articles": "9" * 30, "product": "cards"}, {"product": "cards"}, {"sorting": "x"},
])
def test_what_cannot_be_is_said(wrong: dict[str, str], desk: Client, archive) -> None:
    answer = desk.get(reverse("compiling"), {"product": "chronicle", "format": "txt", **wrong})
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()


def test_only_for_those_who_may_look(client: Client, django_user_model, archive) -> None:
    assert ask(client, "chronicle").status_code == 302
    clerk = django_user_model.objects.create_user("clerk", is_staff=True)
    client.force_login(clerk)
    assert ask(client, "chronicle").status_code == 403
    assert reverse("compiling") not in client.get(reverse("admin:index")).content.decode()
    clerk.user_permissions.set(Permission.objects.filter(codename="view_event"))
    assert "沈知秋" in written(ask(client, "chronicle")).decode()
    assert "errorlist" in ask(client, "officeholders").content.decode()


@pytest.mark.parametrize(("action", "value"), [("choose", "chosen"), ("reject", "rejected"), ("leave_open", "candidate")])
def test_events_are_chosen_on_their_list(action: str, value: str, desk: Client, archive) -> None:
    event = Event.objects.live().get(name__contains="植树")
    chosen = {"action": action, "_selected_action": [event.pk]}
    assert desk.post(EVENTS, {**chosen, "index": "0"}).status_code == 200
    assert not Judgement.objects.filter(kind="field").exists()
    assert desk.post(EVENTS, {**chosen, "apply": "yes", "reason": "县志办商定"}).status_code == 302
    decided = Judgement.objects.get(kind="field")
    assert (decided.field, decided.after, decided.left, decided.reason) == ("selection", value, event.pk, "县志办商定")
    event.refresh_from_db()
    assert event.selection == value


def test_onlookers_choose_nothing(onlooker: Client, archive) -> None:
    onlooker.post(EVENTS, {"action": "choose", "_selected_action": list(Event.objects.values_list("pk", flat=True)),
                           "apply": "yes"})
    assert not Judgement.objects.filter(kind="field").exists()
