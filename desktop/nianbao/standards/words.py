"""Chinese words of the field, for breaking titles and naming figures: `resources/words.toml`.

The dictionary is our own and loads in milliseconds; jieba's takes a third of a second and leaves a
cache in the shared temp folder. What the dictionary lacks, jieba guesses.
"""

import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from io import BytesIO

from nianbao import shipped
from nianbao.resource import load

# jieba asks for setuptools' pkg_resources, which takes a fifth of a second, and does without.
_ASKED_FOR = sys.modules.setdefault("pkg_resources", None)  # type: ignore[arg-type]
import jieba  # noqa: E402

if _ASKED_FOR is None:
    del sys.modules["pkg_resources"]

NOT = ("不", "未", "无", "非")
"""What turns the word behind it into its opposite."""

jieba.setLogLevel(logging.WARNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Words by what they do in the name of a figure."""

    verbs: frozenset[str]
    nominal: frozenset[str]
    breaks: frozenset[str]
    placing: frozenset[str]
    places_of: frozenset[str]
    announced: frozenset[str]
    together: frozenset[str]
    states_of: frozenset[str]
    heads: frozenset[str]
    hollow: frozenset[str]
    denials: frozenset[str]
    fresh: frozenset[str]
    papers: frozenset[str]
    answering: frozenset[str]
    in_manner: frozenset[str]
    took_place: frozenset[str]
    completing: frozenset[str]
    passed: frozenset[str]
    handing: frozenset[str]
    of_deeds: frozenset[str]
    succeeding: frozenset[str]
    limits: frozenset[str]
    localizers: frozenset[str]
    more: frozenset[str]
    joining: frozenset[str]
    addressed: frozenset[str]
    sorting: frozenset[str]
    few: frozenset[str]
    comparing: frozenset[str]
    undoing: frozenset[str]
    toward: frozenset[str]
    lacking: frozenset[str]
    visiting: frozenset[str]
    verdicts: frozenset[str]
    partnering: frozenset[str]
    helping: frozenset[str]
    endings: frozenset[str]
    derived: frozenset[str]
    light: frozenset[str]
    adverbs: frozenset[str]
    places: frozenset[str]
    asking: frozenset[str]
    urging: frozenset[str]
    handling: frozenset[str]
    sending: frozenset[str]
    results: frozenset[str]
    withdrawn: frozenset[str]
    called_by_deed: frozenset[str]
    having: frozenset[str]
    led_by: frozenset[str]
    silent_leads: frozenset[str]
    destined: frozenset[str]
    done_to: frozenset[str]
    because: frozenset[str]
    then: frozenset[str]
    schemes: frozenset[str]
    unsettled: frozenset[str]
    fillers: frozenset[str]
    links: frozenset[str]
    skipped: frozenset[str]
    faint: frozenset[str]
    detached: frozenset[str]
    body_endings: frozenset[str]
    person_endings: frozenset[str]
    people: frozenset[str]
    leaders: frozenset[str]
    fields: frozenset[str]
    far_fields: frozenset[str]
    acting: frozenset[str]
    any_of: frozenset[str]
    which_one: frozenset[str]
    paid: frozenset[str]
    opening: frozenset[str]
    beside: frozenset[str]
    pending: frozenset[str]
    qualities: frozenset[str]
    partaking: frozenset[str]
    departments: frozenset[str]
    matters: frozenset[str]
    topics: frozenset[str]
    serving: frozenset[str]
    causing: frozenset[str]
    aspects: frozenset[str]
    neutral: frozenset[str]
    achieved: frozenset[str]
    by_now: frozenset[str]
    sourcing: frozenset[str]
    unfinished: frozenset[str]
    kinds: frozenset[str]
    strict: frozenset[str]
    handled: frozenset[str]
    states: frozenset[str]
    counters: frozenset[str]
    everyday: frozenset[str]
    outcomes: frozenset[str]
    glued_before: frozenset[str]
    glued_behind: frozenset[str]
    timely: frozenset[str]
    telling: frozenset[str]
    choosing: frozenset[str]
    withheld: frozenset[str]
    suffixes: frozenset[str]
    examining: frozenset[str]
    changing: frozenset[str]
    means: frozenset[str]
    unable: frozenset[str]
    holding: frozenset[str]
    spots: frozenset[str]
    driving: frozenset[str]
    receiving: frozenset[str]
    spreading: frozenset[str]
    times: frozenset[str]
    totals: frozenset[str]
    nouns: frozenset[str]
    general: frozenset[str]
    trailing: frozenset[str]
    amounts: frozenset[str]
    averages: frozenset[str]
    events: frozenset[str]
    bodies: tuple[str, ...] = field(init=False)
    persons: tuple[str, ...] = field(init=False)
    acts: frozenset[str] = field(init=False)  # verbs that are no nouns as well
    named: frozenset[str] = field(init=False)  # nouns of the field that are not general
    empty: frozenset[str] = field(init=False)  # alone they name nothing
    plain: frozenset[str] = field(init=False)  # alone they could stand in any report
    dropped: frozenset[str] = field(init=False)  # never in a name
    ends: frozenset[str] = field(init=False)  # they end a noun
    stops: frozenset[str] = field(init=False)  # they end a noun, or join it to another

    def __post_init__(self) -> None:
        """Join the words that names are judged by, once."""
        joined = {
            "acts": self.verbs - self.nominal,
            "named": self.nouns - self.general,
            "empty": (self.verbs - self.nouns) | self.adverbs | self.hollow,
            "plain": self.general | self.verbs | self.adverbs | self.hollow,
            "dropped": self.light | self.adverbs | self.places | self.fillers,
            "ends": self.breaks | self.light | self.adverbs,
            "stops": self.breaks | self.light | self.adverbs | self.fillers,
        }
        endings = {"bodies": self.body_endings, "persons": self.person_endings}
        for name, words in joined.items():
            object.__setattr__(self, name, words)
        for name, words in endings.items():
            object.__setattr__(self, name, tuple(sorted(words)))


@cache
def lexicon() -> Lexicon:
    """Return the words."""
    table = load("words")
    lists = {**table, **table["apart"]}
    return Lexicon(**{of.name: frozenset(lists[of.name]) for of in fields(Lexicon) if of.init})


class _Tokenizer(jieba.Tokenizer):  # type: ignore[misc]  # jieba carries no types
    """jieba's tokenizer over our words, without its cache file."""

    initialized: bool

    def initialize(self, dictionary: str | None = None) -> None:
        """Load the words once, leaving nothing behind on the disk."""
        del dictionary
        if not self.initialized:
            self.FREQ, self.total = self.gen_pfdict(_dictionary())
            self.initialized = True


def _dictionary() -> BytesIO:
    own = _own()
    lines = [f"{word} {load('words')['freq']}" for word in sorted(own)]
    lines += [line for line in _common() if line.partition(" ")[0] not in own]
    return BytesIO("\n".join(lines).encode())


@cache
def _own() -> frozenset[str]:
    """Return the words of the dictionary that are ours: those of the lists outside [apart]."""
    lists = (words for words in load("words").values() if isinstance(words, list))
    return frozenset(word for words in lists for word in words)


@cache
def _common() -> tuple[str, ...]:
    """Return the lines of the dictionary: a word, how often it is used, `v` for a verb."""
    read = shipped.path("resources", "common_words.txt").read_text(encoding="utf-8")
    return tuple(line for line in read.splitlines() if not line.startswith("#"))


@cache
def suits() -> dict[str, tuple[str, ...]]:
    """Return deeds, each with how the things are called that it is done with."""
    return {deed: tuple(things) for deed, things in load("words")["suits"].items()}


@cache
def suits_only() -> dict[str, tuple[str, ...]]:
    """Return deeds that are done with nothing else, as in `suits`."""
    return {deed: tuple(things) for deed, things in load("words")["suits_only"].items()}


@cache
def _common_verbs() -> frozenset[str]:
    told = (line.split(" ") for line in _common())
    return frozenset(word for word, _, *kind in told if kind)


def is_verb(word: str) -> bool:
    """Whether the dictionary or `resources/words.toml` calls a word a verb."""
    return word in lexicon().verbs or word in _common_verbs()


def is_new(word: str) -> bool:
    """Whether a word was only guessed."""
    return not _tokenizer().FREQ.get(word)


@cache
def deeds() -> frozenset[str]:
    """Return the verbs of the dictionary of which `resources/words.toml` says nothing."""
    return _common_verbs() - _own()


@cache
def _tokenizer() -> _Tokenizer:
    return _Tokenizer()


@lru_cache(maxsize=4096)
def cut(text: str) -> tuple[str, ...]:
    """Return the words of a text, in order; joined they give the text back."""
    return tuple(part for word in _tokenizer().lcut(text) for part in _unglued(word))


def placed(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a text, each with where it begins."""
    start = 0
    for word in cut(text):
        yield start, word
        start += len(word)


@lru_cache(maxsize=4096)
def _unglued(word: str) -> tuple[str, ...]:
    """Return a word that was only guessed without the particle it was guessed with: 共/发."""
    if len(word) == 1 or _tokenizer().FREQ.get(word):
        return (word,)
    if word[0] in lexicon().glued_before:
        return word[0], *_unglued(word[1:])
    if word[-1] in lexicon().glued_behind:
        return *_unglued(word[:-1]), word[-1]
    return (word,)
