"""Who writes, as it is noted beside a workspace and said to whoever comes second."""

import json
import os
import platform
import stat

import pytest

from nianbao.workspace.guard import holding
from nianbao.workspace.guard.holding import Holder

SINCE = "2026-11-28T06:02:00+00:00"


def test_nobody_known_is_another_window():
    assert str(Holder()) == "另一个窗口"
    assert str(Holder(who="王", where="甲机")) == "另一个窗口"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no tzset")
def test_a_holder_is_said_with_place_and_local_time(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        here = Holder(who="王", where=platform.node(), since=SINCE)
        assert str(here) == "本机上的“王”（11月28日14:02打开）"
        there = Holder(who="王", where="财务科-03", since=SINCE)
        assert str(there) == "电脑“财务科-03”上的“王”（11月28日14:02打开）"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_note_lies_hidden_beside_the_file_and_goes_with_the_hold(tmp_path):
    path = tmp_path / "安澜县.nianbao"
    hold = holding.take(path)
    place = holding.place(path)
    assert place.name == ".安澜县.nianbao.lock"
    assert hold.sure
    told = holding.holder(path)
    assert told.where == platform.node()
    assert told.who
    assert json.loads(place.read_bytes()) == {
        "who": told.who,
        "where": told.where,
        "since": told.since,
    }
    if os.name != "nt":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
    hold.release()
    hold.release()
    assert not place.exists()
    assert holding.holder(path) == Holder()


def test_a_longer_note_of_before_is_written_over(tmp_path):
    path = tmp_path / "安澜县.nianbao"
    holding.place(path).write_text("x" * 3000, encoding="utf-8")
    hold = holding.take(path)
    assert holding.holder(path).where == platform.node()
    hold.release()


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take it away")
def test_a_lock_that_another_took_over_is_left_to_it(tmp_path):
    path = tmp_path / "安澜县.nianbao"
    hold = holding.take(path)
    holding.place(path).unlink()
    holding.place(path).write_text("别人的", encoding="utf-8")
    hold.release()
    assert holding.place(path).read_text(encoding="utf-8") == "别人的"


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"x",
        b"[]",
        b"3",
        b"{}",
        b'{"who": "a", "where": "b"}',
        b"\xff",
        b'{"who": "' + b"a" * 5000,
    ],
)
def test_a_note_that_says_nothing_names_nobody(tmp_path, note):
    path = tmp_path / "安澜县.nianbao"
    holding.place(path).write_bytes(note)
    assert holding.holder(path) == Holder()
