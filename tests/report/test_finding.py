"""What a finding is remembered by, and what its fix is in words."""

from dataclasses import replace

import pytest

from nianbao.report.finding import (
    Advice,
    AnswerPromise,
    Fill,
    Finding,
    Relevel,
    Renumber,
    Severity,
)

FINDING = Finding(
    rule="S01",
    severity=Severity.MUST,
    text="（三）",
    message="编号跳过了（二）",
    fix=Renumber(section="s3", old="（三）", new="（二）"),
    piece="s3",
    start=0,
    length=3,
)


def test_a_finding_stays_the_same_wherever_its_text_moves():
    moved = replace(FINDING, start=7, severity=Severity.HINT)
    assert moved.fingerprint == FINDING.fingerprint
    assert len(FINDING.fingerprint) == 24


@pytest.mark.parametrize(
    "other",
    [{"rule": "S02"}, {"text": "（四）"}, {"message": "别的"}, {"piece": "s4"}],
)
def test_another_text_is_another_finding(other):
    assert replace(FINDING, **other).fingerprint != FINDING.fingerprint


def test_of_a_promise_the_promise_counts_and_not_the_place():
    one = replace(FINDING, fix=AnswerPromise(promise="p1"))
    assert one.fingerprint == replace(one, piece="", place="上年安排").fingerprint
    assert one.fingerprint != replace(one, fix=AnswerPromise(promise="p2")).fingerprint


def test_where_a_finding_is():
    assert FINDING.where == "s3"
    assert replace(FINDING, piece="", place="全文").where == "全文"


@pytest.mark.parametrize(
    ("fix", "words"),
    [
        (Renumber(section="s3", old="（三）", new="（二）"), "（二）"),
        (Renumber(section="s3", old="（二）", new="（二）"), "核对编号"),
        (Relevel(section="s3", old="1.", new="（一）"), "（一）"),
        (Fill(figure="甲"), "填写"),
        (AnswerPromise(promise="p1"), "在“上年安排对照”里回答"),
        (Advice("请写明"), "请写明"),
    ],
)
def test_a_fix_in_a_few_words(fix, words):
    assert fix.words == words
