"""Views write nothing: neither an action nor a file; nobody but actions reaches what is written.

import-linter keeps the workspace from being imported; an attribute it does not see.
"""

import ast
from pathlib import Path

import pytest

import nianbao.views

ROOMS = Path(nianbao.views.__file__).parents[1]
FILES = sorted((ROOMS / "views").rglob("*.py"))
ABOVE = sorted(file for room in ("ui", "cli", "views") for file in (ROOMS / room).rglob("*.py"))
WRITING = ("save_", "remove_", "keep_", "restore_", "add_original", "write_", "unlink", "mkdir")


def calls(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_view_calls_nothing_that_writes(file):
    found = list(calls(file.read_text(encoding="utf-8")))

    assert not [name for name in found if name.startswith(WRITING)]
    assert not {"act", "undo", "redo", "store_review", "store_plan"} & set(found)


@pytest.mark.parametrize("file", ABOVE, ids=lambda file: file.relative_to(ROOMS).as_posix())
def test_the_workspace_is_reached_through_actions_and_the_desk(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]

    assert "store" not in {node.attr for node in found}
