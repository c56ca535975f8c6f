"""Storing and loading a whole import, beside plain sqlite3 with the same rows and pragmas.

    pytest tests/benchmarks/test_storing.py --benchmark-only

Both write to the same kind of file, wait for the disk, and start from an empty store each round.
The goal is three times the floor.
"""

import hashlib
from decimal import Decimal
from itertools import count

import pytest

from nianbao.report.change import Change
from nianbao.report.document import Paragraph
from nianbao.report.figures.figure import (
    Figure,
    FigureState,
    Indicator,
    Mention,
    MentionKind,
    Promise,
    Relation,
    RelationKind,
)
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.workspace import Workspace
from nianbao.workspace.connection import Connection
from nianbao.workspace.rows.tables import CONTENT

UNIT = "安澜县"
TEXT = "全年新收行政复议申请{{ 行政复议新收数 }}件，审结{{ 行政复议审结数 }}件，" * 3
DATA = bytes(range(256)) * 120
SHA = hashlib.sha256(DATA).hexdigest()


def report():
    entries = count()

    def entry():
        number = next(entries)
        return Entry(id=f"e{number}", kind=EntryKind.MEASURE, text=f"{number}{TEXT}", title="举措")

    sections = tuple(
        Section(
            id=f"s{n}",
            level=1,
            number=str(n),
            prefix=f"{n}、",
            title="主要举措和成效",
            sections=tuple(
                Section(
                    id=f"s{n}.{m}",
                    level=2,
                    number=str(m),
                    prefix=f"（{m}）",
                    title="转变政府职能",
                    entries=tuple(entry() for _ in range(3)),
                )
                for m in range(6)
            ),
        )
        for n in range(4)
    )
    front = tuple(Element(id=f"f{n}", kind=ElementKind.PREFACE, text=TEXT) for n in range(4))
    return Report(unit=UNIT, year=2025, front=front, sections=sections)


REPORT = report()
PARAGRAPHS = [Paragraph(text=f"{n}{TEXT}", style="正文") for n in range(90)]
INDICATORS = [Indicator(name=f"指标{n}", label=f"指标{n}", unit="件") for n in range(90)]
FIGURES = [
    Figure(indicator=f"指标{n}", year=2025, value=Decimal(n), state=FigureState.KNOWN)
    for n in range(90)
]
MENTIONS = [
    Mention(
        text=f"{n}件",
        writing=f"{n}",
        value=Decimal(n),
        unit="件",
        approx="",
        kind=MentionKind.COUNT,
        label="审结",
        indicator=f"指标{n}",
        year=2025,
        section="s1",
        sentence=TEXT,
        piece="e1",
    )
    for n in range(90)
]
RELATIONS = [
    Relation(kind=RelationKind.SUM, result=f"指标{n}", operands=("指标1", "指标2"), sentence=TEXT)
    for n in range(10)
]
PROMISES = [Promise(id=f"e{n}", year=2026, kind="plan", title="安排", text=TEXT) for n in range(10)]
CHANGES = [Change(rule="punctuation", before=TEXT, after=TEXT, paragraph=n) for n in range(30)]


def store(workspace):
    with workspace.act("导入") as action:
        workspace.add_original(
            action, sha256=SHA, name="年报.docx", kind="docx", data=DATA, unit=UNIT, year=2025
        )
        workspace.save_paragraphs(action, SHA, PARAGRAPHS)
        workspace.save_report(action, REPORT, sha256=SHA)
        workspace.save_indicators(action, UNIT, INDICATORS)
        workspace.save_figures(action, UNIT, FIGURES)
        workspace.save_mentions(action, UNIT, 2025, MENTIONS)
        workspace.save_relations(action, UNIT, RELATIONS)
        workspace.save_promises(action, UNIT, PROMISES)
        workspace.save_changes(action, UNIT, 2025, CHANGES)


def load(workspace):
    return (
        workspace.original(SHA),
        workspace.paragraphs(SHA),
        workspace.report(UNIT, 2025),
        workspace.indicators(UNIT),
        workspace.figures(UNIT, 2025),
        workspace.mentions(UNIT, 2025),
        workspace.relations(UNIT),
        workspace.promises(UNIT, 2026),
        workspace.changes(UNIT, 2025),
    )


@pytest.fixture
def stores(tmp_path):
    """Make empty stores, one a round, and close them at the end."""
    opened = []

    def make(opener):
        path = tmp_path / f"{len(opened)}.db"
        Workspace.create(path).close()
        opened.append(opener(path))
        return (opened[-1],), {}

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def filled(tmp_path):
    """A path at which the import is stored."""
    path = tmp_path / "filled.db"
    with Workspace.create(path) as workspace:
        store(workspace)
    return path


@pytest.fixture
def rows(filled):
    """The rows of the import, ready for SQLite."""
    conn = Connection.to(filled)
    found = [(name, conn.rows(f"SELECT * FROM {name}")) for name in CONTENT]  # noqa: S608
    conn.close()
    return [(name, values) for name, values in found if values]


def insert(conn, rows):
    conn.execute("BEGIN")
    for name, values in rows:
        marks = ", ".join("?" * len(values[0]))
        conn.executemany(f"INSERT INTO {name} VALUES ({marks})", values)  # noqa: S608
    conn.execute("COMMIT")


def select(conn):
    return [conn.rows(f"SELECT * FROM {name}") for name in CONTENT]  # noqa: S608


@pytest.mark.benchmark(group="store an import")
def test_store_floor(benchmark, stores, rows):
    conn = None

    def setup():
        nonlocal conn
        (conn,), _ = stores(Connection.to)
        return (conn, rows), {}

    benchmark.pedantic(insert, setup=setup, rounds=40, warmup_rounds=3)

    assert list(filter(None, select(conn))) == [values for _, values in rows]


@pytest.mark.benchmark(group="store an import")
def test_store_workspace(benchmark, stores):
    workspace = None

    def setup():
        nonlocal workspace
        (workspace,), _ = stores(Workspace.open)
        return (workspace,), {}

    benchmark.pedantic(store, setup=setup, rounds=40, warmup_rounds=3)

    assert REPORT in load(workspace)


@pytest.mark.benchmark(group="load an import")
def test_load_floor(benchmark, filled):
    conn = Connection.to(filled)
    assert sum(map(len, benchmark(select, conn))) > 400
    conn.close()


@pytest.mark.benchmark(group="load an import")
def test_load_workspace(benchmark, filled):
    with Workspace.open(filled) as workspace:
        assert REPORT in benchmark(load, workspace)


@pytest.mark.benchmark(group="one figure")
def test_fill_a_figure(benchmark, filled):
    numbers = count()

    def fill(workspace):
        with workspace.act("填数") as action:
            workspace.save_figures(
                action, UNIT, [FIGURES[0].answered(Decimal(next(numbers)), source="手填")]
            )

    with Workspace.open(filled) as workspace:
        benchmark(fill, workspace)

        assert workspace.figures(UNIT, 2025)[0].value == next(numbers) - 1


@pytest.mark.benchmark(group="open")
def test_open(benchmark, filled):
    benchmark(lambda: Workspace.open(filled).close())

    with Workspace.open(filled) as workspace:
        assert REPORT in load(workspace)


@pytest.mark.benchmark(group="undo and redo an import")
def test_undo_and_redo(benchmark, filled):
    with Workspace.open(filled) as workspace:
        done = benchmark(lambda: (workspace.undo(), workspace.redo()))

        assert done == ("导入", "导入")
        assert REPORT in load(workspace)
