"""A template is somebody else's program: it neither escapes nor exhausts; its typos are named."""

import json
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from tests.rendering.template.templates import PLACES, template, words

from nianbao.errors import OutputError
from nianbao.rendering import write_filled
from nianbao.rendering.docx import engine, outside
from nianbao.rendering.docx.outside import LIMITS

VALUES = {
    "amp": "R&D投入", "lt": "不足<5%", "tag": "</w:t></w:r></w:p>注入", "entity": "&lt;b&gt;",
    "quote": "“引号”\"'", "rare": "𠮷𬭸", "lines": "第一行\n第二行", "tab": "a\tb",
    "nbsp": "a\u00a0b", "jinja": "{{ 7*7 }}",
    "block": "{% for i in range(9) %}x{% endfor %}", "open": "{{",
    "own": "{_{ x }_}", "spaces": "  两格", "empty": "", "zero": 0, "float": 0.1 + 0.2,
    "negative": -5.6, "cdata": "]]>", "formula": "=1+1", "long": "字" * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_every_value_comes_back_as_it_went_in(tmp_path, place):
    source = template(tmp_path, "".join(f"〔{{{{ {name} }}}}〕" for name in VALUES), place)
    out = tmp_path / "out.docx"

    write_filled(source, VALUES, out)

    with zipfile.ZipFile(out) as package:
        found = _story(package, place)
    assert re.findall(r"〔(.*?)〕", found, re.DOTALL) == [str(value) for value in VALUES.values()]


def test_a_value_in_a_note_is_filled_in_once_however_many_sections_there_are(tmp_path):
    source = template(tmp_path, "注{{ 值 }}", "footnote")
    document = docx.Document(source)
    document.add_section()
    document.save(source)

    write_filled(source, {"值": "{{ 7*7 }}"}, tmp_path / "o.docx")

    assert "注{{ 7*7 }}" in words(tmp_path / "o.docx")


def _story(package, place):
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    wanted = {"cell": "document", "body": "document"}.get(place, place)
    for name in package.namelist():
        if name.startswith(f"word/{wanted}"):
            signs = {qn("w:tab"): "\t", qn("w:br"): "\n"}
            root = parse_xml(package.read(name))
            parts = root.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
            text = "".join(signs.get(part.tag, part.text or "") for part in parts)
            if "〔" in text:
                return text
    raise AssertionError(place)


def test_what_word_cannot_hold_goes_and_is_told(tmp_path):
    notices = write_filled(
        template(tmp_path, "{{ 名 }}"), {"名": "a\x00b\x1b\ud800\ufffe"}, tmp_path / "o.docx"
    )

    assert [notice.count for notice in notices] == [4]


def test_what_is_not_known_is_marked(tmp_path):
    write_filled(template(tmp_path, "共{{ 数 }}件"), {"数": None}, tmp_path / "o.docx")

    assert "共【待填】件" in words(tmp_path / "o.docx")


ESCAPES = (
    "{{ ''.__class__.__mro__ }}",
    "{{ 名|attr('__class__') }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ '{0.__class__}'.format(名) }}",
    "{{ ('%s'|format(名)).__class__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ range.__self__ }}",
    "{{ 表.update({'名': 'x'}) }}",
    "{{ 表.clear() }}",
    "{% include '/etc/passwd' %}",
    "{% import 'x' as y %}",
    "{% extends 'x' %}",
    "{{ range }}",
    "{{ 表 }}",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("payload", ESCAPES)
def test_nothing_escapes_or_changes_the_data(tmp_path, place, payload):
    data = {"名": "甲", "表": {"名": "乙"}}
    out = tmp_path / "out.docx"

    with pytest.raises(OutputError, match="模板"):
        write_filled(template(tmp_path, payload, place), data, out)

    assert not out.exists()
    assert data == {"名": "甲", "表": {"名": "乙"}}


TYPOS = (
    "{{ 段.攵 }}", "{{ 段文 }}", "{{ 段,文 }}", "{{ 断.文 }}", "{{ 段.文 }", "{ 段.文 }}",
    "{ 段.文 }", "{{ 段.文", "段.文 }}",
    "｛｛ 段.文 ｝｝", "｛ 段.文 ｝", "{{ 段。文 }}", "{{ 段.文.名 }}",
    "{{ 段['攵'] }}", "{{ 段.copy }}", "{{ 段 }}", "{{ 全文 }}", "{{ 段.文|upperr }}",
    "{{ 段.文 文 }}", "{% if 段.标踢 %}x{% endif %}", "{% if 否 %}{{ 段.攵 }}{% endif %}",
    "{%% if 段.文 %}",
    "{% if 段.文 }x{% endif %}", "{{% 段.文 %}}", "{ { 段.文 } }", "{[ 段.文 ]}{{ 无 }}",
)  # fmt: skip


@pytest.mark.parametrize("place", ["body", "header", "footnote"])
@pytest.mark.parametrize("typo", TYPOS)
def test_a_typo_is_named_with_its_paragraph(tmp_path, place, typo):
    text = f"{{% for 段 in 全文 %}}{typo}{{% endfor %}}"
    data = {"全文": [{"文": "甲"}, {"文": "乙"}], "否": False}
    out = tmp_path / "out.docx"

    with pytest.raises(OutputError) as refused:
        write_filled(template(tmp_path, text, place), data, out)

    assert re.search(r"第\d+段的标记|有一处标记|不成对", str(refused.value))
    assert not out.exists()


HONEST = (
    ("共{{ 数 }}件", "共83件"),
    ("{% if 有 %}有{% else %}无{% endif %}", "有"),
    ("{% for 段 in 全文 %}{{ loop.index }}.{{ 段.文 }} {% endfor %}", "1.甲 2.乙"),
    ("{% for 名, 值 in 表.items() %}{{ 名 }}={{ 值 }}{% endfor %}", "件=5"),
    ("{{ 无|default('—') }}", "—"),
    ("{% if 无 is defined %}x{% else %}没有{% endif %}", "没有"),
    ("{% set 和 = 数 + 1 %}{{ 和 }}", "84"),
    ("{{ 全文|map(attribute='文')|join('、') }}", "甲、乙"),
    ("{{ '%.1f'|format(率) }}%", "92.7%"),
    ("{# 批注 #}{单个花括号}{{ 数 }}", "{单个花括号}83"),
    ("{{ 全文[0].文 }}{{ 全文[-1]['文'] }}", "甲乙"),
    ("{% for i in range(3) %}{{ i }}{% endfor %}", "012"),
)


@pytest.mark.parametrize(("text", "said"), HONEST)
def test_an_honest_template_works(tmp_path, text, said):
    data = {
        "数": 83, "有": True, "率": 92.72, "表": {"件": 5}, "全文": [{"文": "甲"}, {"文": "乙"}],
    }  # fmt: skip
    write_filled(template(tmp_path, text), data, tmp_path / "o.docx")

    assert said in words(tmp_path / "o.docx")


BOMBS = (
    "{{ 'a'.ljust(2000000000) }}",
    "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for a in range(9999) %}{% for b in range(9999) %}文字{% endfor %}{% endfor %}",
)
MORE_BOMBS = (
    "{{ 'a' * 2000000000 }}",
    "{{ ['a'] * 400000000 }}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ '%2000000000d'|format(1) }}",
    "{{ range(99999)|list|join(range(99999)|join) }}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}"
    "{% endfor %}{% endfor %}{% endfor %}",
    "{{ lipsum(n=1000000) }}",
    "{{ ('a' * 1000000)|wordwrap(1) }}",
)


@pytest.fixture
def one_second(monkeypatch):
    """A third of the time that a template has: what never ends ends sooner."""
    monkeypatch.setattr(outside, "LIMITS", replace(LIMITS, seconds=1))


@pytest.mark.apart
@pytest.mark.usefixtures("one_second")
@pytest.mark.parametrize(
    "payload", [*BOMBS, *(pytest.param(bomb, marks=pytest.mark.endurance) for bomb in MORE_BOMBS)]
)
def test_no_template_exhausts_the_computer(tmp_path, payload):
    with pytest.raises(OutputError, match="模板"):
        write_filled(template(tmp_path, payload), {}, tmp_path / "o.docx")

    assert not (tmp_path / "o.docx").exists()


@pytest.mark.apart
@pytest.mark.usefixtures("one_second")
@pytest.mark.parametrize("place", ["body", "header", "endnote"])
def test_where_a_template_exhausts_the_computer_is_said(tmp_path, place):
    loop = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"

    with pytest.raises(OutputError, match=r"第1段的标记“\{% .*for .*”里的循环或计算太久"):
        write_filled(template(tmp_path, loop, place), {}, tmp_path / "o.docx")


@pytest.mark.apart
def test_a_filled_template_comes_back_from_the_child(tmp_path):
    write_filled(template(tmp_path, "共{{ 数 }}件", "header"), {"数": 83}, tmp_path / "o.docx")

    assert "共83件" in words(tmp_path / "o.docx")
    assert LIMITS.output <= 20 << 20


def test_a_story_that_was_not_kept_is_noticed(tmp_path, monkeypatch):
    monkeypatch.setattr(
        engine._Template, "map_headers_footers_xml", lambda self, key, xml: None, raising=True
    )

    with pytest.raises(OutputError, match="不一致"):
        write_filled(template(tmp_path, "共{{ 数 }}件", "footer"), {"数": 83}, tmp_path / "o.docx")


def test_the_probe_says_what_happened(tmp_path, capsys):
    from nianbao import cli

    data = tmp_path / "d.json"
    data.write_text(json.dumps({"数": 83}), encoding="utf-8")
    source = template(tmp_path, "共{{ 数 }}件")
    words_ = ["probe", "render", str(source), str(data), str(tmp_path / "o.docx")]

    assert cli.main(words_) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["ok"]

    data.write_text("{}", encoding="utf-8")
    assert cli.main(words_) == 1
    assert "不认识的名称" in json.loads(capsys.readouterr().out.splitlines()[-1])["message"]
