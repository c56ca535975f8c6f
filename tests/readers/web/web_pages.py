"""Web pages for the tests of what is read from them."""

from nianbao.readers import read
from nianbao.report.document import Document

SENTENCE = "坚持以习近平法治思想为指导，全年新收行政复议申请83件，办结79件，依法行政水平不断提高。"
PARAGRAPHS = [f"（{n}）第{n}项。{SENTENCE * 2}" for n in "一二三四五六"]
NAV = "<ul>" + "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(9)) + "</ul>"
TITLE = "安澜县2025年法治政府建设年度报告"


def page(body: str, style: str = ""):
    """The document of a page with a body and a style sheet."""
    head = f"<style>{style}</style>" if style else ""
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "网页")


def whole_page(body: str, head: str = "") -> Document:
    """The document of a page with a doctype, and more in its head."""
    return read(
        f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "网页"
    )


def site(report: str, before: str = "", after: str = "") -> str:
    """The body of a page of a site, with a report in it."""
    return (
        f'<div class="top">{NAV}</div><div class="main"><div>当前位置：<a href="/">首页</a></div>'
        f'{before}<div id="x7">{report}</div>{after}</div>'
        f'<div class="side">{NAV}</div><div>版权所有 <a href="/">备案号</a></div>'
    )


def in_p(texts: list[str]) -> str:
    """Paragraphs of a page."""
    return "".join(f"<p>　　{text}</p>" for text in texts)


def texts(document: Document) -> list[str]:
    """The text of each paragraph of a document."""
    return [paragraph.text for paragraph in document.paragraphs]
