"""What stands before a number, taken apart: who, does, to what, with what done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.parsing import wording
from nianbao.understanding.names.parsing.clauses import Word, WordRole, read, role

_NOUNS = (WordRole.NOUN, WordRole.BOTH)
_CLAUSE = 12  # characters of a clause that tells which of the things
_BETWEEN = (WordRole.ADVERB, WordRole.PLACE)
_LED = (WordRole.CASE, WordRole.MARK, WordRole.LINK, WordRole.LIGHT, *_BETWEEN)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words before a number.

    县法院为农民工追回劳动报酬 → holder 县法院 农民工, verb 追回, object 劳动报酬;
    矛盾纠纷已化解 → object 矛盾纠纷, done 化解. `items` are the things of the object, one by one;
    `sums_up`: the last says what all of them are (专利、商标等案件). `marker` is the case word
    right before the holder (为).
    """

    holder: tuple[str, ...] = ()
    marker: str = ""
    verb: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    items: tuple[tuple[str, ...], ...] = ()
    done: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    sums_up: bool = False

    @property
    def item(self) -> tuple[str, ...]:
        """Return the last thing of a list, or the one there is."""
        return self.items[-1] if self.items else ()

    @property
    def spelled(self) -> tuple[str, ...]:
        """Return the words of all things with a 、 between them: 文件、合同; 专利、商标案件."""
        last = () if self.sums_up else (wording.LIST_MARK,)
        marked = (word for item in self.items[:-1] for word in (wording.LIST_MARK, *item))
        return (*islice(marked, 1, None), *(last if self.listed else ()), *self.item)

    @property
    def listed(self) -> bool:
        """Whether several things are counted together."""
        return len(self.item) < len(self.object)

    @property
    def things(self) -> tuple[str, ...]:
        """Return the words of a list without who acts and what is done: 司法局抽查案卷、合同."""
        said, bodies = self.object, words.lexicon().bodies
        deed = next((at for at, word in enumerate(said) if role(word) is not WordRole.NOUN), 0)
        actor = all(word.endswith(bodies) or len(word) == 1 for word in said[:deed])
        acted = actor and said and role(said[deed]) is not WordRole.NOUN
        return said[deed + 1 :] if acted else said

    @property
    def empty(self) -> bool:
        """Whether nothing was said."""
        return not (self.object or self.done or self.verb)


NOTHING = Phrase()


def one(thing: tuple[str, ...]) -> Phrase:
    """Return a phrase that only has one thing."""
    return Phrase(object=thing, items=(thing,))


def in_full(said: Phrase, topic: Sequence[str]) -> Phrase:
    """Return a phrase whose object is told as fully as the clause before it announced it.

    开展行政处罚案卷交叉评查，抽取案卷160份: the 案卷 are 行政处罚案卷.
    """
    left = list(said.object)
    if not left or said.listed or left[-1] not in words.lexicon().announced:
        return said
    for at, word in enumerate(topic):
        if word.endswith(left[0]):
            left.pop(0)
        if not left:
            whole = tuple(topic[: at + 1])
            longer = len("".join(whole)) > len("".join(said.object))
            return replace(said, object=whole, items=(whole,)) if longer else said
    return said


def parse(text: str) -> Phrase:
    """Return what a stretch of a clause before a number says."""
    return _parsed(read(text))


def _parsed(found: Sequence[Word]) -> Phrase:
    left = list(found)
    done, items, verb = _said(left)
    holder, marker = _who(left)
    if marker == naming.grammar().of and not (holder or verb) and len(items) == 1:
        items = [_relative(left) + items[0]]
    elif not holder and len(items) == 1:
        holder, verb, items = _inside(items[0], verb, done)
    if items and verb and (got := _led_verb(left, verb)):
        items, verb = [holder + verb + items[0], *items[1:]], got
        holder, marker = (), ""  # 收到上级交办案件: they did not receive it
    return Phrase(
        holder=holder,
        marker=marker,
        verb=verb,
        object=tuple(word for item in items for word in item),
        items=tuple(items),
        done=done,
        rest=tuple(word.text for word in left if word.role in (*_NOUNS, WordRole.VERB)),
        sums_up=len(items) > 1 and _is_summed_up(found, items[-1]),
    )


