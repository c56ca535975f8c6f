"""What can be done on a page of the form, through `editing`: each one action to be undone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from nianbao.actions import editing
from nianbao.actions.figures.doubts import Doubts
from nianbao.desk.desk import Desk
from nianbao.desk.offers import Offer
from nianbao.errors import NianbaoError
from nianbao.report.figures.standing import Standing
from nianbao.ui.pages.form.card.offers import Offers
from nianbao.ui.pages.form.saving import Saving
from nianbao.views import open_items
from nianbao.views.form import insertable, sheet
from nianbao.views.form.insertable import Insertable
from nianbao.views.ledger import pasting

_NAMED = 3  # open things that are told by name


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHooks:
    """What acts need of the page: save what was typed, go somewhere, say or offer something."""

    flush: Callable[[], object]
    go_to: Callable[[str], object]
    put_caret: Callable[[str, int], object]
    say: Callable[[str], object]
    offer: Callable[[str, Offer | None], object]


class EntryActs:
    """Acts on the entries of a page, by the id of the entry."""

    def __init__(self, desk: Desk, saving: Saving, page: PageHooks) -> None:
        self._desk, self.saving, self._page = desk, saving, page
        self._doubts = Doubts()
        self.offers = Offers(desk, show=page.offer, say=page.say)

    def keep(self, piece: str) -> None:
        """Decide that an entry stays as it is, and say what is still open in it all the same."""
        self._do(editing.keep, piece)
        left = open_items.open_items(self._desk).of(open_items.IN_TEXT, [piece])
        if left:
            labels = "、".join(one.label for one in left[:_NAMED])
            more = "等" if len(left) > _NAMED else ""
            self._page.say(
                f"保留了。这一条里还有{len(left)}处没有填好：{labels}{more}。按F7逐处填。"
            )

    def reconsider(self, piece: str) -> None:
        """Take that decision back."""
        self._do(editing.reconsider, piece)

    def drop(self, piece: str) -> None:
        """Write an entry no longer."""
        self._do(editing.drop, piece)

    def restore(self, piece: str) -> None:
        """Take up again what is written no longer."""
        self._do(editing.restore, piece)
        self._page.go_to(piece)

    def as_last_year(self, piece: str) -> None:
        """Give an entry the text back that the year began with."""
        self._do(editing.as_last_year, piece)

    def merge(self, piece: str) -> None:
        """Make one entry of this one and the next."""
        self._do(editing.merge, piece)

    def split(self, piece: str, first: str, second: str) -> None:
        """Make two entries of the halves of a text."""
        self._page.flush()
        try:
            new = editing.split(self._desk, piece, first, second)
        except NianbaoError as error:
            self._page.say(str(error))
        else:
            self._page.put_caret(new, 0)

    def move(self, piece: str, by: int) -> None:
        """Move an entry up or down."""
        self._do(partial(_moved, by=by), piece)
        self._page.go_to(piece)

    def set_field(self, piece: str, name: str, typed: str) -> bool:
        """Put what was typed into a field of an element; say whether it was taken."""
        try:
            self._doubts.set_field(self._desk, piece, name, typed)
        except NianbaoError as error:
            self._page.say(str(error))
            return False
        return True

    def insertable(self) -> list[Insertable]:
        """Return the figures that can be put into a text."""
        return insertable.insertable(self._desk)

    def take_in(self, offer: Offer, labels: list[str] | None) -> bool:
        """Make figures of new numbers; say whether that was done."""
        return self.offers.accept(offer, labels)

    def leave_out(self, offer: Offer) -> bool:
        """Leave new numbers as text; say whether that was done."""
        return self.offers.decline(offer)

    def write(self, piece: str, source: str, act: str = "") -> None:
        """Store the text of a piece; `act` is the name of what was done, if it has one."""
        self.saving.write(piece, source, act)

    def _do(self, act: Callable[[Desk, str], object], piece: str) -> None:
        """Save what was typed first, and say why something cannot be done."""
        self._page.flush()
        try:
            act(self._desk, piece)
        except NianbaoError as error:
            self._page.say(str(error))


def _moved(desk: Desk, piece: str, *, by: int) -> None:
    editing.move(desk, piece, by)


class FigureActs:
    """Acts on the figures of a page, by the name of the indicator."""

    def __init__(self, desk: Desk, say: Callable[[str], object]) -> None:
        self._desk, self._say = desk, say
        self._doubts = Doubts()

    def answer(self, name: str, typed: str) -> None:
        """Answer a figure; last year's own value says that it still holds.

        What may be meant otherwise is asked about once; the same given again is taken.

        Raises:
            NianbaoError: it is no number, or one that cannot be, or may be meant otherwise.
        """
        row = sheet.row(self._desk.ledger, name)
        if row.standing is Standing.CARRIED and typed.strip() == row.last:
            editing.confirm(self._desk, [name])
            return
        self._doubts.answer(self._desk, name, typed)

    def paste(self, text: str, names: Sequence[str]) -> None:
        """Answer figures with a pasted column; odd cells are left as they are, and listed.

        Raises:
            NianbaoError: no line can be used.
        """
        pasted = pasting.pasted(self._desk, text, names)
        editing.answer_all(self._desk, pasted.answers, source="粘贴")
        if pasted.odd:
            self._say(pasted.said)
