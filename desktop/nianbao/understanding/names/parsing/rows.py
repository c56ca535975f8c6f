"""Rows: several things and a number for each, in one go: 建议、提案分别为83件、97件."""

from collections.abc import Sequence
from itertools import pairwise

from nianbao.report.writing.numbering import parse_chinese
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.parsing import weight, wording
from nianbao.understanding.names.parsing.clauses import DEEDS, Clause, WordRole, read, role
from nianbao.understanding.numerals.numbers import Number

_LEAST = 2  # numbers or things of a row


def is_row(text: str, clause: Clause, numbers: Sequence[Number]) -> bool:
    """Whether a clause gives one number to each of several things: 事项分别达到98项、32项."""
    between = (text[a.stop : b.start].strip() for a, b in pairwise(numbers))
    opening = text[clause.start : numbers[0].start]
    respectively = naming.ties().respectively.search(opening)
    if not respectively or shared_out(opening, numbers):
        return False
    joints = ("", *naming.grammar().joints)
    return len(numbers) > 1 and all(mark in joints or own_change(mark) for mark in between)


def own_change(between: str) -> str:
    """Return the change that the next number of a row tells, if not that of the first.

    同比分别下降12.8%、上升4.5%.
    """
    said = between.strip().lstrip(wording.LIST_MARK)
    return said if said in naming.endings().changes else ""


def shared_out(before: str, numbers: Sequence[Number]) -> list[str]:
    """Return the things that a row of numbers counts one each: 新增、取消事项分别为7项、4项.

    What only the last thing names (事项) belongs to all.
    """
    said = [*naming.ties().respectively.finditer(before)]
    if not said or len(numbers) < _LEAST:
        return []
    if dealt := naming.ties().dealt_with.search(before[: said[-1].start()]):
        things = _named(dealt["row"], numbers)
        return [thing + dealt["deed"] for thing in things]
    things = _named(before[: said[-1].start()], numbers)
    behind = before[said[-1].end() :]
    if naming.left_out().tail.fullmatch(behind.strip()):
        behind = ""  # the 为 of 分别为
    return [thing + behind for thing in things]


def enumerated(text: str, clause: Clause, numbers: Sequence[Number]) -> list[str]:
    """Return the things that numbers count which follow them at once: 审查文件、合同83件和97件."""
    between = (text[a.stop : b.start].strip() for a, b in pairwise(numbers))
    alike = len({number.unit for number in numbers}) == 1
    if (
        len(numbers) < _LEAST
        or not alike
        or any(mark not in naming.grammar().joints for mark in between)
    ):
        return []
    things = _things("".join(text[clause.start : numbers[0].start].split()))
    return things if len(things) == len(numbers) and all(things) else []


def _named(row: str, numbers: Sequence[Number]) -> list[str]:
    """Return the things of a row, each with what the last one says of all, if they are as many."""
    things = [thing for thing in _things("".join(row.split())) if thing]  # 示范村　社区
    if len(things) != len(numbers):
        return []
    found = naming.ties().together.fullmatch(things[-1])
    if found and parse_chinese(found["many"]) == len(things):
        things[-1], common = found["last"], found["all"]  # 医疗、物业两个调委会
    else:
        common = _common(things, alike=len({number.unit for number in numbers}) == 1)
    named = (common, *naming.endings().counted_by)
    whole = (*named, *words.lexicon().spreading)  # 走访乡镇、市直部门
    things = [thing if thing.endswith(whole) else met(thing, common) for thing in things]
    things = [things[0], *(_with_deed(thing, things[0]) for thing in things[1:])]
    things = [things[0], *(_rated(thing, things[0]) for thing in things[1:])]
    happened = _happened(things[0])
    return [things[0], *(_told_of(thing, happened) for thing in things[1:])]


def _rated(thing: str, first: str) -> str:
    """Return a rate of a row with what the first one is of: 文件报备率、及时率分别为."""
    own = [word.text for word in read(thing)]
    of = [word.text for word in read(first)]
    rate = naming.endings().rate
    bare = len(own) == 1 and own[0].endswith(rate) and weight.is_rate_of_acts(own)
    return "".join(of[:-1]) + thing if bare and of and of[-1].endswith(rate) else thing


def _with_deed(thing: str, first: str) -> str:
    """Return a body of a row with what is done with each of them: 走访 of 走访乡镇、市直部门."""
    lexicon = words.lexicon()
    said = words.cut(first)
    acts = max((at for at, word in enumerate(said[:-1]) if word in lexicon.acts), default=-1)
    counted = first.endswith((*lexicon.bodies, *lexicon.spreading)) and thing.endswith(
        lexicon.bodies
    )
    own = any(word in lexicon.acts for word in words.cut(thing))
    return "".join(said[: acts + 1]) + thing if counted and not own else thing


def of_whole(opening: str, numbers: Sequence[Number], whole: str) -> list[str]:
    """Return the things of a row that only tells which of a whole: 其中民事、刑事分别为.

    Where each of them may be counted by itself (企业、个体户) it is no such row: then nothing.
    """
    respectively = [*naming.ties().respectively.finditer(opening)]
    within = naming.ties().within.match(opening.strip())
    if not (respectively and within and whole):
        return []
    row = opening.strip()[within.end() :]
    things = [
        thing for thing in _things("".join(row.partition(respectively[-1][0])[0].split())) if thing
    ]
    if len(things) != len(numbers) or len(things) < _LEAST or all(map(_stands_alone, things)):
        return []
    return [thing if thing.endswith(whole) else thing + whole for thing in things]


def _stands_alone(thing: str) -> bool:
    """Whether a thing of a row may be counted by itself: 企业, 规范性文件, but not 行业性."""
    lexicon = words.lexicon()
    last = words.cut(thing)[-1]
    noun = last in lexicon.nouns or last in lexicon.heads or last in lexicon.acts
    return noun or last.endswith((*lexicon.bodies, *lexicon.persons, *lexicon.people))


