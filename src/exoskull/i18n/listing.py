"""Several things in one sentence."""

from collections.abc import Sequence

from exoskull.i18n.translate import text


def listing(items: Sequence[str], language: str) -> str:
    """ "a, b i c" or "a, b and c"; nothing for no items."""
    if len(items) < 2:
        return "".join(items)
    return text(language, "list-of", head=", ".join(items[:-1]), last=items[-1])
