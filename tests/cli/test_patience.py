"""A command that takes long says that it is still at work, and one that does not says nothing."""

import time

import pytest

from nianbao import cli
from nianbao.cli import dispatch, looking


@pytest.mark.parametrize(("takes", "said"), [(0.0, False), (0.6, True)])
def test_a_command_that_takes_long_says_so(monkeypatch, capsys, takes, said):
    def read(arguments):
        time.sleep(takes)
        return 0

    monkeypatch.setattr(dispatch, "_LONG", 0.3)
    monkeypatch.setattr(looking, "read", read)

    assert cli.main(["read", "a.docx"]) == 0
    assert ("还在处理，请稍候" in capsys.readouterr().err) is said
