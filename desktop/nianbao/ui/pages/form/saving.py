"""What is done gets into the workspace and its file, or is kept here until it does."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from nianbao.actions import editing
from nianbao.actions.safe.pending_writes import PendingWrites
from nianbao.desk.changes import Changes
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.machine import rescue
from nianbao.machine.rescue import RescuedTyping
from nianbao.report.figures import typed
from nianbao.report.figures.figure import FigureState
from nianbao.report.pieces import piece_of
from nianbao.ui.kit import jobs
from nianbao.views.form.sheet import Card

_GONE = (
    "有文字没有存上：它原来的条目已经不在了。文字留在急救文件里，请撤销删去的那一步，或另写一条。"
)
_AGAIN = 3000  # ms, after which saving is tried again
_LOOK = 0.01  # seconds between two looks whether all is written
_LONG = 1.0  # seconds, after which it is said what is waited for


class Saving(QObject):
    """Follows what is done in an open workspace into its file, on whatever page it is done.

    The file is written behind: what was done is saved when `left` is 0. A text or a number that
    cannot be saved is kept, here and in a rescue file, and tried again.
    """

    failed = Signal(str)  # why something cannot be saved, in one sentence
    saved = Signal()  # all that was done is in the file
    slow = Signal()  # it is waited for, and takes long
    _heard = Signal()  # from the thread that writes the file

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = rescue.new_session()
        self._unsaved: dict[str, str] = {}
        # Texts that are not in the file yet by unit, year and piece, with the step that holds them.
        self._unwritten: dict[tuple[str, int, str], tuple[str, int]] = {}
        # What each text was written over, likewise: it is in the file until the text is.
        self._before: dict[tuple[str, int, str], str] = {}
        # Numbers likewise, by unit, year and indicator.
        self._figures: dict[tuple[str, int, str], tuple[str, int]] = {}
        self.failure = ""  # why something is not saved, empty while all goes well
        self._again = QTimer(self, interval=_AGAIN)
        self._again.timeout.connect(self.retry)
        self._heard.connect(self._follow)
        self._pending = PendingWrites(desk, self._heard.emit)

    @property
    def unsaved(self) -> Mapping[str, str]:
        """The texts that the workspace did not take, by the id of their piece."""
        return self._unsaved

    @property
    def left(self) -> int:
        """How much is not saved yet: steps that are not in the file, texts that are in no step."""
        return len(self._unsaved) + self._pending.waiting

    def current(self, card: Card) -> Card:
        """Return a card with what was typed into it, saved or not."""
        typed = self._unsaved.get(card.piece)
        return card if typed is None else replace(card, source=typed)

    def write(self, piece: str, source: str, act: str = "") -> bool:
        """Write a text, or keep it; say whether the workspace took it."""
        waiting = bool(self._unsaved)
        self._unsaved[piece] = source
        reason = self._try(piece, act)
        if reason:
            self._keep(reason)
        elif waiting:
            self.retry()
        return not reason

    def note(self, changes: Changes) -> None:
        """Take note of the numbers that an action answered, until they are in the file."""
        desk = self._desk
        if desk.is_empty:
            return
        for name in changes.figures:
            figure, key = desk.ledger.figures.get(name), (desk.unit, desk.year, name)
            if figure is None or figure.state is FigureState.PENDING:
                if self._figures.pop(key, None):  # it was withdrawn, and must not come back
                    self._forget(desk.unit, desk.year, figures={name})
            elif self._pending.waiting:
                self._figures[key] = typed.as_typed(figure), self._pending.given

    def retry(self) -> bool:
        """Try again to write all that is kept; say whether the workspace has taken it."""
        self._pending.retry()
        reasons = [reason for piece in list(self._unsaved) if (reason := self._try(piece))]
        if reasons:
            self._keep(reasons[0])
        elif not self.left:
            self._rest()
        return not reasons

    def settle(self) -> bool:
        """Try to save all that is left and wait for it; say whether it is saved."""
        self.retry()
        pending, begun, is_told = self._pending, monotonic(), False
        while pending.waiting and not pending.error and not pending.wait(_LOOK):
            if not is_told and monotonic() - begun > _LONG:
                is_told = True
                self.slow.emit()
            jobs.paint()
        self._follow()
        return not self.left

    def adopt(self, kept: RescuedTyping) -> None:
        """Take over texts and numbers that an earlier session could not save; this one keeps them.

        A number that is no longer one of the report stays in the rescue file.
        """
        place = self._desk.place
        if kept.session != self._session and rescue.keep(
            place, replace(kept, session=self._session)
        ):
            rescue.forget(place, kept.unit, kept.year, kept.texts, kept.figures, kept.session)
        self._answer(kept.figures)
        self._unsaved.update(kept.texts)
        if self._unsaved:
            self.retry()

    def _answer(self, figures: Mapping[str, str]) -> None:
        desk = self._desk
        there = {name: said for name, said in figures.items() if name in desk.ledger.indicators}
        if not there:
            return
        try:
            editing.answer_all(desk, list(there.items()), sure=True)
        except NianbaoError as error:
            self._keep(str(error))
            return
        if not self._pending.waiting:
            self._forget(desk.unit, desk.year, figures=there)

    def _forget(
        self, unit: str, year: int, pieces: Collection[str] = (), figures: Collection[str] = ()
    ) -> None:
        rescue.forget(self._desk.place, unit, year, pieces, figures, self._session)

    def give_up(self) -> None:
        """Stop trying; what was typed stays in the rescue file."""
        if self.failure:
            self._rescue()  # what was typed since it was told
        self._session = rescue.new_session()  # what was given up stays whatever is typed now
        self._again.stop()
        self._unsaved.clear()
        self._unwritten.clear()
        self._before.clear()
        self._figures.clear()
        self.failure = ""
        self._pending.give_up()

    def let_go(self) -> None:
        """Follow the workspace no longer: it is about to be closed."""
        self._again.stop()
        self._pending.let_go()

    def _follow(self) -> None:
        """Take note of what is in the file now, or of why it is not."""
        for (unit, year, piece), (_, step) in list(self._unwritten.items()):
            if step <= self._pending.written:
                del self._unwritten[unit, year, piece]
                self._before.pop((unit, year, piece), None)
                self._forget(unit, year, {piece})
        for (unit, year, name), (_, step) in list(self._figures.items()):
            if step <= self._pending.written:
                del self._figures[unit, year, name]
                self._forget(unit, year, figures={name})
        if (error := self._pending.error) is not None:
            self._keep(self._said(error))
        elif not self.left:
            self._rest()

    def _said(self, error: Exception) -> str:
        """Return what to say of an error; a fault of the program is logged once."""
        if isinstance(error, NianbaoError):
            return str(error)
        return self.failure or jobs.sentence(error)

    def _rest(self) -> None:
        self._again.stop()
        self.failure = ""
        self.saved.emit()

    def _try(self, piece: str, act: str = "") -> str:
        """Give one text to the workspace; return why that was not possible."""
        desk = self._desk
        found = piece_of(desk.report, piece)
        if found is None:
            return _GONE
        self._before.setdefault((desk.unit, desk.year, piece), found.own_source)
        text = self._unsaved.pop(piece)  # pages that are shown anew must not count it any more
        try:
            editing.write(desk, piece, text, act=act)
        except Exception as error:  # noqa: BLE001 - whatever it is, the text must not be lost
            self._unsaved[piece] = text
            return self._said(error)
        if not self._pending.waiting:
            self._before.pop((desk.unit, desk.year, piece), None)
            self._forget(desk.unit, desk.year, {piece})
        else:
            self._unwritten[desk.unit, desk.year, piece] = text, self._pending.given
            self._follow()
        return ""

    def _keep(self, reason: str) -> None:
        """Keep in the rescue file what is not saved, say once why, and try again in silence."""
        self._rescue()
        self._again.start()
        if reason != self.failure:
            self.failure = reason
            self.failed.emit(reason)

    def _rescue(self) -> None:
        desk = self._desk
        texts = {(desk.unit, desk.year): dict(self._unsaved)}
        for (unit, year, piece), (text, _) in self._unwritten.items():
            texts.setdefault((unit, year), {}).setdefault(piece, text)
        figures: dict[tuple[str, int], dict[str, str]] = {}
        for (unit, year, name), (said, _) in self._figures.items():
            figures.setdefault((unit, year), {})[name] = said
        for unit, year in texts | figures:
            there = texts.get((unit, year), {})
            left = RescuedTyping(
                unit=unit,
                year=year,
                texts=there,
                before={piece: was for (*_, piece), was in self._before.items() if piece in there},
                figures=figures.get((unit, year), {}),
                session=self._session,
            )
            if not left.is_empty:
                rescue.keep(desk.place, left)
