"""What is asked in the card of an open item, and what its keys do."""

from collections.abc import Callable

from nianbao.actions import editing, elements, findings, settling
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.report.writing import placeholder
from nianbao.report.writing.text import quoted
from nianbao.ui.kit.card_note import Answer, Note
from nianbao.ui.kit.theme import StateColour
from nianbao.views.form import fields
from nianbao.views.form.asked import asked
from nianbao.views.form.findings import FindingShown
from nianbao.views.open_items import OpenItem, OpenKind

Act = Callable[[], object]


class Questions:
    """Makes the notes. `answered` is called after an answer, `rewrite` puts the caret there.

    `add_part` adds a standard part and goes there.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        rewrite: Callable[[OpenItem], object],
        answered: Act,
        refused: Callable[[str], object],
        add_part: Callable[[str], object],
    ) -> None:
        self._desk = desk
        self._rewrite, self._answered, self._refused = rewrite, answered, refused
        self._add_part = add_part

    def note(self, item: OpenItem, shown: FindingShown | None) -> Note | None:
        """Return what to ask about an item, None for what is answered in a field of its own."""
        if item.kind is OpenKind.CHECK:
            return self._not_applicable(item) if item.figure else self._check(item)
        if item.kind is OpenKind.ELEMENT:
            return self._element(item)
        if item.kind is OpenKind.UNDECIDED:
            return self._undecided(item)
        if item.kind is OpenKind.FINDING and shown is not None:
            return self._finding(item, shown)
        return None

    def _check(self, item: OpenItem) -> Note | None:
        found = asked(self._desk, item.piece, item.start)
        if found is None:
            return None
        desk, piece, ordinal = self._desk, item.piece, found.ordinal
        if found.is_reminder:
            held = found.held
            leave = self._answer("3", "不再写这一条", lambda: editing.drop(desk, piece))
        else:
            held = quoted(found.held)
            leave = self._answer("3", "删去这一处", lambda: settling.remove(desk, piece, ordinal))
        return Note(
            text=f"待核：{held}",
            reason=found.reason or item.reason,
            answers=[
                self._answer("1", "保留", lambda: settling.confirm(desk, piece, ordinal)),
                Answer(key="2", word="改写", run=lambda: self._settle(item, ordinal)),
                leave,
            ],
        )

    def _settle(self, item: OpenItem, ordinal: int) -> None:
        """Take the brackets away and put the caret there: it is being written anew."""
        if self._do(lambda: settling.unmark(self._desk, item.piece, ordinal)):
            self._rewrite(item)

    def _not_applicable(self, item: OpenItem) -> Note:
        return Note(
            text=f"{quoted(item.label)}今年不适用",
            reason=item.reason,
            answers=[Answer(key="2", word="改写这句话", run=lambda: self._rewrite(item))],
        )

    def _element(self, item: OpenItem) -> Note | None:
        desk, piece = self._desk, item.piece
        offered = fields.offered(desk, piece)
        if not offered:
            return None
        shown = quoted(placeholder.replaced(offered, lambda _: "　"))
        write = self._answer("1", f"写{shown}", lambda: elements.fill(desk, piece, offered))
        return Note(
            text=f"{item.label}还没有填",
            reason=item.reason,
            colour=StateColour.BLUE,
            answers=[write, Answer(key="2", word="自己填", run=lambda: self._rewrite(item))],
        )

    def _undecided(self, item: OpenItem) -> Note:
        desk, piece = self._desk, item.piece
        return Note(
            text="这一条还是去年的原文",
            reason="今年保留、改写，还是不再写？",
            colour=StateColour.BLUE,
            answers=[
                self._answer("1", "保留", lambda: editing.keep(desk, piece)),
                Answer(key="2", word="改写", run=lambda: self._rewrite(item)),
                self._answer("3", "不再写", lambda: editing.drop(desk, piece)),
            ],
        )

    def _finding(self, item: OpenItem, shown: FindingShown) -> Note:
        desk = self._desk
        answers = []
        if part := shown.part:  # the way goes on where it is to be written
            add = Answer(key="1", word=shown.answer, run=lambda: self._add_part(part))
            answers.append(add)
        elif shown.accepts:
            answers.append(
                self._answer("1", shown.answer, lambda: findings.accept(desk, shown.finding))
            )
        if item.piece:
            answers.append(Answer(key="2", word="到文中改", run=lambda: self._rewrite(item)))
        if shown.ignorable:
            answers.append(self._answer("3", "忽略", lambda: findings.ignore(desk, shown.finding)))
        return Note(text=f"{shown.title}", reason=shown.sentence, answers=answers)

    def _answer(self, key: str, word: str, act: Act) -> Answer:
        def run() -> None:
            if self._do(act):
                self._answered()

        return Answer(key=key, word=word, run=run)

    def _do(self, act: Act) -> bool:
        try:
            act()
        except NianbaoError as error:
            self._refused(str(error))
            return False
        return True
