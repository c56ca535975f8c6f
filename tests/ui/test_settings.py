"""What the window remembers comes back, and nothing in the file can stop the window."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given, strategies

from nianbao.machine import clock
from nianbao.ui.shell.settings import LastPlace, Recent, Settings, SettingsFile

FULL = Settings(
    theme="深色",
    zoom=150,
    recent=(Recent(path="D:/年报.nianbao", title="安澜县 2026年度", when="昨天"),),
    geometry="AdnQywAD",
    maximized=True,
    columns=(250, 780, 330),
    preview_beside=True,
    places={
        "D:/年报.nianbao": LastPlace(unit="安澜县", year=2026, section="s1", entry="e2", caret=7)
    },
    side_tab="发现",
    folder="D:/",
    second_place="E:/",
    commands=("export",),
    template="D:/红头.docx",
)


@pytest.fixture
def file(tmp_path):
    return SettingsFile(tmp_path / "a" / "settings.json")


def test_everything_comes_back_as_it_was(file):
    assert file.save(FULL)

    assert file.load() == FULL
    assert {path.name for path in file.path.parent.iterdir()} == {"settings.json"}


def test_every_field_is_read_and_there_are_few():
    names = [field.name for field in fields(Settings)]

    assert len(names) <= 15
    assert all(getattr(FULL, name) != getattr(Settings(), name) for name in names)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, b"\xff\xfe\x00"])
def test_a_broken_file_gives_the_defaults(file, text):
    file.path.parent.mkdir()
    file.path.write_bytes(text if isinstance(text, bytes) else text.encode())

    assert file.load() == Settings()


def test_what_is_wrong_in_it_takes_its_default_and_the_rest_holds(file):
    file.save(FULL)
    read = json.loads(file.path.read_text(encoding="utf-8"))
    read |= {"zoom": 5, "maximized": 1, "recent": [{"path": 3}], "unknown": 1}
    read |= {"geometry": "没有"}
    read["places"]["D:/年报.nianbao"]["caret"] = "7"
    file.path.write_text(json.dumps(read), encoding="utf-8")

    assert file.load() == replace(
        FULL, zoom=100, maximized=False, recent=(), places={}, geometry=""
    )


_JSON = strategies.recursive(
    strategies.none() | strategies.booleans() | strategies.integers() | strategies.text(),
    lambda inner: strategies.lists(inner) | strategies.dictionaries(strategies.text(), inner),
    max_leaves=6,
)


@given(
    strategies.dictionaries(
        strategies.sampled_from([field.name for field in fields(Settings)]), _JSON
    )
)
def test_no_content_of_the_file_raises(tmp_path_factory, read):
    file = SettingsFile(tmp_path_factory.mktemp("s") / "settings.json")
    file.path.write_text(json.dumps(read), encoding="utf-8")

    assert isinstance(file.load(), Settings)


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "a").write_text("a file where the folder should be", encoding="utf-8")
    file = SettingsFile(tmp_path / "a" / "settings.json")

    assert not file.save(FULL)
    assert file.load() == Settings()


def test_a_path_that_is_not_unicode_leaves_the_old_file(file):
    file.save(FULL)

    assert not file.save(replace(FULL, folder="D:/\udce4"))
    assert file.load() == FULL


def test_when_a_workspace_was_open_is_said_with_its_year(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: "2024-01-05T06:02:00+00:00")
    assert Recent.now("a", "青岚县", 2023).said.startswith("2024年1月5日 ")
    assert Recent(path="a", title="", when="1月5日 09:30").said == "1月5日 09:30"


def test_eight_recent_workspaces_newest_first_each_once():
    settings = Settings()
    for number in [*range(9), 3]:
        recent = Recent(path=f"{number}", title="", when="")
        settings = settings.at(f"{number}", LastPlace(year=number)).opened(recent)

    assert [recent.path for recent in settings.recent] == ["3", "8", "7", "6", "5", "4", "2", "1"]
    assert set(settings.places) == {recent.path for recent in settings.recent}
    assert "3" not in settings.gone("3").places


def test_commands_run_from_the_palette_each_once():
    settings = Settings().ran("a").ran("b").ran("a")

    assert settings.commands == ("a", "b")
