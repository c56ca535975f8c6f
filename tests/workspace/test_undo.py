"""One undo for everything: to the first step and back, also after a restart."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.workspace.made_up import check, content, sha256

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

UNIT = "安澜县"
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


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seed=st.integers(0, 2**32),
    deeds=st.lists(st.sampled_from(["step", "step", "undo", "undo", "redo", "restart"])),
)
def test_any_mixture_of_steps_and_undo_shows_what_was_there(path, seed, deeds):
    path.unlink(missing_ok=True)
    user = User(path, seed)

    for deed in deeds:
        getattr(user, deed)()
        user.compare()
        check(user.workspace)

    user.workspace.close()


@pytest.mark.parametrize("seed", range(2))
def test_150_steps_are_undone_to_the_first_and_done_again_to_the_last(path, seed):
    user = User(path, seed)
    while user.at < 150:
        user.step()
    user.restart()

    for turn, end in ((user.undo, 0), (user.redo, 150)):
        while user.at != end:
            turn()
            user.compare()

    assert user.workspace.redo() is None
    check(user.workspace)
    user.workspace.close()


def test_undo_and_redo_say_what_they_did_and_when_nothing_is_left(workspace):
    for name in ("导入", "新的一年"):
        with workspace.act(name) as action:
            rewrite(workspace, action, repeatable(name))

    assert workspace.undo() == "新的一年"
    assert [(info.name, info.undone) for info in workspace.history()] == [
        ("新的一年", True),
        ("导入", False),
    ]
    assert workspace.undo() == "导入"
    assert workspace.undo() is None
    assert workspace.redo() == "导入"
    assert workspace.redo() == "新的一年"
    assert workspace.redo() is None


def test_a_new_step_after_undo_drops_what_was_undone(workspace):
    for number in range(3):
        with workspace.act(f"第{number}步") as action:
            workspace.save_report(action, Report(unit=UNIT, year=2020 + number))
    workspace.undo()
    workspace.undo()

    with workspace.act("另一步") as action:
        workspace.save_report(action, Report(unit=UNIT, year=2030))

    assert workspace.redo() is None
    assert [info.name for info in workspace.history()] == [
        "另一步",
        "留存撤销掉的：第1步等2步",
        "第0步",
    ]


def test_looking_without_writing_leaves_no_step_and_keeps_what_can_be_redone(workspace):
    with workspace.act("导入") as action:
        workspace.save_report(action, Report(unit=UNIT, year=2025))
    workspace.undo()

    with workspace.act("看看"):
        pass

    assert workspace.redo() == "导入"


def test_undoing_an_import_takes_the_file_out_and_redo_brings_it_back(workspace):
    data = bytes(range(256)) * 4
    with workspace.act("导入") as action:
        workspace.add_original(
            action, sha256=sha256(data), name="a", kind="pdf", data=data, unit=UNIT, year=2025
        )

    workspace.undo()

    assert workspace.originals() == []
    assert workspace.original(sha256(data)) is None
    workspace.redo()
    assert workspace.original(sha256(data)).data == data


def test_a_step_that_fails_writes_nothing(workspace):
    before = content(workspace)

    def fail():
        with workspace.act("导入") as action:
            workspace.save_report(action, Report(unit=UNIT, year=2025))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert content(workspace) == before
    assert workspace.history() == []
    assert not workspace._conn.in_transaction


def test_nothing_is_written_outside_a_step(workspace):
    with workspace.act("导入") as action:
        pass

    with pytest.raises(RuntimeError, match="outside act"):
        workspace.save_report(action, Report(unit=UNIT, year=2025))


def test_steps_do_not_run_inside_one_another(workspace):
    with workspace.act("导入") as action:
        with pytest.raises(RuntimeError, match="one action"), workspace.act("填数"):
            pass
        with pytest.raises(RuntimeError, match="one action"):
            workspace.undo()
        workspace.save_report(action, Report(unit=UNIT, year=2025))

    assert workspace.report(UNIT, 2025)
    assert [info.name for info in workspace.history()] == ["导入"]


def test_a_step_of_one_workspace_writes_into_no_other(workspace, tmp_path):
    with (
        Workspace.create(tmp_path / "另一个.db") as other,
        other.act("导入") as action,
        pytest.raises(RuntimeError, match="outside act"),
    ):
        workspace.save_report(action, Report(unit=UNIT, year=2025))
