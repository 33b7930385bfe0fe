"""Text as it comes in, made fit to be kept."""

import re
import unicodedata

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """`text` in NFC, with what a database cannot hold (NUL, unpaired surrogates) replaced."""
    return unicodedata.normalize("NFC", as_kept(text))


def as_kept(text: str) -> str:
    """`text` as it is, but for NUL and half surrogate pairs, which become U+FFFD, one for one."""
    return _UNSTORABLE.sub("\ufffd", text)
