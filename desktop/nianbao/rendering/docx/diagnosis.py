"""What is wrong with a template, in one sentence that names the tag and the paragraph."""

import re
from collections.abc import Iterator, Set
from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from jinja2 import Environment, TemplateError, TemplateSyntaxError, UndefinedError
from lxml import etree

from nianbao.errors import OutputError

_DO = "请在Word或WPS中打开模板改正这一处，或换回自带的模板，再导出。"
_TAG = re.compile(
    r"\{\{(?:(?!\}\}).)*\}\}|\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\}|\{[{%#].*|[%}#]\}"
)
_CLOSED = re.compile(r"\{\{.*\}\}|\{%.*%\}|\{#.*#\}", re.DOTALL)
_WORD = re.compile(r"\{%-?(?:p|r|tr|tc)?\s*(\w+)")
_NAMED = re.compile(r"'([^']*)'")
_CLOSED_BY = {"for": "endfor", "if": "endif"}
_BRANCHES = frozenset(["elif", "else"])

_Place = tuple[str, str]  # which paragraph, a tag or the text in it
_LITERAL = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|[｛｝]")  # what should have been a tag
_LIKE_A_TAG = re.compile(r"[{｛]\s*([^\W\d]\w*)(?:\.(\w+))?\s*[}｝]")
_STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_SHOWN = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}


def unreadable(name: str, error: Exception) -> OutputError:
    """Refuse a file that is no Word template."""
    return OutputError(
        f"模板“{name}”不是完好的Word文档（.docx）。",
        do="请换回自带的模板，再导出。",
        detail=repr(error),
    )


def refused(error: Exception, template: bytes, name: str, environment: Environment) -> OutputError:
    """Return what to say of a template that cannot be rendered."""
    paragraphs = list(_paragraphs(template))
    names = [error.used] if isinstance(error, NotInDataError) else _NAMED.findall(str(error))
    found: _Place | None = _naming(paragraphs, names)
    what = "不能执行" if isinstance(error, TemplateError) else "算不出结果"
    if isinstance(error, UndefinedError | NotInDataError):
        what = "用了不认识的名称"
    elif isinstance(error, TemplateSyntaxError):
        found, what = _wrong(paragraphs, environment), "写得不对"
        if found is None:
            found, what = _unpaired(paragraphs), "不成对"
    return _wrong_at(name, found, what, repr(error))


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
            if not _CLOSED.fullmatch(tag):
                return _wrong_at(name, (place, tag), "写得不对")
        left = _TAG.sub("", text)
        single = next((f[0] for f in _LIKE_A_TAG.finditer(left) if {f[1], f[2]} & known), "")
        if single or _LITERAL.search(left):
            return _wrong_at(name, (place, single or text.strip()), "写得不对")
    return None


def _wrong_at(name: str, found: _Place | None, what: str, detail: str = "") -> OutputError:
    where = f"{found[0]}的标记“{found[1]}”" if found else "里有一处标记"
    return OutputError(f"模板“{name}”{where}{what}。", do=_DO, detail=detail)


def _paragraphs(template: bytes) -> Iterator[_Place]:
    """Yield the paragraphs with tags, counted from 1 as the user does; the body comes first."""
    with ZipFile(BytesIO(template)) as package:
        stories = [name for name in package.namelist() if _STORIES.fullmatch(name)]
        for story in sorted(stories, key=lambda one: "document" not in one):
            tree = etree.fromstring(package.read(story))
            kind = _SHOWN.get(re.sub(r"word/|\d*\.xml", "", story), "")
            for number, paragraph in enumerate(tree.iter(qn("w:p")), start=1):
                text = "".join(part.text or "" for part in paragraph.iter(qn("w:t")))
                if any(brace in text for brace in "{}｛｝"):
                    yield f"{kind}第{number}段", text


def _wrong(paragraphs: list[_Place], environment: Environment) -> _Place | None:
    """Return the first tag that is wrong by itself."""
    tags = ((number, tag) for number, text in paragraphs for tag in _TAG.findall(text))
    return next(((number, tag) for number, tag in tags if not _sound(tag, environment)), None)


def _unpaired(paragraphs: list[_Place]) -> _Place | None:
    """Return the first tag without its partner."""
    opened: list[tuple[str, _Place]] = []
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
    except TemplateSyntaxError:
        return False
    return tag.startswith("{")


def _naming(paragraphs: list[_Place], names: list[str]) -> _Place | None:
    """Return the tag that holds the last of these names."""
    for name in reversed(names):
        for number, text in paragraphs:
            for tag in _TAG.findall(text):
                if re.search(rf"\b{re.escape(name)}\b", tag):
                    return number, tag
    return None
