"""Preferences: what was learned, said only where it can be, and what the person says themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.kit.ids import Ids, TraceId
from exoskull.learning.constraints import SEND, Wish
from exoskull.learning.statements import Statement
from exoskull.ledger import preference_store
from exoskull.ledger.arms import DESIGN
from exoskull.ledger.learn import stated
from exoskull.ledger.model import Correction, Preference
from exoskull.ledger.sentences import sentence
from exoskull.scheduling.service import move_attention
from exoskull.tenants import service as tenants


async def state_anew(tx: Transaction, *, at: datetime, ids: Ids) -> list[Preference]:
    """Write down what can be said after a night's learning.

    What is said for the first time, no longer, or of the other side, is told in the feed; a number
    that merely moved is not news.

    Returns:
        The statements that are news.
    """
    language = (await tenants.current(tx)).language.value
    before = {(one.factor, one.level): one for one in await preference_store.preferences(tx)}
    said = await stated(tx)
    behind = await preference_store.rows_behind(tx) if any(one.spoken for one in said) else []
    news = []
    for statement in said:
        level = str(statement.level)
        old = before.get((statement.factor, level))
        is_news = _is_news(old, statement)
        since = at if old is None or is_news else old.learned_at
        numbers = statement.to_json() | {"since": since.isoformat() if statement.spoken else None}
        if statement.spoken:
            numbers["rows"] = _rows(statement, behind)
        if old is not None and not is_news:
            if old.statement != numbers:
                await preference_store.restate_preference(tx, replace(old, statement=numbers))
            continue
        new = Preference(
            id=ids.new(),
            factor=statement.factor,
            level=level,
            spoken=statement.spoken,
            statement=numbers,
            learned_at=at,
            trace=TraceId(ids.new()) if old is None else old.trace,
        )
        await preference_store.replace_preference(tx, new)
        if is_news:
            news.append(new)
            await publish(tx, _event(new, language, at))
    return news


SHOWN = 20
"""So many of the rows behind a statement are named; all of them lie between the first and the last
day, and can be counted again."""


def _rows(statement: Statement, behind: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What a statement was read from: from which day to which, and the newest rows of its side."""
    counted = [row for row in behind if row[statement.signal.value] is not None]
    if statement.factor != SEND:
        counted = [row for row in counted if row["chosen"] is not None]
    here = [row for row in counted if _is_of(statement, row["chosen"])]
    return {
        "from": counted[0]["at"].isoformat(),
        "until": counted[-1]["at"].isoformat(),
        "n": len(here),
        "n_other": len(counted) - len(here),
        "newest": [str(row["id"]) for row in here[-SHOWN:]],
    }


def _is_of(statement: Statement, chosen: Mapping[str, Any] | None) -> bool:
    """Whether a row with this arm is of the side that the statement is about."""
    if chosen is None or statement.factor == SEND:
        return chosen is not None
    return str(chosen[statement.factor]) == str(statement.level)


def _is_news(old: Preference | None, new: Statement) -> bool:
    if old is None or not old.spoken:
        return new.spoken
    was_better = old.statement["expected"] > old.statement["expected_other"]
    return not new.spoken or was_better != (new.estimate > 0)


def _event(new: Preference, language: str, at: datetime) -> Event:
    said = sentence(new.statement, language)
    evidence = new.statement.get("rows", {}).get("newest", [])
    data = {
        **new.statement,
        "id": str(new.id),
        "level": new.level,
        "statement": said,
        "evidence": evidence,
    }
    kind = "preference.learned" if new.spoken else "preference.withdrawn"
    return Event(at=at, kind=kind, trace=new.trace, data=data)


async def current(tx: Transaction) -> list[Preference]:
    """What is stated now of this person, the spoken first."""
    return await preference_store.preferences(tx)


async def corrections(tx: Transaction) -> list[Correction]:
    """What the person said of their own preferences, and has not lifted, oldest first."""
    return await preference_store.corrections(tx)


async def correct(
    tx: Transaction, *, factor: str, level: str, wish: str, at: datetime, ids: Ids
) -> Correction:
    """What the person says of their own preference: it outranks what was learned from now on.

    Raises:
        InvalidInput: a factor, level or wish that does not exist.
    """
    _check(factor, level, wish)
    await preference_store.lift(tx, factor, level, at)
    said = Correction(
        id=ids.new(),
        factor=factor,
        level=level,
        wish=wish,
        created_at=at,
        trace=TraceId(ids.new()),
    )
    await preference_store.insert_correction(tx, said)
    await publish(tx, _corrected(said, "preference.corrected", at))
    await move_attention(tx, "preference", at)
    return said


async def lift(tx: Transaction, *, factor: str, level: str, at: datetime) -> Correction:
    """Take a correction back: what was learned counts again. Raises NotFound."""
    lifted = await preference_store.lift(tx, factor, level, at)
    if lifted is None:
        raise NotFound("preference.no_correction", field="level", factor=factor, level=level)
    await publish(tx, _corrected(lifted, "preference.correction_lifted", at))
    await move_attention(tx, "preference", at)
    return lifted


def _corrected(one: Correction, kind: str, at: datetime) -> Event:
    data = {"id": str(one.id), "factor": one.factor, "level": one.level, "wish": one.wish}
    return Event(at=at, kind=kind, trace=one.trace, data=data)


def _check(factor: str, level: str, wish: str) -> None:
    if wish not in [one.value for one in Wish]:
        raise InvalidInput("preference.invalid_wish", field="wish", value=wish[:40])
    if factor == SEND:
        if level:
            raise InvalidInput(
                "preference.invalid_level", field="level", value=level[:40], known="-"
            )
        return
    known = [str(one) for name, one in DESIGN.index if name == factor]
    if not known:
        raise InvalidInput("preference.invalid_factor", field="factor", value=factor[:40])
    if level not in known:
        raise InvalidInput(
            "preference.invalid_level", field="level", value=level[:40], known=", ".join(known)
        )
