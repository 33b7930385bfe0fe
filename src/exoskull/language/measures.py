"""What a clause says was measured: `LogMeasure` acts, or nothing where it is not stated."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from exoskull.language.clauses import Clause
from exoskull.language.clocks import ClockFound, clock_at
from exoskull.language.fillers import COPULAS, FILLERS
from exoskull.language.metrics import metric_named
from exoskull.language.model import LogMeasure
from exoskull.language.quantities import Quantity, quantities
from exoskull.language.stance import STATED, Stance, Status, stance
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.topics import COUNTED, NOUNS, TOPICS, Topic
from exoskull.language.units import MONEY, Dimension
from exoskull.language.verbs import Tense, verb_at
from exoskull.language.when import When, find_when, past_moment
from exoskull.language.wordset import wordset

_TIME_OF = wordset("po przed after before during podczas bez without zamiast instead przy")
_EQUALS = wordset(": = - to is jest wynosi wyniosla wyniosl na at was wynosilo sie ok okolo")
NIGHT: Phrases[bool] = phrases(
    (True, "last night | tej nocy | w nocy | dzisiejszej nocy | zeszlej nocy | ostatniej nocy"),
)
"""The night whose sleep belongs to the day it ends on."""
_SCORED = wordset("mood energy stress pain")
_FEELING = wordset("czuje czulam czulem feel felt feeling")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a clause gave. `touched`: it speaks of measures, though none is stated."""

    logs: tuple[LogMeasure, ...]
    stance: Stance
    when: When
    touched: bool


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
    scored = any(NOUNS.get(token.text, ("",))[0] in _SCORED for token in clause)
    when = find_when(clause, at, polish=polish, past=True, clock=not scored)
    night = _slept(clause, position, polish)
    if night:
        when = When(when.day, None, None, False, ((night.start, night.end),))
    if race := _race_time(clause):
        when = When(when.day, None, None, False, ())
    spoken = [q for q in quantities(clause) if not when.covers(q.start)]
    spoken += [race] if race else []
    spoken += [night] if night else []
    whole = when if when or before is None else before.when
    if not whole and day is not None:
        whole = day
    moment = past_moment(whole, at)
    topics = [topic for q in spoken if (topic := _topic(q, clause, position, when)) is not None]
    touched = bool(topics) or position.topic not in (None, "") or _mentions(clause)
    nothing = Measured((), position, whole, touched)
    if position.status not in STATED:
        return nothing
    if position.status is Status.BARE and not _plain(clause, spoken, when, position):
        return nothing
    logs: list[LogMeasure] = []
    done: list[str] = []
    for quantity in spoken:
        found = _topic(quantity, clause, position, when)
        if found is None:
            continue
        woke = found.name == "sleep" and NIGHT.first(clause) is not None
        entries = _entries(quantity, found, at if woke else moment)
        if entries is None:
            return nothing
        logs += entries
        done.append(found.name)
    if not logs:
        logs += _ones(clause, position, spoken, when, moment)
    if done or not _numbered(clause, when):
        logs += _sessions(clause, position, done, logs, moment, polish)
    return Measured(tuple(logs), position, whole, touched or bool(logs))


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
    if quantity.dimension is Dimension.PRESSURE:
        pairs = [("bp_systolic", quantity.value), ("bp_diastolic", quantity.second or 0.0)]
    elif quantity.dimension is Dimension.TIMES and Dimension.TIMES not in topic.metrics:
        pairs = [(topic.session or "", quantity.value)]
    else:
        metric, factor = topic.metrics[quantity.dimension]
        value = quantity.value
        if quantity.thousands is not None and (
            topic.name in COUNTED or quantity.dimension is not Dimension.NONE
        ):
            value = quantity.thousands
        pairs = [(metric, value * factor)]
    for metric, value in pairs:
        known = metric_named(metric)
        if not (math.isfinite(value) and known.low <= value <= known.high):
            return None
    return [_log(metric, value, at) for metric, value in pairs]


def _topic(quantity: Quantity, clause: Clause, position: Stance, when: When) -> Topic | None:
    """What the quantity is a measure of: by the noun beside it, the verb, a noun elsewhere."""
    for name in _candidates(quantity, clause, position, when):
        topic = TOPICS.get(name)
        if topic is None:
            continue
        if quantity.dimension in topic.metrics:
            if quantity.dimension is Dimension.NONE and not _countable(
                quantity, clause, topic, position
            ):
                continue
            return topic
        if quantity.dimension is Dimension.TIMES and topic.session:
            return topic
    return None


