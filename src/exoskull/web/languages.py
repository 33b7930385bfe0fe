"""Which language to answer a request in."""

from starlette.requests import HTTPConnection

from exoskull.i18n import LANGUAGES

COOKIE = "exo_language"
DEFAULT = "en"


def language_of(request: HTTPConnection) -> str:
    """The language to answer in, "pl" or "en".

    A page speaks the language of the person who is signed in; before that, the one chosen on the
    page, then the browser's. The API speaks the one that the caller asks for, then the person's.
    """
    own = getattr(request.state, "language", None)
    asked = accepted(request.headers.get("accept-language", ""))
    if request.url.path.startswith("/api/"):
        return asked or own or DEFAULT
    chosen = request.query_params.get("language") or request.cookies.get(COOKIE)
    return own or (chosen if chosen in LANGUAGES else None) or asked or DEFAULT


def accepted(header: str) -> str | None:
    """The best of our languages by an Accept-Language header; None where it names none."""
    ranked: list[tuple[float, str]] = []
    for part in header.split(","):
        tag, _, rest = part.strip().partition(";")
        language = tag.split("-")[0].lower()
        if language in LANGUAGES:
            ranked.append((-_quality(rest), language))
    ranked.sort(key=lambda one: one[0])
    return next((language for quality, language in ranked if quality < 0), None)


def _quality(text: str) -> float:
    name, _, value = text.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
