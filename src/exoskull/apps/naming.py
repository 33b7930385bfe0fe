"""Names for programs made of names for people: ASCII, lower case, in the person's language."""

import re
from collections.abc import Collection

from exoskull.language.fold import fold

SLUG = re.compile(r"[a-z][a-z0-9_]{0,39}")
SLUG_MAX = 40


def slugify(name: str, fallback: str = "app") -> str:
    """`name` as a slug: "Ilość wody" gives `ilosc_wody`; `fallback` where no letter is left."""
    plain = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")
    plain = re.sub(r"^[0-9_]+", "", plain)[:SLUG_MAX].strip("_")
    return plain or fallback


def free(slug: str, taken: Collection[str]) -> str:
    """`slug`, or with a number behind it where it is taken: `woda_2`."""
    if slug not in taken:
        return slug
    number = 2
    while (named := f"{slug[: SLUG_MAX - 4]}_{number}") in taken:
        number += 1
    return named


def alike(a: str, b: str) -> bool:
    """Whether two slugs name the same thing but for an ending: `woda` and `wody`, `plant` and
    `plants`; single words only, of the same first letters."""
    if a == b:
        return True
    if "_" in a or "_" in b:
        return False
    stem = max(3, min(len(a), len(b)) - 2)
    return a[:stem] == b[:stem] and abs(len(a) - len(b)) <= 2