def _candidates(quantity: Quantity, clause: Clause, position: Stance, when: When) -> list[str]:
    names: list[str] = []
    after = _noun_after(clause, quantity.end)
    if after:
        names.append(after)
    if before := _noun_before(clause, quantity.start):
        names.append(before)
    poured = quantity.dimension in (Dimension.GLASS, Dimension.CUP, Dimension.VOLUME)
    foreign = poured and not after and _other_contents(clause, quantity.end, when)
    if foreign:
        return names
    if position.topic:
        names.append(position.topic)
    names += _nouns(clause, near=quantity.start)
    if quantity.dimension is Dimension.GLASS:
        names.append("water")
    elif quantity.dimension in _DEFAULTS:
        names.append(_DEFAULTS[quantity.dimension])
    elif quantity.dimension is Dimension.SCORE and any(t.text in _FEELING for t in clause):
        names.append("mood")
    elif quantity.dimension in MONEY and position.status is Status.BARE:
        behind = clause[quantity.end].text if quantity.end < len(clause) else ""
        if behind in ("na", "on", "for", "za"):
            names.append("spending")
    return names


_DEFAULTS = {
    Dimension.ENERGY: "food",
    Dimension.PULSE: "heart_rate",
    Dimension.SUGAR: "glucose",
}


def _noun_after(clause: Clause, i: int) -> str | None:
    """The topic of the noun right behind a quantity; `of` and one adjective may stand between."""
    skipped = 0
    while i < len(clause) and skipped < 3:
        word = clause[i].text
        if word in NOUNS:
            return NOUNS[word][0]
        if clause[i].kind is not Kind.WORD or word in _TIME_OF:
            return None
        if word not in FILLERS and word != "of":
            skipped += 2
        skipped += 1
        i += 1
    return None


def _noun_before(clause: Clause, i: int) -> str | None:
    j = i - 1
    while j >= 0 and (clause[j].text in _EQUALS or clause[j].text in FILLERS):
        j -= 1
    if j >= 0 and clause[j].text in NOUNS and not (j and clause[j - 1].text in _TIME_OF):
        return NOUNS[clause[j].text][0]
    return None


def _nouns(clause: Clause, near: int) -> list[str]:
    found = [
        (abs(i - near), NOUNS[token.text][0])
        for i, token in enumerate(clause)
        if token.text in NOUNS and not (i and clause[i - 1].text in _TIME_OF)
    ]
    return [name for _, name in sorted(found)]


def _other_contents(clause: Clause, i: int, when: When) -> bool:
    """Whether a glass holds something the reader has no metric for: `szklankę mleka`."""
    if i < len(clause) and clause[i].text == "of":
        i += 1
    if i >= len(clause) or when.covers(i) or clause[i].kind is not Kind.WORD:
        return False
    word = clause[i].text
    return len(word) > 3 and word not in FILLERS and verb_at(word, polish=True) is None


def _countable(quantity: Quantity, clause: Clause, topic: Topic, position: Stance) -> bool:
    """Whether a bare number can be a number of this topic."""
    if _noun_after(clause, quantity.end) == topic.name:
        return topic.name in COUNTED
    if _noun_before(clause, quantity.start) == topic.name:
        return topic.name not in ("reading",) or clause[quantity.start - 1].text in ":="
    if topic.name == position.topic:
        return topic.name in ("sleep", "weight")
    return topic.name == "mood" and any(token.text in _FEELING for token in clause)


def _plain(clause: Clause, spoken: Sequence[Quantity], when: When, position: Stance) -> bool:
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
        if i < first:
            return False
        behind += 1
    if not spoken:
        return behind == 0
    return behind <= 3 and not any(t.text in ("please", "poprosze", "prosze") for t in clause)


def _race_time(clause: Clause) -> Quantity | None:
    """`w 27:30` beside a distance: minutes and seconds."""
    if not any(q.dimension is Dimension.DISTANCE for q in quantities(clause)):
        return None
    for i, token in enumerate(clause):
        if (
            token.kind is Kind.CLOCK
            and i
            and clause[i - 1].text in ("w", "in", "czas", "time", ":")
        ):
            parts = [int(part) for part in token.text.split(":")]
            if len(parts) == 3:
                minutes = parts[0] * 60 + parts[1] + parts[2] / 60
            else:
                minutes = parts[0] + parts[1] / 60
            return Quantity(Dimension.DURATION, minutes, i, i + 1)
    return None


