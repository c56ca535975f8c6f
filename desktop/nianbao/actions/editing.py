"""What the drafter does to a report: each one named action that can be taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from nianbao.actions import sections
from nianbao.actions.naming import short
from nianbao.actions.safe import versions
from nianbao.desk.desk import Desk
from nianbao.drafting.answering import figure
from nianbao.drafting.pieces import arrange, descent
from nianbao.errors import InputError
from nianbao.report.figures.figure import CLEARED, Figure
from nianbao.report.figures.standing import Standing
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Element, Entry, Report, Section
from nianbao.report.writing.slots import readable
from nianbao.report.writing.text import quoted
from nianbao.standards.layout import layout
from nianbao.understanding.structure.entries import lead

TYPED = "手填"


def answer(desk: Desk, name: str, typed: str, *, source: str = TYPED, sure: bool = False) -> None:
    """Answer a figure with what was typed: a number, 不适用, or nothing for 待报.

    Raises:
        InputError: it is no number, or one that cannot be.
        DoubtError: it may be meant otherwise, and nobody is `sure`.
    """
    answer_all(desk, [(name, typed)], source=source, sure=sure)


def answer_all(
    desk: Desk, answers: Sequence[tuple[str, str]], *, source: str = TYPED, sure: bool = False
) -> None:
    """Answer several figures as one action: all of them, or none; see `answer`.

    Raises:
        InputError: what of it is no number; nothing was written.
    """
    report, ledger = desk.report, desk.ledger
    found, faults = [], []
    for name, typed in answers:
        try:
            found.append(figure(report, ledger, name, typed, source, sure=sure))
        except InputError as error:
            faults.append(error)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        more = f"另有{len(faults) - 1}处也不能填。" if len(faults) > 1 else ""
        raise InputError(faults[0].what + more, do=faults[0].do)
    if len(found) == 1:
        label = ledger.indicators[found[0].indicator].label
        action = f"填{quoted(short(label))}：{answers[0][1].strip() or Standing.PENDING.value}"
    else:
        action = f"填入{len(found)}个数"
    set_figures(desk, found, action)


def confirm(desk: Desk, names: Iterable[str]) -> None:
    """Let last year's value hold this year too, because the drafter said so."""
    prior = desk.ledger.prior
    source = f"沿用{desk.year - 1}年度，已确认"
    found = [
        replace(prior[name], year=desk.year, source=source)
        for name in names
        if name in prior and prior[name].value is not None
    ]
    if len(found) == 1:
        action = f"确认沿用{quoted(short(desk.ledger.indicators[found[0].indicator].label))}"
    else:
        action = f"确认沿用{len(found)}个数"
    if found:
        set_figures(desk, found, action)


def clear(desk: Desk, name: str) -> None:
    """Take last year's value of a figure for no value of this year: it is to be reported."""
    label = desk.ledger.indicators[name].label
    none = Figure(indicator=name, year=desk.year, source=CLEARED)
    set_figures(desk, [none], f"清空“{short(label)}”，重新报")


def use_formula(desk: Desk, name: str) -> None:
    """Let the formula give the value again instead of what was put in by hand."""
    label = desk.ledger.indicators[name].label
    none = Figure(indicator=name, year=desk.year)
    set_figures(desk, [none], f"{quoted(short(label))}改由公式算")


def set_figures(desk: Desk, figures: Sequence[Figure], action: str) -> None:
    """Write figures as one action of a name; before several of them the year is kept."""
    with desk.act(action) as running:
        if len(figures) > 1:
            versions.before(desk.store, running, desk.unit, desk.year, "批量填数")
        desk.store.save_figures(running, desk.unit, figures)


def write(
    desk: Desk, piece: str, source: str, *, act: str = "", marks: Iterable[Mark] = ()
) -> None:
    """Write the text of an entry, an element or a heading; `act` names it instead of 改“…”.

    `marks` are kept with a text that is another.
    """
    report = desk.report
    entry = arrange.entry_of(report, piece)
    title = entry.title if entry else ""
    if entry is not None:
        title = title_of(source)
    changed = with_source(report, piece, source, title)
    if changed != report:
        _save(desk, act or f"改{quoted(_name(desk, piece))}", changed, marks)


def with_source(report: Report, piece: str, source: str, title: str) -> Report:
    """Return a report with another text of one piece; `title` is that of an entry."""

    def element(one: Element) -> Element:
        return replace(one, text=source) if one.id == piece else one

    def entry(one: Entry) -> Entry:
        return replace(one, text=source, title=title) if one.id == piece else one

    def section(one: Section) -> Section:
        return replace(
            one,
            title=source if one.id == piece else one.title,
            entries=tuple(map(entry, one.entries)),
            sections=tuple(map(section, one.sections)),
        )

    return replace(
        report,
        front=tuple(map(element, report.front)),
        sections=tuple(map(section, report.sections)),
        back=tuple(map(element, report.back)),
    )


def title_of(source: str) -> str:
    """Return the lead sentence of an entry's text, empty when it has none."""
    return lead(source, layout())


def keep(desk: Desk, piece: str) -> None:
    """Decide that an entry stays as it is."""
    with desk.act(f"保留{quoted(_name(desk, piece))}") as action:
        mark = Mark(kind=MarkKind.KEPT, target=piece)
        desk.store.save_marks(action, desk.unit, desk.year, [mark])


def reconsider(desk: Desk, piece: str) -> None:
    """Take the decision to keep an entry back."""
    with desk.act(f"{quoted(_name(desk, piece))}改为待定") as action:
        mark = Mark(kind=MarkKind.KEPT, target=piece)
        desk.store.remove_mark(action, desk.unit, desk.year, mark)


