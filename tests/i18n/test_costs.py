"""What models cost, in words."""

import pytest

from exoskull.i18n import cost_text


@pytest.mark.parametrize(
    ("cents", "en", "pl", "of"),
    [
        (0, "0 cents", "0 centów", "0 centów"),
        (1, "1 cent", "1 cent", "1 centa"),
        (3, "3 cents", "3 centy", "3 centów"),
        (12.5, "12.5 cents", "12,5 centa", "12,5 centa"),
        (0.004, "less than 0.01 cents", "mniej niż 0,01 centa", "mniej niż 0,01 centa"),
        (50, "50 cents", "50 centów", "50 centów"),
        (99.99, "99.99 cents", "99,99 centa", "99,99 centa"),
        (99.999, "$1", "1 USD", "1 USD"),
        (250, "$2.50", "2,50 USD", "2,50 USD"),
        (1_000_000, "$10,000", "10\u202f000 USD", "10\u202f000 USD"),
    ],
)
def test_a_cost_is_cents_and_from_a_dollar_on_dollars(
    cents: float, en: str, pl: str, of: str
) -> None:
    assert cost_text(cents, "en") == cost_text(cents, "en", of=True) == en
    assert cost_text(cents, "pl") == pl
    assert cost_text(cents, "pl", of=True) == of
