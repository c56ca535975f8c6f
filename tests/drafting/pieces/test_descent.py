"""Split, merged, dropped and taken up again: last year's text goes along, all of it."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from nianbao.drafting import variance
from nianbao.drafting.cells import cells, source_of
from nianbao.drafting.pieces import arrange, descent
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Entry, EntryKind, EntryState, Report, Section
from tests.drafting.pieces.paragraphed import reports

randoms = st.integers(0, 1 << 16).map(Random)  # noqa: S311 - examples; quick ones
steps = st.lists(
    st.tuples(st.sampled_from(["split", "merge", "drop", "restore"]), randoms), max_size=8
)


class Draft:
    """A report with its marks, as the actions keep them."""

    def __init__(self, begun):
        self.begun = self.report = begun
        self.marks = {}

    @property
    def carried(self):
        return descent.descended(self.begun, self.marks.values(), lambda _: "")

    def entries(self):
        return [entry for section in self.report.walk() for entry in section.entries]

    def note(self, marks):
        self.marks |= {(mark.kind, mark.target): mark for mark in marks}

    def split(self, random):
        entry = random.choice(self.entries())
        found = cells(entry.text)
        if len(found) < 2:
            return
        at = random.randrange(1, len(found))
        first, second = source_of(found[:at]), source_of(found[at:])
        new = f"n{len(self.marks)}"
        self.note(
            descent.of_split(self.carried, self.marks.values(), entry.id, (first, second), new)
        )
        self.report = arrange.split(self.report, entry.id, first, second, "", new)

    def merge(self, random):
        entry = random.choice(self.entries())
        if (other := arrange.following(self.report, entry.id)) is not None:
            self.note(descent.of_merge(self.carried, self.marks.values(), entry, other))
            self.report = arrange.merged(self.report, entry.id)

    def drop(self, random):
        entries = self.entries()
        if len(entries) > 1:
            piece = random.choice(entries).id
            self.note(descent.of_drop(self.carried, self.report, piece))
            self.report = arrange.without(self.report, piece)

    def restore(self, random):
        gone = list(descent.dropped(self.report, self.carried, self.marks.values()))
        if gone:
            self.put_back(random.choice(gone)[1])

    def put_back(self, entry):
        self.report = arrange.put_back(self.carried, self.report, entry)
        for kind in (MarkKind.DROPPED, MarkKind.PLACE):
            self.marks.pop((kind, entry.id), None)


def characters(report):
    """All that a report holds; merged over a dropped entry, it stands in another order."""
    texts = [entry.text for section in report.walk() for entry in section.entries]
    return sorted("".join(texts).replace("\n", ""))


@given(reports(), steps)
def test_whatever_is_split_and_merged_is_no_rewriting_and_loses_nothing(report, done):
    draft = Draft(report)
    for step, random in done:
        getattr(draft, step)(random)

    states = variance.states(draft.report, draft.carried, lambda _: False)
    assert set(states.values()) <= {EntryState.UNTOUCHED}
    assert characters(draft.carried) == characters(report)
    for _, entry in list(descent.dropped(draft.report, draft.carried, draft.marks.values())):
        draft.put_back(entry)
    assert characters(draft.report) == characters(report)


@given(reports(), randoms)
def test_entries_come_back_into_their_places_and_paragraphs_in_any_order(report, random):
    draft = Draft(report)
    for _ in range(4):
        draft.drop(random)
    gone = [entry for _, entry in descent.dropped(draft.report, draft.carried, ())]
    random.shuffle(gone)
    for entry in gone:
        draft.put_back(entry)

    assert draft.report == report


def entry(id_, source):
    return Entry(id=id_, kind=EntryKind.MEASURE, text=source)


def report_of(*entries):
    section = Section(id="s", level=1, number="一", prefix="一、", title="题", entries=entries)
    return Report(unit="某县", year=2026, sections=(section,))


def test_a_rewritten_half_is_rewritten_and_the_other_is_not():
    begun = report_of(entry("a", "开展评查。评查案卷{{ 案卷数 }}宗。"))
    marks = descent.of_split(begun, [], "a", ("开展评查。", "评查案卷{{ 案卷数 }}宗。"), "n")
    carried = descent.descended(begun, marks, lambda _: "")
    now = report_of(entry("a", "开展执法评查。"), entry("n", "评查案卷{{ 案卷数 }}宗。"))

    states = variance.states(now, carried, lambda _: False)

    assert states == {"a": EntryState.REWRITTEN, "n": EntryState.UNTOUCHED}
    assert descent.origins(marks, "n") == ["a"]


def test_a_cut_at_the_end_of_a_paragraph_makes_nothing_that_is_new():
    begun = report_of(entry("a", "开展评查。\n及时整改。"))
    marks = descent.of_split(begun, [], "a", ("开展评查。\n", "及时整改。"), "n")
    carried = descent.descended(begun, marks, lambda _: "")
    marks += descent.of_split(carried, marks, "a", ("开展评查。", "\n"), "m")
    carried = descent.descended(begun, marks, lambda _: "")
    now = report_of(entry("a", "开展评查。"), entry("m", ""), entry("n", "及时整改。"))

    states = variance.states(now, carried, lambda _: False)

    assert set(states.values()) == {EntryState.UNTOUCHED}


def test_a_text_that_was_rewritten_before_it_is_split_takes_its_own_part_along():
    old = "开展执法案卷评查。发现问题及时整改。"
    halves = ("开展行政执法案卷的评查。", "发现问题全部整改。")

    assert descent.divided(old, *halves) == ("开展执法案卷评查。", "发现问题及时整改。")


@given(
    st.text("甲乙丙。", max_size=12), st.text("甲乙丙。", max_size=9), st.text("甲乙。", max_size=9)
)
def test_a_cut_keeps_all_of_the_old_text(old, first, second):
    assert "".join(descent.divided(old, first, second)) == old


def test_what_was_typed_comes_back_with_the_entry():
    begun = report_of(entry("a", "甲。"), entry("b", "乙。"))
    now = report_of(entry("a", "甲。"), entry("b", "今年写的。"), entry("新1", "新写的。"))
    marks = [*descent.of_drop(begun, now, "b"), *descent.of_drop(begun, now, "新1")]
    left = arrange.without(arrange.without(now, "b"), "新1")

    gone = {one.id: (home, one.text) for home, one in descent.dropped(left, begun, marks)}

    assert gone == {"b": ("s", "今年写的。"), "新1": ("s", "新写的。")}
    assert Mark(kind=MarkKind.PLACE, target="新1", text="s b") in marks
