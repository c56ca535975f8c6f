"""What can be done only once is told by its clause, and by nothing else."""

from nianbao.standards import once

OF_A_BODY = "县公证处改换门庭"


def test_what_is_said_of_a_body_s_deed_hangs_on_no_order_of_the_others(monkeypatch):
    found = once._once.__wrapped__(OF_A_BODY)
    turned = once._deeds()[::-1]

    monkeypatch.setattr(once, "_deeds", lambda: turned)

    assert [(at, end) for at, end, _ in found] == [(4, 8)]
    assert once._once.__wrapped__(OF_A_BODY) == found
