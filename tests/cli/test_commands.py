"""The commands as a user or a tool calls them: words in, words and an exit code out."""

import json
import os
import socket
import subprocess
import sys

import docx
import pytest
from docx.shared import Pt
from tests.cli.reports import LINES
from tests.understanding.made_up import TITLE

from nianbao import shipped


def test_demo_makes_a_draft_and_says_what_is_pending(run, tmp_path):
    code, out, _ = run("demo", "-o", "示范.docx")

    assert code == 0
    assert str(tmp_path / "示范.docx") in out
    assert "待填" in out
    assert "安澜县人民政府\n关于" not in run("text", "示范.docx")[1]
    assert "关于2026年法治政府建设情况的报告" in run("text", "示范.docx")[1]


def test_demo_opens_no_socket(run, monkeypatch):
    def refused(*_, **__):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refused)

    assert run("demo", "-o", "a.docx")[0] == 0


def test_last_year_comes_back_and_this_year_is_filled(run, last_year, tmp_path):
    assert run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")[0] == 0
    assert run("render", "-w", "w.nianbao", "--year", 2025, "-o", "b.docx")[0] == 0
    last = run("text", "b.docx")[1]
    assert (
        last
        == "\n".join(LINES)
        .replace(",", "，")
        .replace("(", "（")
        .replace(")", "）")
        .replace(":", "：")
        + "\n"
    )

    (tmp_path / "数.csv").write_text("指标,数值\n行政复议申请新收数,112\n", encoding="utf-8-sig")
    code, out, _ = run("fill", "-w", "w.nianbao", "--year", 2026, "数.csv")
    assert (code, out[:5]) == (0, "已填1个数")
    run("render", "-w", "w.nianbao", "--year", 2026, "-o", "c.docx")
    assert "2026年，新收行政复议申请112件" in run("text", "c.docx")[1]


def test_raw_comes_back_exactly_as_read(run, last_year):
    run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx", "--raw")
    run("render", "-w", "w.nianbao", "--year", 2025, "-o", "b.docx")

    assert run("text", "b.docx")[1] == run("text", last_year)[1] == "\n".join(LINES) + "\n"


def test_unknown_names_are_listed_and_nothing_is_half_written(run, last_year, tmp_path):
    run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")
    values = {"行政复议申请新收数": 112, "没有的指标": 3, "发放资料数": "若干"}
    (tmp_path / "数.json").write_text(json.dumps(values), encoding="utf-8")

    code, _, err = run("fill", "-w", "w.nianbao", "--year", 2026, "数.json")

    assert code == 1
    assert "没有“没有的指标”这个指标" in err
    assert "“发放资料数”填的“若干”不是数字" in err
    run("render", "-w", "w.nianbao", "--year", 2026, "-o", "c.docx")
    assert "新收行政复议申请【待填" in run("text", "c.docx")[1]


def test_read_tells_the_structure(run, last_year):
    shaped = json.loads(run("read", last_year, "--json")[1])

    assert (shaped["title"], shaped["unit"], shaped["year"]) == (TITLE, "青岚县", 2025)
    assert [s["key"] for s in shaped["sections"]] == ["achievements", "shortcomings", "next_year"]
    first = shaped["sections"][0]["sections"][0]
    assert (first["number"], first["title"], first["run_in"]) == ("（一）", "化解矛盾纠纷", True)
    assert first["entries"][0]["kind"] == "measure"


def test_figures_and_relations_are_told(run, last_year):
    figures = json.loads(run("figures", last_year, "--json")[1])
    relations = json.loads(run("relations", last_year, "--json")[1])

    assert run("relations", last_year)[1] == "11件÷83件＝13.25%\n共1处数量关系。\n"
    assert [(f["text"], f["value"], f["unit"], f["kind"]) for f in figures] == [
        ("83件", 83, "件", "count"),
        ("11件", 11, "件", "count"),
        ("13.25%", 13.25, "%", "rate"),
        ("12万余份", 120000, "份", "count"),
    ]
    assert [
        (r["kind"], r["result"]["value"], [o["value"] for o in r["operands"]]) for r in relations
    ] == [("ratio", 13.25, [11, 83])]


def test_check_names_what_is_missing_and_exits_with_1(run, last_year):
    code, out, _ = run("check", last_year, "--json")

    assert code == 1
    assert [(f["rule"], f["severity"]) for f in json.loads(out)] == [("S01", "必改")]
    assert "第一责任人" in json.loads(out)[0]["message"]


