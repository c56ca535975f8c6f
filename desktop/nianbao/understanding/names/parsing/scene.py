"""The frozen state around one number, from which its name is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nianbao.understanding.names.parsing.clauses import Clause
from nianbao.understanding.names.parsing.phrase import NOTHING, Phrase
from nianbao.understanding.numerals.numbers import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an earlier number of the passage was about, and where its clause begins.

    `thing` is what was counted, `spelled` the same with the marks of a list, `matter` what people
    take part in, `core` what its own clause gave its name, `context` what went before that.
    `listed`: it is a further thing of a list; `several`: several things were counted together;
    `partial`: its name seems to have only some of them; `doubtful`: its own name gave way to a
    quotation; `sorted_out`: they are some of what was told before; `served`: people for whom
    something is done (为83名农民工追回工资); `which`: the clause before 的 that tells which things.
    """

    sentence: int
    period: int
    clause: int
    thing: tuple[str, ...]
    spelled: tuple[str, ...]
    matter: tuple[str, ...]
    verb: tuple[str, ...]
    holder: tuple[str, ...]
    core: tuple[str, ...]
    context: tuple[str, ...]
    name: str
    event: bool
    within: bool
    value: Decimal
    unit: str
    listed: bool = False
    several: bool = False
    partial: bool = False
    doubtful: bool = False
    sorted_out: bool = False
    served: bool = False
    which: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A number and all that may speak in its name.

    `before` and `behind` are its own stretch of the clause; `phrase` stands before it, `noun`
    behind its unit, `predicate` says what the noun does or what is done with it. `told` are
    the earlier numbers of the sentence, the nearest first (where it opens with what is only done,
    审结83件, the head of the part before its semicolon), `silent` its last clause without one.
    `whole` is what this number counts a part of. `led`: the noun is what something is done
    with or to; `further`: it goes on as a list; `leads`: the clause begins with the number;
    `first`: no other number stands before it in its clause; `derived`: the clause goes on about
    what was told before; `paired`: it tells of the one number in `told`, row by row; `compared`:
    with an earlier year; `summed`: with those of earlier years; `share`: a rate of some among all
    (占35%).
    """

    number: Number
    clause: Clause
    phrase: Phrase
    before: str = ""
    behind: str = ""
    noun: tuple[str, ...] = ()
    predicate: Phrase = NOTHING
    told: Sequence[Told] = ()
    whole: Told | None = None
    silent: Clause | None = None
    title: str = ""
    led: bool = False
    further: bool = False
    leads: bool = False
    first: bool = True
    derived: bool = False
    paired: bool = False
    compared: bool = False
    summed: bool = False
    share: bool = False
