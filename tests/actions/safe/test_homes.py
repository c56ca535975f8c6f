"""Each unit has a workspace of its own; a command takes another's only when told to."""

import pytest

from nianbao.actions.importing import import_report
from nianbao.cli import main
from nianbao.desk.desk import Desk
from nianbao.desk.incoming.reading import from_bytes
from nianbao.errors import InputError
from tests.actions import printed
from tests.actions.desks import UNIT, desk, lines

OTHER = "临川县"


def report(year=2025, unit=OTHER):
    return "\n".join(lines(year)).replace(UNIT, unit)


@pytest.fixture
def place(tmp_path):
    made = desk(tmp_path)
    made.close()
    return made.place


def units(place):
    with Desk.open(place).store as store:
        return {info.unit for info in store.reports()}


@pytest.mark.parametrize("command", ["import", "draft"])
def test_a_command_refuses_another_units_report_and_says_whose_is_there(
    place, tmp_path, capsys, command
):
    file = tmp_path / "别县.txt"
    file.write_text(report(), encoding="utf-8")
    words = [command, str(file), "-w", str(place)]
    words += ["-o", str(tmp_path / "稿.docx")] if command == "draft" else []

    assert main(words) == 1
    said = capsys.readouterr().err
    assert OTHER in said
    assert UNIT in said
    assert "--other-unit" in said
    assert units(place) == {UNIT}

    assert main([*words, "--other-unit"]) == 0
    assert units(place) == {UNIT, OTHER}


def test_what_was_undone_leaves_room_for_any_unit(place, tmp_path):
    file = tmp_path / "别县.txt"
    file.write_text(report(), encoding="utf-8")
    for _ in range(2):
        assert main(["undo", "-w", str(place)]) == 0

    assert main(["import", str(file), "-w", str(place)]) == 0
    assert units(place) == {OTHER}


def test_the_sample_takes_no_other_report_whatever_is_said(tmp_path):
    with (
        printed.desk_of(printed.SAMPLE, tmp_path) as sample,
        pytest.raises(InputError, match="示例"),
    ):
        import_report(sample, from_bytes(report().encode()), other_unit=True)
