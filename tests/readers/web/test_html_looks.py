"""What a page shows is what is read, whatever its styles, forms and formulas make of its text."""

import pytest
from tests.readers.web.web_pages import page
from tests.readers.word.word_files import counted

HIDING = [
    (".h{display:none}", '<b class="h">9</b>'),
    (".h{visibility:hidden}", '<b class="x h">9</b>'),
    ("#h{display:none}", '<b id="h">9</b>'),
    ("p b{display:none}", "<b>9</b>"),
    ("body>p > b.h{display : none ;}", '<b class="h">9</b>'),
    ("b{display:inline}.h{display:none}", '<b class="h">9</b>'),
    (".h{display:none}b{display:inline}", '<b class="h">9</b>'),
    (".h{display:inline}#h{display:none}", '<b class="h" id="h">9</b>'),
    (".h{display:none!important}", '<b class="h" style="display:inline">9</b>'),
    ("@media screen{.h{display:none}}", '<b class="h">9</b>'),
    ("/* a{ */.h/**/{display:none}", '<b class="h">9</b>'),
    ("@charset 'utf-8';a::after{content:'}'}.h{display:none}", '<b class="h">9</b>'),
    (".a .b .h{display:none}", '<i class="a"><u class="b"><b class="h">9</b></u></i>'),
    (".s{position:absolute;clip:rect(0,0,0,0)}", '<b class="s">9</b>'),
    (".s{position:absolute;width:1px;height:1px;overflow:hidden}", '<b class="s">9</b>'),
    (".w{color:#FFF}", '<b class="w">9</b>'),
    (".w{color:white}", '<b class="w">9</b>'),
    ("", '<font color="#ffffff">9</font>'),
    ("", '<span style="color:rgb(255, 255, 255)">9</span>'),
    ("", '<span style="color:transparent">9</span>'),
    ("", "<span hidden>9</span>"),
    ("p b:first-child{display:none}", "<b>9</b>"),
    ("p>b:nth-of-type(1){display:none}", "<b>9</b>"),
    ("b[title^='x']{display:none}", '<b title="xy">9</b>'),
    ("i+b{display:none}", "<i></i><b>9</b>"),
    ("i~b{display:none}", "<i></i><u></u><b>9</b>"),
    ("b:not(.x,.y){display:none}", "<b>9</b>"),
    (":is(b,i).h{display:none}", '<b class="h">9</b>'),
    (r".\31 0\%{display:none}", '<b class="10%">9</b>'),
    (".h{d\\69splay:none}", '<b class="h">9</b>'),
    (".a,.h{display:none}", '<b class="h">9</b>'),
    (".h::-webkit-x,.h{display:none}", '<b class="h">9</b>'),
    ("@media (min-width:768px){.h{display:none}}", '<b class="h">9</b>'),
    ("@media print,screen{.h{display:none}}", '<b class="h">9</b>'),
    ("@media only screen and (max-width:200em){.h{display:none}}", '<b class="h">9</b>'),
    ("@supports (display:grid){.h{display:none}}", '<b class="h">9</b>'),
    ("@layer a{.h{display:none}}", '<b class="h">9</b>'),
    (".x{color:red;;}.h{display:none}", '<b class="h">9</b>'),
    (".x{*zoom:1;_height:1px;filter:alpha(opacity=0)}.h{display:none}", '<b class="h">9</b>'),
    (".x{content:';}.h{display:none}\n}.h{display:none", '<b class="h">9</b>'),
    ("<!--.h{display:none}-->", '<b class="h">9</b>'),
    (".h{display:none;display:block\\9}", '<b class="h">9</b>'),
    (".h{text-decoration:none}.h{display:none}", '<b class="h">9</b>'),
    ("", '<span style="font:0/0 a">9</span>'),
    ("", '<span style="text-indent:-9999em">9</span>'),
    ("", '<span style="font-size:1px">9</span>'),
    ("", '<span style="opacity:.01">9</span>'),
    ("", '<span style="margin-left:-9999px">9</span>'),
    ("", '<span style="transform:translate(1px) scale(0)">9</span>'),
    ("", '<span style="clip-path:inset(50%)">9</span>'),
    ("", '<span style="color:rgba(0,0,0,.01)">9</span>'),
    (".w{color:#f5f5f5}", '<b class="w">9</b>'),
    (".w{color:hsl(0 0% 100%)}", '<b class="w">9</b>'),
    ("", '<font color="ffffff">9</font>'),
    ("", '<span style="visibility:hidden">9</span>'),
]


