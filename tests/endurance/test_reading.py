"""Hostile files through real children: read or refused in plain words, quickly and in little room.

A few in every run, all of them with `--endurance`.
"""

import random
import re
import time

import pytest

from nianbao.desk import reading
from nianbao.errors import ReadingError
from tests.endurance import hostile
from tests.readers.word_files import docx, p

KINDS = {
    "empty", "truncated", "encrypted", "legacy-doc", "not-word", "too-big", "bad-xml", "scan",
    "unreadable",
}  # fmt: skip
SECONDS = 40  # by the clock, on a machine that does other things: 7 of the processor's


def _refused(data, name):
    """Return the refusal of bytes, None when they are read, and what was read."""
    try:
        return None, reading.from_bytes(data, name).document.text
    except ReadingError as error:
        return error, ""


def _faults(case):
    """Yield what is wrong with how a hostile file was taken."""
    begun = time.monotonic()
    error, text = _refused(case.data, case.name)
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


@pytest.mark.apart
@pytest.mark.parametrize(
    "group",
    [
        hostile.oles,
        hostile.pages,
        hostile.pdfs,
        pytest.param(hostile.zips, marks=pytest.mark.endurance),
        pytest.param(hostile.words, marks=pytest.mark.endurance),
        pytest.param(hostile.texts, marks=pytest.mark.endurance),
    ],
    ids=lambda group: group.__name__,
)
def test_hostile_files_are_read_or_refused_in_plain_words(group):
    faults = {case.name: found for case in group() if (found := list(_faults(case)))}

    assert not faults


@pytest.mark.parametrize("seed", range(200))
def test_a_damaged_word_file_is_read_or_refused_with_a_kind(seed):
    rnd = random.Random(seed)  # noqa: S311
    data = bytearray(docx("".join(p(f"{hostile.TEXT}{n}") for n in range(9))))
    for _ in range(rnd.randrange(1, 20)):
        data[rnd.randrange(len(data))] ^= rnd.randrange(1, 256)
    if rnd.random() < 0.3:
        del data[rnd.randrange(1, len(data)) :]

    error, _ = _refused(bytes(data), "a.docx")

    assert error is None or error.kind in KINDS
