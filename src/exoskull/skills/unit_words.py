"""Words for units of measure, folded, as the skill that converts them calls each."""

from collections.abc import Mapping

UNIT_WORDS: Mapping[str, str] = {
    r"mil(?:a|e|i|es?)?": "mi", r"kilomet\w+|km": "km", r"met(?:r|ry|row|er|ers|re|res)|m": "m",
    r"cent[iy]met\w+|cm": "cm", r"mm": "mm", r"cal(?:e|i|a)?|inch(?:es)?": "in",
    r"stop(?:a|y)?|feet|foot|ft": "ft", r"jard\w*|yards?": "yd",
    r"kilogram\w*|kilo|kg": "kg", r"gram\w*|g": "g", r"funt\w*|pounds?|lbs?": "lb",
    r"unc\w+|ounces?|oz": "oz", r"litr\w*|liters?|litres?|l": "l", r"mililitr\w*|ml": "ml",
    r"galon\w*|gallons?": "gal", r"cups?": "cup", r"godzin\w*|hours?|h": "h",
    r"minut\w*|minutes?|min": "min", r"celsjusz\w*|celsius|c": "c", r"fahrenheit\w*|f": "f",
}  # fmt: skip
