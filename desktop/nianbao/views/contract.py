"""What the commands print: the text, and shapes of JSON that tools outside the project rely on."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import groupby

from nianbao.report.document import Document
from nianbao.report.figures.figure import Mention
from nianbao.report.finding import Finding
from nianbao.report.json import Json
from nianbao.report.model import ElementKind, Entry, Report, Section
from nianbao.report.writing import slots
from nianbao.standards.layout import layout
from nianbao.understanding.lines.line import as_read
from nianbao.understanding.lines.wrapping.soft_title import titled
from nianbao.understanding.understood import Understanding

Shaping = Callable[[Understanding], Json]
"""How a command's JSON is made of a report."""

_Fill = Callable[[str], str]


def text(document: Document) -> str:
    """Return a file's text, one paragraph a line; a title that breaks only shape is one too."""
    lines = as_read(document)
    goes_on = titled(lines, layout())
    written: list[str] = []
    for line in lines:
        if line.index in goes_on:
            written[-1] += line.text
        else:
            written.append(line.text)
    return "\n".join(written)


def read(found: Understanding) -> dict[str, Json]:
    """Return title, outline and entries of a report, texts as they stand in it."""
    report = found.report
    fill = _filler(found)
    title = _elements(report, ElementKind.TITLE, fill)
    return {
        "title": "".join(title) or None,
        "unit": report.unit,
        "year": report.year,
        "profile": report.profile,
        "doc_number": found.doc_number or None,
        "addressee": "".join(_elements(report, ElementKind.ADDRESSEE, fill)).rstrip("：:") or None,
        "preface": _elements(report, ElementKind.PREFACE, fill),
        "sections": [_section(section, fill) for section in report.sections],
        "closing": _one(report, ElementKind.CLOSING, fill),
        "signature": _one(report, ElementKind.SIGNATURE, fill),
        "date": found.date or None,
        "note": _one(report, ElementKind.NOTE, fill),
        "imprint": _one(report, ElementKind.IMPRINT, fill),
        "cut": list(found.cut),
    }


def _filler(found: Understanding) -> _Fill:
    values: dict[str, Decimal | str] = {
        figure.indicator: figure.value for figure in found.figures if figure.value is not None
    }
    values |= slots.years(found.report.year)
    return lambda source: slots.render([source], values)[0] if "{{" in source else source


def _elements(report: Report, kind: ElementKind, fill: _Fill) -> list[str]:
    return [fill(element.text).strip() for element in report.elements(kind)]


def _one(report: Report, kind: ElementKind, fill: _Fill) -> str | None:
    return "\n".join(_elements(report, kind, fill)) or None


def _section(section: Section, fill: _Fill) -> dict[str, Json]:
    entries = section.texts
    return {
        "level": section.level,
        "number": section.number,
        "number_inferred": section.number_inferred,
        "title": fill(section.name),
        "run_in": section.run_in,
        "key": section.key or None,
        "confidence": section.confidence,
        "paragraphs": _paragraphs(entries, fill),
        "entries": [_entry(entry, fill) for entry in entries],
        "sections": [_section(child, fill) for child in section.sections],
    }


def _entry(entry: Entry, fill: _Fill) -> dict[str, Json]:
    return {"title": entry.title, "text": fill(entry.text), "kind": entry.kind.value}


def _paragraphs(entries: Iterable[Entry], fill: _Fill) -> list[str]:
    return [
        "".join(fill(entry.text) for entry in group).strip()
        for _, group in groupby(entries, key=lambda entry: entry.paragraph)
    ]


def figures(found: Understanding) -> list[dict[str, Json]]:
    """Return every number of a report, in reading order."""
    return [_figure(mention) for mention in found.mentions]


def _figure(mention: Mention) -> dict[str, Json]:
    return {
        "text": mention.text,
        "value": number(mention.value),
        "unit": mention.unit,
        "approx": mention.approx,
        "kind": mention.kind.value,
        "label": mention.label,
        "indicator": mention.indicator,
        "year": mention.year,
        "section": mention.section,
        "sentence": mention.sentence,
    }


def relations(found: Understanding) -> list[dict[str, Json]]:
    """Return the arithmetic of a report."""
    return [
        {
            "kind": item.relation.kind.value,
            "result": _operand(item.result),
            "operands": [_operand(operand) for operand in item.operands],
            "sentence": item.relation.sentence,
            "confidence": item.relation.confidence,
            "confirmed": item.relation.confirmed,
        }
        for item in found.arithmetic
    ]


def _operand(mention: Mention) -> dict[str, Json]:
    return {"text": mention.text, "value": number(mention.value)}


def findings(found: Iterable[Finding]) -> list[dict[str, Json]]:
    """Return what the checks said."""
    return [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "where": finding.where,
            "text": finding.text,
            "message": finding.message,
            "fix": finding.fix.words,
        }
        for finding in found
    ]


def number(value: Decimal) -> int | float:
    """Return a value as a JSON number; only here does it stop being a Decimal."""
    whole = value == value.to_integral_value()
    return int(value) if whole else float(value)
