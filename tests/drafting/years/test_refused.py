"""Numerals that a person said are no figures are left alone when the year turns."""

from decimal import Decimal

from nianbao.drafting import cells
from nianbao.drafting.years import new_year, refused
from nianbao.report.correction import Correction, CorrectionKind, context
from nianbao.report.model import Entry, EntryKind, Report, Section
from nianbao.report.numeral import Numeral, NumeralKind
from nianbao.standards.figures.numerals import REFUSED

TEXT = "收83件，编号共计99，另有99件。"
VALUES = {"甲": Decimal(83)}
SOURCE = "收{{ 甲 }}件，编号共计99，另有99件。"


def around(text, start, stop):
    return frozenset([context(text, start, stop)])


def rule(kind, place="甲□乙"):
    return Correction(kind=kind, found_as="数", unit="", context=place)


def test_only_what_was_refused_at_a_place_is_kept():
    assert refused.by_corrections(
        [
            rule(CorrectionKind.REJECT),
            rule(CorrectionKind.SPLIT, "丙□丁"),
            rule(CorrectionKind.REJECT, ""),
        ]
    ) == {"甲□乙"}


def test_only_what_a_person_refused_is_kept_of_the_numerals():
    def numeral(kind, reason, place):
        return Numeral(kind=kind, start=0, stop=1, text="三", reason=reason, context=place)

    assert refused.by_numerals(
        [
            numeral(NumeralKind.EXCEPTION, REFUSED, "甲□乙"),
            numeral(NumeralKind.EXCEPTION, "序数", "丙□丁"),
            numeral(NumeralKind.ASKED, REFUSED, "戊□己"),
        ]
    ) == {"甲□乙"}


def test_a_place_is_found_by_the_words_around_it_as_they_were_last_year():
    found = cells.cells(SOURCE)
    first = TEXT.index("99")
    told = around(TEXT, first, first + 2)
    at = cells.read(found).index("99")
    assert refused.places(found, VALUES, told) == {at}
    assert refused.places(found, VALUES, around(TEXT, first, first + 1)) == {at}
    assert refused.places(found, VALUES, frozenset()) == frozenset()
    assert refused.places(found, VALUES, {"别处□"}) == frozenset()
    second = TEXT.rindex("99")
    both = told | around(TEXT, second, second + 3)
    assert len(refused.places(found, VALUES, both)) == 2


def test_what_was_refused_is_not_asked_about():
    entry = Entry(id="e1", kind=EntryKind.MEASURE, text="编号共计99。")
    part = Section(id="s1", level=1, number="", prefix="", title="举措", entries=(entry,))
    last = Report(unit="青岚县", year=2025, sections=(part,))
    assert (
        new_year.start(last, [], []).report.sections[0].entries[0].text == "编号共计【待核：99】。"
    )
    told = around("编号共计99。", 4, 6)
    assert new_year.start(last, [], [], told).report.sections == last.sections
