"""Two people, shares and sticks: one writes, nobody's work vanishes, and what is wrong is said."""

import os
import random
import re
import shutil
import subprocess
import time

import pytest

from nianbao.actions.probes import driving
from nianbao.desk.desk import Desk
from tests.endurance.harness import at_once
from tests.endurance.harness.at_once import Traced, User, acknowledged, lost, told


@pytest.fixture
def folder(tmp_path):
    """A workspace with a year begun."""
    made = tmp_path / "w"
    made.mkdir()
    at_once.drive(made, "import\nyear\nedits 1")
    return made


def test_of_two_who_open_it_together_one_writes_and_the_other_is_told(folder, size, bar):
    turns, slowest, right = size(5, 100), 0.0, 0
    for _ in range(turns):
        both, at = [User(folder), User(folder)], time.time() + 0.05
        for user in both:
            user.asks(at)
        for user in both:
            user.read_only, user.seconds = user.hears()
        for user in both:
            user.end()
        said = sorted(user.read_only for user in both)
        right += said[0] == "" and "本机" in said[1] and "月" in said[1]
        slowest = max(slowest, *(user.seconds for user in both))

    figure = f"{right} of {turns}, slowest {slowest:.2f} s"
    bar("C1", figure, met=right == turns and slowest < size(20, 2))


def test_what_a_killed_holder_had_opens_at_once(folder, size, bar):
    turns, slowest, right = size(5, 100), 0.0, 0
    for _ in range(turns):
        holder = User(folder)
        assert holder.opened() == ""
        holder.killed()
        begun = time.monotonic()
        desk = Desk.open_or_view(folder / driving.STORE)
        slowest = max(slowest, time.monotonic() - begun)
        right += desk.read_only == ""
        desk.close()

    figure = f"{right} of {turns}, slowest {slowest:.2f} s"
    bar("C2", figure, met=right == turns and slowest < size(20, 2))


def test_of_two_who_take_turns_nobody_s_edit_vanishes(folder, size, bar):
    rnd, said, wrong = random.Random(1), 0, []  # noqa: S311
    users = [None, None]
    for turn in range(size(20, 1000)):
        who = rnd.randrange(2)
        user = users[who]
        if user is None:
            users[who] = user = User(folder)
            user.opened()
        elif rnd.random() < 0.3:
            user.end()
            users[who] = None
        else:
            before = acknowledged(folder)
            refused = user.does("edits 1")
            said += not refused
            if bool(user.read_only) != ("只读" in refused) or bool(refused) == (
                acknowledged(folder) > before
            ):
                wrong.append((turn, refused))
    for user in filter(None, users):
        user.end()

    fault = lost(folder)
    figure = f"{turn + 1} turns, {said} edits said, {len(wrong)} wrong {wrong[:1] or ''}{fault}"
    bar("C3", figure, met=not wrong and not fault and said > 3)


SHARES = {
    "no locks": ("-e", "inject=fcntl,flock:error=ENOLCK"),
    "no memory maps": ("-P", "STORE", "-e", "inject=mmap:error=EOPNOTSUPP"),
    "slow": ("-e", "inject=pwrite64,fdatasync,fsync:delay_enter=20000"),
    "dead": ("-e", "inject=pwrite64:error=ESTALE"),
}


@pytest.mark.skipif(not Traced.possible(), reason="strace")
@pytest.mark.parametrize("kind", SHARES)
def test_a_poor_share_is_used_or_refused_in_words(folder, kind, bar):
    before = acknowledged(folder)
    special = (str(folder / driving.STORE) if one == "STORE" else one for one in SHARES[kind])
    options = ("-e", "trace=fcntl,flock,mmap,pwrite64,fdatasync,fsync", *special)
    begun = time.monotonic()
    code = Traced(at_once.drive, folder, "edits 3", options=options).end()
    seconds, refused, fault = time.monotonic() - begun, told(folder), lost(folder)

    kept = acknowledged(folder) - before
    right = code == 0 and not fault and (kept == 3 or re.search("请", refused))
    said = "refused in words" if refused else f"{kept} edits kept"
    bar("C4", f"{kind}: {said}, {seconds:.1f} s {fault}", met=right and seconds < 60)


def test_a_folder_that_vanishes_and_comes_back(tmp_path, folder, bar):
    place = tmp_path / "share" / "w"
    place.mkdir(parents=True)
    mount = ["mount", "--bind", folder, place]
    can = os.name != "nt" and not os.geteuid() and shutil.which("mount")
    if not can or subprocess.run(mount, check=False).returncode:
        pytest.skip("no mounts here")
    user = User(place)
    try:
        assert user.opened() == ""
        assert user.does("edits 1") == ""
        subprocess.run(["umount", "-l", place], check=True)
        away = user.does("edits 1")
        left = list(place.iterdir())
        subprocess.run(mount, check=True)
        back = user.does("edits 1")
    finally:
        subprocess.run(["umount", "-l", place], check=False)
        user.killed()

    fault = lost(folder)
    met = "请" in away and not left and back == "" and not fault
    bar("C6", f"away: {away[:24]}…; back: {back or 'saved'} {fault}", met=met)
