"""What models left behind a decision or a message: a reading, and words with what they were made
of."""

import hashlib
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.mape import thoughts_store
from exoskull.mape.model import Reading
from exoskull.mape.thoughts_store import Words

__all__ = ["Words", "digest_of", "keep", "of", "reading_behind"]


def digest_of(facts: str) -> bytes:
    """SHA-256 of what words were made of."""
    return hashlib.sha256(facts.encode()).digest()


async def keep(tx: Transaction, about: str, id: UUID, words: Words) -> None:
    """Keep the words of a `message`, an `action` (its task) or a `summary`."""
    await thoughts_store.insert_words(tx, about, id, words)


async def of(tx: Transaction, about: str, id: UUID) -> Words | None:
    """The words, where a model's were taken."""
    return await thoughts_store.words_of(tx, about, id)


async def reading_behind(tx: Transaction, decision_id: UUID) -> Reading | None:
    """What a model had read of the situation when a decision was made, if anything."""
    return await thoughts_store.reading_behind(tx, decision_id)
