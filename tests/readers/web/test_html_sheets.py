"""Style sheets: however many rules, wherever they stand, a page is read, and in linear time."""

import pytest
from lxml import etree
from lxml.html import document_fromstring
from tests.growing import LINEAR_IN_TIME, seconds
from tests.readers.web.web_pages import page
from tests.readers.word.word_files import counted

from nianbao.readers import read
from nianbao.readers.web.html_blocks import blocks_of
from nianbao.readers.web.looks import Looks
from nianbao.readers.web.style_rules import Rules


@pytest.mark.parametrize(
    "sheet",
    [
        "".join(f".c{number}{{display:block}}" for number in range(300)),
        "".join(f".a{number} .c p{{display:block}}" for number in range(100)),
        "p{display:block}" * 300,
    ],
)
def test_a_page_with_many_rules_is_walked_in_linear_time(sheet):
    def built(number):
        body = "<div class='c'><p>受理83件。</p></div>" * number
        return document_fromstring(f"<html><style>{sheet}</style><body>{body}</body></html>")

    def walked(made):
        return blocks_of(made.find("body"), 100_000, Looks(Rules(made).of))

    assert seconds(built, walked, 100) < LINEAR_IN_TIME


@pytest.mark.parametrize(
    "sheet",
    [
        "p{x:" + "(" * 100_000,
        ":not(" * 50_000 + "{display:none}",
        ".a " * 30_000 + "{display:none}",
        "a>" * 30_000 + "b{display:none}",
        ".a" * 30_000 + "{display:none}",
        ":has(){display:none}[*|a]{display:none}[|{display:none}",
        "@media screen{" * 50_000 + "p{display:none}",
        "p{" * 50_000 + "display:none",
        "p ~ p ~ p ~ p ~ p ~ b{display:none}div div div div div div i b{display:none}" * 50,
    ],
    ids=range(9),
)
def test_no_style_sheet_keeps_a_page_from_being_read(sheet):
    body = "<p>受理83件。</p>" * 300 + "<div>" * 100 + "<b>办结79件。</b>"

    assert page(body, sheet).text == "\n".join(["受理83件。"] * 300 + ["办结79件。"])


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("<link rel='stylesheet' href='x_files/a.css'>", 1),
        ("<link rel=StyleSheet href=a.css><link rel=stylesheet href=b.css media=screen>", 2),
        ("<style>@import url(a.css);@import 'b.css' screen;p{color:red}</style>", 2),
        ("<link rel=stylesheet href=a.css><link rel=stylesheet href=a.css>", 1),
        ("<link rel=stylesheet href=a.css media=print>", 0),
        ("<link rel='alternate stylesheet' href=a.css><link rel=icon href=a.ico>", 0),
        ("<noscript><link rel=stylesheet href=a.css></noscript>", 0),
        ("<style>@import url(a.css) print;</style>", 0),
        ("<link rel=stylesheet href=''>", 0),
    ],
)
def test_a_style_sheet_in_another_file_is_told_of(head, count):
    document = read(f"<html><head>{head}</head><body><p>受理83件。</p>".encode(), "网页")

    assert document.text == "受理83件。"
    assert counted(document).get("style_elsewhere", 0) == count


@pytest.mark.parametrize("media", ["print", "screen and (max-width: 600px)"])
def test_a_style_sheet_for_another_medium_hides_nothing(media):
    sheet = f"<style media='{media}'>b{{display:none}}</style>"

    assert page(f"{sheet}<p>受理<b>83</b>件。</p>").text == "受理83件。"


def test_a_style_sheet_for_browsers_without_scripts_hides_nothing():
    sheet = "<noscript><style>b{display:none}</style></noscript>"

    assert page(f"{sheet}<p>受理<b>83</b>件。</p>").text == "受理83件。"


