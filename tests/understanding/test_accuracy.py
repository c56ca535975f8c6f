"""Whole made-up reports with hand-made answers: figures, headings, relations exact, names mostly.

The reports are of fictional counties; text and answers were written by people who did not know
the program's rules. A name counts as right only if it says what its own answer says and no other
answer of its report fits it better. `NAMES` is the share that is right: a change that falls below
is seen here. The real reports, which only the developers' machines have, are held to theirs too.
"""

import json

import pytest

from nianbao.desk.incoming import reading
from nianbao.report.figures.figure import QUOTED_NUMBER
from nianbao.views import contract
from tests.corpus import FOLDER, SHARED

NAMES = {"云栖县2024": 0.84, "岚桥县2024": 0.78, "岫屏县2024": 0.83, "岷泠县2024": 0.82}
NAMES |= {"朔澜县2024": 0.64, "望澜区2025": 0.81, "榆泊旗2025": 0.79, "榕溆县2024": 0.81}
NAMES |= {"汀禾县2024": 0.81, "沅岫市2024": 0.78, "沐岭县2023": 0.83, "澄岗县2025": 0.87}
NAMES |= {"瀚海旗2024": 0.87, "砚川区2025": 0.82, "砾川市2025": 0.85, "磐霖区2025": 0.71}
NAMES |= {"禾澜区2024": 0.73, "苇湾区2025": 0.80, "钧沂市2025": 0.80, "霁川县2024": 0.65}
NAMES |= {"霜岭区2023": 0.79, "霞汀区2025": 0.77, "000": 0.98, "002": 0.86}
NAMES |= {"004": 0.90}
NAMED = 0.75  # so many figures get a name and no quotation
ALIKE = 0.6  # as much of a name and its answer must be the same


@pytest.fixture(params=sorted(NAMES), scope="module")
def answered(request):
    """A report as understood, and its answers."""
    name = request.param
    report, folder = FOLDER / f"{name}.txt", FOLDER
    if name.isdecimal():
        report, folder = next(iter(SHARED.glob(f"seeds/{name}_*.txt")), None), SHARED / "gold"
        if report is None:
            pytest.skip("no real reports on this machine")
    found = reading.open_source(report).understood()
    answers = {
        kind: json.loads((folder / f"{name}_{kind}.json").read_text(encoding="utf-8"))
        for kind in ("figures", "structure")
        if (folder / f"{name}_{kind}.json").exists()
    }
    return request.param, found, answers


# Not every report has answers on headings and relations.
structured = pytest.mark.parametrize(
    "answered",
    [
        one
        for one in sorted(NAMES)
        if one.isdecimal() or (FOLDER / f"{one}_structure.json").exists()
    ],
    indirect=True,
    scope="module",
)


@pytest.fixture
def structure(answered):
    """The answers on headings and relations."""
    return answered[2]["structure"]


def aligned(found, gold):
    """Pairs of what was found and its answer; what has no partner stands alone."""
    waiting = list(gold)
    for figure in found:
        same = next((g for g in waiting if round(float(g["value"]), 4) == figure["value"]), None)
        if same:
            skipped = waiting[: waiting.index(same)]
            if all(g["optional"] for g in skipped):
                waiting = waiting[len(skipped) + 1 :]
                yield figure, same
                continue
        yield figure, None
    for gold_figure in waiting:
        if not gold_figure["optional"]:
            yield None, gold_figure


def test_every_figure_is_found_with_its_unit_and_nothing_else(answered):
    _, found, answers = answered

    pairs = list(aligned(contract.figures(found), answers["figures"]["figures"]))

    assert [pair for pair in pairs if None in pair] == []
    assert [(f["text"], f["unit"], g["unit"]) for f, g in pairs if f["unit"] != g["unit"]] == []


def test_names_say_what_an_official_would_say_and_cannot_be_taken_for_another(answered):
    name, found, answers = answered
    pairs = aligned(contract.figures(found), answers["figures"]["figures"])
    wanted = [(figure["label"], gold["label"]) for figure, gold in pairs if not gold["optional"]]
    answers = {answer for _, answer in wanted}

    right = [
        _alike(label, answer) >= max(ALIKE, *(_alike(label, rival) for rival in answers))
        for label, answer in wanted
        if QUOTED_NUMBER not in label
    ]

    assert sum(right) / len(right) >= NAMES[name]
    assert len(right) / len(wanted) >= NAMED


def _alike(label, answer):
    """How much of two names is the same, in its order: 0 to 1."""
    same = [0] * (len(label) + 1)
    for char in answer:
        before = 0
        for at, other in enumerate(label, 1):
            before, same[at] = (
                same[at],
                before + 1 if char == other else max(same[at], same[at - 1]),
            )
    return 2 * same[-1] / (len(label) + len(answer))


@structured
def test_every_heading_is_found_where_it_stands(answered, structure):
    _, found, _ = answered

    headings = [(s.level, s.run_in, s.number_inferred) for s in found.report.walk()]

    wanted = [(h["level"], h["run_in"], bool(h.get("number_lost"))) for h in structure["headings"]]
    assert headings == wanted


@structured
def test_every_part_and_section_is_recognised(answered, structure):
    _, found, _ = answered

    for section, gold in zip(found.report.walk(), structure["headings"], strict=True):
        if gold["level"] == 1:
            assert section.key == gold["part"]
        elif gold.get("sections"):
            assert section.key in gold["sections"]


@structured
def test_every_sum_and_rate_is_found_and_no_other(answered, structure):
    _, found, _ = answered

    relations = {
        (r["kind"], r["result"]["value"], tuple(sorted(o["value"] for o in r["operands"])))
        for r in contract.relations(found)
        if r["kind"] in ("ratio", "sum")
    }

    wanted = {
        (r["kind"], r["result"], tuple(sorted(r["operands"]))) for r in structure["relations"]
    }
    assert relations == wanted
