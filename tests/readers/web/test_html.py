"""A page is read as a browser shows it, however broken, deep or large it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml.html import document_fromstring
from tests.growing import LINEAR_IN_TIME, seconds
from tests.readers.web.web_pages import PARAGRAPHS, in_p, site, texts
from tests.readers.web.web_pages import whole_page as page

from nianbao.errors import ReadingError
from nianbao.readers import read
from nianbao.readers.web.style_rules import Rules
from nianbao.report.document import FilePlace


def test_what_a_browser_does_not_show_is_not_text():
    body = (
        "<p>前<script>x</script><style>y</style><span style='display: none'>z</span>"
        "<span hidden>h</span><!-- c --><b>后</b></p><template>t</template>"
        "<datalist><option>o</datalist><button>b</button>"
    )

    assert texts(page(body)) == ["前后"]


@pytest.mark.parametrize("written", ["<br>", "<br/>", "</br>", "</BR >", "<br clear=all>"])
def test_a_break_parts_lines_however_it_is_written(written):
    found = read(f"<p>受理83件{written}审结80件</p>".encode(), "年报.html")

    assert [one.text for one in found.paragraphs] == ["受理83件", "审结80件"]


def test_spaces_are_drawn_as_a_browser_draws_them():
    body = (
        "<p>\n 　&nbsp;&nbsp;安澜县\n  人民政府  2025年\tGDP\n growth&nbsp;&nbsp;率</p>"
        "<pre>一\n  二</pre><p>&nbsp;</p>"
    )

    assert texts(page(body)) == ["安澜县人民政府 2025年 GDP growth\xa0\xa0率", "一", "二"]


def test_cells_of_a_table_of_data_are_told_from_cells_that_lay_out_the_page():
    table = "<table><tr><td>指标</td><td>数</td></tr><tr><td>复议</td><td>83</td></tr></table>"
    document = page(f"<table><tr><td>{in_p(PARAGRAPHS)}{table}</td></tr></table>")

    places = {q.text: q.place for q in document.paragraphs}
    assert places["83"] is FilePlace.TABLE
    assert places[PARAGRAPHS[0]] is FilePlace.BODY


def test_ordered_lists_have_their_numbers_and_headings_their_level():
    body = "<h2>标题</h2><ol start='3'><li>甲</li><li value='9'>乙</li><li>丙</li></ol>"

    found = page(body).paragraphs

    assert [(q.text, q.list_number, q.level) for q in found] == [
        ("标题", "", 2),
        ("3.甲", "3.", None),
        ("9.乙", "9.", None),
        ("10.丙", "10.", None),
    ]


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("gbk", "gbk"),
        ("utf-8", "utf-8"),
        ("utf-8", "gb18030"),
        ("", "gbk"),
        ("iso-8859-1", "utf-8"),
        ("big5", "big5"),
    ],
)
def test_the_encoding_is_found_even_where_the_page_is_wrong_about_it(label, encoding):
    text = "乡镇推進法治建設" if encoding == "big5" else "龙䶮镇推进法治建设，纠错率12.5%。"
    text = text.replace("乡镇", "")
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else ""
    data = f"<html><head>{meta}</head><body><p>{text}</p></body></html>".replace(
        "䶮", "䶮" if encoding in ("gb18030", "utf-8") else "泉"
    )

    expected = text if encoding in ("gb18030", "utf-8", "big5") else text.replace("䶮", "泉")
    assert read(data.encode(encoding), "网页").text == expected


def test_word_saved_as_a_page_keeps_the_numbers_it_typed():
    body = "<p><![if !supportLists]><span>（一）</span><![endif]>坚持党的领导。</p>"

    assert texts(page(body)) == ["（一）坚持党的领导。"]


def test_a_page_in_one_file_with_its_pictures():
    data = (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html; charset=gb2312\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>=B7=A8=D6=CE=D5=FE=B8=AE</p></body></html>\r\n"
        b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )

    assert read(data, "年报.mht").text == "法治政府"


def test_a_page_nested_deeper_than_any_stack():
    assert texts(page("<div>" * 1_500 + "底" + "</div>" * 1_500)) == ["底"]


def test_a_page_that_the_parser_gives_up_on_is_refused_and_not_cut_short():
    deep = in_p(PARAGRAPHS) + "<div>" * 5_000 + "底" + "</div>" * 5_000
    if etree.LIBXML_VERSION < (2, 14):  # as in lxml for Windows: it does not give up
        assert texts(page(deep))[-1] == "底"
        return

    with pytest.raises(ReadingError) as refusal:
        page(deep)

    assert refusal.value.kind == "too-big"


def test_a_page_whose_transmission_broke_off_inside_a_tag():
    cut_off = f"<html><body>{in_p(PARAGRAPHS)}<a href='"

    assert texts(read(cut_off.encode(), "网页")) == PARAGRAPHS


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<html>" + b"<p>x" * 70_000, "too-big"),
        (
            b"".join(
                b"MIME-Version: 1.0\r\n"
                b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
                for n in range(2_000)
            ),
            "unreadable",
        ),
    ],
    ids=["lines", "envelopes"],
)
def test_more_than_a_page_can_be(data, kind):
    with pytest.raises(ReadingError) as refusal:
        read(data, "网页")

    assert refusal.value.kind == kind


def test_a_page_without_words_is_empty():
    with pytest.raises(ReadingError) as refusal:
        page("<div id='app'></div><script src='app.js'></script>")

    assert refusal.value.kind == "empty"


@given(st.text(alphabet="<>/abdiptr &;nbs!-=\"'\n县。", max_size=200))
def test_no_tag_soup_makes_a_traceback(soup):
    try:
        document = read(f"<html>{soup}".encode(), "网页")
    except ReadingError as refusal:
        kind = refusal.kind
    else:
        kind = "empty" if not document.paragraphs else ""

    assert kind in ("", "empty")


def test_struck_text_and_raised_digits_go_on_no_number():
    document = page("<p>受理<s>85</s>83件<sup><a href='#n'>1</a></sup>，审结80件。</p>")

    assert document.text == "受理83件¹，审结80件。"
    assert [(n.kind, n.count) for n in document.notices] == [("struck_text", 2)]


@pytest.mark.parametrize(
    ("head", "struck"),
    [
        ("", '<span style="text-decoration: line-through">85</span>'),
        ("", '<span style="color:red;text-decoration-line:underline line-through">85</span>'),
        ("<style>.旧, b.x-1 {text-decoration:line-through}</style>", '<b class="y x-1">85</b>'),
        (
            "<style>p{color:red} .del{TEXT-DECORATION: Line-Through;}</style>",
            '<i class="del">85</i>',
        ),
    ],
)
def test_text_struck_out_by_its_style_goes_on_no_number(head, struck):
    document = page(f"<p>受理{struck}83件，审结80件。</p>", head)

    assert "受理83件" in document.text
    assert ("struck_text", 2) in [(n.kind, n.count) for n in document.notices]


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="mso-hide:all">9</span>',
        '<span style="font-size:0">9</span>',
        '<span style="font-size: 0px">9</span>',
        '<span style="opacity:0">9</span>',
        '<span style="position:absolute;left:-9999px">9</span>',
    ],
)
def test_text_that_a_style_hides_goes_on_no_number(hidden):
    document = page(f"<p>受理{hidden}83件。</p>")
    assert "受理83件" in document.text
    assert [n.count for n in document.notices if n.kind == "hidden_text"] == [1]


def test_what_is_left_out_of_a_line_is_told():
    document = page('<p>受理<span style="font-size:0">97</span>83件。</p>')
    assert ("hidden_text", 2) in [(n.kind, n.count) for n in document.notices]


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "{", "/*", "'", '"', "a{", "@media x{", " ", "[", "a:", "a{display:none}"),
        *("a b>c{content:'1'}", "a{b:'", ".a" * 50 + "{display:none}", "\\"),
    ],
)
def test_a_long_style_sheet_is_looked_through_once(piece):
    def sheet(number):
        return document_fromstring(f"<style>{piece * number}</style><p>报告</p>")

    assert seconds(sheet, Rules, 4_000 // len(piece)) < LINEAR_IN_TIME


def test_a_digit_raised_by_its_style_is_no_part_of_the_number():
    shown = page('<p>受理83件<span style="vertical-align:super">1</span>，好。</p>').text
    assert "83件¹，" in shown


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ("", '<span style="font-size:0.9em">83</span>'),
        ("", '<span style="opacity:0.9">83</span>'),
        ("", '<div style="font-size:0"><span style="font-size:16px">受理83件。</span></div>'),
        ("", '<div style="opacity:0" class="fade-in">受理83件。</div>'),
        ("", '<section style="left:-9999px">受理83件。</section>'),
        (
            "<style>@media print{.del{text-decoration:line-through}}</style>",
            '<b class="del">83</b>',
        ),
        ("", '<span style="margin-left:-2px">83</span>'),
        ("", '<span style="text-decoration:underline">83</span>'),
        ("<style>.del{text-decoration:none}</style>", '<b class="del">83</b>'),
        ("<style>.del:hover{text-decoration:line-through}</style>", '<b class="del">83</b>'),
    ],
)
def test_what_is_shown_is_kept(head, shown):
    document = page(f"<p>受理{shown}件。</p>", head)

    assert "受理83件" in document.text
    assert not document.notices


@pytest.mark.parametrize(
    ("picture", "count"),
    [
        ("<img src='8.png'>", 1),
        ("<img src='8.png' width='600' height='800'>", 1),
        ("<a href='/'><img src='home.png'></a>", 0),
        ("<img src='dot.gif' width='1' height='1'>", 0),
        ("<img src='share.png' width='20px'>", 0),
    ],
)
@pytest.mark.parametrize("whole", [False, True])
def test_a_picture_in_the_text_is_told_of(picture, count, whole):
    report = "".join(f"<p>{text}</p>" for text in ["依法办理各类案件，" * 20] * 4)
    body = f"<p>受理{picture}件。</p>{report}"
    document = page(body) if whole else read(site(body).encode(), "网页")

    assert sum(n.count for n in document.notices if n.kind == "picture") == count
