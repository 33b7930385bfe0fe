"""What a clause says was measured: `LogMeasure` acts, or nothing where it is not stated."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from exoskull.language.clauses import Clause
from exoskull.language.clock_spans import lasted
from exoskull.language.fillers import COPULAS, FILLERS
from exoskull.language.metrics import metric_named
from exoskull.language.model import LogMeasure
from exoskull.language.quantities import Quantity, quantities
from exoskull.language.stance import STATED, Stance, Status, of_others, stance
from exoskull.language.subjects import FEELING, TIME_OF, nouns_of, topic_of, value_in
from exoskull.language.tokens import Kind, Phrases, phrases
from exoskull.language.topics import COUNTED, NOUNS, TOPICS, Topic
from exoskull.language.units import Dimension
from exoskull.language.verbs import Tense, Verb, verb_at
from exoskull.language.when import When, find_when, past_moment
from exoskull.language.wordset import wordset

NIGHT: Phrases[bool] = phrases(
    (True, "last night | tej nocy | w nocy | dzisiejszej nocy | zeszlej nocy | ostatniej nocy"),
)
"""The night whose sleep belongs to the day it ends on."""
_SCORED = wordset("mood energy stress pain")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a clause gave. `touched`: it speaks of measures, though none is stated."""

    logs: tuple[LogMeasure, ...]
    stance: Stance
    when: When
    touched: bool
    about: str | None = None
    """The topic last measured, for clauses that go on ("poszłam na spacer, 40 minut")."""
    sessions: frozenset[str] = frozenset()
    """The sessions already counted of the same doing."""


def read_measures(
    clause: Clause,
    at: datetime,
    *,
    polish: bool,
    before: Measured | None = None,
    day: When | None = None,
) -> Measured:
    """The measures that `clause` states.

    Args:
        before: the clause it goes on from, where it has no verb or no day of its own.
        day: the day it belongs to, where neither names one.
    """
    position = stance(clause, polish, before.stance if before else None)
    counted: frozenset[str] = frozenset()
    if before is not None and position.verb is None:
        counted = before.sessions
        if not position.topic and position.status in STATED:
            position = replace(position, topic=before.about)
    scored = any(
        token.text in FEELING or NOUNS.get(token.text, ("",))[0] in _SCORED for token in clause
    )
    when = find_when(clause, at, polish=polish, past=True, clock=not scored)
    timed = lasted(clause, position, polish)
    if timed is not None and not position.topic and _runs(clause):
        position = replace(position, topic="run")
    if timed is not None:
        apart = [(i, j) for i, j in when.spans if j <= timed.start or timed.end <= i]
        when = When(when.day, None, None, False, (*apart, (timed.start, timed.end)))
    spoken = [q for q in quantities(clause) if not when.covers(q.start)]
    spoken += [timed] if timed is not None else []
    whole = when if when or before is None else before.when
    if not whole and day is not None:
        whole = day
    moment = past_moment(whole, at)
    topics = [topic for q in spoken if (topic := topic_of(q, clause, position, when)) is not None]
    touched = bool(topics) or position.topic not in (None, "") or _mentions_topic(clause)
    nothing = Measured((), position, whole, touched)
    if position.status not in STATED:
        return nothing
    if position.status is Status.BARE and not _plain(clause, spoken, when):
        return nothing
    logs: list[LogMeasure] = []
    done: list[str] = []
    for quantity in spoken:
        found = topic_of(quantity, clause, position, when)
        if found is None:
            continue
        woke = found.name == "sleep" and NIGHT.first(clause) is not None
        entries = _entries(quantity, found, at if woke else moment)
        if entries is None:
            return nothing
        logs += entries
        done.append(found.name)
    if not done and not _numbered(clause, when) and not of_others(clause):
        one = _one(clause, position, spoken, when, moment)
        logs += [one] if one else []
        done = [] if one else _activity(clause, position, polish)
    sessions = _sessions(done, logs, moment, counted)
    return Measured(
        (*logs, *sessions),
        position,
        whole,
        touched or bool(logs) or bool(sessions),
        about=done[-1] if done else position.topic or None,
        sessions=counted | {log.metric for log in sessions},
    )


def _runs(clause: Clause) -> bool:
    """`10k in 55:12`: a race time over a distance, with no other sport named."""
    raced = any(quantity.dimension is Dimension.DISTANCE for quantity in quantities(clause))
    return raced and not _mentions_topic(clause)


def day_at_the_end(parts: Sequence[Clause], at: datetime, polish: bool) -> tuple[int, When] | None:
    """A day named at the very end, and the first clause it may belong to besides its own: those
    behind the last verb, and the verb's (`2 kawy i 3 herbaty wczoraj`)."""
    if len(parts) < 2:
        return None
    when = find_when(parts[-1], at, polish=polish, past=True)
    ends = bool(when.spans) and when.spans[-1][1] == len(parts[-1]) and when.spans[0][0] > 0
    if not ends or when.day is None:
        return None
    first = len(parts) - 1
    while first > 0 and stance(parts[first], polish).verb is None:
        first -= 1
    return first, when