def _said(left: list[Word]) -> tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]]:
    """Take what was done with the things, the things, and the verb before them."""
    _drop(left, _LED)
    done = _take(left, (WordRole.VERB,), (*_BETWEEN, WordRole.LINK, WordRole.LIGHT))
    _drop(left, _LED)
    items = _items(left)
    behind = left[-1].text if left else ""
    if behind == wording.LIST_MARK and items and _is_rate(items[-1]):
        return done, items, ()  # 均按期办结、群众满意率为95%
    verb = _take(
        left, (WordRole.VERB,), (WordRole.LIGHT, WordRole.ADVERB, WordRole.LINK, WordRole.PLACE)
    )
    if verb and (joined := _joined_deeds(items, behind)):
        items[0], verb = items[0][len(joined) :], verb + joined
    to_them = not verb and _is_handed_over(left, items, done)
    if done and (to_them or not any(items)):
        verb, done = verb + done, ()  # 向公安机关移送3件: as 移送公安机关3件
    if not (verb or done) and [*map(len, items)] == [1] and items[0][0] in words.deeds():
        return items[0], [], ()  # 受理线索35条，查实12条
    return done, items, verb


def _is_rate(thing: Sequence[str]) -> bool:
    """Whether a thing is a rate: nothing is done to one."""
    return thing[-1].endswith(naming.endings().rate)


def _is_summed_up(found: Sequence[Word], last: Sequence[str]) -> bool:
    """Whether the last thing of a list stands behind 等."""
    at = max((at for at, word in enumerate(found) if word.text == last[0]), default=0)
    while at and (_skipped(found[at - 1]) or found[at - 1].role in _BETWEEN):
        at -= 1
    return at > 0 and found[at - 1].text == naming.grammar().etc


def _is_handed_over(
    left: Sequence[Word], items: Sequence[tuple[str, ...]], done: Sequence[str]
) -> bool:
    """Whether something was handed over to a body: 向公安机关移送."""
    lexicon = words.lexicon()
    addressed = bool(left and items) and left[-1].text in lexicon.addressed
    known = (*lexicon.bodies, *lexicon.spreading, *lexicon.departments)
    return addressed and set(done[-1:]) <= lexicon.handing and items[-1][-1].endswith(known)


def _joined_deeds(items: Sequence[tuple[str, ...]], behind: str) -> tuple[str, ...]:
    """Return the deeds that a thing begins with, where others stand before a 、: 新建、改造站所."""
    if len(items) == 1 and len(items[0]) > 1 and behind in words.lexicon().then:
        return items[0][:1]  # 复核并更正错误: only deeds stand so
    if behind != wording.LIST_MARK or len(items) != 1:
        return ()
    deeds = tuple(takewhile(lambda word: role(word) is WordRole.BOTH, items[0]))
    return deeds if len(deeds) < len(items[0]) else ()


def _who(left: list[Word]) -> tuple[tuple[str, ...], str]:
    """Take who acts, and the case word before them or before what they do."""
    marker = _drop(left, (WordRole.MARK, WordRole.LINK, WordRole.LIGHT, *_BETWEEN))
    holder = _take(left, _NOUNS, (*_BETWEEN, WordRole.LINK))
    while len(left) > 1 and _is_any(left[-1]):
        left.pop()  # 从各执法单位抽取案卷
    last = left[-1] if left else None
    behind = (naming.grammar().of, naming.grammar().etc)
    if last and last.text in behind and not _may_act(holder):
        holder = ()  # 就关注度较高的事项召开听证会, 面向老人、儿童等群体
    acts = last is not None and last.role is WordRole.VERB  # 通过公示平台公开
    means = next((word for word in left[-2:-1] if acts), last)
    if means and means.text in words.lexicon().means:
        holder = ()  # 通过门户网站公开
    return holder, last.text if last and last.role is WordRole.CASE else marker


def _is_any(word: Word) -> bool:
    """Whether a word only says that all of them are meant: 各."""
    return word.role is WordRole.CASE and word.text in words.lexicon().any_of


