"""A draft says on paper what was not confirmed; a final copy has nothing to say."""

import json

import docx
import pytest

from nianbao.actions import editing
from nianbao.checks.open_items import IN_TEXT, OpenKind
from nianbao.desk.checked import check
from nianbao.desk.desk import Desk
from nianbao.desk.opening import opened
from nianbao.rendering.docx import readback
from nianbao.report.writing import placeholder
from nianbao.views.export_name import default_name

LINES = (
    "霁岚县2024年法治政府建设年度报告",
    "2024年，霁岚县扎实推进法治政府建设，各项工作取得新的进展。现将有关情况报告如下：",
    "一、主要举措和成效",
    "（一）规范行政执法。健全制度，严格责任，办结全省首例跨区案件，执法质效不断提升。",
    "（二）化解矛盾纠纷。坚持源头治理，整合调解资源。新收行政复议申请83件。",
    "二、存在的不足和原因",
    "一是个别干部能力不足。二是基层力量薄弱。",
    "三、2025年主要安排",
    "（一）强化执法监督。持续提升执法水平，加强培训和监督，压实工作责任。",
)


@pytest.fixture(autouse=True)
def last_year(tmp_path):
    (tmp_path / "去年.txt").write_text("\n".join(LINES), encoding="utf-8")


def settle(place):
    """Answer and decide everything of the newest year."""
    desk = Desk.open(place)
    for section in list(desk.report.walk()):
        for entry in section.texts:
            if placeholder.is_open(entry.text):
                editing.write(desk, entry.id, placeholder.unmarked(entry.text))
            editing.keep(desk, entry.id)
    desk.close()


def test_each_question_is_a_comment_on_its_mark(run, tmp_path):
    run("draft", "去年.txt", "-w", "w.nianbao", "-o", "a.docx")
    asked = run("changes", "-w", "w.nianbao", "--year", 2025, "--ask")[1]
    document = docx.Document(str(tmp_path / "a.docx"))
    words = list(readback._commented(document.element.body).values())
    said = [comment.text for comment in document.comments]

    assert words == [
        "【待核：全省首例】",
        *["【待核：上年的不足，请改写】"] * 2,
        "【待核：上年的安排，请改写】",
    ]
    assert said[0] == "“首次”“率先”不能连写两年，请改写或删去。"
    assert all(reason in asked for reason in said)
    assert f"待核{len(words)}处" in asked


def test_a_question_that_was_written_anew_is_asked_no_more(run, tmp_path):
    run("draft", "去年.txt", "-w", "w.nianbao", "-o", "a.docx")
    settle(tmp_path / "w.nianbao")

    assert "待核0处" in run("changes", "-w", "w.nianbao", "--year", 2025, "--ask")[1]


def test_a_final_copy_is_refused_while_anything_is_open(run, tmp_path):
    assert run("draft", "去年.txt", "-w", "n.nianbao", "-o", "a.docx", "--final")[0] == 1
    assert not list(tmp_path.glob("*.nianbao*")) + list(tmp_path.glob("*.docx"))

    run("draft", "去年.txt", "-w", "w.nianbao", "-o", "a.docx")
    code, _, err = run("render", "-w", "w.nianbao", "--year", 2025, "-o", "r.docx", "--final")
    assert code == 1
    assert err.startswith("还不能定稿：还有待报1项、待核4项")
    assert not (tmp_path / "r.docx").exists()

    settle(tmp_path / "w.nianbao")
    assert (
        "还有待报1项。"
        in run("render", "-w", "w.nianbao", "--year", 2025, "-o", "r.docx", "--final")[2]
    )

    (tmp_path / "v.json").write_text(json.dumps({"行政复议申请新收数": 90}), encoding="utf-8")
    assert run("fill", "-w", "w.nianbao", "--year", 2025, "v.json")[0] == 0
    assert run("render", "-w", "w.nianbao", "--year", 2025, "-o", "r.docx", "--final")[0] == 0
    assert not len(docx.Document(str(tmp_path / "r.docx")).comments)


def test_a_number_newly_written_keeps_a_copy_from_being_final(run, tmp_path):
    run("draft", "去年.txt", "-w", "w.nianbao", "-o", "a.docx")
    settle(tmp_path / "w.nianbao")
    (tmp_path / "v.json").write_text(json.dumps({"行政复议申请新收数": 90}), encoding="utf-8")
    run("fill", "-w", "w.nianbao", "--year", 2025, "v.json")
    with opened(tmp_path / "w.nianbao") as desk:
        entry = desk.report.sections[0].sections[0].texts[0]
        editing.write(desk, entry.id, entry.text + "新建乡镇综治中心14个。")
        assert [one.kind for one in check(desk).open_items.of(IN_TEXT)] == [OpenKind.NEW]
        assert "送审稿，1项新数" in default_name(desk)

    code, _, err = run("render", "-w", "w.nianbao", "--year", 2025, "-o", "r.docx", "--final")
    assert code == 1
    assert err.startswith("还不能定稿：还有新数1项。")
    assert run("render", "-w", "w.nianbao", "--year", 2025, "-o", "r.docx")[0] == 0


def test_an_imported_report_can_be_final(run, tmp_path):
    run("import", "去年.txt", "-w", "w.nianbao")
    assert run("render", "-w", "w.nianbao", "--year", 2024, "-o", "r.docx", "--final")[0] == 0
