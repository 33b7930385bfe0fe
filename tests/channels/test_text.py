"""Text made safe to go out."""

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.channels.text import (
    as_html,
    clean_line,
    clean_outgoing,
    shortened,
    untrusted,
)
from exoskull.kit.text import as_kept

FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
LINK = re.compile(r"https?:|www\.|://|mailto:", re.IGNORECASE)
MAIL = re.compile(r"[\w.+-]@\w")

# Text that is likely to go wrong: pieces of links and addresses between anything at all.
nasty = st.lists(
    st.one_of(
        st.text(),
        st.sampled_from(
            [
                *("http:", "https://", "www.", "WwW.", "ftp://", "//", ":", ".", "@", " ", "…"),
                *("a@b.pl", "evil.com", "hthttp://x", "tp://", "co.uk", "xn--p1ai", "。", "ﬀ"),
                *(
                    "ｗｗｗ．",
                    "ｈttp：//",
                    "a＠b．pl",
                    "mailto:",
                    "javascript:",
                    "\r\n",
                    "\t",
                    "\0",
                ),
                *("\u200b", "\u202e", "\u2060", "\ufeff", "\U000e0041", "\ud800"),
            ]
        ),
    ),
    max_size=12,
).map("".join)


@given(nasty)
def test_nothing_forbidden_goes_out(text: str) -> None:
    clean = clean_outgoing(text)
    assert not FORBIDDEN.search(clean)
    assert clean_outgoing(clean) == clean
    clean.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    ["Zażółć gęślą jaźń", "naïve – “quoted” …", "❤️ 👍🏽 😀", "e\u0301", "日本 \u00a0 کا", "1\n\n2"],
)
def test_good_text_stays_as_it_is(text: str) -> None:
    assert clean_outgoing(text) == text


def test_line_ends_become_line_feeds() -> None:
    assert clean_outgoing("a\r\nb\rc\u2028d\x85e\tf") == "a\nb\nc\nd\ne f"
    assert clean_line(" a\r\n\tb  c ") == "a b c"


@given(nasty)
def test_a_persons_words_bring_no_link_and_no_address(text: str) -> None:
    safe = untrusted(text)
    for shown in (safe, unicodedata.normalize("NFKC", safe)):
        assert not FORBIDDEN.search(shown)
        assert not LINK.search(shown)
        assert not MAIL.search(shown)
        assert not re.search(r"\w\.[^\W\d_]{2}", shown)
    assert "\n" not in safe
    assert len(safe) <= 200
    assert untrusted(safe) == safe


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("kup mleko", "kup mleko"),
        ("Wypiłam 7,5 szklanki o 9.30, tj. 1.5 l", "Wypiłam 7,5 szklanki o 9.30, tj. 1.5 l"),
        ("zobacz http://evil.example/x?y=1 teraz", "zobacz [link] teraz"),
        ("zobacz HTTPS://evil.example, teraz", "zobacz [link] teraz"),
        ("www.evil.example", "[link]"),
        ("ht\u200btp://evil.example", "[link]"),
        ("hthttp://atp://evil.example", "[link]"),
        ("ｈｔｔｐ：／／evil.example ½", "[link] 1⁄2"),
        ("½ szklanki", "½ szklanki"),
        ("pisz do eve@evil.example pilnie", "pisz do [e-mail] pilnie"),
        ("eve＠evil.example", "[e-mail]"),
        ("wejdź na evil.example/x", "wejdź na evil. example/x"),
        ("wejdź na bit.ly/abc", "wejdź na bit. ly/abc"),
        ("javascript:alert(1)", "[link]"),
        ("dwie\r\nlinie\u202e", "dwie linie"),
    ],
)
def test_links_and_addresses_are_taken_out_of_a_persons_words(words: str, safe: str) -> None:
    assert untrusted(words) == safe


def test_a_persons_words_are_capped_between_words() -> None:
    assert untrusted("ala ma kota " * 100, limit=20) == "ala ma kota ala ma…"


@pytest.mark.parametrize(
    "text", ["a" * 16_384, "a." * 8_192, "a@" * 8_192, "www." * 4_096, ": " * 8_192]
)
def test_a_long_text_takes_no_long_time(text: str) -> None:
    started = time.process_time()
    untrusted(text)
    assert time.process_time() - started < 1.0


@given(st.text(), st.integers(1, 30))
def test_shortened_keeps_its_limit(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit
    assert short == text or len(text) > limit


def test_a_cut_does_not_part_a_letter_from_its_marks() -> None:
    assert shortened("o\u0301" * 9, 4) == "o\u0301…"


@given(st.text(st.characters(exclude_categories=())))
def test_a_store_can_hold_what_is_storable(text: str) -> None:
    held = as_kept(text)
    assert len(held) == len(text)
    assert b"\0" not in held.encode("utf-8")


def test_html_escapes_every_word() -> None:
    page = as_html("<script>alert('x')</script>\n& \"dwa\"\n\ntrzy", "pl")
    assert "<script" not in page
    assert (
        "<p>&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;<br>&amp; &quot;dwa&quot;</p>" in page
    )
    assert "<p>trzy</p>" in page
    assert '<html lang="pl">' in page
