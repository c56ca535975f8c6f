"""Numbers and years that were offered are taken in, or left as text: each one action."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nianbao.actions import editing
from nianbao.actions.naming import short
from nianbao.desk import offers
from nianbao.desk.desk import Desk
from nianbao.desk.offers import NumberOffer, Offer
from nianbao.errors import InputError
from nianbao.report.figures.figure import Figure, Indicator
from nianbao.report.pieces import piece_of
from nianbao.report.writing import slots
from nianbao.understanding.correction_rules import checked_label

WRITTEN = "写在正文里"


def accept(desk: Desk, offer: Offer, labels: Mapping[int, str] | None = None) -> None:
    """Make figures of the numbers that were offered, under other names where some are given.

    Its years move with the report's from now on. The text prints as before.

    Raises:
        InputError: the text is not the one that was read, or a name cannot be.
    """
    found = piece_of(desk.report, offer.piece)
    if found is None or found.own_source != offer.source:
        raise InputError("文字又改过了。", do="请看一眼新认出的数，再收。")
    named: dict[str, tuple[Indicator, NumberOffer]] = {}
    chosen = [
        _indicator(desk, one, (labels or {}).get(at, one.label), named)
        for at, one in enumerate(offer.numbers)
    ]
    source = offer.rewritten({at: one.name for at, one in enumerate(chosen)})
    known = desk.ledger.indicators
    figures = {
        indicator.name: Figure(indicator=indicator.name, year=desk.year).answered(
            one.value, source=WRITTEN
        )
        for indicator, one in zip(chosen, offer.numbers, strict=True)
        if indicator.name not in known or desk.ledger.known(indicator.name) is None
    }
    report = editing.with_source(desk.report, offer.piece, source, editing.title_of(source))
    with desk.act(_accepting(offer)) as action:
        new = {one.name: one for one in chosen if one.name not in known}
        desk.store.save_indicators(action, desk.unit, new.values())
        desk.store.save_figures(action, desk.unit, figures.values())
        desk.store.save_report(action, report)


def decline(desk: Desk, offer: Offer) -> None:
    """Leave the numbers that were offered as text; they are not offered again.

    Years that stand beside numbers are asked about by themselves.
    """
    with desk.act(_declining(offer)) as action:
        desk.store.save_marks(action, desk.unit, desk.year, offers.no_figure(offer))


def _accepting(offer: Offer) -> str:
    if offer.numbers:
        return f"收进台账：{_named([one.label for one in offer.numbers])}"
    return f"年份跟着变：{_named([one.text for one in offer.years], '处')}"


def _declining(offer: Offer) -> str:
    if texts := [one.text for one in offer.all_numbers]:
        return f"不收进台账：{_named(texts)}"
    return f"年份不变：{_named([one.text for one in offer.years], '处')}"


def _indicator(
    desk: Desk, one: NumberOffer, label: str, named: dict[str, tuple[Indicator, NumberOffer]]
) -> Indicator:
    """Return the indicator of a number, the ledger's own where it has it; `named` are the others.

    Raises:
        InputError: the name stands for another number.
    """
    label, unit = checked_label(label), one.indicator.unit
    known = offers.bound(desk.ledger, label, unit, one.value)
    if known is not None:
        return known
    if label in named:
        made, other = named[label]
        if (other.value, made.unit) != (one.value, unit):
            raise InputError(f"两个不同的数都叫“{label}”。", do="请各起一个名称。")
        return made
    taken = {*desk.ledger.indicators, *(made.name for made, _ in named.values())}
    name = slots.free_name(slots.valid_name(label), taken)
    made = replace(one.indicator, name=name, label=label)
    named[label] = made, one
    return made


def _named(words: Sequence[str], many: str = "个数") -> str:
    more = f"等{len(words)}{many}" if len(words) > 1 else ""
    return f"“{short(words[0])}”{more}"
