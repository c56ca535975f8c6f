"""What is wrong with a template, in one sentence that names the tag and the paragraph."""

import re
from collections.abc import Iterator, Set
from html import unescape

from docx.oxml.ns import qn
from jinja2 import Environment, TemplateError, TemplateSyntaxError, UndefinedError
from lxml import etree

from nianbao.errors import OutputError
from nianbao.rendering.docx import parts
from nianbao.rendering.docx.stories import place as said_place
from nianbao.rendering.docx.stories import stories
from nianbao.rendering.docx.tracing import Place

_DO = "请在Word或WPS中打开模板改正这一处，或换回自带的模板，再导出。"
_TAG = re.compile(
    r"\{\{(?:(?!\}\}).)*\}\}|\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\}|\{[{%#].*|[%}#]\}"
)
_CLOSED = re.compile(r"\{\{.*\}\}|\{%.*%\}|\{#.*#\}", re.DOTALL)
_WORD = re.compile(r"\{%-?(?:p|r|tr|tc)?\s*(\w+)")
_PLAIN = re.compile(r"\{%-?\s*(\w+)")  # a tag that stands for itself alone
_NAMED = re.compile(r"'([^']*)'")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_LONGEST = 60  # characters of a tag that a sentence shows
_CLOSED_BY = {"for": "endfor", "if": "endif"}
_BRANCHES = frozenset(["elif", "else"])

_LITERAL = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|[｛｝]")  # what should have been a tag
_LIKE_A_TAG = re.compile(r"[{｛]\s*([^\W\d]\w*)(?:\.(\w+))?\s*[}｝]")
_UNIT_VALUE = re.compile(r"\{\{-?(?:p|r|tr|tc)\s")  # for values that are XML: there are none here
_UNITS = {"p": qn("w:p"), "tr": qn("w:tr"), "tc": qn("w:tc")}  # what a tag may stand for


def unreadable(name: str, error: Exception) -> OutputError:
    """Refuse a file that is no Word template."""
    return OutputError(
        f"模板“{name}”不是完好的Word文档（.docx）。",
        do="请在Word或WPS中打开它，另存为Word文档（.docx），或换回自带的模板，再导出。",
        detail=repr(error),
    )


def refused(
    error: Exception, template: bytes, name: str, environment: Environment, at: str = ""
) -> OutputError:
    """Return what to say of a template that cannot be rendered; `at` is the tag it came to."""
    paragraphs = list(_paragraphs(template))
    names = [error.used] if isinstance(error, NotInDataError) else _NAMED.findall(str(error))
    found = (at and of_tag(template, at)) or _naming(paragraphs, names) or _spelled(template, names)
    what = "不能执行" if isinstance(error, TemplateError) else "算不出结果"
    if isinstance(error, UndefinedError | NotInDataError):
        what = "用了不认识的名称"
    elif isinstance(error, TemplateSyntaxError):
        found, what = _wrong(paragraphs, environment), "写得不对"
        if found is None:
            found, what = _unpaired(paragraphs), "不成对"
    elif not found and isinstance(error, RecursionError | SyntaxError):  # it was not even begun
        found, what = _wrong(paragraphs, environment) or _fullest(paragraphs), "写得太复杂"
    return _wrong_at(name, found or None, what, repr(error))


def torn(template: bytes, name: str, error: Exception) -> OutputError:
    """Return what to say of a template whose tags leave no XML: one begins in a paragraph only."""
    for place, text in _paragraphs(template):
        depth, first = 0, ""
        for tag in _TAG.findall(text):
            word = _PLAIN.match(tag)
            if word:
                depth += (word[1] in _CLOSED_BY) - (word[1] in _CLOSED_BY.values())
                first = first or tag
        if depth:
            return _wrong_at(name, (place, first), "和它的另一半不在一段里", repr(error))
    return unreadable(name, error)


def too_much(template: bytes, name: str, at: str, why: str, do: str, detail: str) -> OutputError:
    """Return what to say of a template that came to a limit at a tag."""
    found = of_tag(template, at) if at else None
    where = f"{found[0]}的标记“{_short(found[1])}”" if found else ""
    return OutputError(f"模板“{name}”{where}{why}", do=do, detail=detail)


def of_tag(template: bytes, tag: str) -> Place | None:
    """Return where a tag stands, as docxtpl has cleaned it."""
    wanted = _bare(tag)
    places = _paragraphs(template)
    found = ((place, t) for place, text in places for t in _TAG.findall(text) if _bare(t) == wanted)
    return next(found, None)


def _bare(tag: str) -> str:
    """Return a tag in one way of writing it."""
    plain = re.sub(r"^(\{[{%])[-+]?(?:p|r|tr|tc)?\s", r"\1", unescape(tag))
    return re.sub(r"\s|^(\{[{%])[-+]|[-+](?=[%}]\}$)", r"\1", plain.translate(_QUOTES))


def _fullest(paragraphs: list[Place]) -> Place | None:
    """Return the paragraph with the most in it: what is too deep for Jinja is long."""
    return max(paragraphs, key=lambda one: len(one[1]), default=None)


def _spelled(template: bytes, names: list[str]) -> Place | None:
    """Return the paragraph in whose XML one of these names stands, as in a bookmark's."""
    with parts.opened(template) as package:
        for story, tree in stories(package):
            for number, paragraph in enumerate(tree.iter(qn("w:p")), start=1):
                xml = etree.tostring(paragraph, encoding="unicode")
                for name in names:
                    if re.search(rf"\{{[{{%][^}}]*\b{re.escape(name)}\b", xml):
                        return said_place(story, number), name
    return None


