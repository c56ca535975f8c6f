"""A name that would tell a part, another thing or nothing gives way to a quotation."""

import pytest

from nianbao.standards.quantities import quantities
from nianbao.understanding import passage


def labels(text):
    return [one.label for one in passage.read(text, year=2025, quantities=quantities()).figures]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "全区调处纠纷2140件，物业、借贷、邻里居多，分别占35%、22%和18%。",
            ["物业纠纷占比", "借贷纠纷占比", "邻里纠纷占比"],
        ),
        (
            "申请主要集中在公安、住建和教育领域，分别为31件、12件、9件。",
            ["公安领域申请数", "住建领域申请数", "教育领域申请数"],
        ),
        (
            "全年行政处罚案件总数812件，城管、交通居前，分别为310件、205件。",
            ["城管行政处罚案件数", "交通行政处罚案件数"],
        ),
        (
            "县委常委会、县政府常务会议专题研究法治议题分别为6次、9次。",
            ["县委常委会专题研究法治议题次数", "县政府常务会议专题研究法治议题次数"],
        ),
        (
            "建成国家级、省级民主法治示范村（社区）分别为1个、7个。",
            ["国家级民主法治示范村社区数", "省级民主法治示范村社区数"],
        ),
    ],
)
def test_a_row_that_was_announced_names_each_of_its_numbers(text, names):
    assert labels(text)[-len(names) :] == names


@pytest.mark.parametrize(
    "text",
    [
        "予以公开20件、不予公开及无法提供6件。",
        "收到乡镇政府和县直部门报送备案的文件26件。",
        "下沉苏木镇41项。",  # 苏木镇 are not 41
        "涉及乡镇政府18件。",
        "办结的120件案件里，听证4件。",
        "受理申请92件，较上年多27件。",
        "涉及劳动者83人，调解率98%。",
        "改革以来案件逐年攀升，2023年、2024年受理数分别为39件、62件。",
        "法院审结案件51件，其中原告撤诉18件、判决驳回25件。",
    ],
)
def test_what_a_name_would_get_wrong_is_quoted(text):
    assert any("＿" in label for label in labels(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新组建居民议事会49个。", "新组建居民议事会数"),
        ("审核拟出台文件64件。", "审核拟出台文件数"),
        ("转移牧民216户、牲畜3.4万头。", "转移牲畜数"),
        ("下发整改通知64份，处罚12起。", "处罚数"),
        ("收到投诉线索19条，退还罚款11万元，处理8人。", "投诉线索处理人数"),
        ("收回被侵占的林地320亩。", "收回侵占林地面积"),  # 侵占林地 would say the contrary
        ("督促退还违规收取的保证金147万元。", "督促退还违规收取保证金金额"),
        ("施工许可由12个工作日压减至4个工作日。", "施工许可工作日数"),
        ("开行普法船46航次。", "开行普法船航次"),
        ("发现并反馈问题63个。", "反馈问题数"),
        ("不动产登记平均用时压缩到1天。", "不动产登记平均用时天数"),
        ("兑付资金3亿元，其中免申即享1.7亿元，占比56.2%。", "免申即享资金占比"),
        ("梳理重大决策8项，民生类占五项。", "民生类数"),
        ("公布欠薪违法行为四批12起。", "欠薪违法行为数"),
    ],
)
def test_a_deed_a_sort_and_a_measure_stay_in_the_name(text, name):
    assert labels(text)[-1] == name


def test_how_many_times_as_much_is_no_rate():
    found = passage.read("办件205件，是上年的3.2倍。", year=2025, quantities=quantities()).figures
    assert found[-1].found_as.endswith("倍数")