def test_an_offices_own_template_is_used(run, last_year, tmp_path):
    template = docx.Document(shipped.path("templates", "公文.docx"))
    template.styles["公文标题"].font.size = Pt(20)
    template.save(tmp_path / "本县.docx")

    assert (
        run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx", "--template", "本县.docx")[0]
        == 0
    )
    styles = docx.Document(tmp_path / "a.docx").styles
    assert styles["公文标题"].font.size == Pt(20)
    assert run("draft", last_year, "-o", "b.docx", "--template", "没有.docx")[0] == 1


def test_every_automatic_change_can_be_seen(run, last_year):
    run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")

    code, out, _ = run("changes", "-w", "w.nianbao", "--year", 2026)
    asked = run("changes", "-w", "w.nianbao", "--year", 2026, "--ask")[1]

    assert code == 0
    assert "年度报… → 青岚县2026年法治政府建设年度报…　年份顺延。" in out
    assert "已改" not in asked
    assert "新一年的安排请重写" in asked


def test_a_draft_with_pending_figures_is_not_in_order(run, last_year):
    run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")

    code, out, _ = run("check", "-w", "w.nianbao", "--year", 2026, "--json")

    assert code == 1
    assert [f["text"][:4] for f in json.loads(out) if f["rule"] == "P00"] == [
        *["【待填："] * 3,
        *["【待核："] * 2,  # last year's shortcomings and plans
    ]


def test_a_year_that_is_not_the_reports_own_is_refused(run, last_year):
    code, _, err = run("draft", last_year, "--year", 2029, "-w", "w.nianbao", "-o", "a.docx")

    assert (code, "是2025年度的报告" in err) == (1, True)
    assert run("draft", last_year, "--year", 2026, "-w", "w.nianbao", "-o", "a.docx")[0] == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空"),
        ("指标;数值\n".encode(), "没有可填的数"),
        ("行政复议申请新收数,1\n行政复议申请新收数,2\n".encode(), "两个不同的值"),
        ("行政复议申请新收数,-5\n".encode(), "小于0"),
        (b"PK\x03\x04\x00\x01", "不完整或已经损坏"),
        ('[{"指标": "行政复议申请新收数"}]'.encode(), "不是数字"),
    ],
)
def test_a_table_that_is_not_understood_fills_nothing(run, last_year, tmp_path, data, said):
    run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")
    (tmp_path / "数.csv").write_bytes(data)

    code, out, err = run("fill", "-w", "w.nianbao", "--year", 2026, "数.csv")

    assert (code, out) == (1, "")
    assert said in err
    assert "内部出错" not in err


@pytest.mark.parametrize(
    "data",
    [
        "行政复议申请新收数\t800".encode("utf-16"),
        "行政复议申请新收数；800".encode("gb18030"),
        '[{"指标": "行政复议申请新收数", "数值": 800}]'.encode(),
        "指标,数值\r\n行政复议申请新收数,８００\r\n".encode("utf-8-sig"),
    ],
)
def test_a_table_is_understood_however_it_was_saved(run, last_year, tmp_path, data):
    run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")
    (tmp_path / "数.txt").write_bytes(data)

    assert run("fill", "-w", "w.nianbao", "--year", 2026, "数.txt")[0] == 0
    run("render", "-w", "w.nianbao", "--year", 2026, "-o", "c.docx")
    assert "新收行政复议申请800件" in run("text", "c.docx")[1]


def test_importing_the_same_file_twice_says_so(run, last_year):
    run("import", last_year, "-w", "w.nianbao")

    code, out, _ = run("import", last_year, "-w", "w.nianbao")

    assert code == 0
    assert "没有重复导入" in out
    assert len(run("history", "-w", "w.nianbao")[1].splitlines()) == 1


def test_import_and_new_year_can_be_undone_after_a_restart(run, last_year):
    run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")

    assert run("undo", "-w", "w.nianbao")[1] == "已撤销：建立2026年度\n"
    assert run("render", "-w", "w.nianbao", "--year", 2026, "-o", "c.docx")[0] == 1
    assert run("undo", "-w", "w.nianbao")[1].startswith("已撤销：导入2025年度报告")
    assert run("undo", "-w", "w.nianbao")[0] == 1
    assert run("redo", "-w", "w.nianbao")[0] == run("redo", "-w", "w.nianbao")[0] == 0
    assert run("render", "-w", "w.nianbao", "--year", 2026, "-o", "c.docx")[0] == 0


