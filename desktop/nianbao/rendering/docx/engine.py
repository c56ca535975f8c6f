"""A Word template with Jinja tags, filled in by docxtpl, which is kept behind this one door.

docxtpl by itself renders without a sandbox, prints nothing for an unknown name and rewrites some
values (`{_{`, tabs, line breaks). Here every environment is the same sandbox with strict names, no
loader and plain data; values go in as they are, and come out as Word's XML in `runs.apply`.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import escape

from nianbao.errors import OutputError
from nianbao.machine import ordinary
from nianbao.rendering.docx import (
    carried,
    diagnosis,
    names,
    neutral,
    parts,
    readback,
    runs,
    tracing,
)
from nianbao.rendering.docx.tracing import Trace
from nianbao.rendering.setting import marks
from nianbao.report.json import Json
from nianbao.report.writing.placeholder import FILL

_NOTES = re.compile(r"wordprocessingml\.(footnotes|endnotes)\+xml$")
_LOOKED_AT = 50  # items of a list, which are all alike
_MOST = 64 << 20  # bytes of a template
_OF_WEB_PAGES = ("safe", "urlize")  # filters that would put other XML into a text
_CACHED = 32  # sources: body, header and footers of a few templates

# What a template that the user wrote may raise while it runs.
_FAULTS = (
    *(
        diagnosis.NotInDataError,
        TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        AttributeError,
    ),
    RecursionError,
    SyntaxError,  # of Python: more in each other than it allows
)


def read(path: Path) -> bytes:
    """Return a template as it stands on the disk.

    Raises:
        OutputError: there is none, or it cannot be read.
    """
    try:
        return ordinary.read(path, _MOST)
    except OSError as error:
        raise OutputError(
            f"找不到或打不开模板“{path.name}”。",
            do="请确认模板还在原来的位置，或换回自带的模板，再导出。",
            detail=str(error),
        ) from error


def fill(
    template: bytes,
    name: str,
    data: Mapping[str, Json],
    *,
    title: str,
    reached: Callable[[str], object] = lambda _: None,
) -> bytes:
    """Return a template filled with plain data, as a .docx. `name` is what the user calls it.

    `reached` is called when a tag is come to for the first time.

    Raises:
        OutputError: it is no Word template, or one of its tags is wrong; says which, and where.
    """
    document = _Template(BytesIO(template), reached)
    try:
        parts.assure_sound(template)
        if wrong := carried.refused(template, name):
            raise wrong
        document.init_docx()
        neutral.clear(document.docx)
    except (OpcError, BadZipFile, KeyError, ValueError, etree.LxmlError) as error:
        raise diagnosis.unreadable(name, error) from error
    if wrong := diagnosis.mistyped(template, name, _names(data)):
        raise wrong
    document.data = data
    try:
        document.render(_printable(data), environment())
    except etree.LxmlError as error:
        raise diagnosis.torn(template, name, error) from error
    except _FAULTS as error:
        raise diagnosis.refused(error, template, name, environment(), document.at) from error
    neutral.sign(document.docx, title)
    written = BytesIO()
    document.save(written)
    docx = written.getvalue()
    readback.check_stories(docx, document.stories)
    return docx


def _names(data: Json) -> set[str]:
    """Return all names that data has, at any depth."""
    if isinstance(data, Mapping):
        return set(data).union(*map(_names, data.values()))
    if isinstance(data, list | tuple):
        return set().union(*map(_names, data[:_LOOKED_AT]))
    return set()


def _printable(data: Json) -> Json:
    """Return data with the line ends of its text as marks."""
    if isinstance(data, str):
        return data.replace("\n", marks.BREAK) if "\n" in data else data
    if isinstance(data, Mapping):
        return {name: _printable(value) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [_printable(value) for value in data]
    return data


@lru_cache(maxsize=1)
def environment() -> ImmutableSandboxedEnvironment:
    """Return the one environment in which anything of a template runs."""
    made = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, finalize=_printed
    )
    made.filters |= dict.fromkeys(_OF_WEB_PAGES, _as_it_is)
    return made


def _as_it_is(value: object, *_: object, **__: object) -> object:
    return value


def _printed(value: object) -> object:
    """Let only text and numbers be printed, as text; what is not known yet says so.

    Raises:
        TypeError: it is a list, a function or the like, of which the template wants a part.
    """
    if value is None:
        return FILL.bare
    if isinstance(value, str):
        return escape(value)  # also where the template says that it need not be
    if isinstance(value, int | float | Decimal | Undefined):
        return value
    raise TypeError(f"{type(value).__name__} is no text")


class _Template(DocxTemplate):  # type: ignore[misc]  # docxtpl carries no types
    """docxtpl, whose cleaning of tags and compiling is done once for each template."""

    data: Mapping[str, Json]

    def __init__(self, template: BytesIO, reached: Callable[[str], object]) -> None:
        super().__init__(template)
        self._reached = reached
        self.at = ""
        """The tag that was come to last in the part that is being rendered."""
        self.stories: list[list[str]] = []
        """The paragraphs of body, headers, footers and footnotes as they were rendered."""

    def patch_xml(self, src_xml: str) -> str:
        """Clean the tags of a part."""
        return _patched(src_xml)

    def render_xml_part(
        self, src_xml: str, part: object, context: Mapping[str, Json], jinja_env: object = None
    ) -> str:
        """Render a part, and leave every value as it is.

        Raises:
            NotInDataError: it uses a name that there is nothing of.
        """
        del jinja_env
        self.current_rendering_part, self.at = part, ""
        if missing := names.unknown(src_xml, self.data, environment()):
            raise diagnosis.NotInDataError(missing)
        trace = _traced(src_xml)
        rendered = _compiled(trace.source).render({**context, tracing.NAME: self._come_to(trace)})
        if part is self.docx.part:
            return rendered  # `fix_tables` comes next
        tree: etree._Element = etree.fromstring(rendered.encode("utf-8"))
        self._dress(tree)
        return etree.tostring(tree, encoding="unicode")

    def _come_to(self, trace: Trace) -> Callable[[int], str]:
        """Return what a source calls at each tag; it prints nothing."""
        seen: set[int] = set()

        def come_to(number: int) -> str:
            self.at = trace.tags[number]
            if number not in seen:
                seen.add(number)
                self._reached(self.at)
            return ""

        return come_to

    def render_footnotes(self, context: Mapping[str, Json], jinja_env: object = None) -> None:
        """Render footnotes and endnotes, once: a value is never taken for a tag."""
        for part in self.docx.part.package.parts:
            if _NOTES.search(part.content_type):
                source = self.patch_xml(part.blob.decode("utf-8"))
                filled = self.render_xml_part(source, part, context)
                part._blob = filled.encode("utf-8")  # noqa: SLF001 - python-docx has no other way

    def _dress(self, tree: etree._Element) -> None:
        styles = self.docx.styles.element.iter(qn("w:style"))
        runs.apply(tree, {style.name_val: style.styleId for style in styles})
        self.stories.append(list(readback.shown(tree)))

    def fix_tables(self, xml: str) -> etree._Element:
        """Return a body as a tree in which the marks have become XML.

        docxtpl's own parser drops what it cannot read and goes on; this one stops.
        """
        tree: etree._Element = etree.fromstring(xml)
        if next(tree.iter(qn("w:tbl")), None) is not None:
            tree = super().fix_tables(xml)
        self._dress(tree)
        return tree

    def render_properties(self, context: object, jinja_env: object = None) -> None:
        """Leave the properties alone: they say nothing of a template."""


@lru_cache(maxsize=_CACHED)
def _patched(source: str) -> str:
    patched: str = DocxTemplate.patch_xml(None, neutral.without_traces(source))
    return patched


@lru_cache(maxsize=_CACHED)
def _traced(source: str) -> Trace:
    return tracing.traced(source)


@lru_cache(maxsize=_CACHED)
def _compiled(source: str) -> Template:
    return environment().from_string(source)
