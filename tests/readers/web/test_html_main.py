"""A saved page gives the report; the site round it is cut and listed."""

import pytest
from tests.readers.web.web_pages import NAV, PARAGRAPHS, TITLE, in_p, site, texts
from tests.readers.web.web_pages import whole_page as page


def test_the_report_is_kept_and_the_site_is_cut_and_listed():
    document = page(site(in_p(PARAGRAPHS)))

    assert texts(document) == PARAGRAPHS
    assert {"栏目0", "当前位置：首页", "版权所有 备案号"} <= set(document.cut)
    assert [(n.kind, n.count) for n in document.notices] == [("site_chrome", len(document.cut))]


@pytest.mark.parametrize("layout", ["div", "table", "form", "br", "p in p"])
def test_the_report_is_found_whatever_the_site_is_built_of(layout):
    built = {
        "div": site("".join(f"<div>{text}</div>" for text in PARAGRAPHS)),
        "table": f"<table><tr><td>{NAV}</td><td>{in_p(PARAGRAPHS)}</td></tr></table>",
        "form": f"<form>{site(in_p(PARAGRAPHS))}<input value='搜'></form>",
        "br": site("　　" + "<br>　　".join(PARAGRAPHS)),
        "p in p": site("<div><span>" + in_p(PARAGRAPHS) + "</span></div>"),
    }

    assert texts(page(built[layout])) == PARAGRAPHS


def test_the_heading_before_the_report_comes_first_and_is_centred():
    heading = f"<h1>{TITLE[:5]}<br>{TITLE[5:]}</h1><div>来源：司法局 <a>打印</a></div>"
    document = page(
        site(in_p(PARAGRAPHS), before=heading), f"<title>{TITLE}_安澜县人民政府</title>"
    )

    assert document.title == TITLE
    assert (document.paragraphs[0].text, document.paragraphs[0].centred) == (TITLE, True)
    assert texts(document)[1:] == PARAGRAPHS
    assert "来源：司法局 打印" in document.cut


@pytest.mark.parametrize(
    "head", [f"<title>{TITLE}_安澜县人民政府</title>", f"<meta name=ArticleTitle content={TITLE}>"]
)
@pytest.mark.parametrize("line", [TITLE, f"{TITLE[:3]}<br>{TITLE[3:]}"])
def test_a_heading_is_known_by_the_title_that_the_page_gives_itself(head, line):
    made = f"<div class='a7'>{line}</div><div>2026-01-05 来源：司法局 <a>打印</a></div>"
    document = page(site(in_p(PARAGRAPHS), before=made), head)

    assert texts(document) == [TITLE, *PARAGRAPHS]
    assert document.paragraphs[0].centred


@pytest.mark.parametrize("title", ["{}_{}", "{} - {}", "{1}｜{0}"])
def test_the_name_of_the_site_is_no_heading(title):
    name = "安澜县人民政府门户网站"
    report = f"<p>{TITLE}</p>{in_p(PARAGRAPHS)}"
    banner = f"<div>{name}</div><div><a href='/'>首页</a></div>"
    document = page(site(report, before=banner), f"<title>{title.format(TITLE, name)}</title>")

    assert texts(document) == [TITLE, *PARAGRAPHS]


def test_a_heading_that_is_in_the_report_is_not_doubled():
    report = f'<p style="text-align:center">{TITLE}</p>' + in_p(PARAGRAPHS)
    document = page(site(report, before=f"<h1>{TITLE}</h1>"))

    assert texts(document) == [TITLE, *PARAGRAPHS]
    assert document.paragraphs[0].centred


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f'<meta name="ArticleTitle" content="{TITLE}"><title>网站</title>', TITLE),
        (f"<title> {TITLE} </title>", TITLE),
        ("", ""),
    ],
)
def test_the_pages_own_title(head, title):
    assert page(in_p(PARAGRAPHS), head).title == title


def test_signature_and_addressee_beside_the_report_are_taken_in():
    signature = "<p>安澜县人民政府</p><p>2026年1月5日</p>"
    report = f"<p>县人大常委会：</p><div>{in_p(PARAGRAPHS)}</div>{signature}"

    assert texts(page(site(report))) == [
        "县人大常委会：",
        *PARAGRAPHS,
        "安澜县人民政府",
        "2026年1月5日",
    ]


@pytest.mark.parametrize("rows", ["", "<tbody>"])
def test_a_title_in_a_row_of_its_own_is_taken_in(rows):
    title = f"<tr><td align=center><b>{TITLE}</b></td></tr>"
    report = f"<table>{rows}{title}<tr><td>{in_p(PARAGRAPHS)}</td></tr></table>"

    assert texts(page(f"<table><tr><td>{NAV}</td><td>{report}</td></tr></table>")) == [
        TITLE,
        *PARAGRAPHS,
    ]


def test_links_at_the_end_and_lists_of_pages_are_cut_but_attachments_are_not():
    report = (
        in_p(PARAGRAPHS[:3]) + NAV + in_p(PARAGRAPHS[3:])
        + '<p><a href="/f.docx">附件：数据表</a></p><p><a href="/2">下一篇：通知</a></p>'
    )  # fmt: skip

    assert texts(page(site(report))) == [*PARAGRAPHS, "附件：数据表"]


def test_buttons_in_the_report_are_cut_but_a_heading_that_opens_something_is_not():
    buttons = "<div><a href='#'>微信</a><a href='javascript:b()'>微博</a><a>收藏</a></div>"
    opens = "<p><a href='javascript:;'>二、存在的问题</a></p>"
    document = page(site(in_p(PARAGRAPHS[:3]) + buttons + opens + in_p(PARAGRAPHS[3:])))

    assert texts(document) == [*PARAGRAPHS[:3], "二、存在的问题", *PARAGRAPHS[3:]]
    assert "微信微博收藏" in document.cut


@pytest.mark.parametrize("name", ["name=_Toc1", "id=OLE_LINK1"])
def test_a_title_to_which_word_gave_a_name_is_no_link(name):
    title, end = (f"<p><a {name}><b>{text}</b></a></p>" for text in (TITLE, "县司法局"))

    assert texts(page(f"<div>{title}{in_p(PARAGRAPHS)}{end}</div>")) == [
        TITLE,
        *PARAGRAPHS,
        "县司法局",
    ]


def test_a_page_without_a_clear_report_is_kept_whole():
    document = page("<nav>首页</nav><p>短短一行。</p><footer>脚</footer>")

    assert texts(document) == ["首页", "短短一行。", "脚"]
    assert document.cut == ()