@pytest.mark.parametrize(("style", "hidden"), HIDING)
def test_what_a_style_hides_goes_on_no_number_and_is_told(style, hidden):
    document = page(f"<p>受理{hidden}83件。</p>", style)

    assert document.text == "受理83件。"
    assert counted(document) == {"hidden_text": 1}


SHOWING = [
    (".h{display:none}.h{display:inline}", '<b class="h">83</b>'),
    (".h{display:none}.a .h{display:inline}", '<i class="a"><b class="h">83</b></i>'),
    (".a .h{display:none}", '<b class="h">83</b>'),
    (".a>.h{display:none}", '<i class="a"><u><b class="h">83</b></u></i>'),
    ("i.h{display:none}", '<b class="h">83</b>'),
    (".h{display:none}", '<b class="h" style="display:inline">83</b>'),
    ("@media print{.h{display:none}}", '<b class="h">83</b>'),
    ("@media (max-width:600px){.h{display:none}}", '<b class="h">83</b>'),
    ("/* .h{display:none} */", '<b class="h">83</b>'),
    (".h:hover{display:none}", '<b class="h">83</b>'),
    ("b{color:#fff}td{background:#c00}", '<font color="red">83</font>'),
    (".w{color:#fff;background:#c00}", '<b class="w">83</b>'),
    ("p{background-color:#036}.w{color:#fff}", '<b class="w">83</b>'),
    ("", '<span hidden style="display:inline">83</span>'),
    ("", '<span style="font:bold 16px/0 a">83</span>'),
    ("", '<span style="text-indent:-2em">83</span>'),
    ("", '<span style="font-size:9px;opacity:.9;transform:scale(0.8)">83</span>'),
    ("", '<span style="clip-path:inset(0%);color:rgba(0,0,0,.8)">83</span>'),
    ("p b:nth-child(2){display:none}", "<b>83</b>"),
    ("p b[title]{display:none}", "<b>83</b>"),
    ("i+b{display:none}", "<b>83</b>"),
    ("b:not(.h){display:none}", '<b class="h">83</b>'),
    (".h{display:none}b:is(#x,.h){display:inline}", '<b class="h">83</b>'),
    ("@media screen and (max-width:750px),print{.h{display:none}}", '<b class="h">83</b>'),
    ("@media screen and (min-width:0\\0){.h{display:none}}", '<b class="h">83</b>'),
    (".h{display:none\\9}", '<b class="h">83</b>'),
    (".h{text-decoration:line-through;text-decoration:none}", '<b class="h">83</b>'),
    (".x{color:red}}.h{display:none}", '<b class="h">83</b>'),
    ("@font-face{font-family:x}@keyframes k{from{opacity:0}}", "<b>83</b>"),
    ("b::before{content:'';display:none}", "<b>83</b>"),
    ("b::before{content:'.';visibility:hidden}", "<b>83</b>"),
    ("b::before{content:'\\e601'}", "<b>83</b>"),
    ("b::before{content:'•'}", "<b>83</b>"),
    ("b::after{content:' '}", "<b>83</b>"),
    ("b::after{content:none}", "<b>83</b>"),
]


@pytest.mark.parametrize(("style", "shown"), SHOWING)
def test_what_no_style_hides_is_read_and_nothing_is_told(style, shown):
    document = page(f"<p>受理{shown}件。</p>", style)

    assert document.text == "受理83件。"
    assert not document.notices


