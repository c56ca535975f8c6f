"""A command imports what it needs and no more."""

import subprocess
import sys

import pytest

from nianbao.cli import dispatch
from nianbao.cli.parser import parser

HEAVY = {"PySide6", "docx", "docxtpl", "jinja2", "jieba", "lxml", "sqlite3", "sqlite_utils"}


def imported(*words):
    code = (
        "import sys; sys.argv = ['nianbao', *sys.argv[1:]]\n"
        "from nianbao.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], check=True, capture_output=True, encoding="utf-8"
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["draft", "--help"]])
def test_help_imports_nothing_heavy(words):
    found = imported(*words)

    assert not HEAVY & found
    own = {name for name in found if name.startswith("nianbao.")}
    assert own <= {
        "nianbao.__main__",
        "nianbao.errors",
        "nianbao.cli",
        "nianbao.cli.dispatch",
        "nianbao.cli.parser",
    }


def test_every_command_of_the_parser_is_there():
    (commands,) = (a for a in parser()._actions if hasattr(a, "choices") and a.choices)

    assert set(commands.choices) == set(dispatch._COMMANDS)
    for place in dispatch._COMMANDS.values():
        module, name = place.split(".")
        found = __import__(f"nianbao.cli.{module}", fromlist=[name])
        assert callable(getattr(found, name))


def test_a_child_reads_before_the_rooms_of_its_answer_are_imported():
    code = (
        "import sys\n"
        "from nianbao.cli import making\n"
        "from nianbao.desk.incoming import reading\n"
        "print(*sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )

    found = set(done.stdout.split())
    assert not HEAVY & found
    assert not [
        name for name in found if name.startswith(("nianbao.understanding", "nianbao.standards"))
    ]