def test_several_units_live_in_one_workspace(run, last_year, tmp_path):
    other = tmp_path / "别县.txt"
    other.write_text("\n".join(LINES).replace("青岚县", "云屏县"), encoding="utf-8")
    run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")
    run("draft", other, "-w", "w.nianbao", "-o", "b.docx", "--other-unit")

    code, _, err = run("render", "-w", "w.nianbao", "--year", 2026, "-o", "c.docx")
    assert (code, "云屏县" in err, "--unit" in err) == (1, True, True)
    assert (
        run("render", "-w", "w.nianbao", "--year", 2026, "--unit", "云屏县", "-o", "c.docx")[0] == 0
    )
    assert run("text", "c.docx")[1].startswith("云屏县2026年")


def test_a_correction_is_made_listed_and_forgotten(run, last_year):
    run("import", last_year, "-w", "w.nianbao")

    assert run("correct", "-w", "w.nianbao", "rename", "发放资料数", "宣传资料发放数")[0] == 0
    assert (
        "宣传资料发放数\t12万余份" in run("correct", "-w", "w.nianbao", "list", "--year", 2025)[1]
    )
    assert "→ 宣传资料发放数" in run("correct", "-w", "w.nianbao", "rules")[1]
    assert run("correct", "-w", "w.nianbao", "reject", "--year", 2025, 4)[0] == 0
    assert run("correct", "-w", "w.nianbao", "forget", 1)[0] == 0
    assert run("correct", "-w", "w.nianbao", "forget", 9)[0] == 1
    assert run("correct", "-w", "w.nianbao", "rename", "没有", "有")[0] == 1


def test_two_figures_become_one_only_when_that_is_said(run, last_year):
    text = last_year.read_text(encoding="utf-8").replace(
        "发放资料12万余份", "发放资料90份，赠书90份"
    )
    last_year.write_text(text, encoding="utf-8")
    run("import", last_year, "-w", "w.nianbao")
    listed = run("correct", "-w", "w.nianbao", "list", "--year", 2025)[1]
    one, other = [line.split("\t")[1] for line in listed.splitlines() if "\t90份" in line]

    refused, _, why = run("correct", "-w", "w.nianbao", "rename", one, other)
    assert refused == 1
    assert "--merge" in why
    assert run("correct", "-w", "w.nianbao", "list", "--year", 2025)[1] == listed

    assert run("correct", "-w", "w.nianbao", "rename", one, other, "--merge")[0] == 0
    assert f"\t{one}\t" not in run("correct", "-w", "w.nianbao", "list", "--year", 2025)[1]


def test_a_formula_is_refused_and_confirmed_again(run, last_year):
    run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")

    listed = run("correct", "-w", "w.nianbao", "formulas")[1]
    assert listed == "1\t√\t行政复议纠错率＝行政复议纠错数÷行政复议申请新收数\n"
    run("correct", "-w", "w.nianbao", "rename", "行政复议纠错率", "复议纠错率")
    listed = run("correct", "-w", "w.nianbao", "formulas")[1]
    assert listed == "1\t√\t复议纠错率＝行政复议纠错数÷行政复议申请新收数\n"
    assert run("correct", "-w", "w.nianbao", "refuse", 1)[0] == 0
    assert "\t　\t" in run("correct", "-w", "w.nianbao", "formulas")[1]
    assert run("correct", "-w", "w.nianbao", "confirm", 1)[0] == 0
    steps = run("history", "-w", "w.nianbao")[1]
    assert "确认“复议纠错率”的公式" in steps
    assert "不用“复议纠错率”的公式" in steps
    assert run("correct", "-w", "w.nianbao", "confirm", 5)[0] == 1


def test_text_pasted_on_stdin_is_read(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "nianbao", "draft", "-", "-w", "w.nianbao", "-o", "a.docx"],
        input="\n".join(LINES).encode(),
        capture_output=True,
        cwd=tmp_path,
        env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()
    assert "青岚县2026年度" in done.stdout.decode("utf-8")


def test_where_no_backup_is_found_the_list_says_so(run):
    assert run("backup", "-w", "没有.nianbao", "--list") == (0, "", "没有找到备份。\n")
