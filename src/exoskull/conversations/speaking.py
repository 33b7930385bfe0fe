"""A model's words on their way to the person: sentence by sentence, without links and without
claims that no receipt stands behind."""

import re
from collections.abc import Collection

from exoskull.conversations.claims import claims_done, claims_sent
from exoskull.conversations.unlinked import unlinked

LONGEST = 6000
"""Characters of one answer; what comes after is dropped."""

SENTENCE_MOST = 600
"""Characters held back at most while a sentence is waited for."""

_END = re.compile(r"(?:[.!?…]+[\"'”’)\]]*(?=\s)|\n)\s*")


class Speech:
    """Words as they come in, and as they may be shown. Mutable: one for each answer.

    What `hear` and `close` return, put together, is `text`.
    """

    def __init__(self, allowed: Collection[str] = ()) -> None:
        self._allowed = allowed
        self._held = ""
        self._kept = ""
        self._said = ""

    @property
    def text(self) -> str:
        """All that may be shown so far."""
        return self._said

    def hear(self, words: str, *, receipts: bool) -> str:
        """Take words in; returns what may be shown of what is whole by now.

        Args:
            receipts: whether anything was really done in this answer so far.
        """
        ready, self._held = _whole(self._held + words)
        return self._release(ready, receipts)

    def pause(self, *, receipts: bool) -> str:
        """The model turns to a tool: what it said stands by itself; returns what may be shown."""
        shown = self.close(receipts=receipts)
        self._kept += "\n\n" if self._kept else ""
        return shown

    def close(self, *, receipts: bool) -> str:
        """No more words come; returns what is left to be shown."""
        ready, self._held = self._held, ""
        return self._release(ready, receipts)

    def _release(self, raw: str, receipts: bool) -> str:
        """What `raw` adds to what is shown; white space waits for the words behind it."""
        if not raw or len(self._said) >= LONGEST:
            return ""
        before = self._kept
        self._kept += "".join(one for one in _sentences(raw) if _may_stand(one, receipts))
        whole = unlinked(self._kept.lstrip(), self._allowed).rstrip()
        if not whole.startswith(self._said):  # what was shown is never taken back
            self._kept = self._said + "\n" + unlinked(self._kept[len(before) :], self._allowed)
            whole = unlinked(self._kept, self._allowed).rstrip()
            if not whole.startswith(self._said):
                return ""
        if len(whole) > LONGEST:
            whole = whole[: LONGEST - 1].rstrip() + "…"
        fresh, self._said = whole[len(self._said) :], whole
        return fresh


def _may_stand(sentence: str, receipts: bool) -> bool:
    """Whether rows can stand behind what `sentence` says was done."""
    return not claims_sent(sentence) and (receipts or not claims_done(sentence))


def _whole(text: str) -> tuple[str, str]:
    """The sentences of `text` that are at their end, and the rest, which is waited for."""
    ends = [found.end() for found in _END.finditer(text) if found.end() < len(text)]
    if ends and not _is_open(text[: ends[-1]]):
        return text[: ends[-1]], text[ends[-1] :]
    for end in reversed(ends[:-1]):
        if not _is_open(text[:end]):
            return text[:end], text[end:]
    if len(text) > SENTENCE_MOST and (cut := text.rfind(" ", 0, SENTENCE_MOST)) > 0:
        return text[: cut + 1], text[cut + 1 :]
    return "", text


def _is_open(text: str) -> bool:
    """Whether a bracket that a link could stand in is not closed yet."""
    tail = text[-400:]
    return tail.count("[") > tail.count("]") or tail.count("<") > tail.count(">")


def _sentences(text: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    for found in _END.finditer(text):
        pieces.append(text[start : found.end()])
        start = found.end()
    return [*pieces, text[start:]]
