"""Every sign on the screen is one that Chinese fonts have: nobody sees an empty box."""

import ast
from pathlib import Path

import pytest

import nianbao

ROOM = Path(nianbao.__file__).parent
SHOWN = [*sorted(ROOM.glob("ui/**/*.py")), *sorted(ROOM.glob("views/**/*.py"))]
SHOWN += [*sorted(ROOM.glob("report/figures/*.py")), *sorted(ROOM.glob("desk/reviewing/*.py"))]
SHOWN += sorted(ROOM.glob("cli/**/*.py"))  # a console of Chinese Windows has no others


def literals(path):
    """All texts of a module but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.relative_to(ROOM).as_posix())
def test_it_is_in_the_code_page_of_chinese_fonts(path):
    for text in literals(path):
        odd = {char for char in text if char.isprintable() and not char.encode("gbk", "ignore")}
        assert not odd - {"\ufffc"}, text