def _may_act(holder: Sequence[str]) -> bool:
    """Whether words may be who does something: no 事项, no 文件."""
    lexicon = words.lexicon()
    known = (*lexicon.bodies, *lexicon.persons, *lexicon.people, *lexicon.spreading)
    return not set(holder) <= lexicon.general or "".join(holder).endswith(known)


def _inside(
    thing: tuple[str, ...], verb: tuple[str, ...], done: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], list[tuple[str, ...]]]:
    """Return whose a thing is, the verb and the thing, where its own words tell."""
    holder, items = _field_of(thing)
    return (holder, verb, items) if holder or verb or done else _body_of(thing)


def _led_verb(left: Sequence[Word], own: Sequence[str]) -> tuple[str, ...]:
    """Return the verb before a clause that tells which things it is done with.

    收到检察机关纠正违法通知书, 协调解决企业反映问题, 提请人大审议草案
    """
    lexicon = words.lexicon()
    verbs = [word.text for word in left if word.role is WordRole.VERB][-1:]
    led = set(verbs) & (lexicon.receiving | lexicon.causing)
    beside = own[-1] in lexicon.sourcing and left and left[-1].role is WordRole.VERB
    return tuple(verbs) if led or beside else ()


def _relative(left: list[Word]) -> tuple[str, ...]:
    """Take the clause before 的 that tells which of the things: 安装监控的企业."""
    found: list[Word] = []
    for word in reversed(left[:-1]):
        if (
            word.role not in (*_NOUNS, WordRole.VERB)
            or sum(map(len, (w.text for w in found))) > _CLAUSE
        ):
            break
        found.append(word)
    if not any(word.role is WordRole.VERB for word in found):
        return ()
    del left[-1 - len(found) :]
    return tuple(word.text for word in reversed(found))


def _field_of(thing: tuple[str, ...]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the field that a thing is of, and the thing: 市场监管领域 and 检查主体."""
    fields = words.lexicon().fields
    at = next((at for at, word in enumerate(thing[:-1]) if word in fields), -1)
    return thing[: at + 1], [thing[at + 1 :]]


def _body_of(
    thing: tuple[str, ...],
) -> tuple[tuple[str, ...], tuple[str, ...], list[tuple[str, ...]]]:
    """Return who acts, the act and its object: 调解组织, 调解 and 纠纷."""
    bodies = words.lexicon().bodies
    for at in range(1, len(thing) - 1):
        acts = role(thing[at]) is WordRole.BOTH or thing[at] in words.deeds()
        if acts and thing[at - 1].endswith(bodies):
            return thing[:at], thing[at : at + 1], [thing[at + 1 :]]
    return (), (), [thing]


def _drop(left: list[Word], roles: Sequence[WordRole]) -> str:
    """Drop the words of some roles from the end; return the first case word among them."""
    case = ""
    while left and left[-1].role in roles:
        word = left.pop()
        case = word.text if word.role is WordRole.CASE else case
    return case


def _take(
    left: list[Word], wanted: Sequence[WordRole], between: Sequence[WordRole]
) -> tuple[str, ...]:
    """Take the words of some roles from the end, and what may stand between them."""
    taken: list[str] = []
    at = len(left)
    for place in range(len(left) - 1, -1, -1):
        word = left[place]
        if word.role in wanted:
            taken.append(word.text)
            at = place
        elif word.role not in between and not _skipped(word):
            break
    del left[at:]
    return tuple(reversed(taken))


def _items(left: list[Word]) -> list[tuple[str, ...]]:
    """Take the noun at the end, or the list of nouns."""
    items: list[tuple[str, ...]] = []
    while True:
        item = _take(left, _NOUNS, _BETWEEN)
        if not item:
            break
        items.append(item)
        joined = left and (left[-1].role is WordRole.LINK or left[-1].text == naming.grammar().etc)
        if not joined or len(left) < 2 or left[-2].role not in _NOUNS:
            break
        left.pop()
    return items[::-1]


def _skipped(word: Word) -> bool:
    return word.role is WordRole.CASE and word.text in words.lexicon().skipped
