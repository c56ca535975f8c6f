"""What the pages over a report are called on the screen: a sentence may send the drafter there."""

FORM = "填写"
LEDGER = "台账"
PROMISES = "上年安排对照"
COVERAGE = "五项×体系"
PREVIEW = "预览"
