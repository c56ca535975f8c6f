"""A command imports what it needs and no more."""

import subprocess
import sys

import pytest

from nianbao.cli import dispatch
from nianbao.cli.parser import parser

REPORT = "\n".join(
    (
        "青岚县2025年法治政府建设年度报告",
        "2025年，全县法治政府建设取得新成效。现将有关情况报告如下：",
        "一、主要举措和成效",
        "（一）化解矛盾纠纷。新收行政复议申请83件，群众满意度明显提高。",
    )
)
HEAVY = {
    *("PySide6", "docx", "docxtpl", "jinja2", "jieba", "lxml", "sqlite3", "sqlite_utils"),
    *("cssselect2", "tinycss2", "webencodings"),
}


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


@pytest.mark.parametrize("command", ["text", "read", "figures"])
def test_a_look_at_a_file_opens_neither_word_nor_a_workspace_in_this_process(tmp_path, command):
    place = tmp_path / "2025年年报.txt"
    place.write_text(REPORT, encoding="utf-8")

    assert not {"docx", "jieba", "sqlite_utils", "nianbao.desk.desk"} & imported(
        command, str(place)
    )