@pytest.mark.parametrize(
    ("style", "inside", "text"),
    [
        (".n::before{content:'83'}", "受理<b class='n'></b>件", "受理83件"),
        ('.n:after{content:"83件"}', "受理<b class='n'></b>", "受理83件"),
        ("p:nth-child(1)>b::before{content:'83'}", "受理<b></b>件", "受理83件"),
        (".n::before{content:'83' / '97'}", "受理<b class='n'></b>件", "受理83件"),
        (".n::before{content:attr(data-n)}", "受理<b class='n' data-n='83'></b>件", "受理83件"),
        (".n::after{content:'%'}", "办结率<b class='n'>98</b>", "办结率98%"),
        (".n::before{content:'\\516D \\5341'}", "受理<b class='n'></b>件", "受理六十件"),
        (".n::before{content:'约' attr(x) '余'}", "受理<b class='n' x='83'></b>件", "受理约83余件"),
        (
            ".n::before{content:open-quote}.n::after{content:close-quote}",
            "<b class='n'>一件事</b>",
            "“一件事”",
        ),
        ("", "推进<q>一件事</q>83件", "推进“一件事”83件"),
    ],
)
def test_what_a_style_writes_is_read_where_it_is_seen(style, inside, text):
    assert page(f"<p>{inside}</p>", style).text == text


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("p::before{counter-increment:n;content:counter(n) '、'}", "written_by_style"),
        ("@media (min-width:1400px){p::before{content:'83'}}", "written_in_doubt"),
        ("@media (min-width:1400px){p b{display:none}}", "hidden_in_doubt"),
        ("@media (orientation:landscape){p b{display:none}}", "hidden_in_doubt"),
        ("@media not print{p b{display:none}}", "hidden_in_doubt"),
        ("@supports not (display:grid){p b{display:none}}", "hidden_in_doubt"),
        ("@container (width>1px){p b{display:none}}", "hidden_in_doubt"),
        ("p b,p :read-only{display:none}", "hidden_in_doubt"),
        ("p{& b{display:none}}", "style_unread"),
        ("p{color:red}@media screen{" * 30, "style_unread"),
        ("p{width:" + "9" * 5000 + "px}", "style_unread"),
        ("p{display:flex;flex-direction:row-reverse}", "reordered"),
        ("b{order:-1}", "reordered"),
        ("b{unicode-bidi:bidi-override;direction:rtl}", "reordered"),
        ("p{color:#fff}p b{color:#fff}", "faint_text"),
        ("ol li{list-style-type:hebrew}", "written_by_style"),
        ("@counter-style x{symbols:'甲'}ol{list-style:x}", "written_by_style"),
        ("li::marker{content:'第' counter(list-item) '条'}", "written_by_style"),
    ],
)
def test_what_cannot_be_told_of_a_style_is_told_of(style, kind):
    content = "<p><b>受理83件。</b></p><ol><li>办结79件。</ol>"
    assert kind in counted(page(content, style))
    assert not counted(page(content))


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("<input value='83'>", "83"),
        ("<input type='number' value='83'>", "83"),
        ("<textarea>83</textarea>", "83"),
        ("<select><option>85<option selected>83</select>", "83"),
        ("<select><option>83<option>85</select>", "83"),
        ("<input>", ""),
    ],
)
def test_a_field_is_read_as_it_is_filled_in_and_told_of(field, shown):
    document = page(f"<p>受理{field}件。</p>")

    assert document.text == f"受理{shown}件。"
    assert counted(document) == {"form_field": 1}


@pytest.mark.parametrize("button", ["submit", "button", "hidden", "image", "reset"])
def test_a_button_is_no_field(button):
    document = page(f"<p>受理83件<input type='{button}' value='97'></p>")
    assert (document.text, document.notices) == ("受理83件", ())


def test_boxes_are_ticked_or_not():
    boxes = "<input type='checkbox' checked>是<input type='checkbox'>否"
    assert page(f"<p>公开：{boxes}</p>").text == "公开：☑是☐否"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("<mfrac><mn>1</mn><mn>3</mn></mfrac>", "1/3"),
        ("<mrow><mfrac><mrow><mn>1</mn></mrow><mrow><mn>3</mn></mrow></mfrac></mrow>", "1/3"),
        ("<msup><mn>8</mn><mn>3</mn></msup>", "8³"),
        ("<msub><mn>8</mn><mn>3</mn></msub>", "8₃"),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x₁²"),
        ("<mn>83</mn><mo>÷</mo><mn>97</mn>", "83÷97"),
        (
            "<semantics><mfrac><mn>1</mn><mn>3</mn></mfrac><annotation>13</annotation></semantics>",
            "1/3",
        ),
    ],
)
def test_a_formula_is_read_as_one_line_and_told_of(formula, text):
    document = page(f"<p>比例为<math>{formula}</math>，好。</p>")

    assert document.text == f"比例为{text}，好。"
    assert counted(document) == {"formula": 1}


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<sup>1</sup>/<sub>3</sub>", "1/3"),
        ("<sup>1</sup>&frasl;<sub>3</sub>", "1/3"),
        ("CO<sub>2</sub>", "CO2"),
        ("83<sub>2</sub>件", "83₂件"),
        ("83件<sup>1</sup>", "83件¹"),
        ("83<span style='vertical-align:sub'>2</span>件", "83₂件"),
        ("1200m<sup>2</sup>", "1200m²"),
    ],
)
def test_raised_and_lowered_digits_go_on_no_number(inside, text):
    assert page(f"<p>{inside}</p>").text == text


