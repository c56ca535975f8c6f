"""The catalogue of usual indicators: which entry a label is of, and who reports it."""

import pytest

from nianbao.standards.indicators import match


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("新登记经营主体增长幅度，新登记经营主体同比增长", "%"),
        ("12345工单按期办结率", "%"),
        ("检查企业家次", "家次"),
        ("项目涉及金额", "万元"),
        ("群众诉求满意率", "%"),
    ],
)
def test_words_that_any_office_uses_name_no_office(label, unit):
    assert match(label, unit) is None


@pytest.mark.parametrize(
    ("label", "unit", "office"),
    [
        ("行政复议申请增长幅度", "%", "行政复议局"),
        ("信访事项按期办结率", "%", "信访局"),
        ("建议提案满意率", "%", "政府办公室"),
    ],
)
def test_who_reports_is_told_by_the_matter(label, unit, office):
    assert office in match(label, unit).department
