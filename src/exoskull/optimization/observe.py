"""What could go better, read from rows: each observer gives the problems that it finds. Pure."""

from collections.abc import Callable, Iterable, Mapping
from statistics import fmean, pstdev

from exoskull.levers.model import is_demoted, retired_options
from exoskull.optimization.compare import p_above, p_share_below
from exoskull.optimization.model import BEFORE, ENOUGH, Observation, Problem, Tally
from exoskull.optimization.seen import Delivery, Seen, Try

IGNORED_MIN = 6
IGNORED_SHARE = 0.25
SURELY = 0.9
"""How sure it must be that a share is low, where there is nothing to compare it with."""

FAILING_MIN = 3
FAILING_SHARE = 0.5

NOISY_EPISODES = 4
NOISY_VARIATION = 0.15
NOISY_DAYS = 14
SHOWN = 20


def observe(seen: Seen) -> list[Observation]:
    """Every problem in `seen`, in no order."""
    return [found for observer in OBSERVERS for found in observer(seen)]


def ignored_options(seen: Seen) -> Iterable[Observation]:
    """An option of a message that is hardly ever answered nor effective, where the person's other
    options of that kind do better, or, with no others to speak of, plainly so."""
    by_kind: dict[str, dict[str, list[Try]]] = {}
    for one in seen.tries:
        if one.worked is not None:
            by_kind.setdefault(one.kind, {}).setdefault(one.option, []).append(one)
    for kind, options in sorted(by_kind.items()):
        for option, tries in sorted(options.items()):
            if option in retired_options(seen.levers, kind):
                continue
            mine = _tally(tries)
            if mine.n < IGNORED_MIN or mine.share > IGNORED_SHARE:
                continue
            others = _tally([one for name, of in options.items() if name != option for one in of])
            compared = others.n >= IGNORED_MIN // 2
            sure = p_above(others, mine) if compared else p_share_below(mine, 1 / 3)
            if sure < (ENOUGH if compared else SURELY):
                continue
            yield Observation(
                problem=Problem.IGNORED_OPTION,
                subject=f"{kind}:{option}",
                severity=sure * (1 - mine.share) * min(1.0, mine.n / 12),
                facts={
                    "symptom": kind,
                    "option": option,
                    "hits": mine.hits,
                    "n": mine.n,
                    "hits_other": others.hits,
                    "n_other": others.n,
                    "best": _best(options, option),
                    "sure": round(sure, 4),
                },
                evidence=tuple(str(one.id) for one in tries[-SHOWN:]),
            )


def _tally(tries: Iterable[Try]) -> Tally:
    known = [bool(one.worked) for one in tries]
    return Tally(hits=sum(known), n=len(known))


def _best(options: Mapping[str, list[Try]], but: str) -> str | None:
    """The other option that did best, of those tried twice or more."""
    tried = {name: _tally(of) for name, of in options.items() if name != but and len(of) > 1}
    return max(sorted(tried), key=lambda name: tried[name].share, default=None)


def failing_channels(seen: Seen) -> Iterable[Observation]:
    """A channel on which half of the messages, or more, do not arrive."""
    lately: dict[str, list[Delivery]] = {}
    for one in seen.deliveries:
        if one.at >= seen.at - BEFORE:
            lately.setdefault(one.channel, []).append(one)
    for channel, tried in sorted(lately.items()):
        failed = [one for one in tried if not one.arrived]
        if is_demoted(seen.levers, channel, seen.at) or len(failed) < FAILING_MIN:
            continue
        if len(failed) / len(tried) < FAILING_SHARE or tried[-1].arrived:
            continue
        yield Observation(
            problem=Problem.FAILING_CHANNEL,
            subject=channel,
            severity=min(1.0, 0.6 + len(failed) / 20),
            facts={"channel": channel, "failed": len(failed), "n": len(tried)},
            evidence=tuple(str(one.id) for one in failed[-SHOWN:]),
        )


def noisy_metrics(seen: Seen) -> Iterable[Observation]:
    """A metric that varies so much that its symptom comes and goes: four spells or more in four
    weeks, none of them longer than two days."""
    since = seen.tenant.local_date(seen.at - BEFORE)
    looked = [one for one in seen.looked if one.on >= since]
    if len(looked) < NOISY_DAYS:
        return
    for key in sorted({key for one in looked for key in one.symptoms}):
        kind, _, metric = key.partition(":")
        values = [day.value for day in seen.days.get(metric, ()) if day.on >= since]
        if len(values) < NOISY_DAYS or fmean(values) == 0:
            continue
        variation = pstdev(values) / abs(fmean(values))
        spells = _spells([key in one.symptoms for one in looked])
        if variation < NOISY_VARIATION or len(spells) < NOISY_EPISODES or max(spells) > 2:
            continue
        rows = [one for one in seen.found if one.key == key]
        severities = sorted(one.severity for one in rows)
        yield Observation(
            problem=Problem.NOISY_METRIC,
            subject=key,
            severity=min(0.7, 0.2 + len(spells) / 20),
            facts={
                "symptom": kind,
                "metric": metric,
                "spells": len(spells),
                "days": len(looked),
                "variation": round(variation, 4),
                "severities": [round(one, 4) for one in severities[-SHOWN:]],
            },
            evidence=tuple(str(one.id) for one in rows[-SHOWN:]),
        )


def _spells(there: list[bool]) -> list[int]:
    """The lengths of the runs of True."""
    spells, length = [], 0
    for here in [*there, False]:
        if here:
            length += 1
        elif length:
            spells.append(length)
            length = 0
    return spells


def goals_without_means(seen: Seen) -> Iterable[Observation]:
    """A goal that the weekly look found nothing to serve."""
    active = {one.id for one in seen.goals}
    for gap in seen.gaps:
        if gap.goal_id in active:
            yield Observation(
                problem=Problem.GOAL_WITHOUT_MEANS,
                subject=str(gap.goal_id),
                severity=0.3,
                facts=gap.facts,
                evidence=(str(gap.id), str(gap.goal_id)),
            )


OBSERVERS: tuple[Callable[[Seen], Iterable[Observation]], ...] = (
    ignored_options,
    failing_channels,
    noisy_metrics,
    goals_without_means,
)
