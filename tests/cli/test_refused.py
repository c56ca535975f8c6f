"""What cannot be done is refused in one Chinese sentence, and nothing changes."""

import os

import pytest
from tests.cli.reports import LINES
from tests.given import SAMPLE

from nianbao.actions import drafting
from nianbao.machine import installation


def test_a_fault_of_the_program_is_said_and_written_down_without_text(
    run, last_year, monkeypatch, tmp_path
):
    secret = "".join(["秘", "密"])

    def broken(*_, **__):
        raise RuntimeError(secret)

    monkeypatch.setattr(drafting, "draft", broken)
    monkeypatch.setattr(installation, "log_folder", lambda: tmp_path / "log")

    code, _, err = run("draft", last_year, "-w", "w.nianbao")

    log = (tmp_path / "log" / "nianbao.log").read_text(encoding="utf-8")
    assert code == 1
    assert "程序内部出错（RuntimeError），原有内容没有改动。" in err
    assert "in broken" in log
    assert secret not in log + err


def bad_files():
    text = "\n".join(LINES).encode()
    return {
        "空文件": (b"", "空"),
        "空压缩包": (b"PK\x05\x06" + bytes(18), "是空的压缩包"),
        "只剩一半的文档": (SAMPLE.read_bytes()[:9000], "不完整或已经损坏"),
        "不是报告": (("今天天气很好。" * 60).encode(), "不像是法治政府建设年度报告"),
        "乱字节": (bytes(range(256)) * 8, "认不出是什么格式"),
        "没有年份": (text.replace(b"2025", b"").replace(b"2026", b""), "年份"),
    }


@pytest.mark.parametrize("name", bad_files())
def test_a_bad_file_is_one_sentence_and_leaves_nothing_behind(run, tmp_path, name):
    data, word = bad_files()[name]
    path = tmp_path / f"{name}.docx"
    path.write_bytes(data)

    code, out, err = run("draft", path, "-w", "w.nianbao", "-o", "a.docx")

    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1
    assert word in err
    assert "Traceback" not in err
    assert sorted(os.listdir(tmp_path)) == [path.name]


def test_a_year_that_exists_is_refused_and_nothing_changes(run, last_year, tmp_path):
    run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx")
    before = (tmp_path / "w.nianbao").read_bytes()

    code, _, err = run("draft", last_year, "-w", "w.nianbao", "-o", "b.docx")

    assert (code, "已经有青岚县2026年度的报告" in err) == (1, True)
    assert (tmp_path / "w.nianbao").read_bytes() == before
    assert not (tmp_path / "b.docx").exists()


def test_a_place_that_cannot_be_written_is_refused_and_nothing_changes(run, last_year, tmp_path):
    run("import", last_year, "-w", "w.nianbao")
    before = (tmp_path / "w.nianbao").read_bytes()

    code, _, err = run("draft", last_year, "-w", "w.nianbao", "-o", tmp_path / "没有" / "a.docx")

    assert (code, len(err.strip().splitlines())) == (1, 1)
    assert (tmp_path / "w.nianbao").read_bytes() == before
    assert run("draft", last_year, "-w", "x.nianbao", "-o", tmp_path / "没有" / "a.docx")[0] == 1
    assert not (tmp_path / "x.nianbao").exists()


NAMELESS = [".", "/", *(["Q:"] if os.name == "nt" else [])]  # Q: is a stick that is not there


@pytest.mark.parametrize("place", NAMELESS)
def test_a_place_without_a_name_is_refused(run, last_year, tmp_path, place):
    assert run("import", last_year, "-w", "w.nianbao")[0] == 0
    render = ("render", "-w", "w.nianbao", "--year", 2025, "-o", place)
    draft = ("draft", last_year, "-o", place)
    before = set(tmp_path.iterdir())

    for command in (render, draft, ("import", last_year, "-w", place)):
        code, _, err = run(*command)
        assert (code, len(err.strip().splitlines())) == (1, 1)
        assert "内部出错" not in err
    assert run("doctor", "-w", place)[0] == 0
    assert set(tmp_path.iterdir()) == before


@pytest.mark.skipif(os.name != "nt", reason="a file elsewhere")
@pytest.mark.parametrize("name", ["CON.docx", "NUL"])
def test_a_device_is_no_place_for_a_draft(run, last_year, tmp_path, name):
    code, _, err = run("draft", last_year, "-w", "w.nianbao", "-o", tmp_path / name)

    assert (code, len(err.strip().splitlines())) == (1, 1)
    assert "内部出错" not in err
    assert not (tmp_path / "w.nianbao").exists()


def test_an_unknown_profile_is_refused_with_the_known_ones(run, last_year):
    code, _, err = run("draft", last_year, "-w", "w.nianbao", "-o", "a.docx", "--profile", "无")

    assert (code, "npc_report" in err) == (1, True)


@pytest.mark.parametrize("words", [[], ["没有"], ["draft"], ["check"], ["render", "-w", "x"]])
def test_wrong_usage_is_said_in_chinese_and_exits_with_2(run, words):
    code, _, err = run(*words)

    assert code == 2
    assert "用法" in err
    assert "usage" not in err
    assert "required" not in err
