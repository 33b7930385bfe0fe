"""Phone numbers and e-mail addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.channels.addresses import parse_address, parse_email, parse_phone, same_address
from exoskull.channels.model import ChannelName
from exoskull.kit.errors import InvalidInput


@pytest.mark.parametrize(
    ("text", "region", "address"),
    [
        ("+48600100200", None, "+48600100200"),
        (" +48 600-100-200 ", None, "+48600100200"),
        ("0048 600 100 200", None, "+48600100200"),
        ("00 48 600 100 200", None, "+48600100200"),
        ("600 100 200", "PL", "+48600100200"),
        ("(212) 555-0123", "US", "+12125550123"),
        ("+1 212.555.0123", "PL", "+12125550123"),
        ("+44 7700 900123", None, "+447700900123"),
    ],
)
def test_a_number_has_one_written_form(text: str, region: str | None, address: str) -> None:
    assert parse_phone(text, region) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "+",
        "+48",
        "+48123",
        "+48123456",
        "+486001002001234567",
        "+999600100200",
        "+48 600 100 2OO",
        "1-800-FLOWERS",
        "+48600100200 ext. 5",
        "+48600100200;x",
        "+48600100200\r\nTo: +1",
        "tel:+48600100200",
        "+٤٨٦٠٠١٠٠٢٠٠",
        "+48600100200" * 9,
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_phone(text)
    assert raised.value.key == "phone.invalid"
    assert raised.value.field == "phone"


def test_a_number_without_a_country_asks_for_it() -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_phone("600 100 200")
    assert raised.value.key == "phone.country_missing"
    assert raised.value.params == {"value": "600 100 200"}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("anna@example.org", "anna@example.org"),
        (" Anna.Nowak+exo@Example.ORG ", "Anna.Nowak+exo@example.org"),
        ("anna@żółw.pl", "anna@xn--w-uga1v8h.pl"),
        ("o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk"),
        ("a@xn--80ak6aa92e.xn--p1ai", "a@xn--80ak6aa92e.xn--p1ai"),
    ],
)
def test_a_mailbox_has_one_written_form(text: str, address: str) -> None:
    assert parse_email(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "@",
        "anna",
        "anna@",
        "@example.org",
        "anna@localhost",
        "anna@example",
        "anna@example.c",
        "anna@127.0.0.1",
        "anna@[127.0.0.1]",
        "anna@@example.org",
        "anna@exa mple.org",
        "anna@-example.org",
        "anna@example-.org",
        "anna@example..org",
        ".anna@example.org",
        "an..na@example.org",
        "anna @example.org",
        '"anna b"@example.org',
        "Anna <anna@example.org>",
        "anna@example.org, b@example.org",
        "anna@example.org\r\nBcc: b@example.org",
        "anna\0@example.org",
        "ąnna@example.org",
        "a" * 65 + "@example.org",
        "a@" + "b" * 64 + ".org",
        "a@" + ".".join(["b" * 60] * 5),
        "anna@example.org\u202e",
    ],
)
def test_what_is_no_mailbox_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_email(text)
    assert raised.value.key == "email.invalid"
    assert raised.value.field == "email"


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for channel in (ChannelName.SMS, ChannelName.EMAIL):
        try:
            address = parse_address(channel, text)
        except InvalidInput:
            continue
        assert address.isascii()
        assert address.isprintable()
        assert " " not in address
        assert parse_address(channel, address) == address


def test_a_refusal_shows_what_was_given_without_what_could_do_harm() -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_email("<\x1b[31m\u202e" + "x" * 99)
    assert raised.value.params == {"value": "<?[31m?" + "x" * 33}


def test_the_app_has_no_addresses() -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_address(ChannelName.IN_APP, "anna@example.org")
    assert raised.value.key == "address.none_in_app"


@pytest.mark.parametrize(
    ("a", "b", "channel", "same"),
    [
        ("+48600100200", "+48 600 100 200", ChannelName.SMS, True),
        ("+48600100200", "0048600100200", ChannelName.SMS, True),
        ("+48600100200", "600100200", ChannelName.SMS, False),
        ("+48600100200", "+48600100201", ChannelName.SMS, False),
        ("Anna@Example.org", "anna@example.ORG", ChannelName.EMAIL, True),
        ("anna@example.org", "anna+x@example.org", ChannelName.EMAIL, False),
        ("anna@example.org", "аnna@example.org", ChannelName.EMAIL, False),  # Cyrillic а
        ("anna@example.org", "anna@example.org <eve@example.org>", ChannelName.EMAIL, False),
        ("anna@example.org", None, ChannelName.EMAIL, False),
        (None, None, ChannelName.EMAIL, False),
        ("nonsense", "nonsense", ChannelName.EMAIL, False),
        ("anna@example.org", "anna@example.org", ChannelName.IN_APP, False),
    ],
)
def test_only_the_same_address_is_the_same(
    a: str | None, b: str | None, channel: ChannelName, same: bool
) -> None:
    assert same_address(a, b, channel) is same
    assert same_address(b, a, channel) is same
