"""What a Word template made by an enemy may say, by what it is after."""

from collections.abc import Iterator

_BASES = (
    "''", "名", "表", "列", "range", "lipsum", "cycler", "joiner", "namespace()", "dict", "self",
    "(1).real", "none", "表.items", "'{0}'.format", "列|map('upper')", "7|string",
)  # fmt: skip
_WAYS = (
    "{}.__class__",
    "{}['__class__']",
    "{}['__cla' + 'ss__']",
    "{}|attr('__class__')",
    "{}|attr('\\x5f\\x5fclass\\x5f\\x5f')",
    "{}|attr(['__init', '__']|join)",
    "{}.__init__.__globals__",
    "{}.__self__",
    "[{}]|map(attribute='__class__')|first",
    "[{}]|map('attr', '__doc__')|first",
    "[{}]|groupby('__class__')|first|first",
    "[{}]|sort(attribute='__class__')|first",
    "'{{0.__class__.__mro__}}'.format({})",
    "'{{a.__class__}}'.format_map({{'a': {}}})",
    "('{{0.__class__}}'|string).format({})",
    "'%s'|format({}).__class__",
)
TELLING = (
    "<class",
    "<function",
    "<module",
    "<built-in",
    "built-in method",
    "object at 0x",
    "root:",
)
"""What is printed only by what got out."""

DATA = {"名": "甲", "表": {"键": "乙"}, "列": ["丙", "丁"], "数": 83}


def escapes() -> Iterator[str]:
    """Yield every way at every base, and some of more than one step."""
    for way in _WAYS:
        for base in _BASES:
            yield "{{ " + way.format(base) + " }}"
    yield from (
        "{{ cycler.__init__.__globals__.os.popen('touch CANARY').read() }}",
        "{{ self._TemplateReference__context.cycler.__init__.__globals__.os.system('x') }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{% for c in [].__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
        "{% set x = ''.__class__ %}{{ x }}",
        "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
        "{% for 段 in 列 %}{{ loop.__class__ }}{% endfor %}",
        "{% for 段 in 列 %}{{ loop|attr('__init__') }}{% endfor %}",
        "{% with a = lipsum %}{{ a.__globals__ }}{% endwith %}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ dict(a=1).__class__ }}",
        "{% filter attr('__class__') %}x{% endfilter %}",
        "{{ (名 ~ 名)|attr('__class__') }}",
        "{{ ''|attr('format')('{0.__class__}', '') }}",
        "{{ '%c%c'|format(95, 95) ~ 'class' }}{{ ''[('%c%c'|format(95, 95)) ~ 'class'] }}",
        "{{ self }}", "{{ lipsum }}", "{{ cycler }}", "{{ 表.items }}", "{{ loop }}",
        "{{ environment }}", "{{ config }}", "{{ request }}", "{{ context }}", "{{ __builtins__ }}",
    )  # fmt: skip


def inclusions(link: str) -> Iterator[str]:
    """Yield every way to another file; `link` is a symbolic link to one."""
    for path in (
        "/etc/passwd", "../../../../etc/passwd", "..\\\\..\\\\win.ini", link, "/dev/zero",
        "file:///etc/passwd", "C:/Windows/win.ini", "word/document.xml", "",
    ):  # fmt: skip
        yield "{% include '" + path + "' %}"
    yield from (
        f"{{% include ['x', '{link}'] ignore missing %}}",
        f"{{% import '{link}' as x %}}",
        f"{{% from '{link}' import x %}}",
        f"{{% extends '{link}' %}}",
        "{% include 名 %}",
        "{% include 列 ignore missing %}",
    )


MUTATIONS = (
    "表.update({'键': 'x'})", "表.clear()", "表.pop('键')", "表.popitem()",
    "表.setdefault('新', 1)",
    "列.append('x')", "列.extend(['x'])", "列.insert(0, 'x')", "列.remove('丙')", "列.clear()",
    "列.sort()", "列.reverse()", "列.pop()", "列.__setitem__(0, 'x')", "表.__delitem__('键')",
    "列.__iadd__(['x'])", "表['update']({'键': 'x'})", "表|attr('clear')()",
    "'{0.clear}'.format(表)()",
)  # fmt: skip

