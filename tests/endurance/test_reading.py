"""Hostile files through real children: read or refused in plain words, quickly and in little room.

A few in every run, all of them with `--endurance`.
"""

import re
import time
from collections import Counter
from dataclasses import replace

import pytest

from nianbao.desk.incoming import reading
from nianbao.errors import ReadingError
from tests.endurance.attacks import hostile, hostile_odd, hostile_parts, mutants
from tests.endurance.harness import taken

KINDS = {
    "empty", "truncated", "encrypted", "legacy-doc", "not-word", "too-big", "bad-xml", "scan",
    "unreadable",
}  # fmt: skip
SECONDS = 40  # by the clock, on a machine that does other things: 7 of the processor's


def _refused(data, name, *, only_read=False):
    """Return the refusal of bytes, None when they are read, and what was read."""
    try:
        return None, reading.from_bytes(data, name, only_read=only_read).document.text
    except ReadingError as error:
        return error, ""


def _not_understood(data, name):
    """Return why bytes that can be read are no report, None when they are one."""
    try:
        reading.from_bytes(data, name).understood()
    except ReadingError as error:
        return error
    return None


def _faults(case, *, only_read=False):
    """Yield what is wrong with how a hostile file was taken."""
    begun = time.monotonic()
    error, text = _refused(case.data, case.name, only_read=only_read)
    if time.monotonic() - begun > SECONDS:
        yield "slow"
    if error is None:
        if case.expect == "refuse" or (case.expect == "text" and hostile.TEXT not in text):
            yield "read"
        if re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", text):
            yield "controls"
        return
    if case.expect == "text" or error.kind not in KINDS or case.kind not in ("", error.kind):
        yield f"refused as {error.kind}"
    if re.search(r"Error|Traceback|/tmp/|\.py", str(error)) or not re.search("请", str(error)):
        yield str(error)


def _name(group):
    return f"{group.__module__.rpartition('_')[2]} {group.__name__}"


GROUPS = (
    *(hostile.oles, hostile.pages, hostile.pdfs, hostile.zips, hostile.words, hostile.texts),
    *hostile_parts.GROUPS,
    *hostile_odd.GROUPS,
)


@pytest.mark.parametrize("group", GROUPS, ids=_name)
def test_hostile_files_are_read_or_refused_in_plain_words(group):
    faults = {
        case.name: found for case in group() if not case.heavy and (found := list(_faults(case)))
    }

    assert not faults


@pytest.mark.apart
@pytest.mark.parametrize("name", ["unpacks.pdf", "years.txt"])
def test_what_would_fill_the_memory_or_never_end_comes_to_its_limit(monkeypatch, name):
    (case,) = (one for one in (*hostile.pdfs(), *hostile.texts()) if one.name == name)
    monkeypatch.setattr(
        reading, "LIMITS", replace(reading.LIMITS, seconds=1, more=1, memory=200 << 20)
    )

    error = _not_understood(case.data, case.name)

    assert error is not None
    assert error.kind == "too-big"


@pytest.mark.apart
@pytest.mark.endurance
@pytest.mark.parametrize("group", GROUPS, ids=_name)
def test_all_hostile_files_in_children(group, bar, monkeypatch):
    faults, slowest, cases = {}, 0.0, list(group())
    most = taken.Most(monkeypatch)
    for case in cases:
        before = taken.by_children()
        if found := list(_faults(case, only_read=True)):
            faults[case.name] = found
        slowest = max(slowest, taken.by_children() - before)

    figure = f"{len(cases) - len(faults)} of {len(cases)} {_name(group)}, at most {slowest:.1f} s"
    figure = f"{figure} and {most.mib} MiB {faults or ''}"
    bar("E1", figure, met=not faults and slowest <= 10 and 0 < most.mib <= 512)


@pytest.mark.apart
@pytest.mark.endurance
@pytest.mark.parametrize("group", GROUPS, ids=_name)
def test_all_hostile_files_understood_in_children(group):
    faults = {case.name: found for case in group() if (found := list(_faults(case)))}

    assert not faults


@pytest.mark.parametrize("kind", mutants.KINDS, ids=lambda kind: kind.__name__)
def test_a_damaged_word_file_is_read_or_refused_with_a_kind(kind, size, bar):
    ends, wrong = Counter(), []
    for seed in range(size(20, 600)):
        error, _ = _refused(mutants.made(kind, seed), "a.docx")
        ends[error.kind if error else "read"] += 1
        if error and (error.kind not in KINDS or "请" not in str(error)):
            wrong.append((seed, str(error)))

    said = ", ".join(f"{number} {end}" for end, number in ends.most_common())
    bar("E6", f"{kind.__name__}: {said}; {len(wrong)} wrong {wrong[:1] or ''}", met=not wrong)
