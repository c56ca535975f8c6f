"""Qt's own words in Chinese: context menus, standard buttons, file dialogs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_FILE = "qtbase_zh_CN"
_OURS = {"撤消": "撤销", "体积": "大小"}  # words of Qt that differ from those of this program

_MISSING = {
    "Page &Set:": "打印哪些页(&S)：",
    "&Look in:": "查找范围(&L)：",
    "&Directory:": "文件夹(&D)：",
    "Files of &type:": "文件类型(&T)：",
    "All Files": "所有文件",
    "The file name is not valid.": "文件名里有不能用的符号。",
    "Drive": "磁盘",
    "Folder": "文件夹",
    "File Folder": "文件夹",  # as Windows says it
    "File": "文件",
    "%1 File": "%1 文件",
    "Alias": "替身",
    "Shortcut": "快捷方式",
    "Unknown": "不详",
}
"""Words that Qt has left in English."""


class _Words(QTranslator):
    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        found = super().translate(context, text, disambiguation, n) or _MISSING.get(text, "")
        for theirs, ours in _OURS.items():
            found = found.replace(theirs, ours)
        return found or None  # "" would be shown as the translation


def install(app: QCoreApplication) -> bool:
    """Let Qt speak Chinese whatever the system speaks; return whether its words were found."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = _Words(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load(_FILE, folder) and app.installTranslator(translator)
