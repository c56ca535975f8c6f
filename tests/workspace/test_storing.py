"""What was saved comes back, after the program was closed and opened again."""

import os
from contextlib import contextmanager, suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspace import made_up
from tests.workspace.files import UNIT
from tests.workspace.made_up import examples

from nianbao.errors import WorkspaceError
from nianbao.report.figures.figure import Figure, FigureState, Indicator, Relation, RelationKind
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.workspace import Original, OriginalInfo, ReportInfo, Workspace


@contextmanager
def saved(path, write):
    """Save something into a workspace, close it, open it again; leave it empty at the end."""
    if not path.exists():
        Workspace.create(path).close()
    with Workspace.open(path) as workspace, workspace.act("存入") as action:
        write(workspace, action)
    with Workspace.open(path) as workspace:
        yield workspace
        workspace.undo()


@examples
@given(report=made_up.reports())
def test_a_report_comes_back_as_it_was_saved(path, report):
    with saved(path, lambda w, action: w.save_report(action, report)) as workspace:
        assert workspace.report(report.unit, report.year) == report
        assert workspace.reports() == [
            ReportInfo(
                unit=report.unit,
                year=report.year,
                profile=report.profile,
                raw=report.raw,
                sha256="",
            )
        ]


def test_the_list_of_reports_follows_every_step_and_is_read_once_between_two(path):
    Workspace.create(path).close()
    with Workspace.open(path) as workspace:

        def years():
            return [info.year for info in workspace.reports()]

        for year in (2024, 2025):
            with workspace.act("存入") as action:
                assert year not in years()
                workspace.save_report(action, Report(unit=UNIT, year=year, profile="", raw=False))
                assert year in years()
        assert workspace.reports() is workspace.reports()
        workspace.undo()
        assert years() == [2024]
        workspace.redo()
        assert years() == [2024, 2025]
        with suppress(ZeroDivisionError), workspace.act("存入") as action:
            workspace.save_report(action, Report(unit=UNIT, year=2026, profile="", raw=False))
            assert years() == [2024, 2025, 2026]
            raise ZeroDivisionError
        assert years() == [2024, 2025]


@examples
@given(
    first=made_up.reports(st.just(UNIT), st.just(2025)),
    second=made_up.reports(st.just(UNIT), st.just(2025)),
)
def test_a_report_takes_the_place_of_the_one_before(path, first, second):
    def write(workspace, action):
        workspace.save_report(action, first)
        workspace.save_report(action, second)

    with saved(path, write) as workspace:
        assert workspace.report(UNIT, 2025) == second


@examples
@given(indicators=st.lists(made_up.indicators, max_size=12, unique_by=lambda i: i.name))
def test_indicators_come_back_as_they_were_saved(path, indicators):
    with saved(path, lambda w, action: w.save_indicators(action, UNIT, indicators)) as workspace:
        assert workspace.indicators(UNIT) == indicators


@examples
@given(figures=st.lists(made_up.figures(), max_size=12, unique_by=lambda f: (f.indicator, f.year)))
def test_figures_come_back_to_the_last_zero(path, figures):
    def write(workspace, action):
        names = dict.fromkeys(figure.indicator for figure in figures)
        workspace.save_indicators(
            action, UNIT, [Indicator(name=name, label=name, unit="件") for name in names]
        )
        workspace.save_figures(action, UNIT, figures)

    with saved(path, write) as workspace:
        found = workspace.figures(UNIT)

        assert found == figures
        assert [str(figure.value) for figure in found] == [str(f.value) for f in figures]
        for year in {figure.year for figure in figures}:
            assert workspace.figures(UNIT, year) == [f for f in figures if f.year == year]


@examples
@given(mentions=st.lists(made_up.mentions, max_size=12), paragraphs=st.lists(made_up.paragraphs))
def test_mentions_and_paragraphs_come_back_as_they_were_saved(path, mentions, paragraphs):
    sha256 = made_up.sha256(b"")

    def write(workspace, action):
        workspace.add_original(
            action, sha256=sha256, name="a.docx", kind="docx", data=b"", unit=UNIT, year=2025
        )
        workspace.save_paragraphs(action, sha256, paragraphs)
        workspace.save_report(action, Report(unit=UNIT, year=2025), sha256=sha256)
        workspace.save_mentions(action, UNIT, 2025, mentions)

    with saved(path, write) as workspace:
        assert workspace.mentions(UNIT, 2025) == mentions
        assert [str(m.value) for m in workspace.mentions(UNIT, 2025)] == [
            str(mention.value) for mention in mentions
        ]
        assert workspace.paragraphs(sha256) == paragraphs