@pytest.mark.parametrize(
    ("listing", "numbers"),
    [
        ("<ol start='3'>", ["3.", "4."]),
        ("<ol reversed>", ["2.", "1."]),
        ("<ol reversed start='9'>", ["9.", "8."]),
        ("<ol type='a'>", ["a.", "b."]),
        ("<ol style='list-style-type:cjk-ideographic'>", ["一、", "二、"]),
        ("<ol style='list-style:simp-chinese-informal inside'>", ["一、", "二、"]),
        ("<ol style='list-style-type:upper-roman'>", ["I.", "II."]),
        ("<ol style='list-style-type:decimal-leading-zero'>", ["01.", "02."]),
        ("<ul style='list-style-type:decimal'>", ["1.", "2."]),
        ("<ol class='k'>", ["一、", "二、"]),
        ("<ol class='none'>", ["", ""]),
        ("<ol style='list-style:none'>", ["", ""]),
        ("<ol style='border:none'>", ["1.", "2."]),
        ("<ol class='bare'>", ["", ""]),
        ("<ol class='first'>", ["", "2."]),
        ("<ul>", ["", ""]),
    ],
)
def test_a_list_is_numbered_as_its_page_shows_it(listing, numbers):
    style = (
        "ol.k{list-style-type:cjk-ideographic} .none,.first li:first-child{list-style-type:none}"
        ".bare li{display:block}"
    )
    document = page(f"{listing}<li>受理案件。<li>办结案件。</{listing[1:3]}>", style)
    assert [paragraph.list_number for paragraph in document.paragraphs] == numbers


@pytest.mark.parametrize(
    ("style", "inside", "texts"),
    [
        ("span{display:block}", "<span>受理12</span><span>34件</span>", ["受理12", "34件"]),
        ("span{display:table-cell}", "<span>12</span><span>34</span>", ["12", "34"]),
        ("p{display:flex}", "<span>12</span><span>34</span>", ["12 34"]),
        ("i{display:inline-block;width:3em}", "受理<i>12</i>34件", ["受理12 34件"]),
        ("div{display:inline}", "</p><div>受理12</div><div>34件</div>", ["受理1234件"]),
        ("", "受理<bdo dir='rtl'>38</bdo>件", ["受理83件"]),
    ],
)
def test_pieces_stand_together_or_apart_as_they_are_shown(style, inside, texts):
    assert [one.text for one in page(f"<p>{inside}</p>", style).paragraphs] == texts


LINES = "一、举措\n受理83件。\r\n二、不足"


@pytest.mark.parametrize(
    ("style", "body", "kept"),
    [
        ("", f"<pre>{LINES}</pre>", True),
        ("", f"<div style='white-space:pre-wrap'>{LINES}</div>", True),
        ("p{white-space:pre-line}", f"<p>{LINES}</p>", True),
        ("", f"<p><span style='white-space:break-spaces'>{LINES}</span></p>", True),
        ("pre{white-space:normal}", f"<pre>{LINES}</pre>", False),
        ("p{white-space:nowrap}", f"<p>{LINES}</p>", False),
        ("", f"<p>{LINES}</p>", False),
    ],
)
def test_line_ends_are_kept_where_the_page_shows_them(style, body, kept):
    shown = [one.text for one in page(body, style).paragraphs]
    assert shown == (
        ["一、举措", "受理83件。", "二、不足"] if kept else ["一、举措受理83件。二、不足"]
    )


