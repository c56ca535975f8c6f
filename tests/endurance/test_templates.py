"""A template of an enemy, in every part of a document: nothing gets out, nothing is used up.

What needs no limits is tried at hand and in every run; what would fill the memory or never end, in
children and with `--endurance`.
"""

import pytest

from nianbao.errors import OutputError
from nianbao.rendering import write_filled
from nianbao.rendering.docx import engine
from tests.endurance.attacks import payloads
from tests.endurance.harness import taken
from tests.rendering.template.templates import PLACES, template, words


def _outcome(source):
    """Return what is made of a template's bytes, None when it is refused in plain words."""
    try:
        return engine.fill(source, "x.docx", _copy(), title="x")
    except OutputError as refused:
        said = str(refused)
    assert "模板" in said
    assert "请" in said
    return None


def _copy():
    return {**payloads.DATA, "表": dict(payloads.DATA["表"]), "列": list(payloads.DATA["列"])}


def _printed(folder, filled):
    out = folder / "o.docx"
    out.write_bytes(filled)
    return words(out)


@pytest.mark.parametrize(
    ("place", "step"),
    [("body", 9), *(pytest.param(place, 1, marks=pytest.mark.endurance) for place in PLACES)],
)
def test_nothing_gets_out(tmp_path, monkeypatch, place, step, bar):
    monkeypatch.chdir(tmp_path)
    out, tried = [], list(payloads.escapes())[::step]
    for payload in tried:
        filled = _outcome(template(tmp_path, payload, place).read_bytes())
        if filled is None:
            continue
        printed = _printed(tmp_path, filled)
        if any(sign in printed for sign in payloads.TELLING):
            out.append((payload, printed[:80]))

    made = (tmp_path / "CANARY").exists()
    figure = f"{len(out)} of {len(tried)} get out of the {place} {out[:1] or ''}"
    bar("F1", figure, met=not out and not made)


def test_no_other_file_is_read(tmp_path, monkeypatch, bar):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to("/etc/passwd")
    read, tried = [], list(payloads.inclusions("link"))
    for payload in tried:
        filled = _outcome(template(tmp_path, payload).read_bytes())
        if filled is not None and "root:" in _printed(tmp_path, filled):
            read.append(payload)

    bar("F2", f"{len(read)} of {len(tried)} read a file {read or ''}", met=not read)


@pytest.mark.parametrize(
    "form",
    ["{{ %s }}", pytest.param("{%% set x = %s %%}", marks=pytest.mark.endurance)],
)
def test_the_data_stays_as_it_is(tmp_path, form, bar):
    for change in payloads.MUTATIONS:
        data = _copy()
        source = template(tmp_path, form % change).read_bytes()
        with pytest.raises(OutputError, match="模板"):
            engine.fill(source, "x.docx", data, title="x")

        assert data == payloads.DATA
    bar("F4", f"0 of {len(payloads.MUTATIONS)} change the data", met=True)


def test_an_honest_template_is_filled(tmp_path, bar):
    for text, said in payloads.HONEST:
        filled = _outcome(template(tmp_path, text).read_bytes())

        assert filled is not None
        assert said in _printed(tmp_path, filled)
    bar("F5", f"{len(payloads.HONEST)} of {len(payloads.HONEST)}", met=True)


@pytest.mark.apart
@pytest.mark.endurance
@pytest.mark.parametrize("place", ["body", "header"])
def test_no_bomb_goes_off(tmp_path, place, bar, monkeypatch):
    out, slowest, wrong = tmp_path / "o.docx", 0.0, []
    most = taken.Most(monkeypatch)
    for bomb in payloads.BOMBS:
        said, before = "模板", taken.by_children()
        try:
            write_filled(template(tmp_path, bomb, place), _copy(), out)
        except OutputError as refused:
            said = str(refused)
        slowest = max(slowest, taken.by_children() - before)
        if "模板" not in said or (out.exists() and out.stat().st_size > 20 << 20):
            wrong.append((bomb[:40], said))

    figure = f"{len(payloads.BOMBS) - len(wrong)} of {len(payloads.BOMBS)} in the {place}"
    figure = f"{figure}, at most {slowest:.1f} s and {most.mib} MiB {wrong[:1] or ''}"
    bar("F3", figure, met=not wrong and slowest <= 5 and 0 < most.mib <= 512)
