"""Made-up reports whose entries stand in paragraphs, one or several in each."""

from hypothesis import strategies as st

from nianbao.report.model import Entry, EntryKind, Report, Section

TEXTS = st.text("甲乙丙丁。，", min_size=1, max_size=8)


def entry(number, text="文字。", *, joined=False):
    return Entry(id=f"e{number}", kind=EntryKind.MEASURE, text=text, joined=joined)


@st.composite
def reports(draw):
    """Two sections; entries begin paragraphs or go on in them."""
    sections, number = [], 0
    for name in ("s1", "s2"):
        entries = []
        for _ in range(draw(st.integers(1, 5))):
            joined = bool(entries) and draw(st.booleans())
            entries.append(entry(number, draw(TEXTS), joined=joined))
            number += 1
        sections.append(
            Section(
                id=name,
                level=1,
                number="一",
                prefix="一、",
                title="标题",
                entries=tuple(entries),
            )
        )
    return Report(unit="某县", year=2026, sections=tuple(sections))
