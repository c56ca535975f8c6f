"""How a character is read. Loads its table of readings when the first one is asked for."""

import os
from functools import cache
from types import ModuleType

_PHRASES = "PYPINYIN_NO_PHRASES"  # single characters only: half of the loading time


@cache
def readings(character: str) -> tuple[str, ...]:
    """Return all readings of a character without tones: 重 → zhong, chong, tong; ü is v."""
    library = _library()
    found = library.pinyin(character, style=library.Style.NORMAL, heteronym=True)
    return tuple(reading.lower() for reading in found[0])


@cache
def _library() -> ModuleType:
    before = os.environ.get(_PHRASES)
    os.environ[_PHRASES] = "true"
    try:
        import pypinyin
    finally:
        if before is None:
            del os.environ[_PHRASES]
        else:
            os.environ[_PHRASES] = before
    return pypinyin
