"""What a reader of a Word file sees is what is read: colours, sizes, forms, rows, revisions."""

import pytest
from tests.growing import LINEAR_IN_TIME, seconds
from tests.readers.word.word_files import counted, docx, level, listed, numbering, opened, p, run

from nianbao.readers import read
from nianbao.readers.fields import without_result

WHITE = '<w:color w:val="FFFFFF"/>'
RED_BEHIND = '<w:shd w:val="clear" w:fill="C00000"/>'


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


@pytest.mark.parametrize(
    "properties",
    [
        WHITE,
        '<w:color w:val="fefefe"/>',
        '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
        '<w:color w:val="FFFF00"/><w:shd w:val="clear" w:fill="FFFF00"/>',
        WHITE + '<w:shd w:val="clear" w:fill="auto"/>',
        WHITE + '<w:highlight w:val="none"/>',
        '<w:sz w:val="2"/>',
        '<w:rStyle w:val="pale"/>',
    ],
)
def test_characters_that_cannot_be_seen_go_on_no_number(properties):
    styles = f'<w:style w:type="character" w:styleId="pale"><w:rPr>{WHITE}</w:rPr></w:style>'
    document = opened(p(run("受理") + run("9", properties) + run("83件")), styles=styles)

    assert document.text == "受理83件"
    assert counted(document) == {"hidden_text": 1}


@pytest.mark.parametrize(
    "properties",
    [
        WHITE + RED_BEHIND,
        WHITE + '<w:highlight w:val="red"/>',
        WHITE + "<w:outline/>",
        WHITE + "<w:emboss/>",
        '<w:color w:val="FF0000"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="FFFFFF"/>',
        '<w:sz w:val="21"/>',
        '<w:rStyle w:val="pale"/><w:color w:val="auto"/>',
    ],
)
def test_characters_that_can_be_seen_are_read_without_a_word(properties):
    styles = f'<w:style w:type="character" w:styleId="pale"><w:rPr>{WHITE}</w:rPr></w:style>'
    document = opened(p(run("受理") + run("83", properties) + run("件")), styles=styles)

    assert document.text == "受理83件"
    assert not document.notices


def test_white_on_a_coloured_paragraph_or_cell_is_seen():
    white = run("受理83件", WHITE)
    coloured = opened(p(white, RED_BEHIND) + table(row(cell(p(white), RED_BEHIND))))

    assert coloured.text == "受理83件\n受理83件"
    assert not coloured.notices


@pytest.mark.parametrize(
    ("before", "content", "after"),
    [
        ("", table(row(cell(p(run("受理83件", WHITE))))), ""),
        (
            '<w:p><w:r><wps:txbx><w:txbxContent xmlns:wps="x">',
            p(run("受理83件", WHITE)),
            "</w:txbxContent></wps:txbx></w:r></w:p>",
        ),
    ],
    ids=["cell", "box"],
)
def test_white_where_the_ground_is_not_known_is_read_and_told_of(before, content, after):
    document = opened(before + content + after)

    assert "受理83件" in document.text
    assert counted(document)["faint_text"] == 5


def test_white_below_a_coloured_paragraph_is_not_seen():
    document = opened(p(run("标题"), RED_BEHIND) + p(run("受理") + run("9", WHITE) + run("83件")))
    assert document.text == "标题\n受理83件"


def test_a_raised_and_a_lowered_digit_make_a_fraction_and_go_on_no_number():
    high, low = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    third = run("占") + run("1", high) + run("/") + run("3", low)
    noted = run("CO") + run("2", low) + run("降低83") + run("2", low) + run("吨")

    assert opened(p(third) + p(noted)).text == "占1/3\nCO2降低83₂吨"


def test_the_typed_mark_of_a_note_goes_on_no_number():
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>'
    notes = f'<w:footnote w:id="2">{p("含结转9件。")}</w:footnote>'
    document = opened(p(run("受理83") + mark + run("件")), footnotes=notes)

    assert document.text == "受理83¹件\n含结转9件。"


def control(properties: str, content: str) -> str:
    inside = f"<w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent>"
    return f"<w:sdt>{inside}</w:sdt>"


def test_the_prompt_of_a_control_that_nobody_filled_in_is_told_of():
    prompt = control("<w:showingPlcHdr/><w:text/>", run("单击此处输入2024年的件数"))
    document = opened(p(run("受理") + prompt + run("件")))

    assert document.text == "受理单击此处输入2024年的件数件"
    assert counted(document) == {"unfilled_control": 1}


