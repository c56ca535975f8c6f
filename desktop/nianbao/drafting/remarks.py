"""Why words are marked 【待核：…】, for the comments of a draft."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nianbao.report.change import Change, ChangeRule
from nianbao.report.flow import Line
from nianbao.report.remark import Remark
from nianbao.report.writing import placeholder
from nianbao.report.writing.placeholder import CHECK

_UNKNOWN = "这里还要核对：改成今年的，或确认后去掉标记。"


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why something is marked. `group` is that of what was done once in one section."""

    said: str
    group: int = 0


def remarks(lines: Iterable[Line], changes: Sequence[Change]) -> list[Remark]:
    """Return a remark for each mark of rendered lines, in reading order.

    `changes` are those of the year. A mark that was moved to another piece keeps its reason; one
    that the user wrote has a general one. Of the deeds of one section only the first that is still
    marked has a remark: it is the same for all, and names them.
    """
    reasons: dict[tuple[str, str], list[_Reason]] = {}
    anywhere: dict[str, _Reason] = {}
    for change, reason in zip(changes, _reasons(changes), strict=True):
        reasons.setdefault((change.piece, change.after), []).append(reason)
        anywhere.setdefault(change.after, reason)
    found, told = [], {0}
    for line in lines:
        for span in line:
            for mark in placeholder.find(span.text):
                if mark.kind is not CHECK:
                    continue
                own = reasons.get((span.piece, mark.text))
                reason = own.pop(0) if own else anywhere.get(mark.text, _Reason(_UNKNOWN))
                if not reason.group or reason.group not in told:
                    found.append(Remark(piece=span.piece, text=mark.text, said=reason.said))
                told.add(reason.group)
    return found


def _reasons(changes: Iterable[Change]) -> Iterable[_Reason]:
    """Yield the reason of each change; what stands beside a deed is of its group."""
    group = 0
    for change in changes:
        group += change.rule is ChangeRule.EVENT_OF_LAST_YEAR
        deed = change.rule in (ChangeRule.EVENT_OF_LAST_YEAR, ChangeRule.EVENT_BESIDE)
        yield _Reason(change.reason, group if deed else 0)
