"""The .deb for 统信UOS, 银河麒麟 and Debian: built on Debian 11, so that it runs on glibc 2.31.

The program lies in /opt/apps/ID, as 统信UOS wants it; links in /usr let other desktops find it.
"""

import json
import os
import shutil
import time
from pathlib import Path

from installer import assembled, frozen, interpreter
from installer.program import COMMAND, DEBIAN, HERE, ID, NAME, QT, SUMMARY, cache, say, version

DEPENDS = (  # all desktops have them; the graphics driver needs the system's own
    "libc6 (>= 2.31), libgl1, libegl1, fontconfig-config, libfontconfig1, libfreetype6, "
    "libglib2.0-0, libdbus-1-3, libx11-6, libx11-xcb1, libxcb1, libsm6, libice6, libexpat1, "
    "libstdc++6, zlib1g"
)
_LINKS = {  # in /usr/share: in the entries of /opt/apps
    f"applications/{ID}.desktop": f"applications/{ID}.desktop",
    f"mime/packages/{ID}.xml": f"mime/packages/{ID}.xml",
    f"metainfo/{ID}.metainfo.xml": f"appdata/{ID}.metainfo.xml",
}
_ICONS = (16, 24, 32, 48, 64, 128, 256)


def build(machine: str, out: Path) -> Path:
    """Return the .deb for a machine, made in `out`."""
    at_home = cache() / "work" / "deb-x86_64"
    native = frozen.DebianPlace(interpreter.native(), at_home)
    if machine == "x86_64":
        work, program = at_home, frozen.freeze(native, QT[machine], at_home)
    else:
        frozen.prepare(native, QT["x86_64"], at_home)
        work = cache() / "work" / f"deb-{machine}"
        program = assembled.assemble(machine, work, at_home / "manual")
    root = work / "root"
    lay_out(program, at_home, root, machine)
    name = f"{COMMAND}_{version()}_{DEBIAN[machine]}.deb"
    say("正在压缩……")
    pack = ("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build")
    native.run(*pack, native.path(root), native.path(work / name))
    return Path(shutil.copy(work / name, out / name))


def lay_out(program: Path, icons: Path, root: Path, machine: str) -> None:
    """Put the files of the package where they are installed, under `root`."""
    shutil.rmtree(root, ignore_errors=True)
    app = root / "opt" / "apps" / ID
    entries = app / "entries"
    shutil.copytree(program, app / "files", symlinks=True)
    _write(app / "info", json.dumps(_info(machine), ensure_ascii=False, indent=2) + "\n")
    for link, entry in _LINKS.items():
        text = (HERE / "linux" / Path(entry).name).read_text(encoding="utf-8")
        today = time.strftime("%Y-%m-%d")
        _write(entries / entry, text.replace("{version}", version()).replace("{date}", today))
        _link(root / "usr" / "share" / link, f"/opt/apps/{ID}/entries/{entry}")
    for size in _ICONS:
        icon = f"icons/hicolor/{size}x{size}/apps/{ID}.png"
        (entries / icon).parent.mkdir(parents=True)
        shutil.copy(icons / f"nianbao-{size}.png", entries / icon)
        _link(root / "usr" / "share" / icon, f"/opt/apps/{ID}/entries/{icon}")
    _link(root / "usr" / "bin" / COMMAND, f"/opt/apps/{ID}/files/{COMMAND}")
    _write(root / "usr" / "share" / "doc" / ID / "copyright", _copyright())
    size = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    _write(root / "DEBIAN" / "control", control(machine, size))
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def control(machine: str, size: int) -> str:
    """Return the control file of the package; `size` is in KiB."""
    return f"""\
Package: {ID}
Version: {version()}
Architecture: {DEBIAN[machine]}
Maintainer: nianbao <nianbao@localhost>
Installed-Size: {size}
Depends: {DEPENDS}
Recommends: fonts-noto-cjk | fonts-wqy-microhei
Section: editors
Priority: optional
Description: {NAME}：{SUMMARY}
 读入去年的报告，找出年份和数据，生成今年的初稿；逐节填数、检查、导出Word。
 使用时不联网，资料只在本机。
"""


def _info(machine: str) -> dict[str, object]:
    """Return what 统信UOS reads about the program; it asks for nothing."""
    asked = ("autostart", "notification", "trayicon", "clipboard", "account", "bluetooth")
    return {
        "appid": ID,
        "name": NAME,
        "version": version(),
        "arch": [DEBIAN[machine]],
        "permissions": dict.fromkeys((*asked, "camera", "audio_record", "installed_apps"), False),
    }


def _copyright() -> str:
    licence = (HERE.parent / "LICENSE").read_text(encoding="utf-8")
    return (
        f"{licence}\n所含软件的名称、版本和许可证在 /opt/apps/{ID}/files/_internal/*.dist-info。\n"
        "Qt和PySide6按LGPL-3使用，可以换成您自己的版本：替换files/_internal/PySide6里的文件即可。\n"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)
