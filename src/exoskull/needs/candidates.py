"""The families that a message may be a mention of: those its words name, and the one it means."""

from collections.abc import Callable

from exoskull.needs.meaning import Meant
from exoskull.needs.model import Family
from exoskull.needs.reading import Reading, frame, joined, read_needs

MEANT_MIN = 0.35
"""A family that no word names is considered from this share of the meaning on."""
NEED_MIN = 0.0
"""Log-odds of being a need from which a family without a word for it is considered."""
APART_MIN = 0.85
"""Strength from which a family of another sentence is a need of its own."""
NOUN = 1.0
"""A word of this worth is a noun of its family, or a complaint."""
SURE = 0.9
"""A word of this worth names its family by itself."""


About = Callable[[Reading], Meant | None]
"""What the sentences of a reading mean."""


def candidates(
    text: str, language: str, meant: Meant | None, about: About | None = None
) -> list[tuple[Reading, bool]]:
    """Each family considered, and whether it is the likeliest; families of the open class are
    left to `opened`.

    Of several named, words and meaning say which one is spoken of. Another is a candidate too where
    they stand side by side as equals, or it has a sentence and an act of its own.

    Args:
        about: for a long message; None: `meant` is what each of its sentences means.
    """
    readings = read_needs(text, language)
    share = {one.family: _share(one, about(one) if about else meant) for one in readings}
    top = max(share.values(), default=0.0)
    equals = joined(text, language)
    for family in equals & share.keys():
        share[family] = max(share[family], 0.5 * top)
    ranked = sorted(readings, key=lambda one: -share[one.family])
    kept: list[Reading] = []
    for one in ranked:
        beside = one.family in equals and any(other.family in equals for other in kept)
        apart = one.strength >= APART_MIN and not any(one.said & other.said for other in kept)
        if not kept or beside or (apart and share[one.family] >= 0.3 * top):
            kept.append(one)
    if meant is not None:
        likeliest = max(
            (family for family in meant.families if family is not Family.OPEN),
            key=lambda family: meant.families[family],
        )
        named = any(one.family is likeliest for one in readings)
        sure = any(one.topic >= SURE and one.strength >= 0.5 for one in kept)
        if (
            not named
            and not sure
            and meant.families[likeliest] >= MEANT_MIN
            and meant.need >= NEED_MIN
        ):
            kept.append(_as(frame(text, language), likeliest))
            share[likeliest] = 0.8 * meant.families[likeliest]
    top = max((share[one.family] for one in kept), default=0.0)
    return [(one, share[one.family] >= 0.5 * top) for one in kept]


def _share(reading: Reading, meant: Meant | None) -> float:
    """How likely the family is what the message is about, from its word and the meaning."""
    meaning = 0.2 if meant is None else 0.02 + meant.share(reading.family)
    return reading.topic * meaning * (1.0 if reading.strength >= 0.5 else 0.3)


def _as(reading: Reading, family: Family) -> Reading:
    return Reading(
        family=family,
        topic=0.0,
        complaint=reading.complaint,
        wish=reading.wish,
        request=reading.request,
        skill=reading.skill,
        against=reading.against,
    )