class NotInDataError(Exception):
    """A template uses a name that there is nothing of."""

    def __init__(self, used: str) -> None:
        super().__init__(used)
        self.used = used


def mistyped(template: bytes, name: str, known: Set[str]) -> OutputError | None:
    """Return what to say of braces that were meant for a tag and are none, None if all are well.

    `known` are names that a tag may begin with.
    """
    for place, text in _paragraphs(template):
        for tag in _TAG.findall(text):
            if not _CLOSED.fullmatch(tag) or _UNIT_VALUE.match(tag):
                return _wrong_at(name, (place, tag), "写得不对")
        left = _TAG.sub("", text)
        single = next((f[0] for f in _LIKE_A_TAG.finditer(left) if {f[1], f[2]} & known), "")
        if single or _LITERAL.search(left):
            return _wrong_at(name, (place, single or text.strip()), "写得不对")
    return _crowded(template, name)


def _crowded(template: bytes, name: str) -> OutputError | None:
    """Return what to say of a tag that stands for a whole paragraph, row or cell with text in it.

    That text would be gone.
    """
    with parts.opened(template) as package:
        for story, tree in stories(package):
            numbers = {one: number for number, one in enumerate(tree.iter(qn("w:p")), start=1)}
            for unit, kind in _UNITS.items():
                for paragraph in numbers if unit != "p" else ():
                    text = "".join(part.text or "" for part in paragraph.iter(qn("w:t")))
                    tag = re.search(rf"\{{%-?{unit}\s(?:(?!%\}}).)*%\}}", text)
                    if tag and not any(True for _ in paragraph.iterancestors(kind)):
                        place = said_place(story, numbers[paragraph]), tag[0]
                        return _wrong_at(name, place, "只能写在表格里")
                for element in tree.iter(kind):
                    text = "".join(part.text or "" for part in element.iter(qn("w:t")))
                    tag = re.search(rf"\{{[{{%]-?{unit}\s(?:(?![%}}]\}}).)*[%}}]\}}", text)
                    if tag and text.replace(tag[0], "", 1).strip():
                        first = next(one for one in element.iter(qn("w:p")))
                        place = said_place(story, numbers[first]), tag[0]
                        return _wrong_at(name, place, "不能和别的文字写在一起")
    return None


def _short(tag: str) -> str:
    return tag if len(tag) <= _LONGEST else f"{tag[:_LONGEST]}…"


def _wrong_at(name: str, found: Place | None, what: str, detail: str = "") -> OutputError:
    where = f"{found[0]}的标记“{_short(found[1])}”" if found else "里有一处标记"
    return OutputError(f"模板“{name}”{where}{what}。", do=_DO, detail=detail)


def _paragraphs(template: bytes) -> Iterator[Place]:
    """Yield the paragraphs with tags, counted from 1 as the user does; the body comes first."""
    with parts.opened(template) as package:
        for story, tree in stories(package):
            for number, paragraph in enumerate(tree.iter(qn("w:p")), start=1):
                text = "".join(part.text or "" for part in paragraph.iter(qn("w:t")))
                if any(brace in text for brace in "{}｛｝"):
                    yield said_place(story, number), text


def _wrong(paragraphs: list[Place], environment: Environment) -> Place | None:
    """Return the first tag that is wrong by itself."""
    tags = ((number, tag) for number, text in paragraphs for tag in _TAG.findall(text))
    return next(((number, tag) for number, tag in tags if not _sound(tag, environment)), None)


def _unpaired(paragraphs: list[Place]) -> Place | None:
    """Return the first tag without its partner."""
    opened: list[tuple[str, Place]] = []
    for number, text in paragraphs:
        for tag in _TAG.findall(text):
            word = _first_word(tag)
            if word in _CLOSED_BY:
                opened.append((word, (number, tag)))
            elif word in _BRANCHES or word in _CLOSED_BY.values():
                if not opened:
                    return number, tag
                if word not in _BRANCHES:
                    partner, place = opened.pop()
                    if _CLOSED_BY[partner] != word:
                        return place
    return opened[-1][1] if opened else None


def _first_word(tag: str) -> str:
    found = _WORD.match(tag)
    return found[1] if found else ""


def _sound(tag: str, environment: Environment) -> bool:
    """Whether a tag can be read by itself, with the partner it needs."""
    if tag.startswith("{#"):
        return tag.endswith("#}")
    plain = re.sub(r"^(\{[{%]-?)(?:p|r|tr|tc)\s", r"\1 ", tag)
    word = _first_word(plain)
    if word in _CLOSED_BY:
        plain += f"{{% {_CLOSED_BY[word]} %}}"
    elif word in _CLOSED_BY.values():
        plain = f"{{% {word[3:]}{' 甲 in 乙' if word == 'endfor' else ' 甲'} %}}{plain}"
    elif word in _BRANCHES:
        plain = f"{{% if 甲 %}}{plain}{{% endif %}}"
    try:
        environment.from_string(plain)
    except (TemplateSyntaxError, RecursionError, SyntaxError):
        return False
    return tag.startswith("{")


def _naming(paragraphs: list[Place], names: list[str]) -> Place | None:
    """Return the tag that holds the last of these names."""
    for name in reversed(names):
        for number, text in paragraphs:
            for tag in _TAG.findall(text):
                if re.search(rf"\b{re.escape(name)}\b", tag):
                    return number, tag
    return None
