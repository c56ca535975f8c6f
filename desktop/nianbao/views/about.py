"""关于: the version, the licence, and what is inside with its own licences."""

import re
from importlib import metadata

from nianbao import __version__

_OURS = "nianbao"
_LICENCE_CLASS = "License :: OSI Approved :: "
_LONGEST = 60  # characters of a licence's name; some packages put the whole text there
_QT = (
    "Qt和PySide6按LGPL-3使用：程序文件夹里的PySide6可以换成您自己的版本。"
    "各软件的许可证全文在程序文件夹里各自的“.dist-info”文件夹中。"
)


def text() -> str:
    """Return what stands on the page."""
    lines = [
        f"年报助手 {__version__}",
        "把去年的法治政府建设年度报告变成今年的。不联网，不上传，资料只在这台电脑上。",
        "",
        "本程序按MIT许可证发布，可以自由使用、复制和修改；按现状提供，不作担保。",
        "报告由使用的人负责：程序认出的数、给出的提醒，发布前都请核对。",
        "",
        "所含软件",
        *(f"  {name} {version}　{licence}" for name, version, licence in inside()),
        "",
        _QT,
    ]
    return "\n".join(lines)


def inside() -> list[tuple[str, str, str]]:
    """Return name, version and licence of each library that comes along, by name."""
    found: dict[str, metadata.Distribution] = {}
    wanted = [_OURS]
    while wanted:
        name = wanted.pop()
        if name.lower() in found:
            continue
        try:
            found[name.lower()] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system
        needs = found[name.lower()].requires or []
        wanted += [re.split(r"[^\w.-]", need)[0] for need in needs if "extra ==" not in need]
    found.pop(_OURS, None)
    return sorted(
        ((each.metadata["Name"], each.version, _licence(each)) for each in found.values()),
        key=lambda row: row[0].lower(),
    )


def _licence(library: metadata.Distribution) -> str:
    told = library.metadata
    names = [told[field] for field in ("License-Expression", "License") if field in told]
    classes = [value for value in told.get_all("Classifier") or () if _LICENCE_CLASS in value]
    named = next((name for name in names if 0 < len(name) <= _LONGEST), "")
    return (
        named
        or "、".join(value.removeprefix(_LICENCE_CLASS) for value in classes)
        or "见其许可证文件"
    )
