"""A report under review, page by page, for the user to look through before it is stored."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from nianbao.desk.reviewing.review import Review
from nianbao.desk.reviewing.rows import ReviewRow, State
from nianbao.standards.figures.quantities import quantities
from nianbao.understanding import correction_rules
from nianbao.views.review import import_lists, import_pages
from nianbao.views.review.import_lists import Listing
from nianbao.views.review.import_pages import AROUND, ImportPage, ReviewNode, Sureness


def outline(review: Review) -> tuple[ReviewNode, ...]:
    """Return the pages in reading order."""
    pages = _pages(review)
    return tuple(
        import_pages.outline(
            review.found.report, pages, review.numbers.rows, review.values, review.seen
        )
    )


def page(review: Review, page: str, portion: int = 0) -> ImportPage:
    """Return a page, or a portion of a long one; the first one when there is no such page."""
    pages = _pages(review)
    page = page if page in pages else next(iter(pages))
    every = review.numbers.portions(pages[page])
    portion = min(portion, len(every) - 1)
    text = every[portion]
    shown = {row.mention for row in text.rows}
    section = review.found.report.section(page)
    return ImportPage(
        id=page,
        portion=portion,
        portions=len(every),
        title=import_pages.title(section, review.values) if section else AROUND[page],
        paragraphs=text.paragraphs,
        rows=text.rows,
        counted=_counted(review.numbers.rows(pages[page])),
        sums=tuple(
            dict.fromkeys(
                import_pages.written(one) for one in review.found.arithmetic if one.result in shown
            )
        ),
        disputes=tuple(import_pages.disputes(text.rows)),
        homes=import_pages.homes(section, review.year) if section else (),
        home=section.key if section else "",
        confidence=section.confidence if section else 1.0,
        sureness=import_pages.sureness(section, review.seen) if section else Sureness.SURE,
    )


def portion_of(review: Review, page: str, key: str) -> int:
    """Return which portion of a page holds a number; the first one when none does."""
    every = review.numbers.portions(_pages(review).get(page, ()))
    holds = (at for at, text in enumerate(every) if any(row.key == key for row in text.rows))
    return next(holds, 0)


def summary(review: Review) -> str:
    """Say how many numbers there are in all, and how many things need a look."""
    states = [
        row.state for pieces in _pages(review).values() for row in review.numbers.rows(pieces)
    ]
    asked, doubted = states.count(State.ASK), states.count(State.DOUBT)
    sure = len(states) - asked - doubted
    whole = import_lists.asked(review.found).count
    more = f"；另有 {whole} 处请先核对" if whole else ""
    return f"数据 {len(states)} 个：确定 {sure}、请看一眼 {doubted}、请确认 {asked}{more}"


def size(review: Review) -> str:
    """Say how much text there is and what was made of it."""
    report, document = review.found.report, review.source.document
    below = [s for s in report.walk() if s.level == 2]
    entries = sum(len(s.texts) for s in report.walk())
    length = len("".join(document.text.split()))
    count = sum(bool(p.text.strip()) for p in document.paragraphs)
    return f"{length:,} 字·{count} 段·认出 {len(report.sections)} 部分 {len(below)} 节 {entries} 条"


def listings(review: Review) -> tuple[Listing, ...]:
    """Return what was taken away, changed, cannot be seen in the file, and is no figure.

    What is asked about the text as a whole comes first, where there is any.
    """
    document = review.source.document
    asked = import_lists.asked(review.found)
    return (
        *((asked,) if asked.count else ()),
        import_lists.removed(document, review.found),
        import_lists.changed(review.found),
        import_lists.hidden(document),
        import_lists.exceptions(review.found),
    )


def next_open(review: Review, page: str, key: str = "") -> tuple[str, str] | None:
    """Return page and row of the next thing to look at, going round; None when all is seen.

    The row is empty where it is the place of the page itself that nobody is sure of.
    """
    nodes = outline(review)
    pieces = _pages(review)
    begin = next((at for at, node in enumerate(nodes) if node.page == page), 0)
    every: list[tuple[str, str, bool]] = []
    for node in (*nodes[begin:], *nodes[:begin]):
        every.append((node.page, "", node.sureness is not Sureness.SURE))
        rows = review.numbers.rows(pieces[node.page])
        every += [(node.page, row.key, row.state.is_open) for row in rows]
    behind = next((at + 1 for at, one in enumerate(every) if one[:2] == (page, key)), 0)
    ahead = (*every[behind:], *every[:behind])
    return next(((page_id, row_key) for page_id, row_key, is_open in ahead if is_open), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A number that was taken for no figure: its key, the words around it, and why it is none."""

    key: str
    text: str
    why: str


def others(review: Review, shown: ImportPage) -> list[Other]:
    """Return the numbers of a page that are no data, which the user may say to be some.

    Of a page that is shown in portions, those of the portion.
    """
    here = {stretch.aside for line in shown.paragraphs for stretch in line}
    found = review.numbers.others(_pages(review).get(shown.id, ()))
    every = ((f"{one.piece}@{one.start}", one) for one in found)
    return [
        Other(key=key, text=review.numbers.around(one), why=one.reason)
        for key, one in every
        if shown.portions == 1 or key in here
    ]


def units(review: Review) -> list[str]:
    """Return units of measure to choose from, those of this report first."""
    here = [mention.unit for mention in review.found.mentions if mention.unit]
    known = quantities()
    return list(dict.fromkeys((*here, *sorted(known.money), *sorted(known.rates))))


def labels(review: Review, key: str) -> list[str]:
    """Return names that a number might go by: the workspace's and this report's, same unit.

    Raises:
        InputError: the number was not taken for a figure.
    """
    unit = review.mention(key).unit
    known = [one.label for one in review.known_indicators if one.unit == unit]
    here = [m.label for m in review.found.mentions if m.unit == unit]
    return list(dict.fromkeys((*known, *here)))


def mergeable(review: Review, key: str) -> list[str]:
    """Return the names of the figures that a number may be one with."""
    return correction_rules.mergeable(review.found, review.mention(key))


def _counted(rows: Iterable[ReviewRow]) -> str:
    """Say in one sentence how many numbers were found and how many need a look."""
    states = Counter(row.state for row in rows)
    asked, doubted, every = states[State.ASK], states[State.DOUBT], states.total()
    if not every:
        return "本节没有数。"
    said = [f"本节{every}个数：认出{every - asked}个"]
    said += [f"{doubted}个请看一眼"] if doubted else []
    said += [f"{asked}个请确认"] if asked else []
    return "，".join(said) + "。"


def _pages(review: Review) -> dict[str, list[str]]:
    return dict(import_pages.pages(review.found.report))
