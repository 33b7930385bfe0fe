"""Which option is taken for a kind of symptom: by what was measured, or a model's, by the draw."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from exoskull.levers.model import preferred_option, retired_options
from exoskull.mape.kinds import OPTIONS
from exoskull.mape.model import Knowledge, Offer, Proposal, Symptom, SymptomKind

PROPOSED = 0.5
"""The chance of a model's option where it is another than the built-in one: what they bring can
be held against each other."""


def open_options(kind: SymptomKind, known: Knowledge) -> list[str]:
    """The options of `kind` that are not retired; all of them, where none would be left."""
    retired = retired_options(known.levers, kind.value)
    return [one for one in OPTIONS[kind] if one not in retired] or list(OPTIONS[kind])


def offer_for(
    symptom: Symptom, known: Knowledge, proposals: Sequence[Proposal], decision_id: UUID
) -> tuple[Offer | None, Proposal | None]:
    """The draw between the built-in option and a model's, and the proposal where it was drawn;
    none where nothing fitting is proposed, or a lever prefers an option."""
    proposal = next((one for one in proposals if one.key == symptom.key), None)
    options = open_options(symptom.kind, known)
    if proposal is None or proposal.option not in options:
        return None, None
    if preferred_option(known.levers, symptom.kind.value) in options:
        return None, None
    offer = draw_option(pick_option(symptom.kind, known), proposal, decision_id)
    return offer, proposal if offer.chosen == proposal.option else None


def draw_option(built_in: str, proposal: Proposal, decision_id: UUID) -> Offer:
    """Which of the two is taken; the toss is made of the decision's id, and can be made again."""
    same = built_in == proposal.option
    heads = hashlib.sha256(b"option" + decision_id.bytes).digest()[0] < 256 * PROPOSED
    return Offer(
        built_in=built_in,
        proposed=proposal.option,
        chosen=proposal.option if same or heads else built_in,
        p=1.0 if same else PROPOSED if heads else 1 - PROPOSED,
        prompt=proposal.prompt,
    )


def pick_option(kind: SymptomKind, known: Knowledge) -> str:
    """The option with the best mean effectiveness measured so far; those not tried go first, in
    their order, and an option that is measured no better than others is varied by turns. One that
    is preferred by a lever goes before all; a retired one is not chosen while there is another."""
    options = open_options(kind, known)
    if (preferred := preferred_option(known.levers, kind.value)) in options:
        return preferred
    worth: dict[str, list[float]] = {option: [] for option in options}
    measured = {one.intervention_id: one for one in known.outcomes if one.effectiveness is not None}
    used: Counter[str] = Counter()
    for one in known.interventions:
        if one.symptom == kind.value and one.option in worth:
            used[one.option] += 1
            if (outcome := measured.get(one.id)) and outcome.effectiveness is not None:
                worth[one.option].append(outcome.effectiveness)

    def rank(option: str) -> tuple[float, int, int]:
        seen = worth[option]
        mean = (sum(seen) + 0.5) / (len(seen) + 1)
        return (-round(mean, 2) if used[option] else -1.0, used[option], options.index(option))

    return min(options, key=rank)
