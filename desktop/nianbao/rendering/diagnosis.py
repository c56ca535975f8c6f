"""What is wrong with a template, in one sentence that names the tag and the paragraph."""

import re
from collections.abc import Iterator
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
_WORD = re.compile(r"\{%-?(?:p|r|tr|tc)?\s*(\w+)")
_NAMED = re.compile(r"'([^']*)'")
_CLOSED_BY = {"for": "endfor", "if": "endif"}
_BRANCHES = {"elif": "if", "else": "if"}


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
    if isinstance(error, TemplateSyntaxError):
        found = _syntax(paragraphs, environment)
        what = "写得不对" if found else "不成对"
    elif isinstance(error, UndefinedError):
        found = _naming(paragraphs, _NAMED.findall(str(error)))
        what = "用了不认识的名称"
    else:
        found = None
        what = "不能执行" if isinstance(error, TemplateError) else "算不出结果"
    where = f"第{found[0]}段的标记“{found[1]}”" if found else "里有一处标记"
    return OutputError(f"模板“{name}”{where}{what}。", do=_DO, detail=repr(error))


def _paragraphs(template: bytes) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of the body with tags, counted from 1 as a person does."""
    with ZipFile(BytesIO(template)) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    for number, paragraph in enumerate(tree.iter(qn("w:p")), start=1):
        text = "".join(part.text or "" for part in paragraph.iter(qn("w:t")))
        if "{" in text or "}" in text:
            yield number, text


def _syntax(paragraphs: list[tuple[int, str]], environment: Environment) -> tuple[int, str] | None:
    """Return the first tag that is wrong by itself, else the one without its partner."""
    open_tags: list[tuple[str, int, str]] = []
    for number, text in paragraphs:
        for tag in _TAG.findall(text):
            if not _sound(tag, environment):
                return number, tag
            found = _WORD.match(tag)
            word = found[1] if found else ""
            if word in _CLOSED_BY:
                open_tags.append((word, number, tag))
            elif word in _BRANCHES or word in _CLOSED_BY.values():
                if not open_tags:
                    return number, tag
                if word not in _BRANCHES and _CLOSED_BY[open_tags.pop()[0]] != word:
                    return number, tag
    return open_tags[-1][1:] if open_tags else None


def _sound(tag: str, environment: Environment) -> bool:
    """Whether a tag can be read by itself, with the partner it needs."""
    if tag.startswith("{#"):
        return tag.endswith("#}")
    plain = re.sub(r"^(\{[{%]-?)(?:p|r|tr|tc)\s", r"\1 ", tag)
    found = _WORD.match(plain)
    word = found[1] if found else ""
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


def _naming(paragraphs: list[tuple[int, str]], names: list[str]) -> tuple[int, str] | None:
    """Return the tag that holds the last of these names."""
    for name in reversed(names):
        for number, text in paragraphs:
            for tag in _TAG.findall(text):
                if re.search(rf"\b{re.escape(name)}\b", tag):
                    return number, tag
    return None
