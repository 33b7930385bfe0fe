"""Whether two titles say the same thing. Pure."""

from exoskull.language.fold import fold

STEM = 5
ALIKE = 0.8
"""From this share of common words on, of all words in either."""


def is_alike(a: str, b: str) -> bool:
    """Whether `a` and `b` share nearly all their words, diacritics and endings aside."""
    left, right = _stems(a), _stems(b)
    return bool(left) and len(left & right) >= ALIKE * len(left | right)


def _stems(title: str) -> set[str]:
    letters = "".join(c if c.isalnum() else " " for c in fold(title))
    return {word[:STEM] for word in letters.split() if len(word) > 2}
