"""What models cost, in words: the same wherever it is told."""

from exoskull.i18n.numbers import Number, money, rounded
from exoskull.i18n.translate import text

LEAST = 0.01
A_DOLLAR = 100


def cost_text(cents: Number, language: str, *, of: bool = False) -> str:
    """`cents` of a US dollar as text: "0 cents", "12.5 cents", from a dollar on "$2.50".

    Args:
        cents: not negative; less than LEAST, but not nothing, is told as less than that.
        of: as it stands after "of" ("z 50 centów"), which Polish inflects.
    """
    if 0 < cents < LEAST:
        size, amount = "traces", LEAST
    elif rounded(cents) >= A_DOLLAR:
        size, amount = "dollars", money(cents / A_DOLLAR, language)
    else:
        size, amount = "cents", float(cents)
    key = "cost-of" if of else "cost-amount"
    return text(language, key, size=size, amount=amount)
