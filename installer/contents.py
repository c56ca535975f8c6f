"""What of the libraries goes into the program's folder: no more than it uses."""

from pathlib import PurePath

LEFT_OUT = [  # imported somewhere, needed nowhere: no network, no other window kit, no jieba models
    "ssl",
    "_ssl",
    "_hashlib",
    "tkinter",
    "curses",
    "readline",
    "pydoc",
    "pdb",
    "test",
    "lib2to3",
    "setuptools",
    "pkg_resources",
    "pip",
    "numpy",
    "PIL",
    "pandas",
    "multiprocessing.dummy",
    "jieba.analyse",
    "jieba.posseg",
    "jieba.lac_small",
    "pypinyin.phrases_dict",
    "pypinyin.contrib",
    "pypinyin.runner",
    "sqlite_utils.cli",
    "lxml.isoschematron",
    "openpyxl.chart.reader",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
]
QT = {"Core", "Gui", "Widgets", "DBus", "Svg", "PrintSupport", "XcbQpa", "OpenGL"}
PLUGINS = {
    "platforms": {"qxcb", "qoffscreen", "qwindows"},
    "platforminputcontexts": {
        "ibusplatforminputcontextplugin",
        "composeplatforminputcontextplugin",
    },
    "platformthemes": {"qxdgdesktopportal"},
    "imageformats": {"qsvg"},
    "iconengines": {"qsvgicon"},
    "printsupport": {"cupsprintersupport", "windowsprintersupport"},
}
OF_THE_SYSTEM = (  # every desktop has them, newer than ours: its graphics drivers want those
    "libstdc++.so",
    "libgcc_s.so",
    "libz.so",
    "libexpat.so",
    "libfontconfig.so",
    "libfreetype.so",
    "libglib-2.0.so",
    "libgthread-2.0.so",
    "libdbus-1.so",
    "libX11.so",
    "libX11-xcb.so",
    "libxcb.so",
    "libGL.so",
    "libEGL.so",
    "libpng16.so",
    "libuuid.so",
    "libsystemd.so",
    "liblzma.so",
    "liblz4.so",
    "libgcrypt.so",
    "libgpg-error.so",
    "libpcre.so",
    "libbrotli",
    "libXau.so",
    "libXdmcp.so",
    "libbsd.so",
    "libmd.so",
    "libcups.so",
    "libgnutls.so",
    "libavahi",
    "libgssapi",
    "libkrb5",
    "libk5crypto",
    "libcom_err",
    "libkeyutils",
    "libp11-kit",
    "libidn2",
    "libunistring",
    "libtasn1",
    "libnettle",
    "libhogweed",
    "libgmp",
    "libzstd.so",
    "libbz2.so",
    "libcrypto.so",
    "libssl.so",
    "libgio-2.0.so",
    "libgobject-2.0.so",
    "libgmodule-2.0.so",
    "libmount.so",
    "libblkid.so",
    "libselinux.so",
    "libpcre2-8.so",
)
NOT_USED = {
    "olefile2",
    "default-docx-template",
    "sboms",
    "diff",
    "_difflib",
    "isoschematron",
    "objectify",
}


def wanted(path: str) -> bool:
    """Tell whether a file of the libraries is used, by its place in the program's folder."""
    parts = PurePath(path).parts
    name = parts[-1]
    if "plugins" in parts:
        return name.split(".")[0].removeprefix("lib") in PLUGINS.get(parts[-2], ())
    if "PySide6" in parts and "translations" in parts:
        return name in {"qtbase_zh_CN.qm", "qt_zh_CN.qm"}
    if name.startswith(("libQt6", "Qt6")):
        return name.removeprefix("lib").removeprefix("Qt6").split(".")[0] in QT
    if name.startswith(OF_THE_SYSTEM):
        return False
    if name in {"opengl32sw.dll", "d3dcompiler_47.dll", "libcrypto-1_1.dll", "libssl-1_1.dll"}:
        return False
    if NOT_USED & {*parts, name.split(".")[0]}:
        return False
    if "jieba" in parts:
        models = {"lac_small", "analyse", "posseg"}
        return name not in {"dict.txt", "idf.txt"} and not models & set(parts)
    if "pypinyin" in parts:
        return not name.startswith("phrases")
    return True
