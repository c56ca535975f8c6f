"""What is typed gets into the workspace, or stays here until it does."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from nianbao.actions import editing
from nianbao.desk.desk import Desk
from nianbao.machine import rescue
from nianbao.machine.rescue import Rescued
from nianbao.report.pieces import piece_of
from nianbao.ui.kit import jobs
from nianbao.views.form.sheet import Card

_GONE = (
    "有文字没有存上：它原来的条目已经不在了。文字留在急救文件里，请撤销删去的那一步，或另写一条。"
)
_AGAIN = 3000  # ms, after which saving is tried again


class Saving(QObject):
    """Writes texts. One that cannot be written is kept, here and in a rescue file, and retried."""

    failed = Signal(str)  # why texts cannot be saved, in one sentence
    saved = Signal()  # all texts that could not be saved are

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._unsaved: dict[str, str] = {}
        self._told = ""
        self._again = QTimer(self, interval=_AGAIN)
        self._again.timeout.connect(self.retry)

    @property
    def unsaved(self) -> Mapping[str, str]:
        """The texts that are not in the workspace yet, by the id of their piece."""
        return self._unsaved

    def current(self, card: Card) -> Card:
        """Return a card with what was typed into it, saved or not."""
        typed = self._unsaved.get(card.piece)
        return card if typed is None else replace(card, source=typed)

    def write(self, piece: str, source: str, act: str = "") -> bool:
        """Write a text, or keep it; say whether it was written."""
        waiting = bool(self._unsaved)
        self._unsaved[piece] = source
        reason = self._try(piece, act)
        if reason:
            self._keep()
            self._tell(reason)
        elif waiting:
            self.retry()
        return not reason

    def retry(self) -> bool:
        """Try again to write all that is kept; say whether nothing is left."""
        if not self._unsaved:
            return True
        reasons = [reason for piece in list(self._unsaved) if (reason := self._try(piece))]
        if reasons:
            self._keep()
            self._tell(reasons[0])
        else:
            self._again.stop()
            self._told = ""
            self.saved.emit()
        return not reasons

    def adopt(self, texts: Mapping[str, str]) -> None:
        """Take over texts that another page, or an earlier session, could not save."""
        self._unsaved.update(texts)
        if self._unsaved:
            self.retry()

    def give_up(self) -> None:
        """Stop trying; the texts stay in the rescue file."""
        self._again.stop()
        self._unsaved.clear()

    def _tell(self, reason: str) -> None:
        """Say once why it cannot be done; it is tried again in silence."""
        if reason != self._told:
            self._told = reason
            self.failed.emit(reason)

    def _try(self, piece: str, act: str = "") -> str:
        """Write one text; return why that was not possible."""
        desk = self._desk
        if piece_of(desk.report, piece) is None:
            return _GONE
        text = self._unsaved.pop(piece)  # pages that are shown anew must not count it any more
        try:
            editing.write(self._desk, piece, text, act=act)
        except Exception as error:  # noqa: BLE001 - whatever it is, the text must not be lost
            self._unsaved[piece] = text
            return jobs.sentence(error)
        rescue.forget(desk.place, desk.unit, desk.year, {piece})
        return ""

    def _keep(self) -> None:
        desk = self._desk
        rescue.keep(desk.place, Rescued(unit=desk.unit, year=desk.year, texts=dict(self._unsaved)))
        self._again.start()
