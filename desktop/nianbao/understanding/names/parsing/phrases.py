"""What one clause says of a number: the words of its name, put as a table puts them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.parsing import wording
from nianbao.understanding.numerals.numbers import Number

_TITLE = re.compile("《([^《》]+)》")
_FORMER = "原"


def own(text: str) -> str:
    """Return what of the text between two numbers belongs to the first one: its noun.

    58项事项网上可办率99%: the rate is of the next number.
    """
    lexicon = words.lexicon()
    head, mark, _ = text.partition("、")
    if mark:
        said = words.cut(head)
        acted = next((at for at in range(1, len(said)) if _acts_in(said, at)), len(said))
        return "".join(said[:acted])  # 20个调委会调解邻里、山林等纠纷248件
    found = words.cut(text)
    noun = list(takewhile(lambda word: word not in lexicon.acts | lexicon.ends, found))
    if len(noun) == len(found) and text.endswith(naming.endings().measured_by):
        noun.pop()
        while noun and noun[-1] not in lexicon.heads:
            noun.pop()
    return naming.grammar().joined.sub("", "".join(noun))


def _acts_in(said: Sequence[str], at: int) -> bool:
    """Whether a word says what those before it do: 调委会 and 调解."""
    lexicon = words.lexicon()
    if said[at] in lexicon.acts:
        return True
    before = [word for word in said[:at] if word not in lexicon.adverbs]  # 乡镇全年审查
    ends = lexicon.bodies if len(before) == at else (*lexicon.bodies, *lexicon.persons)
    return said[at] in lexicon.nominal and bool(before) and before[-1].endswith(ends)


def shared(between: str, unit: str) -> str:
    """Return what of the nouns between two numbers is of the first, the rest being of the second.

    抽取14家单位案卷98件: the 案卷 are 98. A number of times needs no noun: 检查企业12家次隐患20处.
    """
    lexicon, found = words.lexicon(), words.cut(between)
    if any(word in lexicon.acts for word in found):
        return between
    if unit in naming.units().often or unit.endswith(naming.endings().counted_times):
        return ""
    ends = (*lexicon.persons, *lexicon.bodies)
    whole = next((at for at, word in enumerate(found) if len(word) > 1 and word.endswith(ends)), -1)
    return "".join(found[: whole + 1]) or between


def turns(between: str) -> bool:
    """Whether the next number is what the one before it became: 由98项调减为54项."""
    return naming.ties().became.fullmatch(between.strip()) is not None


def turns_on(behind: str) -> bool:
    """Whether a number became another that is no figure: 由1个工作日压缩至3小时."""
    return naming.ties().became_at.match(behind) is not None


def turned(before: str) -> tuple[str, str]:
    """Return the words before a number that became another, and the word for what it was."""
    found = naming.ties().was.search(before)
    if found is None:
        return before, _FORMER
    return before[: found.start()], wording.LAST_YEAR if found[1] else _FORMER


def without_examples(before: str) -> str:
    """Return the words before a number without the examples of its noun, but for their verb.

    上线“企业迁移登记”等21件“一件事” → 上线
    """
    if not before.rstrip().endswith(naming.grammar().etc):
        return before
    return "".join(takewhile(words.lexicon().acts.__contains__, words.cut(before)))


def is_summed(before: str) -> bool:
    """Whether a number counts what there is by now: 新增15户，累计达到489户."""
    return any(word in before for word in naming.ties().in_all)


def titles_at_end(before: str) -> str:
    """Return the titles that stand right before a number: 制发《意见书》《决定书》4份."""
    found = naming.grammar().titles_last.search(before)
    return wording.LIST_MARK.join(_TITLE.findall(found[0])) if found else ""


def is_led(before: str, *, already: bool) -> bool:
    """Whether a number counts what something is done with: 对7个乡镇和12个部门开展督察.

    `already`: the number before it in its clause does.
    """
    if already and before.strip() in ("", *naming.grammar().joints):
        return True
    return naming.grammar().coverb.search(before) is not None


def total_word(before: str) -> str:
    """Return the word that makes a number the total of those before it, if one does."""
    bare = wording.NOISE.sub("", before)
    return bare if bare in words.lexicon().totals else ""


@lru_cache(maxsize=256)
def joints(text: str) -> tuple[tuple[str, str], ...]:
    """Return what a clause joins with a word or a mark, without it and with it.

    普通程序和简易程序 gives 程序简易 and 程序和简易. What is counted apart (继续有效48件、废止11件)
    joins nothing.
    """
    said = ["", *words.cut(text)]
    links = words.lexicon().joining | {naming.grammar().etc}
    found = (
        (before + behind, before + link + behind)
        for first, before, link, behind in zip(said, said[1:], said[2:], said[3:], strict=False)
        if link in links and not first[-1:].isdigit()
    )
    return tuple((bare, whole) for bare, whole in found if bare.isalpha())


def relinked(name: str, joined: Sequence[tuple[str, str]]) -> str:
    """Return a name with the words between its things that stand there in the text, see `joints`.

    适用普通程序和简易程序案件, not 适用普通程序简易程序案件.
    """
    for bare, whole in joined:
        name = name.replace(bare, whole, 1)
    return name


def finished(name: str, number: Number) -> str:
    """Return the name with what its unit asks for: 次数, 人次, 金额, 率."""
    endings = naming.endings()
    points = number.unit in wording.POINTS
    fell = name[-1:] in endings.risen and words.cut(name)[-1] in endings.risen  # 件次降14%
    rate = number.kind is MentionKind.RATE and not points
    if rate and number.unit not in naming.units().times and not fell:
        return name if name.endswith(endings.shares) else name + endings.rate
    if points or ((fell or number.kind is MentionKind.CHANGE) and number.unit == "%"):
        if name.endswith((*endings.changed_by, *endings.compared_by)):
            return name
        return name + ("幅" if fell else wording.EXTENT)
    return _counted(name, number.unit)


def _counted(name: str, unit: str) -> str:
    """Return the name of a number that counts, or of a sum."""
    endings = naming.endings()
    times_of = unit.endswith(endings.counted_times)  # 航次
    suffix = endings.suffix.get(unit, unit if times_of else endings.other)
    if not name:
        return "数量" if suffix == endings.other else suffix
    if suffix != endings.other:
        name = next((name.removesuffix(t) for t in endings.totals if name.endswith(t)), name)
    amount = name.endswith("量") and not name.endswith(endings.not_amounts)
    if amount or name.endswith((suffix, *endings.enough)):
        return name
    if suffix in endings.extents and name.endswith(endings.extents_told):
        return name if name[-1] not in endings.extents_short else name + "度"  # 长830米, 半径9公里
    return _joined(name, endings.other if (name + suffix).endswith(endings.misread) else suffix)


def _joined(name: str, suffix: str) -> str:
    """Return a name and its suffix, what they share only once: 主要负责人 and 人数."""
    endings = naming.endings()
    overlap = next((n for n in range(len(suffix), 0, -1) if name.endswith(suffix[:n])), 0)
    times = suffix.endswith(endings.counted_times)
    if overlap == 1 and (times or suffix[0] not in endings.suffix):
        overlap = 0  # 出让金金额, 明白人人次
    return name + suffix[overlap:]