BOMBS = (
    "{{ 'a'.ljust(2000000000) }}", "{{ 'a'.rjust(2000000000) }}", "{{ 'a'.center(2000000000) }}",
    "{{ 'a'.zfill(2000000000) }}", "{{ 'a' * 2000000000 }}", "{{ ['a'] * 400000000 }}",
    "{{ (1, 2) * 400000000 }}", "{{ 9 ** (9 ** 9) }}", "{{ 2 ** 99999999999 }}",
    "{{ '%2000000000d'|format(1) }}", "{{ '%.2000000000f'|format(1.0) }}",
    "{{ '{:2000000000}'.format(1) }}", "{{ ('a' * 99999999)|center(2000000000) }}",
    "{{ 'a'|indent(2000000000) }}", "{{ lipsum(n=1000000) }}", "{{ lipsum(n=1, min=1, max=9**9) }}",
    "{{ range(99999)|list|join(range(99999)|join) }}", "{{ ('a' * 1000000)|wordwrap(1) }}",
    "{{ ('a ' * 9999999)|title|length }}{{ ('a' * 99999999)|urlize }}",
    "{{ ('a' * 9999999).replace('a', 'a' * 9999) }}",
    "{{ ('a' * 9999999)|replace('a', 'b' * 9999) }}",
    "{{ 'a'.join(['b' * 9999999] * 9999) }}", "{{ ('\\t' * 999999).expandtabs(99999) }}",
    "{{ 名.encode('utf-8') * 2000000000 }}", "{{ ('a' * 99999999).encode('utf-32') * 99 }}",
    "{{ ['a' * 9999]|cycle }}{{ range(9**9) }}", "{{ range(99999)|slice(9**9)|list }}",
    "{{ range(9999)|batch(9**9, 'x')|list }}", "{{ (range(99999)|list * 9999)|sort|length }}",
    "{{ (9 ** 99999)|string|length }}{{ 9 ** 999999 ** 2 }}", "{{ (9 ** 9999999) % 7 }}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}"
    "{% endfor %}{% endfor %}",
    "{% for a in range(9999) %}{% for b in range(9999) %}文字{% endfor %}{% endfor %}",
    "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(x) %}{{ m(x ~ x) }}{% endmacro %}{{ m('a') }}",
    "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
    "{{ n.x }}",
    "{% set n = namespace(x=[1]) %}{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=9) %}{% for i in range(9999) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "{% for i in [[1]] recursive %}{{ loop([i]) }}{% endfor %}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "{{ " + "-" * 20000 + "1 }}",
    "{% if 1 %}" * 2000 + "x" + "{% endif %}" * 2000,
    "{{ " + "+".join(["数"] * 20000) + " }}",
)  # fmt: skip

HONEST = (
    ("共{{ 数 }}件", "共83件"),
    ("{% if 数 > 80 %}多{% else %}少{% endif %}", "多"),
    ("{% for 项 in 列 %}{{ loop.index }}.{{ 项 }} {% endfor %}", "1.丙 2.丁"),
    ("{{ 列|join('、') }}", "丙、丁"),
    ("{{ 表.键 }}{{ 表['键'] }}", "乙乙"),
    ("{{ '%.1f'|format(数 / 7) }}", "11.9"),
    ("{% for 名, 值 in 表.items() %}{{ 名 }}={{ 值 }}{% endfor %}", "键=乙"),
    ("{{ 无|default('—') }}", "—"),
    ("{% set 和 = 数 + 1 %}{{ 和 }}", "84"),
    ("{{ 列|length }}{{ 列[-1] }}{{ 列|first }}", "2丁丙"),
)
