"""Which font stands for each face of the Word template, and what to say when one is missing.

Fonts are taken from the computer and never shipped; the first of a row that is there is used.
"""

from collections.abc import Collection
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from nianbao.views.preview import Face

_SONG = (("宋体", "SimSun", "NSimSun"), ("思源宋体", "Source Han Serif SC", "Noto Serif CJK SC"))
_ROWS: dict[str, tuple[tuple[str, ...], ...]] = {
    Face.TITLE: (
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
        ("方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
        ("华文中宋", "STZhongsong"),
        *_SONG,
    ),
    Face.BODY: (
        ("仿宋_GB2312", "FangSong_GB2312"),
        ("仿宋", "FangSong"),
        ("华文仿宋", "STFangsong"),
        ("方正仿宋_GBK", "FZFangSong-Z02"),
        *reversed(_SONG),
    ),
    Face.KAI: (
        ("楷体_GB2312", "KaiTi_GB2312"),
        ("楷体", "KaiTi"),
        ("华文楷体", "STKaiti"),
        ("方正楷体_GBK", "FZKai-Z03"),
        ("文鼎楷体", "AR PL UKai CN"),
        *reversed(_SONG),
    ),
    Face.BLACK: (
        ("黑体", "SimHei"),
        ("方正黑体_GBK", "FZHei-B01"),
        ("微软雅黑", "Microsoft YaHei"),
        ("思源黑体", "Source Han Sans SC", "Noto Sans CJK SC"),
        ("文泉驿微米黑", "WenQuanYi Micro Hei"),
    ),
    Face.NUMBER: _SONG,
}
"""Face → the fonts to try; each with the name to show and the names that a system may have."""


@cache
def font(face: str, size: int, spacing: int) -> QFont:
    """Return a face at a size, in the units that pages are set in (twips)."""
    made = QFont()
    made.setFamilies(_families(face, _there()))
    made.setPixelSize(size)
    made.setKerning(False)  # every character keeps to its square
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return made


def notes() -> list[str]:
    """Return a sentence for each font that stands in for missing ones, none when all are there."""
    return missing(_there())


def missing(there: Collection[str]) -> list[str]:
    """Return the sentences for a computer that has some fonts."""
    replaced: dict[str, list[str]] = {}
    for face in Face:
        found = _found(face, there)
        if found != face.value:
            replaced.setdefault(found, []).append(f"“{face.value}”")
    return [
        f"本机没有{''.join(wanted)}，预览用{f'“{found}”' if found else '相近的字体'}代替。"
        for found, wanted in replaced.items()
    ]


def _found(face: str, there: Collection[str]) -> str:
    """Return the name to show of the font that a face is set in, empty when none of its row is."""
    return next(
        (names[0] for names in _row(face) if any(name in there for name in names)),
        "",
    )


def _row(face: str) -> tuple[tuple[str, ...], ...]:
    """Return the fonts to try; one that only an office's template asks for comes before 宋体."""
    return _ROWS.get(face, ((face,), *_SONG))


def _families(face: str, there: Collection[str]) -> list[str]:
    every = [name for names in _row(face) for name in names]
    return [name for name in every if name in there] or every


@cache
def _there() -> frozenset[str]:
    return frozenset(QFontDatabase.families())
