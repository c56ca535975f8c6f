"""One word for one thing: what can be read on the screen, in messages and in the data shown."""

import ast
import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

import nianbao
from nianbao import shipped
from nianbao.report import places
from nianbao.report.figures.standing import TO_COMPUTE, Standing
from nianbao.standards.structure import parts, sections

ROOT = Path(__file__).parents[1]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
WORDS = {
    "工作文件": "年报库",
    "新建年度": "建立年度",
    "检查意见": "发现",
    "不再提示": "忽略",
    "不再保留": "不再写",
    "照旧写": "保留",
    "还原": "恢复",
    "撤消": "撤销",
    "整体退回": "整体撤销",
    "要核对": "待核",
    "恢复一步": "重做一步",
}
"""A word that was once used beside another for the same thing, and the one that stays."""
SPACED = re.compile(
    r"(?<=[\u4e00-\u9fff]) (?=[A-Za-z]|--?[a-z])|(?<=[A-Za-z}]) (?=[\u4e00-\u9fff])"
)
"""A space between a Latin word and a Chinese one: there is none, as in print."""
APART = re.compile(
    r"(?:^|　)(?:(?:Ctrl|Shift|Alt)\+)*(?:Enter|Tab|Esc|Del|PgDn|F\d+|[A-Z]) "  # what a key does
    r"|(?<=-w) 年报库 (?=--year)|(?:nianbao|dev\.py) [^。；，）]+"  # what is typed in a command
)
"""Where it sets two things apart that are not one sentence."""
CODE = {"rendering/docx/diagnosis.py", "understanding/names/doubt/number.py"}
"""Files whose spaced texts are code."""
SPARED = {  # where the first word means something else, or must be known to be replaced
    ("ui/shell/system/translation.py", "撤消"),
    ("drafting/remarks.py", "要核对"),  # a sentence: 这里还要核对
}


def literals(path):
    """Yield the Chinese texts of a module, without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in said and CHINESE.search(text):
            yield text


def papers():
    """Yield what is read beside the program: the help of dev.py, README, the manual."""
    yield from (("dev.py", text) for text in literals(ROOT / "dev.py"))
    for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines():
        yield "README.md", "" if line.startswith("    ") else re.sub("`[^`]*`", "", line)
    manual = shipped.path("resources", "manual.toml").read_text(encoding="utf-8")
    yield from (("manual.toml", text) for text in strings(tomllib.loads(manual)))


def strings(value):
    """Yield the texts in data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


@pytest.fixture(scope="module")
def texts():
    root = Path(nianbao.__file__).parent
    files = sorted(root.rglob("*.py"))
    found = [(file.relative_to(root).as_posix(), text) for file in files for text in literals(file)]
    return [*found, *papers()]


@pytest.mark.parametrize("page", [places.PROMISES, places.COVERAGE])
def test_what_a_page_is_called_is_said_once(texts, page):
    named = [file for file, text in texts if page in text and file.endswith(".py")]
    assert named == ["report/places.py"]


def test_what_stands_for_a_value_is_said_once(texts):
    words = {Standing.NOT_APPLICABLE.value, Standing.PENDING.value, TO_COMPUTE}
    found = {file for file, text in texts if text.strip("【】") in words}
    assert found == {"report/figures/standing.py", "report/writing/placeholder.py"}


def test_one_word_for_one_thing(texts):
    found = [
        f"{file}: “{word}” in {text!r}, we say “{right}”"
        for file, text in texts
        for word, right in WORDS.items()
        if word in text and (file, word) not in SPARED
    ]

    assert found == []


def test_no_space_sets_a_latin_word_apart_in_a_sentence(texts):
    assert [
        (file, text)
        for file, text in texts
        if file not in CODE and SPACED.search(APART.sub("", text))
    ] == []


def test_texts_have_no_quotation_marks_inside_each_other_and_no_brackets_in_a_row(texts):
    nested = re.compile(r"“[^”]*“|）））|““|””")

    assert [(file, text) for file, text in texts if nested.search(text) and "[" not in text] == []


@pytest.mark.parametrize("standard", [*parts().values(), *sections().values()], ids=lambda s: s.id)
def test_what_is_shown_of_the_standards_is_written_for_people(standard):
    for shown in (standard.basis, *standard.hints):
        assert not re.search(r"\d{4}-\d{2}-\d{2}|[()\[\]+=/]|检索|recall|数据，可", shown)


def test_reasons_that_are_shown_are_whole_sentences():
    asks = shipped.path("resources", "asks.toml").read_text(encoding="utf-8")
    reasons = re.findall(r'^reason = "(.*)"$', asks, re.M)

    assert reasons
    assert [one for one in reasons if not one.endswith("。") or re.search(r"[()]", one)] == []


def test_the_readme_tells_of_every_room():
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (stack,) = (
        one["layers"]
        for one in layers["tool"]["importlinter"]["contracts"]
        if "layers" in one and one.get("containers")
    )
    rooms = set(re.findall(r"\w+", " ".join(stack))) - {"__main__"}
    told = re.findall(r"^\| `(\w+)/?` \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)

    assert sorted(told) == sorted(rooms)


def test_the_help_of_dev_tells_of_every_package():
    help_, source = (
        (ROOT / name).read_text(encoding="utf-8") for name in ("dev.py", "installer/__main__.py")
    )
    choices = re.search(r"choices=\[(.*?)\]", source)[1]
    assert f"package {'|'.join(re.findall(r'[a-z]+', choices))} " in help_


def test_one_class_name_for_one_concept():
    root = Path(nianbao.__file__).parent
    homes = defaultdict(list)
    for file in sorted(root.rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(file.relative_to(root).as_posix())

    assert {name: where for name, where in homes.items() if len(where) > 1} == {}
