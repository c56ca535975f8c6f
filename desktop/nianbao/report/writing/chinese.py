"""The characters that Chinese numerals are written with, for every pattern that reads one."""

COUNTING = "一二三四五六七八九"
DIGITS = "零" + COUNTING
STEPS = "十百千"
NUMERALS = "零〇" + COUNTING + STEPS + "万亿两廿卅卌"
CAPITALS = "壹贰叁肆伍陆柒捌玖拾佰仟"
"""What nobody can change, for `COUNTING` and `STEPS` in their order."""
ORDINAL = f"[{COUNTING}十]{{1,3}}"
"""A pattern of the number of a heading or of a list (一、十二)."""
