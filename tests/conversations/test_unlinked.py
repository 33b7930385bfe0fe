"""No link of a model's reaches the person, however it is written, whole or in pieces."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exoskull.conversations.speaking import Speech
from exoskull.conversations.unlinked import unlinked

LINKS = [
    "https://evil.example/x?q=1",
    "http://evil.example",
    "HTTP://EVIL.EXAMPLE",
    "//evil.example/a",
    "\\\\evil.example\\a",
    "www.evil.example",
    "evil.example",
    "evil.example/path?secret=1",
    "xn--80ak6aa92e.com",
    "ｅｖｉｌ．ｅｘａｍｐｌｅ",
    "evil。example",
    "http：//evil.example",
    "data:text/html,<script>1</script>",
    "javascript:alert(1)",
    "java\u200bscript:alert(1)",
    "mailto:a@evil.example",
    "a@evil.example",
    "tel:+48123456789",
    "[click](https://evil.example)",
    "![x](https://evil.example/p.png)",
    "[x][1]",
    "<img src=https://evil.example>",
    "<https://evil.example>",
    "[1]: https://evil.example",
    "[[a](http://b.example)](http://c.example)",
]
PIECES = st.sampled_from(
    [*LINKS, " ", "\n", "a", ".", "/", ":", "[", "]", "(", ")", "!", "ok", "2"]
)
REACHES = re.compile(
    r"://|www\.|\]\(|\bjavascript:\S|\bdata:\S|\bmailto:\S|<img|xn--|evil\.example", re.IGNORECASE
)


@pytest.mark.parametrize("link", LINKS)
def test_no_link_stays(link: str) -> None:
    for text in (link, f"Zobacz {link} teraz.", f"({link})", f"{link},{link}"):
        assert not REACHES.search(unlinked(text)), unlinked(text)


@given(st.lists(PIECES, max_size=12).map("".join))
@example("http:http:////evil.example")
@example("wwwww..evil.example")
def test_whatever_is_put_together_no_link_stays_and_twice_is_once(text: str) -> None:
    safe = unlinked(text)
    assert not REACHES.search(safe), safe
    assert unlinked(safe) == safe


@given(st.text(max_size=200))
def test_any_text_is_done_once_and_for_all(text: str) -> None:
    assert unlinked(unlinked(text)) == unlinked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Twoje cele są na stronie /goals, a pamięć na /memory.",
        "Dr. Nowak, np. woda, 7.5 godz., 3/4, 5 km/h, m.in. sen.",
        "Śpij 8 godzin (lub 7,5). Dobrze?",
        "Data: 2026-03-02, godz. 18:30",
    ],
)
def test_plain_words_and_our_own_pages_stay(text: str) -> None:
    assert unlinked(text) == text


def test_a_host_that_is_allowed_by_name_stays_and_its_likes_do_not() -> None:
    allowed = {"exo.example"}
    assert unlinked("https://exo.example/goals", allowed) == "https://exo.example/goals"
    for link in (
        "https://exo.example@evil.example",
        "https://exo.example.evil.example",
        "http://exo.example",
        "https://exo.example:8443/",
        "https://exo.example\\@evil.example",
    ):
        assert "example" not in unlinked(link, allowed)


@given(st.lists(PIECES, max_size=12).map("".join), st.lists(st.integers(1, 9), max_size=40))
def test_words_that_come_in_pieces_are_as_safe_as_whole_ones(text: str, cuts: list[int]) -> None:
    speech, shown, at = Speech(), "", 0
    for cut in cuts:
        shown += speech.hear(text[at : at + cut], receipts=True)
        assert speech.text == shown
        at += cut
    shown += speech.hear(text[at:], receipts=True) + speech.close(receipts=True)
    assert shown == speech.text
    assert not REACHES.search(shown), shown


def test_words_are_shown_sentence_by_sentence() -> None:
    speech = Speech()
    assert speech.hear("Śpij dłużej. Wie", receipts=False) == "Śpij dłużej."
    assert speech.hear("czorem czytaj.\n", receipts=False) == ""
    assert speech.hear("Zapisałam to. Koniec", receipts=False) == " Wieczorem czytaj."
    assert speech.close(receipts=False) == "\nKoniec"