@examples
@given(
    relations=st.lists(
        made_up.relations, max_size=12, unique_by=lambda r: (r.kind, r.result, r.operands)
    ),
    promises=st.lists(made_up.promises, max_size=12, unique_by=lambda p: p.id),
    changes=st.lists(made_up.changes, max_size=12),
)
def test_relations_promises_and_changes_come_back_as_they_were_saved(
    path, relations, promises, changes
):
    def write(workspace, action):
        workspace.save_report(action, Report(unit=UNIT, year=2025))
        workspace.save_relations(action, UNIT, relations)
        workspace.save_promises(action, UNIT, promises)
        workspace.save_changes(action, UNIT, 2025, changes)

    with saved(path, write) as workspace:
        assert workspace.relations(UNIT) == relations
        assert workspace.promises(UNIT, 2026) == promises
        assert workspace.changes(UNIT, 2025) == changes


@examples
@given(marks=st.lists(made_up.marks, max_size=12, unique_by=lambda m: (m.kind, m.target)))
def test_marks_come_back_as_they_were_saved(path, marks):
    def write(workspace, action):
        workspace.save_report(action, Report(unit=UNIT, year=2025))
        workspace.save_marks(action, UNIT, 2025, marks)

    with saved(path, write) as workspace:
        assert workspace.marks(UNIT, 2025) == marks


def test_a_decision_changed_or_taken_back_leaves_the_others(workspace):
    done, half = (Mark(kind=MarkKind.PROMISE, target="p", text=text) for text in ("完成", "部分"))
    kept = Mark(kind=MarkKind.KEPT, target="p")
    with workspace.act("答复") as action:
        workspace.save_report(action, Report(unit=UNIT, year=2025))
        workspace.save_marks(action, UNIT, 2025, [done, kept])

    with workspace.act("改答复") as action:
        workspace.save_marks(action, UNIT, 2025, [half])
    assert workspace.marks(UNIT, 2025) == [half, kept]
    with workspace.act("收回") as action:
        workspace.remove_mark(action, UNIT, 2025, done)

    assert workspace.marks(UNIT, 2025) == [kept]
    assert workspace.marks(UNIT, 2024) == []


@examples
@given(data=st.binary(max_size=5000), name=made_up.texts, unit=made_up.texts)
def test_the_imported_file_comes_back_byte_for_byte(path, data, name, unit):
    sha256 = made_up.sha256(data)
    fields = {"sha256": sha256, "name": name, "kind": "docx", "unit": unit, "year": 2025}

    with saved(path, lambda w, action: w.add_original(action, **fields, data=data)) as workspace:
        assert workspace.original(sha256) == Original(**fields, data=data)
        assert workspace.originals() == [OriginalInfo(**fields, size=len(data))]
        assert workspace.original("0" * 64) is None


def test_what_is_not_there_is_not_found(workspace):
    assert workspace.report(UNIT, 2025) is None
    assert workspace.reports() == []
    assert workspace.figures(UNIT) == []
    assert workspace.paragraphs("0" * 64) == []
    assert workspace.history() == []


def test_reports_are_listed_by_unit_and_year(workspace):
    with workspace.act("导入") as action:
        for unit, year in (("乙县", 2024), ("甲县", 2026), ("甲县", 2025)):
            workspace.save_report(action, Report(unit=unit, year=year))

    assert [(info.unit, info.year) for info in workspace.reports()] == sorted(
        [("乙县", 2024), ("甲县", 2026), ("甲县", 2025)]
    )


def test_filling_one_figure_leaves_the_others_and_their_order(workspace):
    a, b, c = (Figure(indicator=name, year=2026) for name in "甲乙丙")
    with workspace.act("新建") as action:
        workspace.save_indicators(
            action, UNIT, [Indicator(name=name, label=name, unit="件") for name in "甲乙丙"]
        )
        workspace.save_figures(action, UNIT, [a, b, c])
    filled = b.answered(Decimal("83.0"), source="手填")

    with workspace.act("填数") as action:
        workspace.save_figures(action, UNIT, [filled])

    assert workspace.figures(UNIT, 2026) == [a, filled, c]


def test_a_formula_said_twice_is_one_relation(workspace):
    once = Relation(kind=RelationKind.SUM, result="合计", operands=("甲", "乙"), sentence="一")
    again = Relation(
        kind=RelationKind.SUM, result="合计", operands=("甲", "乙"), sentence="二", confirmed=True
    )

    with workspace.act("导入") as action:
        workspace.save_relations(action, UNIT, [once, again])

    assert workspace.relations(UNIT) == [again]
    with workspace.act("不是公式") as action:
        workspace.remove_relations(action, UNIT, [once])
    assert workspace.relations(UNIT) == []
    assert workspace.undo() == "不是公式"
    assert workspace.relations(UNIT) == [again]


