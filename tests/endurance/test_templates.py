"""A template of an enemy, in every part of a document: nothing gets out, nothing is used up.

What needs no limits is tried at hand and in every run; what would fill the memory or never end, in
children and with `--endurance`.
"""

import time

import pytest

from nianbao.errors import OutputError
from nianbao.rendering import write_filled
from nianbao.rendering.docx import engine
from tests.endurance import payloads
from tests.rendering.test_untrusted import PLACES, template, words


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
def test_nothing_gets_out(tmp_path, monkeypatch, place, step):
    monkeypatch.chdir(tmp_path)
    out = []
    for payload in list(payloads.escapes())[::step]:
        filled = _outcome(template(tmp_path, payload, place).read_bytes())
        if filled is None:
            continue
        printed = _printed(tmp_path, filled)
        if any(sign in printed for sign in payloads.TELLING):
            out.append((payload, printed[:80]))

    assert not out
    assert not (tmp_path / "CANARY").exists()


def test_no_other_file_is_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to("/etc/passwd")
    for payload in payloads.inclusions("link"):
        filled = _outcome(template(tmp_path, payload).read_bytes())

        assert filled is None or "root:" not in _printed(tmp_path, filled), payload


@pytest.mark.parametrize(
    "form",
    ["{{ %s }}", pytest.param("{%% set x = %s %%}", marks=pytest.mark.endurance)],
)
def test_the_data_stays_as_it_is(tmp_path, form):
    for change in payloads.MUTATIONS:
        data = _copy()
        source = template(tmp_path, form % change).read_bytes()
        with pytest.raises(OutputError, match="模板"):
            engine.fill(source, "x.docx", data, title="x")

        assert data == payloads.DATA


def test_an_honest_template_is_filled(tmp_path):
    for text, said in payloads.HONEST:
        filled = _outcome(template(tmp_path, text).read_bytes())

        assert filled is not None
        assert said in _printed(tmp_path, filled)


@pytest.mark.apart
@pytest.mark.endurance
@pytest.mark.parametrize("place", ["body", "header"])
@pytest.mark.parametrize("number", range(len(payloads.BOMBS)))
def test_no_bomb_goes_off(tmp_path, number, place):
    out, said = tmp_path / "o.docx", "模板"
    begun = time.monotonic()
    try:
        write_filled(template(tmp_path, payloads.BOMBS[number], place), _copy(), out)
    except OutputError as refused:
        said = str(refused)
    assert "模板" in said
    assert not out.exists() or out.stat().st_size < 20 << 20
    assert time.monotonic() - begun < 40  # by the clock: 3 of the processor's
