"""A Word template with Jinja tags, filled in by docxtpl, which is kept behind this one door.

docxtpl by itself renders without a sandbox, prints nothing for an unknown name and rewrites some
values (`{_{`, tabs, line breaks). Here every environment is the same sandbox with strict names, no
loader and plain data; values go in as they are, and come out as Word's XML in `runs.apply`.
"""

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from nianbao.errors import OutputError
from nianbao.rendering import diagnosis, neutral, runs

_CACHED = 32  # sources: body, header and footers of a few templates

# What a template that a person wrote may raise while it runs.
_FAULTS = (
    *(TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError),
    RecursionError,
)


def read(path: Path) -> bytes:
    """Return a template as it stands on the disk.

    Raises:
        OutputError: there is none, or it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError(
            f"找不到或打不开模板“{path.name}”。",
            do="请确认模板还在原来的位置，或换回自带的模板，再导出。",
            detail=str(error),
        ) from error


def fill(template: bytes, name: str, data: Mapping[str, Any], *, title: str) -> bytes:
    """Return a template filled with plain data, as a .docx. `name` is what a person calls it.

    Raises:
        OutputError: it is no Word template, or one of its tags is wrong; says which, and where.
    """
    document = _Template(BytesIO(template))
    try:
        document.init_docx()
    except (OpcError, BadZipFile, KeyError, ValueError, etree.LxmlError) as error:
        raise diagnosis.unreadable(name, error) from error
    neutral.clear(document.docx)
    try:
        document.render(data, environment())
    except etree.LxmlError as error:
        raise diagnosis.unreadable(name, error) from error
    except _FAULTS as error:
        raise diagnosis.refused(error, template, name, environment()) from error
    neutral.sign(document.docx, title)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


@lru_cache(maxsize=1)
def environment() -> ImmutableSandboxedEnvironment:
    """Return the one environment in which anything of a template runs."""
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


class _Template(DocxTemplate):  # type: ignore[misc]  # docxtpl carries no types
    """docxtpl, whose cleaning of tags and compiling is done once for each template."""

    def patch_xml(self, src_xml: str) -> str:
        """Clean the tags of a part."""
        return _patched(src_xml)

    def render_xml_part(
        self, src_xml: str, part: object, context: Mapping[str, Any], jinja_env: object = None
    ) -> str:
        """Render a part, and leave every value as it is."""
        del jinja_env
        self.current_rendering_part = part
        return _compiled(src_xml).render(context)

    def fix_tables(self, xml: str) -> etree._Element:
        """Return a body as a tree in which the marks have become XML.

        docxtpl's own parser drops what it cannot read and goes on; this one stops.
        """
        tree: etree._Element = etree.fromstring(xml)
        if next(tree.iter(qn("w:tbl")), None) is not None:
            tree = super().fix_tables(xml)
        styles = self.docx.styles.element.iter(qn("w:style"))
        runs.apply(tree, {style.name_val: style.styleId for style in styles})
        return tree

    def render_properties(self, context: object, jinja_env: object = None) -> None:
        """Leave the properties alone: they say nothing of a template."""


@lru_cache(maxsize=_CACHED)
def _patched(source: str) -> str:
    patched: str = DocxTemplate.patch_xml(None, neutral.without_traces(source))
    return patched


@lru_cache(maxsize=_CACHED)
def _compiled(source: str) -> Template:
    return environment().from_string(source)
