"""What a model is shown of a person's situation, row by row. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from exoskull.channels.text import untrusted
from exoskull.conversations.model import Message
from exoskull.interventions.model import State
from exoskull.llm.context import Material, Origin, Piece, assemble
from exoskull.mape.model import Context, Knowledge, Standing, Symptom
from exoskull.mape.options import open_options
from exoskull.signals.model import Source

TOKENS_MAX = 1500
"""Of one material; an idle life needs far less."""

QUOTE_MAX = 400
SHOWN_DAYS = 7
SENT_SHOWN = 6

SAID, GOALS, MEASURED, TO_DO, FOUND, SENT = (
    "What the person said",
    "Goals",
    "Measured, the newest days",
    "To do",
    "Found by the built-in rules",
    "Messages sent before",
)


def of_situation(
    known: Knowledge,
    context: Context,
    said: Sequence[Message],
    symptoms: Sequence[Symptom],
    *,
    tokens_max: int = TOKENS_MAX,
) -> Material:
    """The situation at large. `said`: the person's own messages, no one else's."""
    pieces = [
        *(_message(one, known) for one in said),
        *(_goal(one, context) for one in context.standings),
        *_measured(context),
        *_to_do(known),
        *_sent(known),
        *(_symptom(one, context.at) for one in symptoms),
    ]
    return assemble(pieces, tokens_max=tokens_max, at=context.at, opening=_opening(context))


def of_options(
    known: Knowledge,
    context: Context,
    said: Sequence[Message],
    symptoms: Sequence[Symptom],
    *,
    tokens_max: int = TOKENS_MAX,
) -> Material:
    """The same, with the options of each of `symptoms`, which nothing else leaves no room for."""
    pieces = [
        *(_symptom(one, context.at, open_options(one.kind, known)) for one in symptoms),
        *(_message(one, known) for one in said),
        *(_goal(one, context) for one in context.standings),
        *_sent(known),
    ]
    return assemble(pieces, tokens_max=tokens_max, at=context.at, opening=_opening(context))


def _opening(context: Context) -> str:
    return f"Now: {context.now:%A %Y-%m-%d %H:%M}"


def _message(one: Message, known: Knowledge) -> Piece:
    at = known.tenant.local(one.at)
    quote = untrusted(one.text, QUOTE_MAX)
    return Piece(
        letter="m",
        heading=SAID,
        text=f'{at:%a %Y-%m-%d %H:%M}: "{quote}"',
        at=one.at,
        ids=(str(one.id),),
        origin=Origin.PERSON if one.sender is None else Origin.OTHERS,
    )


def _goal(standing: Standing, context: Context) -> Piece:
    goal, progress = standing.goal, standing.progress
    period = f" per {goal.period.value}" if goal.period else ""
    have = "nothing measured" if progress.have is None else f"{progress.have:.4g} so far"
    return Piece(
        letter="g",
        heading=GOALS,
        text=(
            f'"{untrusted(goal.title, 80)}": {goal.direction.value} {goal.target:.4g}'
            f" {goal.metric}{period}; {have}; {progress.trajectory.value}"
        ),
        at=context.at,
        ids=(str(goal.id),),
        subject=f"goal:{goal.id}",
        weight=0.9,
    )


def _measured(context: Context) -> Iterator[Piece]:
    for metric, days in context.days.items():
        lately = days[-SHOWN_DAYS:]
        if not lately:
            continue
        usual = context.baselines.get(metric)
        told = ", ".join(f"{day.on:%m-%d}: {day.value:.4g}" for day in lately)
        own = f" (usually {usual.mean:.4g})" if usual else ""
        rows = [measure for day in lately for measure in day.measures]
        yield Piece(
            letter="d",
            heading=MEASURED,
            text=f"{metric}{own}: {told}",
            at=rows[-1].at,
            ids=tuple(str(one.id) for one in rows[-10:]),
            subject=f"metric:{metric}",
            weight=0.8,
        )


def _to_do(known: Knowledge) -> Iterator[Piece]:
    for task in known.open_tasks:
        if task.source is Source.LOOP:
            continue
        due = f", due {task.due_on}" if task.due_on else ""
        yield Piece(
            letter="t",
            heading=TO_DO,
            text=f'"{untrusted(task.title, 80)}"{due}',
            at=task.created_at,
            ids=(str(task.id),),
            subject=f"task:{task.id}",
            weight=0.6,
        )


def _sent(known: Knowledge) -> Iterator[Piece]:
    worth = {one.intervention_id: one.effectiveness for one in known.outcomes}
    drawn = [one for one in known.interventions if one.decision_id and one.state is State.SENT]
    for one in drawn[-SENT_SHOWN:]:
        value = worth.get(one.id)
        came = "not measured" if value is None else f"{value:.0%} effective"
        yield Piece(
            letter="o",
            heading=SENT,
            text=f"{one.symptom}, {one.option}, {one.framing}, {one.channel.value}: {came}",
            at=one.sent_at or one.send_at,
            ids=(str(one.id),),
            weight=0.4,
            origin=Origin.OURS,
        )


def _symptom(one: Symptom, at: datetime, options: Sequence[str] = ()) -> Piece:
    facts = "; ".join(
        f"{name} {untrusted(value, 80) if isinstance(value, str) else _short(value)}"
        for name, value in one.facts.items()
        if value is not None
    )
    among = f". Options: {', '.join(options)}" if options else ""
    return Piece(
        letter="s",
        heading=FOUND,
        text=f"{one.kind.value} (severity {one.severity:.2f}): {facts}{among}",
        at=at,
        ids=one.evidence,
        subject=one.key,
        weight=2.0 if options else 1.0,
        origin=Origin.OURS,
    )


def _short(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)
