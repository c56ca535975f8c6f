"""How numbers are written: every writing comes back, and new values follow the manner."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.writing import quantity

WRITINGS = [
    ("83", "83"),
    ("1,100万", "11000000"),
    ("12万余", "120000"),
    ("2000余万", "20000000"),
    ("7.21亿余", "721000000"),
    ("1.28亿", "128000000"),
    ("5484.1213万", "54841213"),
    ("1.23456万", "12345.6"),
    ("近550", "550"),
    ("约26.5", "26.5"),
    ("超过300", "300"),
    ("1600余", "1600"),
    ("三", "3"),
    ("两", "2"),
    ("十", "10"),
    ("二十", "20"),
    ("百余", "100"),
    ("一百零五", "105"),
    ("一万五千亿", "1500000000000"),
    ("二十万亿", "20000000000000"),
    ("百分之三十", "30"),
    ("二〇二四", "2024"),
    ("92.72", "92.72"),
    ("100", "100"),
    ("1.3亿", "130000000"),
    ("１，２３４", "1234"),
    ("９２．７２", "92.72"),
    ("1·36亿", "136000000"),
    ("2O4", "204"),
    ("13万2千", "132000"),
    ("3万5000余", "35000"),
    ("1万2300", "12300"),
    ("7千6百万", "76000000"),
    ("2万零700", "20700"),
    ("3亿零60万", "300600000"),
    ("2亿7000余万", "270000000"),
    ("6百余万", "6000000"),
    ("约百分之六十", "60"),
    ("近百分之七点五", "7.5"),
    ("超过百分之八", "8"),
    ("一佰零三", "103"),
    ("2亿3千万", "230000000"),
    ("九十九点八", "99.8"),
    ("百分之九十九点八", "99.8"),
    ("百分之6", "6"),
    ("零点五", "0.5"),
    ("一点二亿", "120000000"),
    ("廿三", "23"),
    ("叁佰伍拾万零贰佰", "3500200"),
    ("一O五", "105"),
    ("万余", "10000"),
    ("近百", "100"),
    ("-26.95", "-26.95"),
    ("－26.95", "-26.95"),
]


@pytest.mark.parametrize(("writing", "value"), WRITINGS, ids=[w for w, _ in WRITINGS])
def test_a_writing_is_worth_its_value_and_comes_back(writing, value):
    parsed = quantity.parse(writing)

    assert parsed.value == Decimal(value)
    assert quantity.write(parsed.value, writing) == writing


@pytest.mark.parametrize(
    "text",
    [
        "",
        "县",
        "1.2.3",
        "余",
        "余万",
        "约",
        "1e5",
        "nan",
        "两三百县",
        "两三",
        "十二三",
        "二百五",
        "三万五",
        "13万2",
        "1,23",
        "12 34",
        "3千2万",
        "2千1千",
        "三万万",
        "3万10000",
        "三万一〇〇〇〇",
        "1" * 19,
        "1" * 5000,
        "一" * 5000,
        "〇" * 5000,
    ],
)
def test_what_is_no_number_is_refused(text):
    assert quantity.parse(text) is None


@pytest.mark.parametrize(
    ("like", "value", "written"),
    [
        ("12万余", "135400", "13万余"),
        ("12万余", "130000", "13万"),
        ("近550", "543", "近550"),
        ("近550", "560", "560"),
        ("约26.5", "27.349", "约27.3"),
        ("1600余", "1234", "1200余"),
        ("100余", "87", "80余"),
        ("2000余万", "35600000", "3000余万"),
        ("1.28亿", "135421000", "1.35亿"),
        ("1.1亿", "89000000", "8900万"),
        # few places more tell it exactly; many are left to the sample
        ("12万", "135400", "13.54万"),
        ("120万", "1505000", "150.5万"),
        ("1.2亿", "136000000", "1.36亿"),
        ("1.2亿", "135700000", "1.4亿"),
        ("1.2万", "13456", "1.3万"),
        ("1.23万", "15000", "1.50万"),
        ("99.5", "98.76", "98.76"),
        ("99.5", "98.763", "98.8"),
        ("12万", "1354", "1354"),
        ("92.72", "0.5", "0.50"),
        ("92.72", "85.125", "85.13"),
        ("83", "85.5", "85.5"),
        ("3亿", "50000", "5万"),
        ("超300", "456", "超400"),
        ("逾300", "400", "400"),
        ("约300", "350", "350"),
        ("两", "3", "三"),
        ("三", "2.5", "2.5"),
        ("二十", "15", "十五"),
        ("二十", "20000", "20000"),
        ("百分之三十", "2", "百分之二"),
        ("约百分之六十", "73.2", "约百分之七十"),
        ("约百分之六十", "70", "百分之七十"),
        ("近百分之七点五", "8.31", "近百分之八点四"),
        ("百分之六十", "73.2", "73.2%"),
        ("3亿零60万", "5000", "5000"),
        ("九十九点八", "12000.5", "12000.5"),
        ("百余", "100", "百余"),
        ("百余", "150", "百余"),
        ("83", "-5", "-5"),
        ("1,100", "23456", "23,456"),
        ("三", "5", "五"),
        ("三", "2", "两"),
        ("三", "12", "12"),
        ("百余", "237", "二百余"),
        ("百余万", "2370000", "200余万"),
        ("百分之三十", "35", "百分之三十五"),
        ("83", "112", "112"),
        ("１，２３４", "2345", "2,345"),
        ("13万2千", "145000", "145000"),
        ("3万5000余", "42300", "42300"),
        ("九十九点八", "98.75", "九十八点七五"),
        ("百分之九十九点八", "98", "百分之九十八"),
        ("百分之6", "7.5", "百分之7.5"),
        ("叁佰伍拾万", "4200000", "4200000"),
        ("廿三", "31", "三十一"),
        ("-26.95", "-3.1", "-3.1"),
    ],
)
def test_a_new_value_is_written_in_the_same_manner(like, value, written):
    assert quantity.write(Decimal(value), like) == written


@given(
    digits=st.decimals(0, 10**9, places=2, allow_nan=False),
    scale=st.sampled_from(["", "万", "亿"]),
    prefix=st.sampled_from(["", "近", "约", "超"]),
    suffix=st.sampled_from(["", "余", "多"]),
)
def test_whatever_is_composed_comes_back(digits, scale, prefix, suffix):
    writing = f"{prefix}{digits.normalize():f}{scale}{suffix}"

    assert quantity.write(quantity.parse(writing).value, writing) == writing


@given(
    value=st.decimals(0, 10**6, places=2, allow_nan=False),
    like=st.decimals(0, 10**6, places=2, allow_nan=False),
    scale=st.sampled_from(["", "万", "亿"]),
)
def test_a_value_of_two_places_is_never_rounded(value, like, scale):
    whole = value * quantity.SCALES[scale]

    assert quantity.parse(quantity.write(whole, f"{like.normalize():f}{scale}")).value == whole


@given(value=st.decimals(0, 10**9, places=1), like=st.sampled_from([w for w, _ in WRITINGS]))
def test_every_value_can_be_written_like_every_sample(value, like):
    assert quantity.parse(quantity.write(value, like).removesuffix("%")) is not None


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("83", "83"),
        (" ８３ ", "83"),
        ("1,234", "1234"),
        ("12万", "120000"),
        ("13.5%", "13.5"),
        ("-5", "-5"),
        ("0", "0"),
        ("三", "3"),
        ("7件", "7"),
        ("约7", "7"),
        ("3000余万", "30000000"),
        ("12万余", "120000"),
        ("１，０２３", "1023"),
        ("八十三件", "83"),
        ("１３．５％", "13.5"),
        ("百分之五", "5"),
        ("−5", "-5"),
        ("350 万元", "3500000"),
        ("7件以上", "7"),
    ],
)
def test_what_a_person_types_is_understood(typed, value):
    assert quantity.parse_typed(typed) == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("7件", "件", "7"),
        ("1.2万元", "元", "12000"),
        ("5%", "%", "5"),
        ("7起", "件", None),
        ("5%", "件", None),
        ("900人", "人次", None),
        ("万元", "元", None),
        ("百分之五", "%", "5"),
        ("百分之五", "件", None),
        ("7件左右", "件", "7"),
        ("7件整", "件", "7"),
        ("7 件", "件", "7"),
        ("7 件", "", "7"),
        ("9个行政执法大队", "个行政执法大队", "9"),
        ("9个八字长的单位名", "个八字长的单位名", "9"),
        ("9个九个字长的单位名", "个九个字长的单位名", None),
        ("9", "个八字长的单位名", "9"),
    ],
)
def test_only_the_figures_own_unit_may_stand_behind_it(typed, unit, value):
    assert quantity.parse_typed(typed, unit) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "typed", ["若干", "", "nan", "Infinity", "1e5", "12 34", "5-6", "12件3", "1" * 5000]
)
def test_what_is_no_plain_number_is_not_taken_for_one(typed):
    assert quantity.parse_typed(typed) is None


@pytest.mark.parametrize(
    ("typed", "too_long"), [("1" * 18, False), ("1" * 19, True), ("一" * 19, False)]
)
def test_a_number_of_too_many_digits_is_told_from_what_is_none(typed, too_long):
    assert quantity.is_too_long(typed) is too_long


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("128000000", "1.28亿"),
        ("54841213", "5484.1213万"),
        ("11726", "11726"),
        ("120000", "12万"),
        ("0", "0"),
        ("92.72", "92.72"),
        ("10000", "1万"),
        ("-10000", "-1万"),
        ("9999", "9999"),
        ("100000000", "1亿"),
        ("1000000", "100万"),
        ("1000100", "100.01万"),
        ("999900", "999900"),
        ("1234567.8", "1234567.8"),
        ("123456789", "12345.6789万"),
        ("1234567890", "123456.789万"),
        ("12345.6", "12345.6"),
    ],
)
def test_a_value_is_read_at_a_glance(value, read):
    assert quantity.readable(Decimal(value)) == read
