"""Four questions, and what each answer makes the person's own word on how to reach them.

An answer is a wish as any on the page of preferences: it outranks what is learned, is shown there
as the person's own, and can be taken back. It is never an outcome: nothing was measured.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import Ids
from exoskull.learning.constraints import SEND, Wish
from exoskull.ledger import preferences
from exoskull.ledger.arms import FRAMINGS, HOURS
from exoskull.ledger.model import Correction

OPEN = "open"
"""The answer that leaves it to learning."""

OFTEN = {"gladly": Wish.PREFER, "asked": Wish.AVOID}
"""How often, beside OPEN: as often as may be, or only what was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: its factor of the learner, and the answers that there are."""

    name: str
    factor: str
    answers: tuple[str, ...]


def questions(channels: Collection[ChannelName]) -> Sequence[Question]:
    """The questions, where `channels` can be used."""
    ways = tuple(one.value for one in ChannelName if one in channels)
    asked = (
        Question(name="hour", factor="hour", answers=(*HOURS, OPEN)),
        Question(name="channel", factor="channel", answers=(*ways, OPEN)),
        Question(name="framing", factor="framing", answers=(*FRAMINGS, OPEN)),
        Question(name="often", factor=SEND, answers=("gladly", OPEN, "asked")),
    )
    return [one for one in asked if len(one.answers) > 2 or one.name == "often"]


def wishes(
    asked: Sequence[Question], given: Mapping[str, str]
) -> Mapping[str, tuple[str, Wish] | None]:
    """By factor, the level and wish that each answer means, or None for OPEN; what was not
    answered is left out.

    Raises:
        InvalidInput: `steps.unknown_answer`.
    """
    found: dict[str, tuple[str, Wish] | None] = {}
    for one in asked:
        answer = given.get(one.name)
        if answer is None:
            continue
        if answer not in one.answers:
            known = ", ".join(one.answers)
            raise InvalidInput("steps.unknown_answer", field=one.name, known=known)
        if answer == OPEN:
            found[one.factor] = None
        elif one.factor == SEND:
            found[SEND] = ("", OFTEN[answer])
        else:
            found[one.factor] = (answer, Wish.PREFER)
    return found


def answered(asked: Sequence[Question], said: Sequence[Correction]) -> Mapping[str, str]:
    """What the person's wishes answer to each question, as far as they do."""
    found: dict[str, str] = {}
    for one in asked:
        mine = [it for it in said if it.factor == one.factor]
        for wish in mine:
            if one.factor == SEND:
                found[one.name] = next(name for name, it in OFTEN.items() if it == wish.wish)
            elif wish.wish == Wish.PREFER:
                found[one.name] = wish.level
    return found


async def keep(
    tx: Transaction,
    meant: Mapping[str, tuple[str, Wish] | None],
    *,
    at: datetime,
    ids: Ids,
) -> None:
    """Make the answers the person's word; an earlier one of the same factor gives way.

    What they asked to be spared stays, unless it is now what they like. Said again, nothing is
    written.
    """
    known = await preferences.corrections(tx)
    for factor, wish in meant.items():
        for one in known:
            replaced = one.factor == factor and (
                factor == SEND or one.wish == Wish.PREFER or (wish and one.level == wish[0])
            )
            if replaced and (wish is None or (one.level, one.wish) != (wish[0], wish[1].value)):
                await preferences.lift(tx, factor=factor, level=one.level, at=at)
        if wish is not None and not any(
            (one.factor, one.level, one.wish) == (factor, wish[0], wish[1].value) for one in known
        ):
            await preferences.correct(
                tx, factor=factor, level=wish[0], wish=wish[1].value, at=at, ids=ids
            )
