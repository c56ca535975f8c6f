"""What is written can be opened: texts beyond all measure are refused before they are stored."""

from hashlib import sha256

import pytest
from tests.workspace.files import UNIT

from nianbao.errors import InputError
from nianbao.report.model import Element, ElementKind, Report
from nianbao.workspace import Workspace
from nianbao.workspace.rows.limits import LARGEST, LONGEST, MOST


def _report(*lengths):
    front = (
        Element(id=f"e{n}", kind=ElementKind.PREFACE, text="字" * length, paragraph=None)
        for n, length in enumerate(lengths)
    )
    return Report(unit=UNIT, year=2025, front=tuple(front))


def _saved(path, report):
    with Workspace.create(path) as store, store.act("导入") as action:
        store.save_report(action, report)


@pytest.mark.parametrize("lengths", [(LONGEST,), (MOST // 4,) * 4])
def test_the_longest_texts_that_are_stored_can_be_opened(path, lengths):
    _saved(path, _report(*lengths))

    with Workspace.open(path) as store:
        assert store.report(UNIT, 2025) == _report(*lengths)


@pytest.mark.parametrize("lengths", [(LONGEST + 1,), (MOST // 4,) * 4 + (1,)])
def test_longer_texts_are_not_stored_and_the_rest_is_as_it_was(path, lengths):
    with pytest.raises(InputError, match=f"没有存入“{path.name}”"):
        _saved(path, _report(*lengths))

    with Workspace.open(path) as store:
        assert store.report(UNIT, 2025) is None


def _add_original(store, action, data):
    about = {"name": "a.txt", "kind": "txt", "unit": UNIT, "year": 2025}
    store.add_original(action, sha256=sha256(data).hexdigest(), data=data, **about)


def test_an_original_that_nobody_could_have_read_is_not_stored(path):
    with Workspace.create(path) as store, store.act("导入") as action:
        _add_original(store, action, bytes(LARGEST))
        with pytest.raises(InputError, match=r"“a\.txt”太大"):
            _add_original(store, action, bytes(LARGEST + 1))


def test_no_reader_takes_a_file_that_cannot_be_stored():
    from nianbao.readers.files import MAX_FILE

    assert MAX_FILE <= LARGEST
