"""The one file, copied while somebody works, damaged, and put back from its backups."""

import random
import shutil
import time
from decimal import Decimal

import pytest

from nianbao.actions import editing
from nianbao.actions.importing import import_report
from nianbao.actions.probes import driving
from nianbao.actions.safe import safekeeping, versions
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.errors import WorkspaceError
from nianbao.report.figures.figure import Figure, FigureState
from nianbao.workspace import Workspace
from tests.beginning import start_year
from tests.endurance.harness import at_once
from tests.endurance.harness.at_once import User, lost
from tests.workspace.made_up import content


@pytest.fixture
def folder(tmp_path):
    """A session of a user, with a year begun."""
    made = tmp_path / "w"
    made.mkdir()
    at_once.drive(made, "import\nyear\nedits 3\nundo\nfigures 3")
    return made


def _copied(folder, to):
    """Copy the workspace alone, with what had been said before it was copied."""
    to.mkdir()
    shutil.copy(folder / driving.ACK, to)
    shutil.copy(folder / driving.STORE, to)
    fault = lost(to)
    shutil.rmtree(to)
    return fault


def test_the_one_file_may_be_copied_while_it_is_in_use(tmp_path, folder, size, bar):
    user, rnd = User(folder, pause=0.25), random.Random(1)  # noqa: S311
    user.opened()
    between = [
        user.does("edits 1") or _copied(folder, tmp_path / "copy") for _ in range(size(5, 100))
    ]
    user.asks("edits 1000")
    meanwhile = []
    for _ in range(size(10, 1000)):
        time.sleep(rnd.random() * 0.05)
        meanwhile.append(_copied(folder, tmp_path / "copy"))
    user.killed()

    refused = [fault for fault in meanwhile if "损坏" in fault]
    wrong = [fault for fault in between + meanwhile if fault and fault not in refused]
    figure = (
        f"{between.count('')} of {len(between)} whole; of {len(meanwhile)} at random moments"
        f" {len(refused)} refused, {len(wrong)} wrong {wrong[:1] or ''}"
    )
    met = not any(between) and not wrong and len(refused) <= max(1, len(meanwhile) // 100)
    bar("A5", figure, met=met)


def test_damage_of_a_single_byte_is_noticed(folder, size, bar):
    place = folder / driving.STORE
    with Workspace.open(place) as store:
        good, history = content(store), store.history()
    data, rnd = place.read_bytes(), random.Random(1)  # noqa: S311
    noticed = harmless = silent = 0
    for _ in range(size(60, 2000)):
        damaged = bytearray(data)
        damaged[rnd.randrange(len(data))] ^= rnd.randrange(1, 256)
        place.write_bytes(damaged)
        try:
            store = Workspace.open(place)
        except WorkspaceError:
            noticed += 1
            assert place.read_bytes() == damaged
            continue
        with store:
            same = (content(store), store.history()) == (good, history)
        harmless, silent = harmless + same, silent + (not same)

    figure = f"{noticed} noticed, {harmless} changed nothing that is read, {silent} silent"
    bar("B2", figure, met=silent * 1000 <= noticed)


def _an_older_year(desk):
    text = driving._REPORT.replace("2025", "2024").replace("2026", "2025")
    import_report(desk, reading.from_bytes(text.encode(), "前年.txt"))


def _many_figures(desk):
    names = [name for name in desk.ledger.figures if name not in desk.ledger.formulas][:2]
    known = {"year": desk.year, "value": Decimal(7), "state": FigureState.KNOWN}
    editing.set_figures(desk, [Figure(indicator=name, **known) for name in names], "填入2个数")


def _back_to_a_version(desk):
    versions.restore(desk, next(one.id for one in desk.versions() if not one.automatic))


def test_a_backup_from_before_each_big_step_puts_everything_back(folder, bar):
    place, held = folder / driving.STORE, []
    desk = Desk.open(place)
    versions.keep(desk, "送审稿")
    editing.write(desk, desk.report.sections[0].sections[0].entries[0].id, "改了。")
    desk.close()
    for step in (_many_figures, _an_older_year, start_year, _back_to_a_version):
        desk = Desk.open(place)
        before = content(desk.store)
        step(desk)
        changed = content(desk.store) != before
        newest = desk.store.backups.listed()[0]
        desk.close()
        safekeeping.restore(place, newest.path)
        with Workspace.open(place) as store:
            held.append(changed and content(store) == before)

    bar("B1", f"{sum(held)} of {len(held)} steps put back whole", met=all(held))
