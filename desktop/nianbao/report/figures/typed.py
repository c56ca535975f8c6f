"""What the user types, pastes or puts into a table, understood: which figure, what value."""

from collections.abc import Iterable

from nianbao.errors import InputError
from nianbao.report.figures.figure import Figure, FigureState, Indicator, Period
from nianbao.report.figures.standing import Standing
from nianbao.report.writing import quantity

_STATES = {
    Standing.NOT_APPLICABLE.value: FigureState.NOT_APPLICABLE,
    Standing.PENDING.value: FigureState.PENDING,
}


def answered(indicator: Indicator, typed: str, year: int, source: str) -> Figure:
    """Return a figure with what the user typed: a number, 不适用, or nothing for 待报.

    Raises:
        InputError: it is no number, or one below 0 where only a change can be.
    """
    if not typed.strip():
        return Figure(indicator=indicator.name, year=year)
    figure = typed_figure(indicator, typed, year, source)
    if figure is None:
        raise not_understood(typed.strip(), indicator.unit, indicator.label)
    if figure.value is not None and figure.value < 0 and indicator.period is not Period.CHANGE:
        raise InputError(f"“{indicator.label}”填的“{typed.strip()}”小于0。", do="请核对后再填。")
    return figure


def not_understood(typed: str, unit: str, label: str = "") -> InputError:
    """Return why something typed is no answer: too long, another unit, or no number at all."""
    told = f"“{label}”填的“{typed}”" if label else f"“{typed}”"
    if quantity.is_too_long(typed):
        return InputError(
            f"{told}超过了{quantity.MOST_DIGITS}位，不像是数据。", do="请核对后再填。"
        )
    measured = typed[:1].isdecimal() and typed[-1:].isalpha() and not typed[-1:].isascii()
    share = typed.endswith("%") or typed.startswith(quantity.PERCENT)
    if (measured or share) and quantity.parse_typed(typed) is not None:
        asked = f"按“{unit}”填" if unit else "没有单位"
        where = f"“{label}”" if label else "这里"
        return InputError(f"{where}{asked}，“{typed}”是别的单位。", do="请换算好，只填数字。")
    return InputError(f"{told}不是数字。", do="只填数字，单位不用写。")


def typed_figure(indicator: Indicator, text: str, year: int, source: str) -> Figure | None:
    """Return a figure with a number, 不适用 or 待报; None for anything else."""
    if state := _STATES.get(text.strip()):
        return Figure(indicator=indicator.name, year=year, state=state, source=source)
    value = quantity.parse_typed(text, indicator.unit)
    if value is None:
        return None
    return Figure(indicator=indicator.name, year=year).answered(value, source=source)


def as_typed(figure: Figure) -> str:
    """Return what to type for a figure to be answered so, see `answered`; nothing for 待报."""
    if figure.value is not None:
        return f"{figure.value:f}"
    return next((word for word, state in _STATES.items() if state is figure.state), "")


class Names:
    """Finds indicators by any word that stands for them; a slot name stands for its own alone."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._found: dict[str, dict[str, Indicator]] = {}
        self._exact = {}
        for indicator in indicators:
            self._exact[indicator.name] = indicator
            for word in (indicator.label, indicator.key, *indicator.aliases):
                if word:
                    self._found.setdefault(word, {})[indicator.name] = indicator

    def __contains__(self, word: str) -> bool:
        """Whether a word stands for any indicator."""
        return word in self._exact or word in self._found

    def indicator(self, word: str) -> Indicator:
        """Return the indicator that a word stands for.

        Raises:
            InputError: there is none, or several.
        """
        word = word.strip()
        if word in self._exact:
            return self._exact[word]
        matches = list(self._found.get(word, {}).values())
        if len(matches) != 1:
            what = f"“{word}”对应几个指标。" if matches else f"没有“{word}”这个指标。"
            raise InputError(what, do="请用台账里的指标名称。")
        return matches[0]
