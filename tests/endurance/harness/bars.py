"""The bars that nothing lost, nothing let in is measured by, and how far each one is met.

Tests tell what they measured (see the fixture `bar`); `table` prints it beside the bar and what was
measured of other programs or of a naive one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """What is asked, and what there was before."""

    id: str
    what: str
    bar: str
    baseline: str = ""


@dataclass(frozen=True)
class Measured:
    """What a test has found."""

    bar: str
    figure: str
    met: bool


BARS = (
    Bar(
        "A1",
        "kill -9, one store",
        "1,000 kills, 0 said edits lost, opens in 2 s",
        "reference writer: 0 of 18,271",
    ),
    Bar(
        "A2",
        "each storage call fails or is killed",
        "0 lost, 0 silent, 0 hang, said in Chinese",
        "naive save: 224 of 342 bad",
    ),
    Bar(
        "A3",
        "full disk of 112 sizes",
        "0 lost; saves again once there is room",
        "reference: 0 bad of 99",
    ),
    Bar("A4", "power fails", "2,000 states, 0 lost, 0 corrupt", "sqlite-utils: 62 of 423 lose"),
    Bar(
        "A5",
        "the one file copied while in use",
        "100/100 between edits; 0 wrong, 1% refused else",
        "WAL: 0 of 300",
    ),
    Bar("A6", "window killed while typing", "older than 2 s kept 100/100"),
    Bar("A7", "undo all, redo all", "10,000 steps, 0 differences", "Anki: 30 steps"),
    Bar(
        "A8",
        "every connection careful, no open transaction",
        "0 violations",
        "sqlite-utils: both off",
    ),
    Bar("B1", "backup before each big step", "restores to the same content", "Anki, Zotero"),
    Bar(
        "B2",
        "single bytes damaged",
        "2,000; 99.9% of what changes data noticed",
        "integrity_check: 30%",
    ),
    Bar(
        "B3", "hostile workspaces", "each as expected, left byte for byte", "sqlite3 opens 9 of 19"
    ),
    Bar("B4", "backups thinned under jumping clocks", "10 newest stay, 0 lost to a jump"),
    Bar("B5", "no room or place for a backup", "work goes on, said once"),
    Bar(
        "C1",
        "two open at once",
        "100/100 one writer, the other told in 2 s",
        "'database is locked'",
    ),
    Bar("C2", "holder killed", "100/100 open in 2 s", "lock files go stale"),
    Bar("C3", "two edit in turns", "1,000 turns, 0 edits vanish", "B's edit vanishes"),
    Bar(
        "C4",
        "share without locks, slow share",
        "opens or says why in 5 s, 0 lost",
        "'database is locked'",
    ),
    Bar("C5", "read-only places", "opens to view, copies elsewhere, says 只读", "WAL cannot open"),
    Bar("C6", "folder vanishes and comes back", "said, text kept, 0 tracebacks"),
    Bar("C7", "second start with a file", "first window comes forward"),
    Bar("D1", "every older version opens", "same content"),
    Bar("D2", "upgrade cut off", "old or new, never between"),
    Bar("D3", "newer file", "refused by version, bytes unchanged"),
    Bar("D4", "unknown tables", "refused, nothing lost"),
    Bar("E1", "hostile files", "all right; 10 s, 512 MiB", "naive: 46 of 112"),
    Bar("E6", "3,000 mutants of Word files", "0 crashes, kind always set", "11 exception classes"),
    Bar("E7", "encodings", "100%", "misses GB18030, gb2312 label"),
    Bar("E8", "braces in imported text", "arrive as text"),
    Bar("E9", "controls and surrogates", "0 stored", "46 real files"),
    Bar("E10", "FIFO, folder, device, loop, long name, growing file", "refused in 2 s"),
    Bar("F1", "template escapes, five places", "0 escapes", "docxtpl: 58 of 90"),
    Bar("F2", "inclusions", "all refused", "1 leaks"),
    Bar("F3", "template bombs", "5 s, 512 MiB, 20 MB", "25 of 41 blow up"),
    Bar("F4", "mutations of the data", "0", "13 of 16"),
    Bar("F5", "honest templates", "all"),
    Bar("F6", "mistyped names", "50/50 named", "prints blank"),
    Bar("F7", "long report", "linear, also to show", "45 s and 51 s"),
    Bar("G1", "odd values", "all read back equal", "15 of 39 altered"),
    Bar("G2", "read-back of each export", "a difference leaves no file"),
    Bar("G3", "export cut off", "the earlier file always opens", "224 of 342, 395 of 600 bad"),
    Bar("G4", "target held open by Word", "named, tried again, no stray file", "PermissionError"),
    Bar("G5", "what must not travel", "0 in an export", "all stays"),
    Bar("G6", "formulas in values", "0 live cells", "6 of 26"),
    Bar("G7", "exports valid", "all parts, all targets, opens elsewhere"),
    Bar("H1", "no network", "0 sockets of the network"),
    Bar("H2", "files private", "all 0600", "0644"),
    Bar("H3", "nothing left behind", "0 files after kill and start"),
    Bar("H4", "log without content", "0 lines"),
    Bar("H5", "errors nobody foresaw", "0 lost, window stays"),
    Bar("H6", "odd names as values", "0 errors"),
    Bar("I1", "window alive while it works", "300 ms p99, 1 s"),
    Bar("I2", "cancel", "1 s"),
    Bar("I3", "second click", "never twice"),
    Bar("I4", "5,000 steps", "50 MiB, 0 descriptors"),
    Bar("J1", "clocks", "order kept, 0 backups lost"),
    Bar("J2", "locales, folders, names", "all"),
    Bar("J3", "no home", "starts and says so"),
)


def table(measured: Iterable[Measured]) -> Iterator[str]:
    """Yield the lines of the table, one for each thing measured, in the order of the bars."""
    found: dict[str, list[Measured]] = {}
    for one in measured:
        found.setdefault(one.bar, []).append(one)
    for bar in BARS:
        for one in found.get(bar.id, [Measured(bar.id, "not measured here", met=False)]):
            met = "met" if one.met else "-" if bar.id not in found else "NOT MET"
            yield " | ".join((bar.id, bar.what, one.figure, bar.bar, met, bar.baseline))