def test_saving_a_draft_again_does_not_forget_where_it_came_from(workspace):
    sha256 = made_up.sha256(b"x")
    with workspace.act("导入") as action:
        workspace.add_original(
            action, sha256=sha256, name="a.txt", kind="txt", data=b"x", unit=UNIT, year=2025
        )
        workspace.save_report(action, Report(unit=UNIT, year=2025), sha256=sha256)

    with workspace.act("改写") as action:
        workspace.save_report(action, Report(unit=UNIT, year=2025, profile="county"))

    assert workspace.reports()[0].sha256 == sha256


def test_only_the_changed_entry_is_written(workspace):
    def report(text):
        entries = (
            Entry(id="e1", kind=EntryKind.MEASURE, text="不变"),
            Entry(id="e2", kind=EntryKind.MEASURE, text=text),
        )
        section = Section(
            id="s", level=1, number="一", prefix="一、", title="举措", entries=entries
        )
        title = Element(id="t", kind=ElementKind.TITLE, text="报告")
        return Report(unit=UNIT, year=2026, front=(title,), sections=(section,))

    with workspace.act("导入") as action:
        workspace.save_report(action, report("旧"))
    with workspace.act("改写") as action:
        workspace.save_report(action, report("新"))

    last = workspace._conn.rows(
        "SELECT tbl, op, rows FROM change WHERE action = (SELECT max(row_id) FROM action)"
    )
    assert last == [("entry", "update", '[{"text":"旧"}]')]


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity"])
def test_a_figure_that_is_no_number_is_not_stored(workspace, value):
    odd = Figure(indicator="甲", year=2025, value=Decimal(value), state=FigureState.KNOWN)

    with pytest.raises(ValueError, match="no number"), workspace.act("填数") as action:
        workspace.save_figures(action, UNIT, [odd])

    assert workspace.history() == []


def test_a_file_is_not_kept_under_the_name_of_another(workspace):
    with pytest.raises(ValueError, match="not the hash"), workspace.act("导入") as action:
        workspace.add_original(
            action, sha256="0" * 64, name="a", kind="txt", data=b"x", unit=UNIT, year=2025
        )


def test_a_damaged_original_is_refused_by_name(workspace):
    sha256 = made_up.sha256(b"x")
    with workspace.act("导入") as action:
        workspace.add_original(
            action, sha256=sha256, name="去年.docx", kind="docx", data=b"x", unit=UNIT, year=2025
        )
    workspace._conn.execute("UPDATE original SET data = x'79'")

    with pytest.raises(WorkspaceError, match=r"“去年.docx”已损坏"):
        workspace.original(sha256)


@pytest.mark.skipif(os.name != "nt", reason="elsewhere it can be taken away: the next test")
def test_windows_lets_nobody_take_an_open_file_away(tmp_path):
    place, away = tmp_path / "w.nianbao", tmp_path / "改名.nianbao"
    with Workspace.create(place) as workspace:
        for take in (place.unlink, lambda: place.replace(away), lambda: away.replace(place)):
            away.touch()
            with pytest.raises(PermissionError):
                take()
        with workspace.act("导入") as action:
            workspace.save_report(action, Report(unit=UNIT, year=2026))
    with Workspace.open(place) as workspace:
        assert workspace.report(UNIT, 2026) is not None


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take an open file away")
@pytest.mark.parametrize("how", ["deleted", "renamed", "another in its place", "folder renamed"])
def test_nothing_is_written_into_a_file_that_is_no_longer_there(tmp_path, how):
    folder = tmp_path / "甲"
    folder.mkdir()
    place = folder / "w.nianbao"
    with Workspace.create(place) as workspace:
        match how:
            case "deleted":
                place.unlink()
            case "renamed":
                place.rename(folder / "改名.nianbao")
            case "another in its place":
                place.rename(folder / "改名.nianbao")
                place.write_bytes((folder / "改名.nianbao").read_bytes())
            case "folder renamed":
                folder.rename(tmp_path / "乙")

        with pytest.raises(WorkspaceError, match="不在原来的地方"), workspace.act("导入") as action:
            workspace.save_report(action, Report(unit=UNIT, year=2026))
        assert workspace.report(UNIT, 2026) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take an open file away")
def test_what_is_put_back_is_written_to_again(tmp_path):
    place = tmp_path / "w.nianbao"
    with Workspace.create(place) as workspace:
        place.rename(tmp_path / "改名.nianbao")
        with pytest.raises(WorkspaceError), workspace.act("导入"):
            pass
        (tmp_path / "改名.nianbao").rename(place)

        with workspace.act("导入") as action:
            workspace.save_report(action, Report(unit=UNIT, year=2026))
        assert workspace.report(UNIT, 2026) is not None
