"""What is new every year is offered in the form of the year: date, document number."""

from nianbao.actions import elements
from nianbao.machine import clock
from nianbao.report.model import ElementKind
from nianbao.views.form import fields
from tests.actions.desks import with_element


def test_the_code_of_the_office_stays_and_the_number_waits(desk):
    piece = with_element(
        desk, ElementKind.DOC_NUMBER, "【待填：发文字号（上年青政发〔2025〕7号）】"
    )

    text = fields.offered(desk, piece)
    assert text == f"青政发〔{clock.today().year}〕【待填：顺序号】号"

    elements.fill(desk, piece, text)
    assert desk.report.back[-1].text == text
    assert desk.undo() == "填发文字号"


def test_a_date_is_todays_and_what_is_filled_is_not_offered_again(desk):
    piece = with_element(desk, ElementKind.DATE, "【待填：成文日期（上年2026年1月9日）】")
    today = clock.today()

    elements.fill(desk, piece, fields.offered(desk, piece))

    assert desk.report.back[-1].text == f"{today.year}年{today.month}月{today.day}日"
    assert fields.offered(desk, piece) == ""
