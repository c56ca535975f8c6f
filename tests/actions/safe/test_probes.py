"""The session without a person says what was saved, and finds out when it is not there."""

import json

import pytest
from docx import Document

from nianbao.actions import manual
from nianbao.actions.probes import driving, probing
from nianbao.errors import InputError, WorkspaceError
from nianbao.workspace import Workspace


def drive(folder, *steps):
    script = folder / "steps"
    script.write_text("\n".join(steps), encoding="utf-8")
    return driving.drive(folder, script)


def acks(folder):
    return (folder / driving.ACK).read_text(encoding="utf-8").splitlines()


def kinds(folder):
    return [line.split("\t")[0] for line in acks(folder)]


def test_each_thing_that_is_saved_is_said_and_found_again(tmp_path):
    assert drive(tmp_path, "import", "year", "", "edits 3", "undo", "figures 2", "export") == 9
    assert kinds(tmp_path) == ["import", "year", *["text"] * 3, "undo", *["figure"] * 2, "export"]
    assert driving.verify(tmp_path) == ""
    assert drive(tmp_path, "import", "year", "backup", "edits") == 2  # goes on where it ended
    assert kinds(tmp_path)[9:] == ["backup", "text"]
    assert driving.verify(tmp_path) == ""
    said = [line.split("\t") for line in acks(tmp_path)]
    numbers = [int(one[2]) for one in said if len(one) == 3]
    assert numbers == sorted(set(numbers))


def test_the_same_is_backed_up_once(tmp_path):
    assert drive(tmp_path, "import", "backup", "backup") == 2
    (line,) = [line for line in acks(tmp_path) if line.startswith("backup")]
    assert line.endswith("_手动.nianbao")


def test_without_a_script_there_is_a_whole_session(tmp_path, monkeypatch):
    monkeypatch.setattr(driving, "SESSION", ("import", "edits 2"))
    assert driving.drive(tmp_path, tmp_path / "没有") == 3


def test_a_step_that_is_not_known_is_refused_and_the_others_stand(tmp_path):
    with pytest.raises(InputError, match="不认识的步骤“飞”"):
        drive(tmp_path, "import", "飞", "year")
    assert kinds(tmp_path) == ["import"]
    assert driving.verify(tmp_path) == ""


def test_what_was_said_and_is_not_there_is_named(tmp_path):
    assert driving.verify(tmp_path) == ""
    drive(tmp_path, "import", "year", "edits 1", "figures 1")
    text, figure = acks(tmp_path)[2:]
    with Workspace.open(tmp_path / driving.STORE) as store:
        store.undo()
    name, number = figure.split("\t")[1:]
    assert driving.verify(tmp_path) == f"{name}第{number}步没有了"
    with Workspace.open(tmp_path / driving.STORE) as store:
        store.undo()
    piece, step = text.split("\t")[1:]
    both = f"{piece}第{step}步没有了；{name}第{number}步没有了"
    assert driving.verify(tmp_path) == both
    with Workspace.open(tmp_path / driving.STORE) as store:
        assert store.undo() == "建立2026年度"  # the values of the year before are none of it
    assert driving.verify(tmp_path) == both
    (tmp_path / driving.STORE).unlink()
    assert driving.verify(tmp_path) == "没有了，可是有4步说过已保存"


def test_a_backup_that_was_said_must_open(tmp_path):
    drive(tmp_path, "import", "backup")
    (backup,) = (tmp_path / "w-备份").iterdir()
    backup.write_bytes(b"x" * 99)
    with pytest.raises(WorkspaceError):
        driving.verify(tmp_path)
    backup.unlink()  # as when it was thinned out
    assert driving.verify(tmp_path) == ""


def template(path):
    document = Document()
    document.add_paragraph("{{ 甲 }}件")
    document.save(path)
    return path


def test_a_template_is_filled_with_data_from_a_file(tmp_path):
    data = tmp_path / "数.json"
    data.write_text(json.dumps({"甲": "8\x003"}), encoding="utf-8")
    notices = probing.render(template(tmp_path / "模板.docx"), data, tmp_path / "出.docx")
    assert Document(tmp_path / "出.docx").paragraphs[0].text == "83件"
    assert [(one.kind, one.count) for one in notices] == [("control_characters", 1)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "“数.json”读不了，或者不是JSON。"),
        ("[" * 100_000, "“数.json”读不了，或者不是JSON。"),
        ("[3]", "“数.json”最外层应是名称和值。"),
        (None, "“数.json”读不了，或者不是JSON。"),
    ],
)
def test_data_that_is_none_is_refused(tmp_path, content, said):
    data = tmp_path / "数.json"
    if content is not None:
        data.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        probing.render(template(tmp_path / "模板.docx"), data, tmp_path / "出.docx")
    assert refused.value.what == said
    assert "{{" not in refused.value.do
    assert not (tmp_path / "出.docx").exists()


def test_the_manual_goes_out_with_the_pictures_there_are(tmp_path):
    out = tmp_path / manual.NAME
    manual.write((("编辑", (("Ctrl+Z", "撤销"),)),), out, tmp_path)
    document = Document(out)
    assert document.paragraphs[0].text == manual.manual.manual().title
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Ctrl+Z", "撤销"]
    ]