def in_one_file(head: str, *sheets: tuple[str, str]) -> bytes:
    """Return a page with its style sheets in one file, as browsers and Word save it."""
    parts = "".join(
        f"--b\r\nContent-Type: text/css; charset=utf-8\r\n{address}\r\n\r\n{sheet}\r\n"
        for address, sheet in sheets
    )
    return (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Location: http://a.test/b/c.html\r\n\r\n<html><head>{head}</head>"
        f"<body><p>受理<b class='h'>9</b>83件。</p></body></html>\r\n{parts}--b--\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel=stylesheet href='d/e.css'>", "Content-Location: http://a.test/b/d/e.css"),
        ("<link rel=stylesheet href='/e.css'>", "Content-Location: http://a.test/e.css"),
        (
            "<base href='/x/'><link rel=stylesheet href='e.css'>",
            "Content-Location: http://a.test/x/e.css",
        ),
        ("<link rel=stylesheet href='cid:1@x'>", "Content-Location: cid:1@x"),
        ("<link rel=stylesheet href='cid:1@x'>", "Content-ID: <1@x>"),
        ("<style>@import 'e.css';</style>", "Content-Location: http://a.test/b/e.css"),
    ],
)
def test_style_sheets_in_one_file_with_their_page_are_read(head, address):
    document = read(in_one_file(head, (address, ".h{display:none}")), "网页.mht")

    assert document.text == "受理83件。"
    assert counted(document) == {"hidden_text": 1}


def test_style_sheets_that_ask_for_each_other_are_read_once():
    link = "<link rel=stylesheet href=e.css>"
    first = ("Content-Location: http://a.test/b/e.css", "@import 'f.css';")
    second = ("Content-Location: http://a.test/b/f.css", "@import 'e.css';.h{display:none}")

    assert counted(read(in_one_file(link, first, second), "网页.mht")) == {"hidden_text": 1}


def test_a_line_of_many_pieces_is_walked_in_linear_time():
    def built(number):
        piece = "<b style='float:left'>受</b>"
        return f"<html><body><p>{piece * number}</p>".encode()

    assert seconds(built, lambda data: read(data, "网页"), 1000) < LINEAR_IN_TIME


@pytest.mark.parametrize(
    "sheet",
    [
        "".join(f".a{number} p{{display:none}}" for number in range(1500)),
        "i p{display:none}" * 2000,
        "p:nth-last-of-type(9999){display:none}",
        "div:has(b b){display:none}",
        "div div div div div i p{display:none}" * 20,
    ],
    ids=["names", "many", "siblings", "inside", "above"],
)
def test_more_selectors_than_can_be_looked_at_are_told_of(sheet):
    named = "".join(f"<i class='a{number}'></i>" for number in range(1500))
    document = page(named + "<div>" * 200 + "<p>受理83件。</p>" * 3000, sheet)

    assert document.text.count("受理83件。") == 3000
    assert "style_unread" in counted(document)


@pytest.mark.parametrize("style", ["", "display:inline", "order:2", "color:white"])
def test_a_page_as_deep_as_it_is_long_is_walked_in_linear_time(style):
    """Libxml2 lets no page be so deep on Linux; the one in the wheels for Windows does."""

    def deep(number):
        page = etree.Element("html")
        innermost = etree.SubElement(page, "body")
        for _ in range(number):
            innermost = etree.SubElement(innermost, "div", style=style)
        innermost.text = "推进依法行政"
        return page

    def walked(page):
        blocks, _ = blocks_of(page[0], 9, Looks(Rules(page).of))
        assert [block.text for block in blocks] == ["推进依法行政"]

    assert seconds(deep, walked, 700) < LINEAR_IN_TIME


@pytest.mark.parametrize("selector", ["p b,p :required", "p b,input:invalid", "p b,:fullscreen"])
def test_selectors_of_fields_leave_the_others_of_their_list_sure(selector):
    found = page("<p>受理83件<b>，另有67件</b>。</p>", f"{selector}{{display:none}}")

    assert found.text == "受理83件。"
    assert counted(found) == {"hidden_text": 6}


@pytest.mark.parametrize("selector", [":required + b", "p:not(:required) b"])
def test_a_text_beside_a_field_is_not_sure(selector):
    found = page("<p>受理83件<b>，另有67件</b>。</p>", f"p i,{selector}{{display:none}}")

    assert found.text == "受理83件，另有67件。"


@pytest.mark.parametrize("selector", [".Gone", ".GONE", "#Gone", "p:not(.Kept) .gone"])
@pytest.mark.parametrize(
    ("doctype", "same"),
    [
        ("", True),
        ('<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">', True),
        ("<!DOCTYPE html>", False),
    ],
)
def test_classes_are_the_same_in_small_and_capital_letters_without_a_doctype(
    selector, doctype, same
):
    head = f"<style>{selector}{{display:none}}</style>"
    body = "<p class='kept'>受理83件<b class='gone' id='gone'>，另有67件</b>。</p>"
    found = read(f"{doctype}<html><head>{head}</head><body>{body}</body></html>".encode(), "网页")
    hidden = selector.islower() or same if "not" not in selector else not same

    assert found.text == ("受理83件。" if hidden else "受理83件，另有67件。")
