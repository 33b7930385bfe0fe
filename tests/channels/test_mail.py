"""A delivery as a mail."""

from collections.abc import Callable
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.channels.adapters.mail import Sender, compose
from exoskull.channels.model import ChannelName, Delivery
from exoskull.kit.errors import InvalidInput

Make = Callable[..., Delivery]
SENDER = Sender(address="exo@example.net", name="ExoSkull")
AT = datetime.fromisoformat("2026-03-02T08:30:00+01:00")


def parsed(delivery: Delivery) -> EmailMessage:
    message = message_from_bytes(compose(delivery, SENDER, AT).content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def test_the_headers_say_who_when_and_which(mail: Make) -> None:
    message = parsed(mail())
    assert message["From"] == "ExoSkull <exo@example.net>"
    assert message["To"] == "anna@example.org"
    assert message["Subject"] == "Dzień dobry"
    assert message["Date"] == "Mon, 02 Mar 2026 08:30:00 +0100"
    assert message["Content-Language"] == "pl"
    assert message["Auto-Submitted"] == "auto-generated"


def test_every_attempt_has_the_same_message_id_and_every_delivery_its_own(mail: Make) -> None:
    first, again = parsed(mail()), parsed(mail(text="inny"))
    other = parsed(mail(idempotency_key="intervention:2"))
    assert first["Message-ID"] == again["Message-ID"] != other["Message-ID"]
    assert first["Message-ID"].endswith("@example.net>")


def test_a_long_unsubscribe_link_stays_whole(mail: Make) -> None:
    link = "<https://exo.example.net/u/" + "a" * 300 + ">"
    value = f"{link}, <mailto:stop@example.net?subject=stop>"
    content = compose(mail(headers={"List-Unsubscribe": value}), SENDER, AT).content
    assert link.encode() in content
    headers = content.partition(b"\r\n\r\n")[0]
    assert all(len(line) < 998 for line in headers.split(b"\r\n"))


@pytest.mark.parametrize(
    "headers",
    [
        {"Bcc": "spy@example.org"},
        {"list-unsubscribe": "<https://x.org>"},
        {"Reply-To": "a@b.org\r\nBcc: spy@example.org"},
        {"Reply-To": "a@b.org\nBcc: spy@example.org"},
        {"Reply-To": "ż@b.org"},
        {"Reply-To": "a" * 901},
    ],
)
def test_a_header_that_could_carry_another_is_a_fault_of_the_program(
    mail: Make, headers: dict[str, str]
) -> None:
    with pytest.raises(ValueError, match="header"):
        mail(headers=headers)


def test_what_looks_encoded_in_a_subject_is_shown_as_it_is(mail: Make) -> None:
    subject = "=?utf-8?q?a=0D=0ABcc=3A_spy=40example.org?="
    message = parsed(mail(subject=subject))
    assert message["Subject"] == subject
    assert message["Bcc"] is None


@given(st.text(), st.text(min_size=1), st.one_of(st.none(), st.text()))
def test_no_text_gets_out_of_its_place(subject: str, text: str, html: str | None) -> None:
    mail = Delivery(
        idempotency_key="k",
        channel=ChannelName.EMAIL,
        to="anna@example.org",
        subject=subject,
        text=text,
        html=html,
        language="en",
    )
    content = compose(mail, SENDER, AT).content
    assert content.isascii()
    assert b"\0" not in content
    assert content.count(b"\r") == content.count(b"\n") == content.count(b"\r\n")
    message = parsed(mail)
    assert len(message.get_all("Subject", [])) == 1
    assert set(message.keys()) == {
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "Auto-Submitted",
        "Content-Language",
        "MIME-Version",
        "Content-Type",
        *(["Content-Transfer-Encoding"] if html is None else []),
    }
    assert len(list(message.iter_parts())) == (0 if html is None else 2)


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("exo@example.net", Sender(address="exo@example.net")),
        ("Exo Skull <exo@Example.NET>", Sender(address="exo@example.net", name="Exo Skull")),
        ('"Exo, Skull" <exo@example.net>', Sender(address="exo@example.net", name="Exo, Skull")),
    ],
)
def test_a_sender_may_have_a_name(text: str, sender: Sender) -> None:
    assert Sender.parse(text) == sender


@pytest.mark.parametrize(
    "text", ["", "exo", "Exo <exo>", "Exo <exo@example.net", "a@b.org, c@d.org"]
)
def test_a_bad_sender_names_the_setting(text: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        Sender.parse(text)
    assert raised.value.key == "settings.invalid_mail_from"
    assert raised.value.field == "EXOSKULL_MAIL_FROM"
