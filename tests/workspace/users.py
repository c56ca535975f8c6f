"""A user who does whatever there is to do, and remembers how it looked."""

import random
from dataclasses import replace
from decimal import Decimal

from tests.workspace.files import UNIT
from tests.workspace.made_up import content, sha256

from nianbao.report.change import Change
from nianbao.report.document import Paragraph
from nianbao.report.figures.figure import (
    Figure,
    FigureState,
    Indicator,
    Promise,
    Relation,
    RelationKind,
)
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.workspace import Workspace

NAMES = "甲乙丙丁戊己"


def import_file(workspace, action, rnd):
    data = rnd.randbytes(rnd.randrange(200))
    year = rnd.choice([2024, 2025])
    workspace.add_original(
        action, sha256=sha256(data), name="年报.txt", kind="txt", data=data, unit=UNIT, year=year
    )
    lines = [Paragraph(text=rnd.choice(NAMES)) for _ in range(rnd.randrange(12))]
    workspace.save_paragraphs(action, sha256(data), lines)
    workspace.save_report(action, report(rnd, year), sha256=sha256(data))
    changes = [Change(rule="space", before=n, after="") for n in NAMES[: rnd.randrange(6)]]
    workspace.save_changes(action, UNIT, year, changes)


def rewrite(workspace, action, rnd):
    workspace.save_report(action, report(rnd, rnd.choice([2024, 2025, 2026])))


def fill(workspace, action, rnd):
    names = rnd.sample(NAMES, rnd.randrange(1, 6))
    workspace.save_indicators(
        action, UNIT, [Indicator(name=n, label=n, unit=rnd.choice("件个")) for n in names]
    )
    value = Decimal(rnd.randrange(1000)).scaleb(-2)
    workspace.save_figures(
        action,
        UNIT,
        [Figure(indicator=n, year=2026, value=value, state=FigureState.KNOWN) for n in names],
    )


def relate(workspace, action, rnd):
    relation = Relation(
        kind=rnd.choice(list(RelationKind)),
        result=rnd.choice(NAMES),
        operands=tuple(rnd.sample(NAMES, 2)),
        confidence=rnd.random(),
    )
    if rnd.random() < 0.3:
        workspace.remove_relations(action, UNIT, workspace.relations(UNIT)[:3])
    workspace.save_relations(action, UNIT, [relation])


def promise(workspace, action, rnd):
    promises = [
        Promise(id=n, year=2026, kind="plan", title=n, text=n, answer=rnd.choice(["", "已完成"]))
        for n in NAMES
    ]
    workspace.save_promises(action, UNIT, promises)


def remove(workspace, action, rnd):
    workspace.remove_indicator(action, UNIT, rnd.choice(NAMES))


def decide(workspace, action, rnd):
    for info in workspace.reports():
        marks = [Mark(kind=rnd.choice(list(MarkKind)), target=n) for n in rnd.sample(NAMES, 3)]
        workspace.save_marks(action, info.unit, info.year, marks)
        workspace.remove_mark(action, info.unit, info.year, rnd.choice(marks))


def keep(workspace, action, rnd):
    for info in workspace.reports():
        name, at = rnd.choice(NAMES), "2026-01-05T06:02:00+00:00"
        workspace.keep_version(
            action, info.unit, info.year, name, automatic=rnd.random() < 0.5, at=at
        )


def restore(workspace, action, rnd):
    kept = [info for year in (2024, 2025, 2026) for info in workspace.versions(UNIT, year)]
    if kept:
        workspace.restore_version(action, UNIT, rnd.choice(kept).id)
        workspace.remove_versions(action, UNIT, [rnd.choice(kept).id])


def rename(workspace, action, rnd):
    if known := workspace.indicators(UNIT):
        gone = rnd.choice(known).name
        figures = [f for f in workspace.figures(UNIT) if f.indicator == gone]
        workspace.save_indicators(action, UNIT, [Indicator(name="改", label="改", unit="件")])
        workspace.save_figures(action, UNIT, [replace(f, indicator="改") for f in figures])
        workspace.remove_indicator(action, UNIT, gone)


def nothing(workspace, action, rnd):
    workspace.save_relations(action, UNIT, workspace.relations(UNIT))


STEPS = (
    *(import_file, rewrite, rewrite, fill, fill, relate, promise, remove, nothing),
    *(decide, keep, rename, restore, restore),
)


def report(rnd, year):
    ids = rnd.sample([f"e{n}" for n in range(8)], 8)
    texts = iter(rnd.choices(["旧", "新", "“引号”\n换行"], k=20))

    def section(own, level, below=()):
        entries = tuple(
            Entry(id=ids.pop(), kind=EntryKind.PLAN, text=next(texts))
            for _ in range(rnd.randrange(3))
        )
        return Section(
            id=own,
            level=level,
            number="一",
            prefix="一、",
            title=next(texts),
            entries=entries,
            sections=below,
        )

    inner = tuple(section(own, 2) for own in rnd.sample(["s2", "s3", "s4"], rnd.randrange(3)))
    return Report(
        unit=UNIT,
        year=year,
        front=(Element(id="t", kind=ElementKind.TITLE, text=next(texts)),),
        sections=(section("s1", 1, inner),),
    )


def repeatable(seed):
    return random.Random(seed)  # noqa: S311 not secret


class User:
    """Works on a workspace and remembers by hand how it looked after each step."""

    def __init__(self, path, seed):
        self.path, self.rnd = path, repeatable(seed)
        self.workspace = Workspace.create(path)
        self.seen, self.at = [content(self.workspace)], 0

    def step(self):
        before = content(self.workspace)
        step = self.rnd.choice(STEPS)
        with self.workspace.act(step.__name__) as action:
            step(self.workspace, action, self.rnd)
        if (after := content(self.workspace)) != before:
            self.seen[self.at + 1 :] = [*self._kept(before), after]
            self.at = len(self.seen) - 1

    def _kept(self, before):
        """Return how it looked when undone steps had become versions, and nothing else was done."""
        done = [info for info in self.workspace.history() if not info.undone]
        if len(done) == self.at + 1:
            return []
        self.workspace.undo()
        kept = content(self.workspace)
        self.workspace.redo()
        assert {**kept, "version": before["version"]} == before
        assert kept["version"] != before["version"]
        return [kept]

    def undo(self):
        if self.workspace.undo():
            self.at -= 1

    def redo(self):
        if self.workspace.redo():
            self.at += 1

    def restart(self):
        self.workspace.close()
        self.workspace = Workspace.open(self.path)

    def compare(self):
        assert content(self.workspace) == self.seen[self.at]
        done = [info for info in self.workspace.history() if not info.undone]
        assert len(done) == self.at
        assert len(self.workspace.history()) == len(self.seen) - 1
        assert not self.workspace._conn.in_transaction
