"""A name never leans on what only stands near: a reason, a place, a part, other people."""

import pytest

from tests.understanding.names.labelled import labels


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # why something was done is not what was done
        ("6名干部因推诿扯皮被约谈。", 0),
        # of the part, or of all of them?
        ("应诉39件，其中街道主任出庭8件，出庭率95%。", 2),
        ("办理普通程序案件43件，简易程序案件161件，罚没款37.5万元。", 2),
        # people are not what else was dealt with
        ("查处违法排污案件9件，刑事拘留5人，查封2家。", 2),
        # a deed that is an item of a list
        ("建立重大决策公示、全过程记录、法制审核制度18项。", 0),
        # what was not done does not go on
        ("不予受理4件，移送2件。", 1),
        ("不予登记6件，撤回4件。", 1),
        # a rate below that of last year is not last year's
        ("败诉率下降1.9个百分点，低于上年同期0.8个百分点。", 1),
        # both of two things that they did
        ("47名辅警通过岗前考试并取得上岗证。", 0),
        # that it was in time is the whole of the share
        ("及时办结的占比96.2%。", 0),
        # a share of the new ones is of no others; points above others are of no rate by themselves
        ("新增市场主体2700户，其中个体工商户占68%。", 1),
        ("网办率提高到91%，高出全省平均水平3.4个百分点。", 1),
        # what the title tells
        ("印发宣传资料6200份，其中《民法典》读本900册。", 1),
        ("审查《公司章程》文本9份。", 0),
    ],
)
def test_what_only_stands_near_is_asked(text, number):
    assert "＿" in labels(text)[number]


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [
        # where things went is not what they are
        ("将37项审批事项下放至街道办理。", 0, "下放审批事项数"),
        # what was handed over stays
        ("将犯罪线索移送公安机关12条。", 0, "犯罪线索移送公安机关数"),
        # both of two deeds come before their thing
        ("查获并销毁假冒烟酒520件。", 0, "查获销毁假冒烟酒数"),
        # those to whom something went did not send it
        ("向26家企业送达合规建议书。", 0, "送达合规建议书企业数"),
        # how much by a saying is no thing
        ("受理仲裁案件量较上年翻一番，增长103%。", 0, "仲裁案件增长幅度"),
        # any event, and a sum, are of no thing or allowance told before
        ("制作宣传折页9000份，举办活动61场。", 1, "活动场次"),
        ("落实社区法律顾问补贴53万元，服务群众2700人次。", 1, "服务群众人次"),
        # a rate says itself of which it is
        ("受理投诉咨询1920件，投诉办结率98.6%。", 1, "投诉办结率"),
        # those who help are not called by that
        ("140名调解员协助排查隐患560处。", 0, "调解员人数"),
        # how many there are is no word of what they come to
        ("调解案件数达2700件，涉案金额8600万元。", 1, "调解涉案金额"),
        # less of this is not of what was less before
        ("减少跑动3.8万次，减少材料57%。", 1, "减少材料幅度"),
        # the things are no part of the word for what is carried out
        ("推行证明事项告知承诺制，涉及单位17个、事项53项。", 1, "证明事项告知承诺制事项数"),
        # a report is what took place so often, no state of things
        ("向县人大常委会报告依法行政情况2次。", 0, "县人大常委会报告依法行政情况次数"),
        # by what procedure
        ("办结行政处罚案件（简易程序）930件。", 0, "行政处罚案件简易程序办结数"),
        # what grew to this many is all of it
        ("调解员队伍壮大到57名。", 0, "调解员队伍人数"),
        # those who left are not those on it
        ("1840户商户走出了异常名录。", 0, "走出异常名录商户数"),
        ("26家企业退出重点监管名单。", 0, "退出重点监管名单企业数"),
        # less than the year before is a change; the next number is none
        ("查办案件910件，比2023年多出75件，罚没款入库380万元。", 1, "案件增加数"),
        ("查办案件910件，比2023年多出75件，罚没款入库380万元。", 2, "罚没款入库金额"),
        ("毁林开垦比例降到2.4%，与前一年相比回落0.7个百分点。", 1, "毁林开垦比例回落幅度"),
        # only a link to what was said
        ("排除隐患37处，从而避免经济损失82万元。", 1, "避免经济损失金额"),
        # what was not done is not what was done
        ("对情节轻微的58起首次违法行为依法不予行政处罚。", 0, "不予行政处罚首次违法行为数"),
        ("对26件案件不予立案。", 0, "不予立案案件数"),
        ("暂缓行政拘留7人。", 0, "暂缓行政拘留人数"),
        # so many kinds of them, no so many of them
        ("执法督察共发现4类37个问题，整改率95%。", 0, "执法督察发现问题类数"),
        ("印制宣传资料9种2万册。", 1, "印制宣传资料册数"),
        # long ago, not this year
        ("对2021年底以前印发的180件文件逐件梳理。", 0, "梳理文件数"),
        ("对2022年6月30日前制发的75件规范性文件进行清理。", 0, "清理规范性文件数"),
        # a period between quotes is only what it is compared with
        ("普法测评合格率93.1%，较“八五”初期提高7.4个百分点。", 1, "普法测评合格率提高幅度"),
        ("考核结果按6%的权重计入年度绩效。", 0, "计入年度绩效权重"),
        # what was stopped is not what there is
        ("中止6家定点药店医保服务资格。", 0, "中止定点药店医保服务资格家数"),
        # in one place of them something was changed
        ("清理事项96项，其中取消31项、变更名称12项。", 2, "事项变更名称数"),
        ("清理政务服务事项96项，其中变更名称12项、合并9项。", 2, "政务服务合并数"),
        # each of two has its own noun
        ("人大代表建议、政协提案分别办结71件、38件。", 0, "人大代表建议办结数"),
        # what was done with others
        ("指导21个村修订并备案，纠正违法条款13条。", 1, "纠正违法条款数"),
        ("对12个部门开展督察，发现问题48个。", 1, "督察发现问题数"),
        # all year, not in one campaign
        ("开展专项执法行动，全年办结行政处罚案件910件。", 0, "行政处罚案件办结数"),
        # when is no thing
        ("价格调整方案征求意见期间收到公众意见58条。", 0, "收到公众意见数"),
        # a deed in the name of a thing is not what was done with it
        ("抽查中介机构26家、评估项目71个。", 1, "抽查评估项目数"),
        ("镇权责清单调整为96项，新承接21项、交回4项。", 2, "镇权责交回数"),
        ("检查餐饮单位48家、培训机构17家。", 1, "检查培训机构家数"),
        # of those told before some can be done so: that is what they are called
        ("公布政务服务事项410项，其中可全程网办365项。", 1, "全程网办政务服务事项数"),
        # a share of all, not of those that came to an end
        ("化解纠纷310件，化解率96%，其中邻里类、债务类分别占41%、27%。", 2, "纠纷邻里类占比"),
        # 者 is no person
        ("会审政策草案58件，退回修改者占15.5%。", 1, "会审政策草案退回修改占比"),
        # only those who have it
        ("除借调人员外，手持执法证的在编人员共39名。", 0, "手持执法证在编人员人数"),
    ],
)
def test_a_name_says_what_was_done_with_what(text, number, label):
    assert labels(text)[number] == label


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [
        ("全程网办率提高到91.7%，提高5.3个百分点。", 1, "全程网办率提高幅度"),
        ("受理劳动争议286件，结案率97.4%。", 1, "劳动争议结案率"),
        ("累计注册志愿者突破700人。", 0, "注册志愿者人数"),
        ("自行撤销行政决定3件。", 0, "自行撤销行政决定数"),
        ("累计归集信用数据突破260万条。", 0, "归集信用数据数"),
        ("办件量超11万件，同比增长7.8%。", 1, "办件量增长幅度"),
        ("检查商户356家，其中责令整改48家。", 1, "检查商户责令整改家数"),
        # nothing is left open
        ("一审行政诉讼案件48件，其中被判决败诉3件，败诉率6.3%。", 2, "一审行政诉讼判决败诉率"),
    ],
)
def test_what_can_be_named_is_not_asked(text, number, label):
    assert labels(text)[number] == label
