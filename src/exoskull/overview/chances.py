"""The ways that there were to write and their chances, in words, from a decision's ledger."""

from collections.abc import Iterator, Mapping
from typing import Any

from exoskull.i18n import percent, text, why_not

WAYS_SHOWN = 4
FACTORS = ("channel", "hour", "framing")


def chances(ledger: Mapping[str, Any], language: str) -> Iterator[str]:
    """How a decision chose: how likely a message was, what was drawn and with what chances, what
    else there was, what was closed and why.

    `ledger`: as `learning.Choice.to_json()` has it, and `unavailable`.
    """
    arms, p_arm = ledger.get("arms", []), ledger.get("p_arm", [])
    if not arms:
        yield text(language, "why-no-way")
    elif not 0 < ledger.get("p_send", 1) < 1:
        yield text(language, "why-undrawn", count=len(arms))
    else:
        yield text(
            language,
            "why-send",
            count=len(arms),
            chance=percent(ledger["p_send"], language),
        )
        yield from _drawn(ledger, arms, p_arm, language)
    for reason, count in sorted(ledger.get("unavailable", {}).items()):
        yield text(
            language, "why-unavailable", count=count, reason=why_not(reason, language) or reason
        )


def _drawn(ledger: Mapping[str, Any], arms: Any, p_arm: Any, language: str) -> Iterator[str]:
    chosen = ledger.get("chosen")
    if chosen is None:
        yield text(language, "why-drew-nothing")
    else:
        place = arms.index(chosen) if chosen in arms else None
        chance = percent(p_arm[place], language) if place is not None else "?"
        yield text(language, "why-drew", way=way_text(chosen, language), chance=chance)
        for factor in FACTORS:
            share, count = share_of(factor, chosen, ledger)
            if count > 1:
                yield text(
                    language,
                    f"why-chance-{factor}",
                    level=_level(chosen[factor]),
                    chance=percent(share, language),
                    count=count,
                )
    ranked = sorted(zip(p_arm, arms, strict=False), key=lambda pair: -pair[0])
    others = [(chance, arm) for chance, arm in ranked if arm != chosen][:WAYS_SHOWN]
    told = "; ".join(
        f"{way_text(arm, language)} ({percent(chance, language)})" for chance, arm in others
    )
    if told:
        yield text(language, "why-other-ways", ways=told)


def share_of(
    factor: str, chosen: Mapping[str, Any], ledger: Mapping[str, Any]
) -> tuple[float, int]:
    """The chance of the chosen level of `factor`, given that something was sent, and among how many
    levels it was chosen."""
    with_it = whole = 0.0
    for chance, arm in zip(ledger["p_arm"], ledger["arms"], strict=False):
        whole += chance
        with_it += chance if arm[factor] == chosen[factor] else 0.0
    return (with_it / whole if whole else 0.0), len({arm[factor] for arm in ledger["arms"]})


def way_text(arm: Mapping[str, Any], language: str) -> str:
    """An arm in words: "by SMS at 18:00, gently"."""
    return text(
        language,
        "why-way",
        channel=arm["channel"],
        hour=int(arm["hour"] or 0),
        framing=arm["framing"],
    )


def _level(level: str) -> str | int:
    return int(level) if level.isdigit() else level
