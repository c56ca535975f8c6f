"""Views write nothing: neither an action nor a file, and they see no raw workspace to write to."""

import ast
from pathlib import Path

import pytest

import nianbao.views

FILES = sorted(Path(nianbao.views.__file__).parent.rglob("*.py"))
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