def _happened(thing: str) -> str:
    """Return what the first thing of a row says happened: 生产安全事故起数."""
    ending = next((end for end in naming.endings().happened if thing.endswith(end)), "")
    return thing.removesuffix(ending) if ending else ""


def _told_of(thing: str, happened: str) -> str:
    """Return a thing of a row with what it came of, where it says nothing itself: 死亡人数."""
    own = any(word in words.lexicon().named for word in words.cut(thing))
    return thing if own else happened + thing


def announced(told: str, opening: str, numbers: Sequence[Number], whole: str) -> list[str]:
    """Return the things that a clause announces, to which the next one (`opening`) gives numbers.

    They are parts of the `whole`: 调处纠纷83件，婚姻家庭、山林水利居多，分别占31%、22%; where the
    clause says itself of what (申请集中在公安、人社领域), of that.
    """
    ties = naming.ties()
    respectively = ties.respectively.match(opening)
    if respectively is None:
        return []
    row = ties.ranked.sub("", told.strip())
    if gathered := ties.gathered.search(row):
        whole = row[: gathered.start()] or whole
        row = row[gathered.end() :]
    things = shared_out(row + respectively[0], numbers)
    tail = opening[respectively.end() :]
    return [(thing if thing.endswith(whole) else thing + whole) + tail for thing in things]


def _common(things: Sequence[str], *, alike: bool) -> str:
    """Return what the last of some things says of all: 事项; of 交通、农业部门办案 all but 农业."""
    last = words.cut(wording.NOISE.sub("", things[-1]))
    if len(last) < _LEAST or _has_own_ending(things[:-1], last):
        return ""
    if field := next((at for at in range(1, len(last)) if last[at] in words.lexicon().fields), 0):
        return "".join(last[field:])  # 危化、有限空间领域处罚
    if alike and all(_tells_which(thing) for thing in things[:-1]):
        return "".join(last[1:])
    ends = words.cut(things[0])[-1]
    if alike and ends in last[:-1] and all(thing.endswith(ends) for thing in things[:-1]):
        return "".join(last[last.index(ends) + 1 :])  # 养老保险、工伤保险参保人数
    endings = naming.endings()
    if last[-1] in (*endings.changed_by, *endings.shares) and last[-1] != endings.rate:
        return last[-1]  # 减环节、减材料幅度
    if rate := _rate_of_deed(last, things[:-1]):
        return rate
    meets = max((at for at in range(1, len(last)) if _meets("".join(last[:at]))), default=0)
    if meets and all(map(_meets, things[:-1])) and set(last[meets:]) & words.lexicon().acts:
        return "".join(last[meets:])  # 区委常委会、区政府常务会议专题研究议题
    return last[-1] if last[-1] in words.lexicon().general else ""


def _rate_of_deed(last: Sequence[str], others: Sequence[str]) -> str:
    """Return the rate of a deed that the last of some things says of all: 调解成功率."""
    if not last[-1].endswith(naming.endings().rate) or any(map(_acts, map(words.cut, others))):
        return ""
    deed = next((at for at in range(1, len(last)) if role(last[at]) in DEEDS), 0)
    ends = {words.cut(one)[-1] for one in others} | set(last[deed - 1 : deed])
    alike = len(ends) == 1 or ends <= words.lexicon().topics  # 物业纠纷、劳动争议
    return "".join(last[deed:]) if deed and alike else ""


def _has_own_ending(others: Sequence[str], last: Sequence[str]) -> bool:
    """Whether only the last of some things is told by its ending: 维持、撤销、确认违法.

    调解、判决后执行; 完成、尚未启动; 立案、移送公安机关; but 新增、取消事项 are both of 事项.
    """
    lexicon, endings = words.lexicon(), {role(word) for word in last[1:]}
    acts = WordRole.VERB in endings and not endings & {WordRole.NOUN, WordRole.BOTH}
    deeds = all(role(one) in DEEDS for one in others)
    put = last[0] in lexicon.placing | lexicon.handing
    put = put and any(word.endswith(lexicon.bodies) for word in last[1:])
    joined = role(last[1]) is WordRole.CASE or last[0] in lexicon.denials
    return put or joined or (acts and deeds)


def _acts(said: Sequence[str]) -> bool:
    """Whether some words tell of a deed."""
    return any(role(word) in DEEDS for word in said)


def _tells_which(thing: str) -> bool:
    """Whether a word alone only tells which of the things: 一审, 省级, but not 律师, 乡镇."""
    lexicon = words.lexicon()
    named = tuple(noun for noun in lexicon.results if len(noun) > 1)  # 代表建议、委员提案
    counted = thing in lexicon.spreading or thing.endswith((*lexicon.people, *named))
    return thing.endswith(wording.RANK) or (len(words.cut(thing)) == 1 and not counted)


def _meets(thing: str) -> bool:
    """Whether a thing is a body or a meeting of one, which acts."""
    return thing.endswith((*words.lexicon().bodies, *naming.endings().meetings))


def met(thing: str, common: str) -> str:
    """Return two stretches put together, what they share only once: 满意 and 满意率."""
    shared = next((n for n in range(len(common), 1, -1) if thing.endswith(common[:n])), 0)
    return thing + common[shared:]  # 一审 and 审结案件 share no word


def _things(row: str) -> list[str]:
    """Return the things of a row; 及时 holds no 及."""
    things = [""]
    for word in words.cut(row.replace("》《", f"》{wording.LIST_MARK}《")):
        if word in naming.grammar().joints:
            things.append("")
        else:
            things[-1] += word
    return things
