"""Every reason that a channel gives can be told to a person."""

import re
from pathlib import Path

import pytest

import exoskull.channels
from exoskull.channels.registry import adapters_from
from exoskull.i18n import LANGUAGES, error_text, has, text
from exoskull.kit.errors import InvalidInput
from exoskull.settings import Settings

SOURCE = Path(exoskull.channels.__file__).parent
REASON = re.compile(r'(?:reason=|_REASON = |reason = |else )"([a-z_]+\.[a-z_]+)"')
ERROR = re.compile(r'(?:InvalidInput|Unauthorized)\(\s*"([a-z_]+\.[a-z_]+)"')


def keys(pattern: re.Pattern[str]) -> set[str]:
    found = {key for path in SOURCE.rglob("*.py") for key in pattern.findall(path.read_text())}
    assert len(found) > 5
    return found


def entry(key: str) -> str:
    return "error-" + key.replace(".", "-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_a_sentence_that_needs_nothing_else(language: str) -> None:
    for key in keys(REASON):
        assert text(language, entry(key)).endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_a_sentence(language: str) -> None:
    for key in keys(ERROR):
        assert has(entry(key), language), key


@pytest.mark.parametrize(
    ("url", "word"),
    [("http://x", "smtps://"), ("smtp://", "%40"), ("smtp://x?a=b", "starttls="), ("", "half")],
)
def test_a_bad_mail_url_is_told_with_its_cure(url: str, word: str) -> None:
    settings = Settings(home=Path("h"), smtp_url=url or "smtp://x")
    with pytest.raises(InvalidInput) as raised:
        adapters_from(settings)
    assert word in error_text(raised.value, "en")
