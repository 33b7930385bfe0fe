"""A browser's own description of itself, as a person would name it."""

from dataclasses import dataclass

_BROWSERS = (  # those that others call themselves after come first
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
    ("curl", "curl"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """What it calls itself. None: it does not say, or nobody knows the word."""

    name: str | None
    system: str | None


def browser_of(agent: str | None) -> Browser:
    """The browser and the system that a User-Agent header names."""
    said = agent or ""
    return Browser(
        name=next((name for word, name in _BROWSERS if word in said), None),
        system=next((name for word, name in _SYSTEMS if word in said), None),
    )
