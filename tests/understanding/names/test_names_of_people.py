"""Names of how content people are, and of how many of them were there."""

import pytest

from tests.understanding.names.labelled import labels


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("受理环境信访举报件83件，办结率98%，群众满意率97%。", "环境信访举报件群众满意率"),
        ("承办热线工单83件，按时办结率98%，群众满意率97%。", "热线工单群众满意率"),
        ("收到企业诉求83件，办结79件，企业满意率97%。", "企业诉求满意率"),  # 企业 once
        # nobody is content with these, or there are several
        ("12345热线接通率98%，检查企业83家，群众满意率97%。", "群众满意率"),
        ("办理刑事案件83件、民事案件97件，受援人满意率99%。", "受援人满意率"),
        ("优化政务服务，群众满意率97%。", "群众满意率"),
        ("平安建设群众满意率97%。", "平安建设群众满意率"),
    ],
)
def test_people_are_content_with_what_was_done_for_them(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("举办法治讲座83场，受众9700余人次。", "法治讲座受众人次"),
        ("开展应急演练83场，参演群众9700人次。", "应急演练参演群众人次"),
        ("开展双语巡演83场，观众超过9700人。", "双语巡演观众人数"),
        ("开展宣传活动83场，发放资料97份，受教育群众970人次。", "宣传受教育群众人次"),
        # there was no event
        ("检查企业83家，发放资料97份，受众970人次。", "受众人次"),
        ("印发简报9期，参训人员83人次。", "参训人员人次"),
        ("参训人员83人次。", "参训人员人次"),
    ],
)
def test_people_were_there_at_the_event_that_was_told(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # of several events nobody knows which, unless the word says it
        ("举办讲座83场、培训9期，受众9700人次。", "受众人次"),
        ("培训9期、演练3次，参演970人次。", "演练参演人次"),
        ("会前学法9次，举办法治讲堂3期，参训干部83人次。", "法治讲堂参训干部人次"),
        ("创作普法小戏9部，巡演83场，观众970人次。", "普法小戏巡演观众人次"),
        # the event, not a part of it
        ("举办讲座83场，其中线上9场，受众9700人次。", "讲座受众人次"),
        # nor are people content with one of several things, or with a penalty
        ("调解纠纷83件，接待咨询97件，群众满意率98%。", "群众满意率"),
        ("查处案件83件，群众满意率97%。", "群众满意率"),
    ],
)
def test_where_several_things_were_told_none_of_them_is_taken(text, name):
    assert labels(text)[-1] == name
