"""What many tests read: the sample that comes with the program, and a sentence without numbers."""

from nianbao import shipped

SAMPLE = shipped.path("resources", "sample", "安澜县2025年法治政府建设年度报告.docx")
SAMPLE_TEXT = SAMPLE.with_suffix(".txt")
BODY = "全县法治政府建设取得新成效，行政执法更加规范，群众满意度明显提高，各项任务落到实处。"
