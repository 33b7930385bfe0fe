"""Phone numbers and e-mail addresses in their one written form."""

import re

import phonenumbers

from exoskull.channels.model import Address, ChannelName
from exoskull.kit.errors import InvalidInput

_PHONE = re.compile(r"\+?[0-9(][0-9 ().\-/]{2,30}")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+(?![0-9]+\Z)(?!.\Z){_LABEL}")


def parse_phone(text: str, region: str | None = None) -> Address:
    """`text` as E.164.

    Args:
        text: digits with spaces, dots, slashes, dashes or brackets; `+` or `00` and the country
            first, unless `region` says it.
        region: ISO 3166 code of the country of numbers written without one, e.g. "PL".

    Raises:
        InvalidInput: `phone.invalid`, or `phone.country_missing`. A number is accepted that
            could be a mobile one, whether or not it has been allotted: only the provider knows.
    """
    written = text.strip()
    if written.startswith("00"):
        written = "+" + written[2:].lstrip(" -")
    if not _PHONE.fullmatch(written):
        raise InvalidInput("phone.invalid", field="phone", value=_shown(text))
    if region is None and not written.startswith("+"):
        raise InvalidInput("phone.country_missing", field="phone", value=_shown(text))
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException as error:
        raise InvalidInput("phone.invalid", field="phone", value=_shown(text)) from error
    mobile = phonenumbers.PhoneNumberType.MOBILE
    if not (
        phonenumbers.is_valid_number(number)
        or phonenumbers.is_possible_number_for_type(number, mobile)
    ):
        raise InvalidInput("phone.invalid", field="phone", value=_shown(text))
    return Address(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def parse_email(text: str) -> Address:
    """`text` as `local@domain`: a bare address, without a display name, quotes or comments.

    The local part is kept as written (ASCII); the domain becomes lower case, and ASCII where it
    was not. Raises InvalidInput `email.invalid`.
    """
    local, _, domain = text.strip().rpartition("@")
    try:
        domain = domain.lower().encode("idna").decode("ascii")
    except UnicodeError as error:
        raise InvalidInput("email.invalid", field="email", value=_shown(text)) from error
    address = f"{local}@{domain}"
    if (
        len(address) > 254
        or len(local) > 64
        or not _LOCAL.fullmatch(local)
        or not _DOMAIN.fullmatch(domain)
    ):
        raise InvalidInput("email.invalid", field="email", value=_shown(text))
    return Address(address)


def parse_address(channel: ChannelName, text: str) -> Address:
    """`text` as an address of `channel`; raises InvalidInput as its parser does.

    The app has no addresses: `address.none_in_app`.
    """
    match channel:
        case ChannelName.SMS:
            return parse_phone(text)
        case ChannelName.EMAIL:
            return parse_email(text)
        case ChannelName.IN_APP:
            raise InvalidInput("address.none_in_app", field="to")


def same_address(a: str | None, b: str | None, channel: ChannelName) -> bool:
    """Whether `a` and `b` reach the same person on `channel`; False where either is unreadable.

    E-mail is compared without regard to case, local part included, as providers do.
    """
    if not a or not b:
        return False
    try:
        return parse_address(channel, a).casefold() == parse_address(channel, b).casefold()
    except InvalidInput:
        return False


def _shown(text: str) -> str:
    """Enough of `text` to recognise it in an error."""
    return "".join(char if char.isprintable() else "?" for char in text[:40])
