"""Files that a command is given and that are no such thing: said in plain words, nothing is kept
waiting, filled or changed."""

import json
import os

import docx
import pytest

from nianbao import cli
from nianbao.actions.probes import driving

NOT_FILES = ["pipe", "device", "folder", "loop", "nothing", "n" * 300]


def _make(folder, what):
    path = folder / what
    if what == "pipe":
        os.mkfifo(path)
    elif what == "device":
        path.symlink_to("/dev/zero")
    elif what == "folder":
        path.mkdir()
    elif what == "loop":
        path.symlink_to(path)
    return str(path)


@pytest.fixture
def place(tmp_path):
    steps = tmp_path / "steps"
    steps.write_text("import\nyear", encoding="utf-8")
    driving.drive(tmp_path, steps)
    return tmp_path / driving.STORE


def _refused(words, capsys):
    """Run a command that must refuse; return what it says."""
    code = cli.main([str(word) for word in words])

    said = capsys.readouterr()
    told = said.err + said.out
    assert code == 1
    assert "程序内部" not in told
    assert "请" in told
    return told


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
@pytest.mark.parametrize("what", NOT_FILES)
def test_what_is_no_ordinary_file_is_said(tmp_path, place, capsys, what):
    odd, out, data = _make(tmp_path, what), tmp_path / "o.docx", tmp_path / "d.json"
    data.write_text("{}", encoding="utf-8")
    docx.Document().save(tmp_path / "t.docx")
    before, steps = place.read_bytes(), tmp_path / "steps"

    for words in (
        ["probe", "render", odd, data, out],
        ["probe", "render", tmp_path / "t.docx", odd, out],
        ["fill", "-w", place, "--year", "2026", odd],
        ["import", odd, "-w", place],
        ["restore", "-w", place, odd],
        ["import-open", "-w", tmp_path / "new.nianbao", odd],
        ["draft", odd, "-o", out],
    ):
        _refused(words, capsys)
    if what != "nothing":
        source = tmp_path / "r.txt"
        source.write_text(
            "安澜县2025年法治政府建设年度报告\n一、主要举措\n全年96件。", encoding="utf-8"
        )
        _refused(["render", "-w", place, "--year", "2026", "-o", odd], capsys)
        if what != "folder":
            _refused(["draft", source, "-w", odd, "-o", out], capsys)
            _refused(["probe", "drive", odd, steps], capsys)

    assert not out.exists()
    assert not (tmp_path / "new.nianbao").exists()
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    "table",
    [
        "[" * 200_000,
        '{"a":' * 100_000,
        '{"行政复议纠错数": ' + "9" * 5000 + "}",
        '{"行政复议纠错数": NaN}',
        '{"行政复议纠错数": {"a": [1]}}',
        "[1, 2]",
        "行政复议纠错数," + "1" * 200_000,
        '"行政复议纠错数,1\n' * 50_000,
        "行政复议纠错数,=1+1",
        "行政复议纠错数,1e5000",
        "行政复议纠错数,Infinity",
    ],
    ids=lambda table: table[:12],
)
def test_a_table_made_to_hurt_is_refused_whole(tmp_path, place, capsys, table):
    values = tmp_path / "values"
    values.write_text(table, encoding="utf-8")
    before = place.read_bytes()

    _refused(["fill", "-w", place, "--year", "2026", values], capsys)

    assert place.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole["tables"]["entry"]["rows"][0].__setitem__(6, {"base64": "eA=="}),
        lambda whole: whole["tables"]["entry"]["rows"][0].__setitem__(4, "nobody"),
        lambda whole: whole["tables"]["entry"]["rows"][0].__setitem__(0, "x"),
        lambda whole: whole["tables"]["entry"]["rows"][0].__setitem__(5, 1 << 80),
        lambda whole: whole["tables"]["entry"]["rows"].append(whole["tables"]["entry"]["rows"][0]),
        lambda whole: whole["tables"]["entry"].__setitem__("rows", 7),
        lambda whole: whole.__setitem__("tables", []),
        lambda whole: whole["tables"]["original"]["rows"][0].__setitem__(-1, "../../全部.json"),
    ],
    ids=["bytes", "orphan", "number", "huge", "twice", "no-rows", "no-tables", "other-file"],
)
def test_an_open_export_that_was_changed_makes_no_workspace(tmp_path, place, capsys, change):
    folder, new = tmp_path / "open", tmp_path / "new.nianbao"
    assert cli.main(["export-open", "-w", str(place), str(folder)]) == 0
    file = folder / "全部.json"
    whole = json.loads(file.read_bytes())
    change(whole)
    file.write_text(json.dumps(whole), encoding="utf-8")

    _refused(["import-open", "-w", new, folder], capsys)

    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(new.name)]


def test_what_a_probe_says_last_is_one_line_whatever_it_holds(tmp_path, capsys):
    place = tmp_path / "a.txt"
    place.write_text("安澜县法治政府建设年度报告\x85下一行", encoding="utf-8")

    assert cli.main(["probe", "import", str(place)]) == 0

    assert "\x85" in json.loads(capsys.readouterr().out.splitlines()[-1])["text"]


def test_data_for_a_template_that_goes_too_deep_is_said(tmp_path, capsys):
    data, template = tmp_path / "d.json", tmp_path / "t.docx"
    docx.Document().save(template)
    for depth in (900, 100_000):
        data.write_text('{"名": ' + "[" * depth + "]" * depth + "}", encoding="utf-8")

        assert (
            cli.main(["probe", "render", str(template), str(data), str(tmp_path / "o.docx")]) == 1
        )

        assert "JSON" in json.loads(capsys.readouterr().out)["message"]
