"""Free fonts under the names that a Chinese Windows knows: `fonts.py FOLDER`; needs fontTools.

For the Windows that we try in; they are never shipped.
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

_SHARE = Path("/usr/share/fonts/truetype")
_SANS = _SHARE / "droid/DroidSansFallbackFull.ttf"
_SONG = _SHARE / "arphic-gbsn00lp/gbsn00lp.ttf"
_KAI = _SHARE / "arphic-gkai00mp/gkai00mp.ttf"
_FONTS = {  # the file there: our font, its names in English and in Chinese
    "msyh": (_SANS, "Microsoft YaHei", "微软雅黑"),
    "msyhui": (_SANS, "Microsoft YaHei UI", "Microsoft YaHei UI"),
    "simhei": (_SANS, "SimHei", "黑体"),
    "simsun": (_SONG, "SimSun", "宋体"),
    "simfang": (_SONG, "FangSong", "仿宋"),
    "simkai": (_KAI, "KaiTi", "楷体"),
}
_REGISTRY = (
    "Windows Registry Editor Version 5.00\n\n"
    r"[HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion\Fonts]"
)
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6
_WINDOWS = (3, 1)  # platform and encoding of a name: Windows, Unicode
_ENGLISH, _CHINESE = 0x409, 0x804


def main(folder: Path) -> None:
    """Write all of them into a folder, and `fonts.reg`, by which Windows knows them."""
    listed = [f'"{english} (TrueType)"="{file}.ttf"' for file, (_, english, _) in _FONTS.items()]
    (folder / "fonts.reg").write_text("\n".join((_REGISTRY, *listed, "")), encoding="ascii")
    for file, (source, english, chinese) in _FONTS.items():
        font = TTFont(source)
        font["name"].names = []
        for language, family in ((_ENGLISH, english), (_CHINESE, chinese)):
            told = {_FAMILY: family, _STYLE: "Regular", _UNIQUE: file, _FULL: family}
            for number, text in (told | {_POSTSCRIPT: english.replace(" ", "")}).items():
                font["name"].setName(text, number, *_WINDOWS, language)
        font.save(folder / f"{file}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
