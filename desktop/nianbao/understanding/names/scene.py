"""The frozen state around one number, from which its name is chosen."""

from dataclasses import dataclass

from nianbao.understanding.names.clauses import Clause
from nianbao.understanding.names.phrase import NOTHING, Phrase
from nianbao.understanding.numerals.numbers import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an earlier number of the passage was about, and where its clause begins.

    `thing` is what was counted, `core` what its own clause gave its name, `context` what went
    before that, `trust` how sure its name is.
    """

    sentence: int
    clause: int
    thing: tuple[str, ...]
    verb: tuple[str, ...]
    holder: tuple[str, ...]
    core: tuple[str, ...]
    context: tuple[str, ...]
    name: str
    event: bool
    within: bool
    unit: str
    trust: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A number and all that may speak in its name.

    `before` and `behind` are its own stretch of the clause; `phrase` stands before it, `noun`
    behind its unit, `predicate` says what the noun does or what is done with it. `told` are
    earlier numbers and `silent` earlier clauses without one, of this sentence and the one before
    it, the nearest first. `led`: the noun is what something is done
    with or to; `leads`: the clause begins with the number; `first`: no other number stands before
    it in its clause; `derived`: the clause goes on about what was told before; `compared`: with an
    earlier year; `summed`: with those of earlier years; `share`: a rate of some among all (占35%).
    """

    number: Number
    clause: Clause
    phrase: Phrase
    before: str = ""
    behind: str = ""
    noun: tuple[str, ...] = ()
    predicate: Phrase = NOTHING
    told: tuple[Told, ...] = ()
    silent: tuple[Clause, ...] = ()
    title: str = ""
    led: bool = False
    leads: bool = False
    first: bool = True
    derived: bool = False
    compared: bool = False
    summed: bool = False
    share: bool = False
