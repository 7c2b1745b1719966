"""An archivist's first hour at the desk: look at an article, mark it as reviewed, make two people one, find one's way."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_an_article_is_read_and_marked_as_reviewed(tab: Page) -> None:
    tab.click("text=文章")
    tab.click("text=县水利工作会议召开")
    mark = tab.locator(".printed mark", has_text="钟离远").first
    expect(mark).to_be_visible()
    assert "县长" in (mark.get_attribute("title") or "")
    assert mark.evaluate("node => getComputedStyle(node).backgroundColor") != "rgba(0, 0, 0, 0)"
    tab.click("button:has-text('标为已审')")
    tab.fill("#id_reason", "已对照合订本")
    tab.click("input[type=submit][value='标为已审']")
    expect(tab.locator(".messagelist .success")).to_have_text("已作出 1 项决定。")
    expect(tab.locator(".field-review_state .readonly")).to_have_text("已审")
    expect(tab.locator("button:has-text('标为已审')")).to_have_count(0)


def test_two_people_become_one_and_two_again(tab: Page) -> None:
    tab.goto("/admin/people/person/")
    for name in ("安平原", "苗青山"):
        tab.locator("#result_list tr", has_text=name).locator("input.action-select").check()
    tab.select_option("select[name=action]", label="合并为同一人")
    tab.click("button[name=index]")
    expect(tab.locator(".pair blockquote mark", has_text="苗青山").first).to_be_visible()
    tab.locator(".pair section", has_text="安平原").locator("input[name=keep]").last.check()
    tab.click("input[type=submit][value='合并']")
    expect(tab.locator(".messagelist .success")).to_contain_text("并入")
    tab.goto("/admin/people/judgement/")
    tab.locator("#result_list input.action-select").first.check()
    tab.select_option("select[name=action]", label="撤销")
    tab.click("button[name=index]")
    tab.click("input[type=submit][value='撤销']")
    tab.goto("/admin/people/person/")
    expect(tab.locator("#result_list tr", has_text="安平原")).to_have_count(1)
    expect(tab.locator("#result_list tr", has_text="苗青山")).to_have_count(1)


def test_a_list_is_narrowed_by_typing(tab: Page) -> None:
    tab.goto("/admin/people/tenure/")
    filtered = tab.locator("details.relation-filter").first
    filtered.locator("summary").click()
    filtered.locator(".select2-selection").click()
    tab.keyboard.type("苗青")
    tab.locator(".select2-results__option", has_text="苗青山（").click()
    filtered.locator("input[type=submit]").click()
    expect(tab.locator("#result_list tbody tr")).to_have_count(1)
    expect(tab.locator("#result_list")).to_contain_text("副县长")


def test_a_name_leads_to_its_person_and_back_to_the_raw_text(tab: Page) -> None:
    tab.goto("/admin/articles/article/")
    tab.click("text=苗青山调研春耕")
    tab.locator(".printed mark a", has_text="安平原").click()
    expect(tab.locator("#content")).to_contain_text("县农业农村局局长")
    tab.locator(".panel a", has_text="苗青山调研春耕").first.click()
    tab.click("text=的原始文本")
    expect(tab.locator("pre.raw")).to_contain_text("苗青山要求,要抢抓农时。")


def test_a_headline_is_corrected(tab: Page) -> None:
    tab.goto("/admin/articles/article/")
    tab.click("text=苗青山调研春耕")
    tab.fill("#id_headline", "副县长调研春耕")
    tab.fill("#id_date", "2021-13")
    tab.click("text=保存更正")
    expect(tab.locator(".errorlist")).to_be_visible()
    tab.fill("#id_date", "2021-04")
    tab.click("text=保存更正")
    expect(tab.locator("article.text h2")).to_have_text("副县长调研春耕")
    expect(tab.locator(".field-date_shown .readonly")).to_contain_text("2021")
