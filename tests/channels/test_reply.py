"""The person's own words in a reply by mail."""

import pytest

from exoskull.channels.inbound.reply import first_line, without_quotes


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("TAK 4821", "TAK 4821"),
        ("\n\r\n  tak 4821  \r\n> NIE", "tak 4821"),
        ("> TAK 4821\nnie", ""),
        ("W dniu 2.03.2026 o 8:00 ExoSkull napisał(a):\n> TAK 4821", None),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_an_approval_is_read_from_the_first_line_alone(text: str, line: str | None) -> None:
    assert first_line(text) == (line if line is not None else text.splitlines()[0])


@pytest.mark.parametrize(
    "rest",
    [
        "On Mon, 2 Mar 2026 at 08:30, ExoSkull <exo@example.net> wrote:\n> a\n> b",
        "On Mon, 2 Mar 2026 at 08:30, ExoSkull\n<exo@example.net> wrote:\n> a",
        "W dniu 2.03.2026 o 08:30, ExoSkull pisze:\n> a",
        "pon., 2 mar 2026 o 08:30\n> a",
        "-----Original Message-----\nFrom: ExoSkull",
        "-------- Wiadomość oryginalna --------\nOd: ExoSkull",
        "Od: ExoSkull <exo@example.net>\nWysłano: poniedziałek",
        "________________________________\nFrom: ExoSkull",
        "-- \nAnna Nowak",
        "Wysłane z iPhone'a",
        "Sent from my phone\n\nOn Monday X wrote:\n> a",
    ],
)
def test_quotations_and_signatures_fall_off(rest: str) -> None:
    kept = without_quotes(f"Dziś biegałam.\n\nI spałam dobrze.\n\n{rest}\n")
    assert kept.startswith("Dziś biegałam.\n\nI spałam dobrze.")
    assert "> a" not in kept
    assert "exo@example.net" not in kept


def test_what_is_no_quotation_stays() -> None:
    text = "On the whole I slept well.\nOd rana boli mnie głowa.\n- mleko\n-- to tyle"
    assert without_quotes(text) == text


def test_words_between_quotations_stay() -> None:
    assert (
        without_quotes("> Jak spałaś?\n7 godzin\n> A woda?\n3 szklanki") == "7 godzin\n3 szklanki"
    )
