"""How much an app could do harm: computed from its definition, never declared. Pure.

High: it asks for what identifies a person or opens an account (a card, a document's number, a
password). Medium: it asks for names, addresses or contacts, or speaks of something outside (an
address on the network, another service). Low: everything else.
"""

import re
from dataclasses import dataclass

from exoskull.apps.model import AppSpec, ColumnType, Risk
from exoskull.language.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Why an app is risky: a reason, and the words that it was found in."""

    risk: Risk
    reason: str
    words: str


_SECRET = re.compile(
    r"\b(pesel\w*|nip|iban\w*|cvv|cvc|piny?|hasl[oa]|hasel|passwords?|passcodes?|ssn"
    r"|social security"
    r"|(?:nr|numer\w*)\W{0,3}(?:kart\w*|kont\w?|dowod\w*|paszport\w*|rachunk\w*)"
    r"|(?:card|account|passport|id|licen[cs]e) ?(?:no|nr|numbers?)"
    r"|kart\w* (?:kredyt|platnicz)\w*|credit cards?|dowod\w* osobist\w*|paszport\w*|passports?)\b"
)
_CONTACT = re.compile(
    r"\b(e-?mail\w*|telefon kontaktowy|numer telefonu|phone number|adres\w*|address\w*|nazwisk\w*"
    r"|surname|last name|full name|imie i nazwisko|first name|imie|imiona|kontakt\w*|contacts?)\b"
)
_OUTSIDE = re.compile(
    r"(https?://|www\.|\[link\]|\bapi\b|\bwebhook\w*|\burl\b|\bgarmin\w*|\bfitbit\w*|\bstrava\w*|\bgmail\w*"
    r"|\bgoogle\w*|\bspotify\w*|\bfacebook\w*|\bbank\w*\b.{0,20}\b(?:sync|synchron|polacz))"
)
_CARD = re.compile(r"\b(?:\d[ -]?){13,19}\b")
_PESEL = re.compile(r"\b\d{11}\b")
_NAMED = re.compile(r"\b[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]+ [A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]{2,}\b")
"""`Anny Nowak`: two words with capitals, as people are called."""
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}|\[e-mail\]")


def findings(spec: AppSpec) -> list[Finding]:
    """Everything about `spec` that is not harmless, worst first."""
    texts = [spec.name, spec.slug.replace("_", " ")]
    for column in spec.columns:
        texts += [column.label, column.name.replace("_", " "), column.unit, *column.options]
        if column.type in (ColumnType.TEXT, ColumnType.CHOICE) and column.default:
            texts.append(str(column.default))
    found = [one for text in dict.fromkeys(texts) for one in _in(text)]
    return sorted(found, key=lambda one: one.risk is not Risk.HIGH)


def risk_of(spec: AppSpec) -> Risk:
    """The worst of what is found; LOW where nothing is."""
    return max((one.risk for one in findings(spec)), key=list(Risk).index, default=Risk.LOW)


def _in(text: str) -> list[Finding]:
    folded = fold(text)
    checks = (
        (_SECRET, Risk.HIGH, "identifier"),
        (_CARD, Risk.HIGH, "identifier"),
        (_PESEL, Risk.HIGH, "identifier"),
        (_CONTACT, Risk.MEDIUM, "contact"),
        (_MAIL, Risk.MEDIUM, "contact"),
        (_OUTSIDE, Risk.MEDIUM, "outside"),
    )
    found = [
        Finding(risk=risk, reason=reason, words=text)
        for pattern, risk, reason in checks
        if pattern.search(folded)
    ]
    if _NAMED.search(text):
        found.append(Finding(risk=Risk.MEDIUM, reason="contact", words=text))
    return found
