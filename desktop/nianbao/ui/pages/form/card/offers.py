"""Numbers that are written are looked for beside the typing, and offered in their cards."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from nianbao.actions import offering
from nianbao.desk import offers
from nianbao.desk.desk import Desk
from nianbao.desk.offers import Offer
from nianbao.errors import NianbaoError
from nianbao.report.writing.text import quoted
from nianbao.ui.kit.card_note import Answer, Note
from nianbao.ui.kit.jobs import Job, Work
from nianbao.ui.kit.theme import StateColour

_NAMED = 4  # numbers that are told by name


class Offers(QObject):
    """Looks at texts one by one; `show` puts what was found into the card of a piece."""

    def __init__(
        self,
        desk: Desk,
        *,
        show: Callable[[str, Offer | None], object],
        say: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._desk, self._show, self._say = desk, show, say
        self._work = Work(self)
        self._jobs: dict[str, Job] = {}

    def consider(self, piece: str) -> None:
        """Look for numbers in the text of a piece; what is found comes by `show`, later."""
        if job := self._jobs.pop(piece, None):
            job.cancel()
        given = None if self._desk.read_only else offers.material(self._desk, piece)
        if given is None:
            self._show(piece, None)
            return
        self._jobs[piece] = self._work.run(
            "看新写的数",
            partial(offers.offer, given),
            partial(self._arrived, piece),
            lambda _error: None,  # it is in the log; nothing is offered, and nothing is lost
        )

    def _arrived(self, piece: str, offer: Offer | None) -> None:
        self._jobs.pop(piece, None)
        self._show(piece, offer)

    def stop(self) -> None:
        """Look no more: the cards are about to go."""
        self._work.cancel_all()

    def accept(self, offer: Offer, labels: list[str] | None = None) -> bool:
        """Take the numbers into the ledger; say whether that was done."""
        named = dict(enumerate(labels)) if labels else None
        return self._do(offer, partial(offering.accept, self._desk, offer, named))

    def decline(self, offer: Offer) -> bool:
        """Leave the numbers as text; say whether that was done."""
        return self._do(offer, partial(offering.decline, self._desk, offer))

    def _do(self, offer: Offer, act: Callable[[], object]) -> bool:
        try:
            act()
        except NianbaoError as error:
            self._say(str(error))
            self.consider(offer.piece)
            return False
        self.consider(offer.piece)
        return True


def note(
    offer: Offer,
    *,
    accept: Callable[[], object],
    rename: Callable[[], object],
    decline: Callable[[], object],
) -> Note:
    """Return what is to be said of new numbers and years, and the ways to answer."""
    leave = Answer(key="Alt+Del", word="不是数据", run=decline)
    odd = "；".join(f"“{one.text}”{one.reason}" for one in offer.odd)
    if not offer.numbers and offer.odd:
        said = f"有{len(offer.odd)}个数拿不准，没有认作数据"
        return Note(text=said, reason=f"{odd}。请写清楚。", answers=[leave])
    years = "、".join(dict.fromkeys(quoted(one.text) for one in offer.years))
    if not offer.numbers:
        return Note(
            text=f"{years}：明年跟着变吗？",
            reason="跟着变，明年写报告时这里自动换成新的年份；文件、规划里固定的年份选不变。",
            answers=[
                Answer(key="Alt+Enter", word="跟着变", run=accept),
                Answer(key="Alt+Del", word="不变", run=decline),
            ],
            colour=StateColour.GREEN,
        )
    named = "，".join(f"{one.label} {one.text}" for one in offer.numbers[:_NAMED])
    more = "等" if len(offer.numbers) > _NAMED else ""
    whys = dict.fromkeys(one.why.removesuffix("。") for one in offer.numbers if one.why)
    moving = [f"{years}明年跟着变"] if years else []
    reasons = [f"{named}{more}", *whys, *moving, *([f"拿不准的：{odd}"] if odd else [])]
    return Note(
        text=f"认出{len(offer.numbers)}个新数，收进台账？明年自动带出",
        reason="。".join(reasons) + "。",
        answers=[
            Answer(key="Alt+Enter", word="收进台账", run=accept),
            Answer(key="F2", word="改名称", run=rename),
            leave,
        ],
        colour=StateColour.GREEN,
    )
