"""A clause before 的 that tells which things are counted stands in their name, or a blank does."""

import pytest

from tests.understanding.names.labelled import labels


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # who did it, why, as what
        ("由区政府承办的民生实事7件。", ["区政府承办民生实事数"]),
        ("经街道司法所审查的合同86份。", ["街道司法所审查合同数"]),
        ("被列为经营异常的企业5家。", ["被列为经营异常企业数"]),
        ("被确认为无效的承诺条款8条。", ["被确认为无效承诺条款数"]),
        ("因征地补偿引发的信访案件13件。", ["因征地补偿引发信访案件数"]),
        ("镇政府作为被申请人的复议案件3件。", ["镇政府作为被申请人复议案件数"]),
        ("全年以街道为被申请人的复议案件有2件。", ["街道为被申请人复议案件数"]),
        ("区司法局主办的代表建议4件。", ["区司法局主办代表建议数"]),
        ("由区司法局牵头修订的制度8项。", ["区司法局牵头修订制度数"]),
        ("被征地农民提起的诉讼4件。", ["被征地农民提起诉讼数"]),
        ("符合救助条件的申请人130名。", ["符合救助条件申请人数"]),
        ("无照经营的商户19家。", ["无照经营商户家数"]),
        ("新增的网格员62名。", ["新增网格员人数"]),
        ("具有本科以上学历的执法人员占77.4%。", ["具有本科以上学历执法人员占比"]),
        ("被采纳的审核意见173条。", ["被采纳审核意见数"]),
        ("向人大常委会提交的专题报告3份。", ["向人大常委会提交专题报告数"]),
        # what may be done, and what was not
        ("可掌上办理的事项达到173项。", ["可掌上办理事项数"]),
        ("未如期整改的隐患9处。", ["未如期整改隐患数"]),
        # all of a list
        (
            "因房屋拆迁引发的行政复议6件、行政诉讼3件。",
            ["因房屋拆迁引发行政复议数", "因房屋拆迁引发行政诉讼数"],
        ),
        (
            "经司法所审核的村规民约21份、合同及协议43份。",
            ["司法所审核村规民约数", "司法所审核合同及协议数"],
        ),
    ],
)
def test_what_tells_which_things_are_counted_stays(text, names):
    assert labels(text) == names


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("获得省级表彰的集体3个、个人7名。", 1),
        ("可以当场作出的许可决定事项64项。", 0),
        ("未经集体讨论作出的处罚决定1件。", 0),
    ],
)
def test_what_may_be_told_by_a_clause_before_is_asked(text, number):
    assert "＿" in labels(text)[number]


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [
        # each has its own verb before it
        ("审查拟出台的规范性文件14件、合同37份。", 1, "审查合同数"),
        # who has something is no one who does it
        ("全区的司法所9个。", 0, "司法所数"),
        ("行政诉讼：以政府、部门为被告的一审案件57件。", 0, "行政诉讼一审案件数"),
    ],
)
def test_what_tells_no_more_of_the_things_stays_away(text, number, label):
    assert labels(text)[number] == label