@pytest.mark.parametrize(
    "properties",
    ["<w:dropDownList/>", "<w:date/>", '<w:showingPlcHdr w:val="0"/>', "<w:comboBox/>", ""],
)
def test_what_was_filled_into_a_control_is_text(properties):
    document = opened(p(run("受理") + control(properties, run("83")) + run("件")))

    assert document.text == "受理83件"
    assert not document.notices


def form(data: str) -> str:
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>'
    return (
        f"<w:r>{begin}</w:r><w:r><w:instrText>FORM</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


LISTED = '<w:listEntry w:val="85"/><w:listEntry w:val="83"/>'


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "☑"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☑"),
        ('<w:checkBox><w:checked w:val="0"/><w:default w:val="1"/></w:checkBox>', "☐"),
        ("<w:checkBox/>", "☐"),
        (f'<w:ddList><w:result w:val="1"/>{LISTED}</w:ddList>', "83"),
        (f"<w:ddList>{LISTED}</w:ddList>", "85"),
        (f'<w:ddList><w:result w:val="x"/>{LISTED}</w:ddList>', "85"),
    ],
)
def test_an_old_form_shows_what_is_chosen_in_it(data, shown):
    document = opened(p(run("选") + form(data) + run("项")))

    assert document.text == f"选{shown}项"
    assert not document.notices


def test_a_choice_that_is_not_on_its_list_is_told_of():
    document = opened(p(run("选") + form('<w:ddList><w:result w:val="9"/></w:ddList>')))
    assert counted(document) == {"field_without_result": 1}


@pytest.mark.parametrize(
    "instruction",
    [
        *("REF a", "SEQ 表", "DOCPROPERTY n", "= 80+3", "DATE", "MERGEFIELD n", "AUTONUM"),
        *("LISTNUM", "STYLEREF 1", "QUOTE 83", "INCLUDETEXT a.docx", "PAGEREF a", "FILLIN 件数"),
    ],
)
def test_no_field_that_may_show_a_number_is_dropped_in_silence(instruction):
    assert without_result(instruction) is None
    shown = opened(p(run("受理") + f'<w:fldSimple w:instr="{instruction}"/>' + run("件")))
    assert counted(shown) == {"field_without_result": 1}


def test_rows_that_revisions_add_or_a_property_hides_are_told_of():
    added, hidden = row(cell(p("新83")), "<w:ins/>"), row(cell(p("隐97")), "<w:hidden/>")
    document = opened(table(added, hidden, row(cell(p("旧85")), "<w:del/>")))

    assert document.text == "新83"
    assert counted(document) == {"inserted_text": 3, "hidden_text": 3, "deleted_text": 3}


def test_what_was_moved_stands_once_where_it_was_moved_to():
    moved = f"<w:moveFrom>{run('受理83件。')}</w:moveFrom>"
    document = opened(p(run("甲。") + moved) + p(f"<w:moveTo>{run('受理83件。')}</w:moveTo>"))

    assert document.text == "甲。\n受理83件。"
    assert counted(document) == {"moved_text": 6}


def test_text_that_is_set_backwards_is_told_of():
    backwards = f'<w:bdo w:val="rtl">{run("38")}</w:bdo>'
    assert counted(opened(p(run("受理") + backwards))) == {"reordered": 1}


def test_a_list_number_that_is_hidden_is_not_written():
    hidden = level(0, "chineseCounting", "%1、", "<w:rPr><w:vanish/></w:rPr>")
    lists = numbering(hidden, level(1, "decimal", "%1.%2"))

    document = opened(listed("甲") + listed("乙", level=1), numbering=lists)
    assert document.text == "甲\n一.1乙"


def test_a_paragraph_of_many_revisions_is_read_in_linear_time():
    def made(number):
        return docx(p("<w:ins>" + run("8") + "</w:ins>" + (f"<w:ins>{run('3')}</w:ins>") * number))

    assert seconds(made, lambda data: read(data, "年报"), 2_000) < LINEAR_IN_TIME


@pytest.mark.parametrize("kind", ["vMerge", "hMerge"])
def test_what_a_merged_cell_covers_is_not_read(kind):
    def cell(text, merge=""):
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{p(text)}</w:tc>"

    first, covered = f'<w:{kind} w:val="restart"/>', f"<w:{kind}/>"
    rows = [
        cell("复议", first) + cell("受理83件", covered if kind == "hMerge" else ""),
        cell("旧值99件", covered if kind == "vMerge" else first) + cell("审结79件"),
    ]
    document = opened(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")

    hidden = "旧值99件" if kind == "vMerge" else "受理83件"
    shown = [text for text in ("复议", "受理83件", "旧值99件", "审结79件") if text != hidden]
    assert [one.text for one in document.paragraphs] == shown
    assert counted(document)["hidden_text"] == len(hidden)
