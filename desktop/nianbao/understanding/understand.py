"""The whole way from a document to a report with slots, figures and relations."""

from collections.abc import Callable, Iterable

from nianbao.errors import NoYearError, ReadingError
from nianbao.report.correction import Correction
from nianbao.report.document import Document
from nianbao.report.model import ElementKind
from nianbao.report.writing.fold import folded
from nianbao.standards import structure
from nianbao.standards.figures.quantities import quantities
from nianbao.standards.layout import Layout, layout
from nianbao.understanding import naming
from nianbao.understanding.around.page import PageParts, take_apart
from nianbao.understanding.induce import Inducer
from nianbao.understanding.lines.tree import outline, sequence
from nianbao.understanding.prepare import (
    broken_title,
    doubtful_end,
    doubtful_level,
    missing_structure,
    notice_above,
    prepared,
    repeated_line,
    second_report,
)
from nianbao.understanding.structure.building import Builder, element_text, elements_of
from nianbao.understanding.understood import Understanding

_LEAST_TEXT = 100  # characters below which nothing can be a report
_LEAST_BELOW_TITLE = 33  # the same, where a title says that it is one


def no_corrections(unit: str) -> Iterable[Correction]:
    """Return that nothing was corrected before."""
    del unit
    return ()


def understand(
    document: Document,
    *,
    stem: str,
    year: int | None = None,
    raw: bool = False,
    corrections: Callable[[str], Iterable[Correction]] = no_corrections,
) -> Understanding:
    """Return the report that a document holds.

    `stem` begins the ids of its pieces and must differ from file to file. `year` says the year of a
    report that does not say it. `raw` keeps the text exactly as read. `corrections` gives what was
    corrected before about the figures of a unit.

    Raises:
        ReadingError: the text is no report (kind `not-report`).
    """
    patterns = layout()
    lines, changes = prepared(document, patterns, raw=raw)
    page = take_apart(lines, patterns)
    _assure_report(page, patterns, document.name)
    preface, nodes = outline.build(page.body, structure.is_part)
    asked = (
        missing_structure(page.body, nodes),
        doubtful_level(nodes, patterns),
        broken_title(nodes),
        doubtful_end(page.body, patterns),
        second_report(lines, patterns),
        notice_above(page, patterns),
        repeated_line(lines, page.body),
    )
    changes += [one for one in asked if one]
    title = folded(element_text(page.front, ElementKind.TITLE))
    said = naming.stated_year(title, folded(" ".join(passage.text for passage in preface)))
    found_year = _year(said, year, document)
    unit = naming.unit(
        title,
        elements_of(page.back, ElementKind.SIGNATURE),
        (document.name, document.title),
        "\n".join(line.text for line in lines),
    )
    inducer = Inducer(
        year=found_year,
        quantities=quantities(),
        corrections=list(corrections(unit)),
        doubtful=sequence.doubtful(page.body),
        unfinished=sequence.unfinished(page.body),
    )
    builder = Builder(
        inducer=inducer, stem=stem, raw=raw, layout=patterns, changes=changes, page=page
    )
    return builder.build(preface, nodes, unit=unit)


def _year(said: int | None, wanted: int | None, document: Document) -> int:
    """Return the year of a report: what it says; the user may only say it where it does not.

    Raises:
        ReadingError: it is on another year than wanted, or on none that can be found.
    """
    if said and wanted and said != wanted:
        raise ReadingError(
            "not-report",
            f"“{document.name}”是{said}年度的报告，不是{wanted}年度的。",
            do=f"起草{said + 1}年度的不用写年度；要起草{wanted + 1}年度的，请换一份报告。",
        )
    if year := said or wanted or naming.likely_year(folded(document.text)):
        return year
    raise NoYearError(
        "not-report",
        f"“{document.name}”里找不到年份，不知道是哪一年的报告。",
        do="请用--year指明年份，或换一份文件。",
    )


def _assure_report(page: PageParts, patterns: Layout, name: str) -> None:
    text = "".join(line.plain for line in page.body)
    titled = any(kind is ElementKind.TITLE for kind, _ in page.front)
    if titled and len(text) >= _LEAST_BELOW_TITLE:
        return
    if len(text) < _LEAST_TEXT or not patterns.element["report"].search(text):
        raise ReadingError(
            "not-report",
            f"“{name}”不像是法治政府建设年度报告。",
            do="请选择去年的报告文件；如果选对了，请检查文件里是不是只有图片或目录。",
        )
