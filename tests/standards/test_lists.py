"""Lists in `resources/` are edited by hand and by many: what such edits leave behind."""

from collections import Counter

import pytest

from nianbao import shipped
from nianbao.resource import load

NAMES = sorted(path.stem for path in shipped.path("resources").glob("*.toml"))


def lists(value, at):
    """Yield the lists in what was read from a file, each with the keys that lead to it."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from lists(below, f"{at}.{key}")
    elif isinstance(value, list):
        yield at, value
        for below in value:
            yield from lists(below, at)


@pytest.mark.parametrize("name", NAMES)
def test_no_list_has_a_word_twice(name):
    twice = [
        (at, word)
        for at, found in lists(load(name), name)
        for word, times in Counter(one for one in found if isinstance(one, str)).items()
        if times > 1
    ]

    assert twice == []
