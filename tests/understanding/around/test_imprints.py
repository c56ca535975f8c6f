"""What 版记 counts is no figure of the report, in paragraphs and in tables."""

import pytest

from nianbao.report.document import Document, FilePlace, Paragraph
from nianbao.report.model import ElementKind
from nianbao.understanding.understand import understand
from tests.understanding import written

COPIED = "抄送：县委办公室，12个乡镇人民政府。"
PRINTED = "霞屏县人民政府办公室　　　　2025年2月8日印发"


def read(*behind, back=written.BACK, cells=False, place=FilePlace.BODY):
    """Understand a report with these lines behind it; `cells` are those of a table."""
    place = FilePlace.TABLE if cells else place
    lines = [Paragraph(text=line) for line in written.lines(back=back)]
    lines += [Paragraph(text=line, place=place) for line in behind]
    return understand(Document(kind="docx", name="x", paragraphs=tuple(lines)), stem="t")


def kinds(found, *texts):
    kept = {one.text: one.kind for one in found.report.back}
    return [kept.get(text) for text in texts]


def counted(found):
    """What became of numbers that are not in the plain report."""
    plain = read()
    assert len(found.mentions) == len(plain.mentions)
    assert [n.text for n in found.numerals if n.kind.value == "asked"] == []
    return {one.reason for one in found.numerals if one.piece == found.report.back[-1].id}


@pytest.mark.parametrize("back", [written.BACK, (), ("霞屏县人民政府",)])
@pytest.mark.parametrize(
    "line",
    [
        *(
            "印数：50份",
            "共印50份",
            "（共印50份）",
            "〔共印50份〕",
            "（印50份）",
            "印50份",
            "（印数50份）",
        ),
        *(
            "印发份数：50份",
            "印制份数：50",
            "印刷份数：50份",
            "本件共印50份",
            "本文共印50份。",
            "份号：000012",
        ),
        *(
            "（共印50份，共5页）",
            "共印50份，存档2份",
            f"{PRINTED}（共印50份）",
            f"{PRINTED} 共印50份",
        ),
    ],
)
def test_how_many_were_printed_is_of_the_imprint(line, back):
    for lines in ([line], [COPIED, PRINTED, line]):
        found = read(*lines, back=back)

        assert kinds(found, line)[-1] in (ElementKind.IMPRINT, ElementKind.NOTE)
        assert counted(found) <= {"版记", "附注", "成文日期"}


@pytest.mark.parametrize(
    "cells",
    [
        ("印数", "50份"),
        ("印制份数", "50", "校对", "王一"),
        ("抄送", "县委办公室，12个乡镇", "印发机关", "霞屏县司法局", "印数", "50份"),
        ("抄送：", "县委办公室，12个乡镇", "印数", "50份"),
        (COPIED, "霞屏县司法局", "2025年2月8日印发", "印数：50份"),
        (COPIED, "", "（共印50份）"),
    ],
)
def test_so_it_is_in_the_cells_of_a_table(cells):
    found = read(*cells, cells=True)

    assert {one.kind for one in found.report.back[3:]} == {ElementKind.IMPRINT}
    assert counted(found) <= {"版记", "成文日期"}


@pytest.mark.parametrize(
    "line",
    [
        "共印5000份宣传资料，发放到户。",
        "（三）做好宣传。全年共印5000份资料。",
        "全年印发宣传资料5000份，印制海报300张。",
    ],
)
def test_what_the_report_printed_is_a_figure(line):
    found = read(line, back=())

    assert any(one.value == 5000 for one in found.mentions)


@pytest.mark.parametrize(
    "cells",
    [
        ("名称", "印数", "手册", "5000份"),
        ("部门", "份数", "司法局", "5000份"),
        ("份数：", "5000份"),
    ],
)
def test_a_table_that_counts_copies_is_none(cells):
    found = read(*cells, cells=True)

    assert "5000份" in [one.text for one in found.numerals if one.kind.value == "asked"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("全县聘请调解员415名。", "415名"),
        ("校对：全县行政检查87次", "87次"),
        ("本年度行政检查87次", "87次"),
    ],
)
def test_what_looks_like_no_imprint_behind_one_is_read_like_any_text(line, number):
    found = read(COPIED, PRINTED, line)

    told = [one.text for one in [*found.mentions, *found.numerals]]
    assert number in told


def test_a_table_behind_an_imprint_is_asked_about():
    found = read("抄送：县委办公室。", "单位", "检查", "水利局", "87", "民政局", "93次", cells=True)

    asked = [one.text for one in found.numerals if one.kind.value == "asked"]
    assert asked == ["87", "93次"]


@pytest.mark.parametrize("office", ["霞屏县人民政府办公室", "霞屏县司法局办公室"])
@pytest.mark.parametrize("copied", [(), (COPIED,)])
def test_an_office_that_printed_did_not_sign_a_report_that_nobody_signs(office, copied):
    found = read(*copied, office, "2025年2月8日印发", back=())

    assert [one.text for one in found.report.back] == [*copied, office, "2025年2月8日印发"]
    assert {one.kind for one in found.report.back} == {ElementKind.IMPRINT}
    assert found.date == ""


def test_what_a_government_signs_and_prints_on_one_day_is_signed():
    found = read("霞屏县人民政府", "2025年2月8日印发", back=())

    assert kinds(found, "霞屏县人民政府") == [ElementKind.SIGNATURE]
