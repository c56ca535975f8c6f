"""Why words are marked 【待核：…】, for the comments of a draft."""

from collections.abc import Iterable, Sequence

from nianbao.report.change import Change
from nianbao.report.flow import Line
from nianbao.report.remark import Remark
from nianbao.report.writing import placeholder
from nianbao.report.writing.placeholder import CHECK

_UNKNOWN = "这里还要核对：改成今年的，或确认后去掉标记。"


def remarks(lines: Iterable[Line], changes: Sequence[Change]) -> list[Remark]:
    """Return one remark for each mark of rendered lines, in reading order.

    `changes` are those of the year. A mark that was moved to another piece keeps its reason; one
    that the user wrote has a general one.
    """
    reasons: dict[tuple[str, str], list[str]] = {}
    anywhere: dict[str, str] = {}
    for change in changes:
        reasons.setdefault((change.piece, change.after), []).append(change.reason)
        anywhere.setdefault(change.after, change.reason)
    found = []
    for line in lines:
        for span in line:
            for mark in placeholder.find(span.text):
                if mark.kind is CHECK:
                    own = reasons.get((span.piece, mark.text))
                    said = own.pop(0) if own else anywhere.get(mark.text, _UNKNOWN)
                    found.append(Remark(piece=span.piece, text=mark.text, said=said))
    return found
