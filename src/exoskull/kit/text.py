"""Text as it comes in, made fit to be kept."""

import re
import unicodedata

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """`text` in NFC, with what a database cannot hold (NUL, unpaired surrogates) replaced."""
    return unicodedata.normalize("NFC", _UNSTORABLE.sub("\ufffd", text))
