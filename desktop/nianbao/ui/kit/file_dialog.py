"""Qt's own file dialog, which stands where the desktop has none: what it lists is read whole."""

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QListView,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from nianbao.ui.kit import theme
from nianbao.ui.kit.models.index import Index

_WIDE, _HIGH = 860, 500  # px at 100 %
_PLACES = 150  # px, of the list of places at least
_SIZE, _CHANGED = 1, 3  # columns


def fit_next() -> None:
    """Let the file dialog that is about to be shown be fit to what it lists."""
    QTimer.singleShot(0, _fit_shown)


def fit(dialog: QFileDialog) -> None:
    """Give all columns and the places the width of what they hold; a native dialog is left."""
    files = dialog.findChild(QTreeView, "treeView")
    if files is None:
        return
    localized = _Localized(files)
    for column in (_SIZE, _CHANGED):
        files.setItemDelegateForColumn(column, localized)
    header = files.header()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(False)
    files.setTextElideMode(Qt.TextElideMode.ElideNone)  # a name that is too long can be scrolled
    screen = dialog.screen().availableGeometry()
    wide = min(theme.px(_WIDE), screen.width())
    dialog.resize(wide, max(dialog.height(), min(theme.px(_HIGH), screen.height())))
    places, splitter = dialog.findChild(QListView, "sidebar"), dialog.findChild(QSplitter)
    if places is not None and splitter is not None:
        places.setTextElideMode(Qt.TextElideMode.ElideNone)
        room = max(theme.px(_PLACES), places.sizeHintForColumn(0) + theme.px(8))
        splitter.setSizes([room, wide - room])


class _Localized(QStyledItemDelegate):
    """Tells size and time as this program does: Qt does it as the system's language would."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        if not isinstance(model, QFileSystemModel):
            return
        file = model.fileInfo(index)
        if index.column() == _CHANGED:
            changed = file.lastModified()
            option.text = QLocale().toString(changed, QLocale.FormatType.ShortFormat)
        elif not file.isDir():
            option.text = QLocale().formattedDataSize(file.size())


def _fit_shown() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QFileDialog):
        fit(dialog)
