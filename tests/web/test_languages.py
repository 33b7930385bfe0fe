"""Which language is spoken."""

import pytest

from exoskull.web.languages import accepted


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("pl", "pl"),
        ("pl-PL,pl;q=0.9,en-US;q=0.8", "pl"),
        ("de-DE, en;q=0.5, pl;q=0.4", "en"),
        ("en;q=0.3, pl;q=0.8", "pl"),
        ("EN-gb", "en"),
        ("pl;q=0, en;q=0.1", "en"),
        ("pl;q=x, en", "en"),
        ("de, *", None),
        ("", None),
    ],
)
def test_the_best_of_our_languages_is_taken(header: str, language: str | None) -> None:
    assert accepted(header) == language