def _slept(clause: Clause, position: Stance, polish: bool) -> Quantity | None:
    """The duration of `spałam od 23 do 6:30`, `slept from 11 to 7`."""
    if position.topic != "sleep" and not any(
        NOUNS.get(token.text, ("",))[0] == "sleep" for token in clause
    ):
        return None
    for i, token in enumerate(clause):
        if token.text not in ("od", "from"):
            continue
        start = clock_at(clause, i, polish)
        if start is None or start.end >= len(clause):
            return None
        if clause[start.end].text not in ("do", "to", "till", "until"):
            return None
        as_hour = (*clause[: start.end], _AT, *clause[start.end + 1 :])
        end = clock_at(as_hour, start.end, polish)
        if end is None:
            return None
        vague = start.vague and start.half is None and end.half is None
        minutes = _minute_of_day(end, vague) - _minute_of_day(start, vague)
        return Quantity(Dimension.DURATION, minutes % (720 if vague else 1440), i, end.end)
    return None


def _minute_of_day(clock: ClockFound, vague: bool) -> int:
    hour = clock.hour
    if not vague and clock.half is not None:
        hour = hour % 12 + (12 if clock.half == "pm" else 0)
    return hour * 60 + clock.minute


def _numbered(clause: Clause, when: When) -> bool:
    """Whether a number stands in the clause that tells no time."""
    return any(
        token.kind in (Kind.NUMBER, Kind.PAIR) and not when.covers(i)
        for i, token in enumerate(clause)
    )


_AT = Token(Kind.WORD, "o", 0, 0)


def _ones(
    clause: Clause, position: Stance, spoken: Sequence[Quantity], when: When, at: datetime
) -> list[LogMeasure]:
    """One of what is named without a number: `wypiłam kawę`, `had a beer`, `kawa`."""
    if _numbered(clause, when) or any(not quantity.implied for quantity in spoken):
        return []
    word = clause[position.verb].text if position.verb is not None else ""
    verb = verb_at(word, polish=False) or verb_at(word, polish=True)
    if word.startswith(_NOT_HAD):
        return []
    for i, token in enumerate(clause):
        topic, one = NOUNS.get(token.text, ("", False))
        if not one or when.covers(i) or (i and clause[i - 1].text in _TIME_OF):
            continue
        if topic == "books" and not word.startswith(("przeczytal", "finished", "skonczyl")):
            continue
        if verb is not None and verb.english and topic != "medication":
            before = {near.text for near in clause[max(0, i - 2) : i]}
            if not before & {"a", "an", "another", "my", "one"}:
                continue
        metric, factor = TOPICS[topic].metrics[Dimension.NONE]
        return [_log(metric, factor, at)]
    return []


_NOT_HAD = ("zrobil", "made", "byl", "was", "went", "czul", "fel")


def _sessions(
    clause: Clause,
    position: Stance,
    done: Sequence[str],
    logs: Sequence[LogMeasure],
    at: datetime,
    polish: bool,
) -> list[LogMeasure]:
    """One run, workout, swim... for what was done, so that goals counted in them move on."""
    names = list(dict.fromkeys(done))
    if not names and position.status is Status.MINE:
        names = _activity(clause, position, polish)
    logged = {log.metric for log in logs}
    sessions: list[LogMeasure] = []
    for name in names:
        session = TOPICS[name].session
        if session and session not in logged:
            sessions.append(_log(session, 1.0, at))
    return sessions


def _activity(clause: Clause, position: Stance, polish: bool) -> list[str]:
    """The activity that a clause without numbers says was done."""
    if position.topic == "medication":
        if any(NOUNS.get(token.text, ("",))[0] == "medication" for token in clause):
            return ["medication"]
        return []
    if position.topic:
        return [position.topic] if TOPICS[position.topic].session else []
    for i, token in enumerate(clause):
        verb = verb_at(token.text, polish)
        if verb and verb.tense is Tense.INFINITIVE and verb.topic in TOPICS and i != position.verb:
            if TOPICS[verb.topic].session:
                return [verb.topic]
    return [
        name for name in _nouns(clause, near=0) if TOPICS[name].session and name != "medication"
    ][:1]


def _mentions(clause: Clause) -> bool:
    return any(token.text in NOUNS for token in clause)