def drop(desk: Desk, piece: str) -> None:
    """Write an entry no longer; it can be restored, with what was typed into it."""
    kept = descent.of_drop(desk.carried, desk.report, piece)
    _save(desk, f"不再写{quoted(_name(desk, piece))}", arrange.without(desk.report, piece), kept)


def restore(desk: Desk, piece: str) -> None:
    """Take a dropped entry up again, where it stood and as it was; its heading too, if need be.

    Raises:
        InputError: it is not known, or its section is gone.
    """
    found = {entry.id: (home, entry) for home, entry in desk.dropped()}
    home, entry = found.get(piece, ("", None))
    report, back = sections.with_home(desk, home)
    section = report.section(home)
    if entry is None or section is None:
        raise InputError("找不到这一条，或者它所在的节已经没有了。", do="请用“新增”另写一条。")
    entry = replace(entry, title=title_of(entry.text))
    place, carried = descent.dropped_from(desk.marks, piece), desk.carried
    if carried is None or arrange.entry_of(carried, piece) is None:
        kind = sections.kind_in(report, section)
        entry = replace(entry, kind=arrange.blank_entry(section, piece, kind).kind)
    if place is None and carried is not None:
        changed = arrange.put_back(carried, report, entry)
    else:
        after = place[1] if place else ""
        entry = replace(entry, joined=False)
        changed = arrange.with_entry(report, home, entry, after=after, first=not after)
    name = f"恢复{quoted(short(entry.title or readable(entry.text)))}"
    if back:
        name += f"和标题{quoted(short(readable(section.title)))}"
    back += [Mark(kind=kind, target=piece) for kind in (MarkKind.DROPPED, MarkKind.PLACE)]
    _save(desk, name, changed, gone=back)


def as_last_year(desk: Desk, piece: str) -> None:
    """Give an entry the text again that the year began with.

    Raises:
        InputError: the year did not begin with it.
    """
    entry = arrange.entry_of(desk.carried, piece) if desk.carried else None
    if entry is None:
        raise InputError("去年没有这一条。", do="不用换回。")
    changed = with_source(desk.report, piece, entry.text, entry.title)
    _save(desk, f"{quoted(_name(desk, piece))}换回去年文字", changed)


def add(desk: Desk, section: str, *, after: str = "", source: str = "") -> str:
    """Put a new entry into a section and return its id."""
    home = desk.report.section(section)
    assert home is not None, section
    kind = sections.kind_in(desk.report, home)
    blank = arrange.blank_entry(home, _new_id(desk), kind)
    entry = replace(blank, text=source, title=title_of(source))
    _save(desk, "新增一条", arrange.with_entry(desk.report, section, entry, after=after))
    return entry.id


def split(desk: Desk, piece: str, first: str, second: str) -> str:
    """Make two entries of one, from the two halves of its text; return the id of the second."""
    new = _new_id(desk)
    title = title_of(second.removeprefix("\n"))
    changed = arrange.split(desk.report, piece, first, second, title, new)
    changed = with_source(changed, piece, first, title_of(first))
    kept = descent.of_split(desk.carried, desk.marks, piece, (first, second), new)
    _save(desk, f"拆分{quoted(_name(desk, piece))}", changed, kept)
    return new


def merge(desk: Desk, piece: str) -> None:
    """Make one entry of an entry and the next.

    Raises:
        InputError: there is no next one in the section.
    """
    one, other = arrange.entry_of(desk.report, piece), arrange.following(desk.report, piece)
    if one is None or other is None:
        raise InputError("本节里后面没有别的条目。", do="请先把要合并的条目移到它后面。")
    kept = descent.of_merge(desk.carried, desk.marks, one, other)
    decided = {mark.target for mark in desk.marks if mark.kind is MarkKind.KEPT}
    undecided = other.id not in decided  # then nobody has decided on all of it
    gone = [Mark(kind=MarkKind.KEPT, target=piece)] if undecided else []
    merged = arrange.merged(desk.report, piece)
    _save(desk, f"{quoted(_name(desk, piece))}与下一条合并", merged, kept, gone=gone)


def move(desk: Desk, piece: str, by: int) -> None:
    """Move an entry up or down within its section."""
    changed = arrange.moved(desk.report, piece, by)
    if changed != desk.report:
        _save(desk, f"移动{quoted(_name(desk, piece))}", changed)


def move_to(desk: Desk, piece: str, section: str) -> None:
    """Move an entry to the end of another section."""
    changed = arrange.moved_to(desk.report, piece, section)
    if changed != desk.report:
        _save(desk, f"{quoted(_name(desk, piece))}移到别的节", changed)


def _save(
    desk: Desk,
    action: str,
    report: Report,
    kept: Iterable[Mark] = (),
    *,
    gone: Iterable[Mark] = (),
) -> None:
    """Write a report as one action, with marks to be kept, and without some others."""
    with desk.act(action) as running:
        desk.store.save_report(running, report)
        desk.store.save_marks(running, desk.unit, desk.year, kept)
        for mark in gone:
            desk.store.remove_mark(running, desk.unit, desk.year, mark)


def _new_id(desk: Desk) -> str:
    """Return an id that no entry has, nor had one that may be restored."""
    return arrange.new_id(desk.report, (mark.target for mark in desk.marks))


def _name(desk: Desk, piece: str) -> str:
    """Return what to call a piece in the name of an action, in one line."""
    return short(_called(desk, piece).replace("\n", ""))


def _called(desk: Desk, piece: str) -> str:
    report = desk.report
    entry = arrange.entry_of(report, piece)
    if entry is not None:
        return entry.title or readable(entry.text) or "新条目"
    section = report.section(piece)
    if section is not None:
        return readable(section.title)
    element = report.element(piece)
    return readable(element.text) if element else "正文"
