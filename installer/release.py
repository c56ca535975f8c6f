"""All files of a release, their checksums, and a table of what was tried where."""

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from installer import chinese_input, deb, trial, wheelhouse, windows
from installer.program import COMMAND, NAME, QT, cache, version

_SUITES = ("bullseye", "bookworm")
_HEAD = """\
# {name} {version}：在哪里试过

每个安装包都在什么也没装的系统里、断开网络后试过：安装、打开窗口、做一遍示范、卸载。

| 系统 | 安装包 | 装好后 | 到出现窗口 | 内存 | 示范 |
|---|---|---|---|---|---|
"""
_FOOT = """
中文输入（{methods}）在正文、数字、表格、查找和核对里打拼音试过。
Windows在Wine里试，ARM在qemu里试（时间不作数）。没有在真的Windows、统信UOS、银河麒麟上试过。
"""


def build(out: Path) -> list[Path]:
    """Build and try everything; return the files."""
    files = windows.build(out)
    try_out = {".exe": trial.of_setup, ".zip": trial.of_stick}
    tried = [try_out[file.suffix](file) for file in files]
    for machine in QT:
        package = deb.build(machine, out)
        tried += [trial.of_deb(package, suite, machine) for suite in _SUITES]
        linux, *windows_too = wheelhouse.build(machine, out)
        tried.append(trial.of_offline(linux, machine))
        tried += [trial.of_offline_on_windows(one) for one in windows_too]
        files += [package, linux, *windows_too]
    (made,) = (cache() / "work" / "deb-x86_64" / "manual").glob("*.docx")
    files.append(Path(shutil.copy(made, out / f"{COMMAND}-{version()}-用户手册.docx")))
    table = out / "测试情况.md"
    head = _HEAD.format(name=NAME, version=version())
    foot = _FOOT.format(methods="、".join(chinese_input.try_out()))
    rows = "\n".join(one.row() for one in tried)
    table.write_text(f"{head}{rows}\n{foot}", encoding="utf-8", newline="\n")
    return [*files, table, checksums(files, out / "SHA256SUMS")]


def checksums(files: Iterable[Path], to: Path) -> Path:
    """Write what `sha256sum -c` reads."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    to.write_text("".join(sorted(lines)), encoding="utf-8", newline="\n")
    return to