def _log(metric: str, value: float, at: datetime) -> LogMeasure:
    return LogMeasure(metric=metric, value=round(value, 6), unit=metric_named(metric).unit, at=at)


def _entries(quantity: Quantity, topic: Topic, at: datetime) -> list[LogMeasure] | None:
    """The log entries of a quantity; None where a value is beyond belief."""
    found = value_in(topic, quantity)
    if found is None:
        return None
    pairs = [found]
    if quantity.second is not None:
        pairs.append(("bp_diastolic", quantity.second))
    for metric, value in pairs:
        known = metric_named(metric)
        if not (math.isfinite(value) and known.low <= value <= known.high):
            return None
    return [_log(metric, value, at) for metric, value in pairs]


def _plain(clause: Clause, spoken: Sequence[Quantity], when: When) -> bool:
    """Whether a clause without a verb is nothing but a record: no strange word before its first
    number, few behind, and no `to`, `is` behind."""
    inside = {i for q in spoken for i in range(q.start, q.end)}
    first = min((q.start for q in spoken), default=len(clause))
    last = max((q.end for q in spoken), default=0)
    behind = 0
    for i, token in enumerate(clause):
        if i in inside or when.covers(i) or token.kind is Kind.MARK:
            continue
        word = token.text
        if i >= last and spoken and word in COPULAS and i + 1 < len(clause):
            return False
        if token.kind is not Kind.WORD or word in NOUNS or word in FILLERS:
            continue
        adjective = i > 0 and clause[i - 1].text in NOUNS and word.endswith(("y", "i", "e"))
        if i < first and not adjective:
            return False
        behind += 1
    if not spoken:
        return behind == 0
    return behind <= 3 and not any(t.text in ("please", "poprosze", "prosze") for t in clause)


def _numbered(clause: Clause, when: When) -> bool:
    """Whether a number stands in the clause that tells no time."""
    return any(
        token.kind in (Kind.NUMBER, Kind.PAIR) and not when.covers(i)
        for i, token in enumerate(clause)
    )


def _one(
    clause: Clause, position: Stance, spoken: Sequence[Quantity], when: When, at: datetime
) -> LogMeasure | None:
    """One of what is named without a number: `wypiłam kawę`, `had a beer`, `kawa`."""
    verb = _past_verb(clause, position)
    word = clause[position.verb].text if position.verb is not None else ""
    if any(not quantity.implied for quantity in spoken) or word.startswith(_NOT_HAD):
        return None
    if (position.verb is not None and verb is None) or position.topic not in _TAKEN:
        return None
    for i, token in enumerate(clause):
        topic, one = NOUNS.get(token.text, ("", False))
        if not one or when.covers(i) or (i and clause[i - 1].text in TIME_OF):
            continue
        if topic == "books" and not word.startswith(("przeczytal", "finished", "skonczyl")):
            continue
        if verb is not None and verb.english and topic != "medication":
            before = {near.text for near in clause[max(0, i - 2) : i]}
            if not before & {"a", "an", "another", "my", "one"}:
                continue
        metric, factor = TOPICS[topic].metrics[Dimension.NONE]
        return _log(metric, factor, at)
    return None


_NOT_HAD = ("zrobil", "made", "byl", "was", "went", "czul", "fel")
_TAKEN = COUNTED | {None, "", "drink", "water"}
"""What a clause may be about that names one of a thing."""


def _past_verb(clause: Clause, position: Stance) -> Verb | None:
    """The clause's own verb, where it is one of the past."""
    if position.verb is None:
        return None
    word = clause[position.verb].text
    verb = verb_at(word, polish=False)
    if verb is None or not verb.english:
        verb = verb_at(word, polish=True)
    return verb if verb is not None and verb.tense is Tense.PAST else None


def _sessions(
    done: Sequence[str], logs: Sequence[LogMeasure], at: datetime, counted: frozenset[str]
) -> list[LogMeasure]:
    """One run, workout, swim... for what was done, so that goals counted in them move on."""
    logged = {log.metric for log in logs} | counted
    names = [TOPICS[name].session for name in dict.fromkeys(done)]
    return [_log(name, 1.0, at) for name in names if name and name not in logged]


def _activity(clause: Clause, position: Stance, polish: bool) -> list[str]:
    """The activity that a clause without numbers says was done."""
    if position.status is not Status.MINE or _past_verb(clause, position) is None:
        return []
    nouns = nouns_of(clause, near=0)
    if position.topic == "medication":
        return ["medication"] if "medication" in nouns else []
    if position.topic:
        return [position.topic] if TOPICS[position.topic].session else []
    for i, token in enumerate(clause):
        verb = verb_at(token.text, polish)
        topic = TOPICS.get(verb.topic) if verb and verb.tense is Tense.INFINITIVE else None
        if topic is not None and topic.session and i != position.verb:
            return [topic.name]
    return [name for name in nouns if TOPICS[name].session and name != "medication"][:1]


def _mentions_topic(clause: Clause) -> bool:
    return any(token.text in NOUNS for token in clause)