def test_line_ends_beside_kept_ones_are_spaces():
    body = "<p>依法\n办理<span style='white-space:pre'>83件。\n二、不足</span>很\n少</p>"
    assert [one.text for one in page(body).paragraphs] == ["依法办理83件。", "二、不足很少"]


@pytest.mark.parametrize(
    ("thing", "kind"),
    [
        ("<iframe src='a.html'></iframe>", "embedded"),
        ("<iframe src='a.html' width='0'></iframe>", ""),
        ("<iframe src='a.html' style='display:none'></iframe>", ""),
        ("<svg><text>83件</text></svg>", "chart"),
        ("<svg><path d='M0 0'/></svg>", ""),
        ("<ruby>办<rt>ban</rt></ruby>", "ruby"),
        ("<div hidden><script>var a = 83;</script></div>", ""),
    ],
)
def test_what_is_not_read_is_told_of(thing, kind):
    told = counted(page(f"<p>受理83件。{thing}</p>"))
    assert set(told) == ({kind} if kind else set())


@pytest.mark.parametrize("style", ["float:right", "position:absolute"])
def test_a_piece_that_stands_elsewhere_than_in_its_line_is_told_of(style):
    moved = f"<span style='{style}'>3</span>"

    assert "reordered" in counted(page(f"<p>受理{moved}8件。</p>"))
    assert not counted(page(f"<p>{moved}</p><p>受理8件。</p>"))


def test_a_sign_that_only_a_font_of_the_page_knows_is_told_of():
    assert counted(page("<p>受理&#xe603;3件。</p>")) == {"symbol": 1}


NOTE = "<div id='{0}1'><p><a href='#_{0}ref1'>[1]</a>含上年结转。</p></div>"
MARK = "<a href='{0}#_{1}1'><span>[1]</span></a>"


@pytest.mark.parametrize("kind", ["ftn", "edn"])
@pytest.mark.parametrize("address", ["", "file.htm"])
def test_a_note_of_word_stands_behind_its_paragraph(kind, address):
    body = f"<p>受理83{MARK.format(address, kind)}件。</p><p>办结79件。</p>"
    document = page(f"<div>{body}</div><div>{NOTE.format(kind)}</div>")

    assert [one.text for one in document.paragraphs] == ["受理83件。", "含上年结转。", "办结79件。"]
    assert counted(document) == {"footnote": 1}


def test_a_mark_whose_note_is_not_there_stays():
    assert page(f"<p>受理83件{MARK.format('', 'ftn')}。</p>").text == "受理83件[1]。"


def test_comments_of_word_are_no_text():
    mark = "<![if !supportAnnotations]><a href='#_msocom_1'>[张1]</a><![endif]>"
    comments = "<div style='mso-element:comment-list'><div><p>应为85件</p></div></div>"
    document = page(f"<p>受理83{mark}件。</p>{comments}")

    assert document.text == "受理83件。"
    assert counted(document) == {"footnote_left_out": 5}


def test_what_a_script_brings_into_view_is_read_and_told_of():
    report = "".join(f"<p>第{number}项，依法办理各类案件，受理83件。</p>" for number in range(30))
    document = page(f"<h1>报告</h1><div class='tab'>{report}</div>", ".tab{display:none}")

    assert document.text.count("受理83件") == 30
    assert "shown_by_script" in counted(document)


def test_what_is_hidden_beside_the_report_is_not_told_of():
    report = "".join(f"<p>{'依法办理各类案件，受理83件。' * 5}</p>" for _ in range(6))
    menu = "<div><ul><li><a href='/'>首页</a><div class='m'>栏目</div></ul></div>"
    document = page(f"{menu}<div><div>{report}</div></div>", ".m{display:none}")

    assert set(counted(document)) <= {"site_chrome"}


@pytest.mark.parametrize("table", ["<table>", "<table><tbody>", "<table><caption>表</caption>"])
def test_rows_stand_in_a_body_as_in_a_browser(table):
    sheet = "tbody>tr i{display:none}table>tr{display:none}tr:nth-child(2) b{display:none}"
    rows = "".join(f"<tr><td>{number}<i>9</i><b>8</b></td></tr>" for number in (83, 79))

    assert page(f"{table}{rows}</table>", sheet).text.removeprefix("表\n") == "838\n79"
