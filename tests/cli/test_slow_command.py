"""A command that takes long says that it is still at work, and one that does not says nothing."""

import threading
import time

from nianbao import cli
from nianbao.cli import dispatch, looking

_STILL_AT_WORK = "还在处理，请稍候"


def test_a_command_that_takes_long_says_so_while_it_works(monkeypatch, capsys):
    told = []

    def read(arguments):
        deadline = time.monotonic() + 60
        while not told and time.monotonic() < deadline:
            told.extend(capsys.readouterr().err.splitlines())
        return 0

    monkeypatch.setattr(dispatch, "_REMIND_AFTER", 0)
    monkeypatch.setattr(looking, "read", read)

    assert cli.main(["read", "a.docx"]) == 0
    assert _STILL_AT_WORK in told[0]


def test_a_command_that_is_done_says_nothing_then_or_later(monkeypatch, capsys):
    monkeypatch.setattr(dispatch, "_REMIND_AFTER", 3600)
    monkeypatch.setattr(looking, "read", lambda arguments: 0)

    assert cli.main(["read", "a.docx"]) == 0

    assert _STILL_AT_WORK not in capsys.readouterr().err
    for timer in (one for one in threading.enumerate() if isinstance(one, threading.Timer)):
        timer.join(10)
        assert not timer.is_alive()
