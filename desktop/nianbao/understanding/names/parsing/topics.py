"""What a clause is about, and how that goes before a name."""

from collections.abc import Sequence

from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.parsing import weight, wording

_LONGEST_TOPIC = 12


def matter(text: str) -> str:
    """Return what a clause without a number is about.

    What is held or joined (组织干部参加年度学法考试), else who acts, else what is acted on. A
    clause that only names a title is about the title's matter.
    """
    lexicon = words.lexicon()
    if said := event(text) or _moved(text):
        return wording.joined(words.cut(said), _LONGEST_TOPIC)
    content = [word for word in wording.content(text) if len(word) > 1]
    verb = next((at for at, word in enumerate(content) if word in lexicon.verbs), None)
    head = "".join(content[:verb]) if verb is not None else ""
    if said := head if len(head) > wording.SHORT else _bare(content):
        return wording.joined(words.cut(said), _LONGEST_TOPIC)
    titles = naming.grammar().title_inside.findall(text)
    return subject(wording.content(titles[-1])) if titles else ""


def event(text: str) -> str:
    """Return what a clause says is held, joined or carried out, and with what.

    对权责清单开展动态调整 → 权责清单动态调整
    """
    said = _bare(wording.content(wording.after_last(text, words.lexicon().events)))
    if len(said) < wording.SHORT:
        return ""
    if not weight.names_something(said) and (led := naming.grammar().coverb.search(text)):
        between = text[led.end() :].partition(said)[0]
        said = "".join(wording.content(between)) + said
    return wording.joined(words.cut(said), _LONGEST_TOPIC)


def _moved(text: str) -> str:
    """Return what a clause says is put somewhere: 把普法工作纳入年度考核."""
    found = naming.grammar().moved.search(text)
    return _bare(wording.content(found["what"])) if found else ""


def _bare(found: Sequence[str]) -> str:
    """Return words without the general noun that ends them: 公平竞争审查制度."""
    kept = list(found)
    while kept and kept[-1] in words.lexicon().trailing:
        kept.pop()
    said = subject(kept)
    if len(said) < wording.SHORT and not weight.is_empty(kept):
        return wording.joined(kept, _LONGEST_TOPIC)
    return said


def subject(found: Sequence[str]) -> str:
    """Return what a name is about: its words but for the verbs at its ends."""
    lexicon = words.lexicon()
    kept = [word for word in found if word != "率"]
    while kept and kept[0] in lexicon.verbs:
        rest = kept[1:]
        if kept[0] in lexicon.nominal and len("".join(rest)) < wording.SHORT:
            break  # 执行案件 is a name, 审查政府合同 is not
        kept = rest
    while kept and kept[-1] in lexicon.verbs and kept[-1] not in lexicon.endings:
        kept.pop()
    said = words.cut(wording.joined(kept, _LONGEST_TOPIC))
    if len(kept) > len(said) > 1 and said[0] in lexicon.verbs:
        said = said[1:]  # what the cut left of 委员会调解矛盾纠纷
    return "".join(said) if len("".join(said)) > 1 else ""
