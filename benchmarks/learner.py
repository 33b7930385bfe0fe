"""The learner in synthetic worlds, beside other ways of choosing, and what it costs to run.

People come from `worlds.py`: 61 arms (nothing, or 4 channels x 5 hours x 3 framings), habituation,
drift, feedback the next day. The reward of a decision is the true chance of its outcome less the
price of the send. 0% is never sending; 100% is an oracle that knows everybody's tastes of the day.
"""

import json
import math
from collections.abc import Mapping
from time import process_time
from typing import Any, get_args

import numpy as np
from bandits import (
    ARMS,
    COST,
    COSTS,
    Columns,
    ExoSkull,
    FactoredBeta,
    MabWiser,
    Never,
    Oracle,
    VowpalWabbit,
    Way,
)
from worlds import Array, Kind, World

from exoskull.learning import Learner
from exoskull.learning.belief import posterior
from exoskull.learning.pooling import pool

GOAL_WAY, GOAL_LEAD = 0.57, 0.02
GOAL_CHOOSE_MS, GOAL_STATE_BYTES, GOAL_NIGHT_S = 1.0, 3 * 1024, 120.0
ORACLE_PRICES = (0.0, 0.02, 0.05, 0.1, 0.15)
LAST_DAYS = 14  # "at day 90" is the mean of the last two weeks
HEADLINE: Kind = "additive"


def run(
    seeds: int = 4, people: int = 80, days: int = 90, per_day: int = 2, beside: bool = True
) -> dict[str, Any]:
    """The figures of every world and of the running costs; `beside`: other libraries too."""
    worlds = {kind: of_world(kind, seeds, people, days, per_day, beside) for kind in get_args(Kind)}
    running = running_costs()
    headline = worlds[HEADLINE]
    lead = headline["lead_on_factored_beta"]
    return {
        "seeds": seeds,
        "people": people,
        "days": days,
        "decisions_a_day": per_day,
        "arms": len(ARMS) + 1,
        "worlds": worlds,
        "running": running,
        "goals": {
            "headline_world": HEADLINE,
            "way_to_the_oracle_at_the_end": GOAL_WAY,
            "lead_on_factored_beta": GOAL_LEAD,
            "choose_ms": GOAL_CHOOSE_MS,
            "state_bytes": GOAL_STATE_BYTES,
            "night_of_100000_people_s": GOAL_NIGHT_S,
        },
        "passed": bool(
            headline["ways"]["exoskull"]["at_the_end"] >= GOAL_WAY
            and lead["a_decision"] >= GOAL_LEAD
            and lead["low"] > 0
            and running["choose_ms"] <= GOAL_CHOOSE_MS
            and running["state_bytes"] <= GOAL_STATE_BYTES
            and running["night_of_100000_people_s"] <= GOAL_NIGHT_S
        ),
    }


def of_world(
    kind: Kind, seeds: int, people: int, days: int, per_day: int, beside: bool
) -> dict[str, Any]:
    """Every way of choosing in the same worlds of one kind, over all seeds."""
    rewards: dict[str, list[Array]] = {}
    sends: dict[str, list[float]] = {}
    for seed in range(seeds):
        ways: dict[str, Way] = {
            "never": Never(),
            "exoskull": ExoSkull(people, seed),
            "factored_beta": FactoredBeta(people, seed),
            "factored_greedy": FactoredBeta(people, seed, greedy=True),
        }
        if beside:
            ways |= {
                "mabwiser": MabWiser(people, seed),
                "vowpalwabbit": VowpalWabbit(people, seed),
            }
        played = {name: play(way, kind, seed, people, days, per_day) for name, way in ways.items()}
        oracles = [play(Oracle(p), kind, seed, people, days, per_day) for p in ORACLE_PRICES]
        played["oracle"] = max(oracles, key=lambda each: float(each[0].mean()))
        for name, (reward, sent) in played.items():
            rewards.setdefault(name, []).append(reward)
            sends.setdefault(name, []).append(sent)
    return summary(rewards, sends, LAST_DAYS * per_day)


def play(
    way: Way, kind: Kind, seed: int, people: int, days: int, per_day: int
) -> tuple[Array, float]:
    """Expected rewards, shape (decision points, people), and the share of sends."""
    world = World(kind=kind, people=people, rng=np.random.default_rng(seed), per_day=per_day)
    rewards, sent = [], []
    for _ in range(days):
        picked: list[Columns] = []
        outcomes: list[Array] = []
        for _ in range(per_day):
            expected = world.probabilities() - COSTS
            columns = way.pick(world)
            rewards.append(expected[np.arange(people), columns])
            sent.append(float((columns > 0).mean()))
            picked.append(columns)
            outcomes.append(world.step(columns))
        way.learn(picked, outcomes)
    return np.array(rewards), float(np.mean(sent))


def summary(
    rewards: Mapping[str, list[Array]], sends: Mapping[str, list[float]], last: int
) -> dict[str, Any]:
    """Means over seeds, and the paired lead (person by person) with its 95% interval."""

    def way(name: str, part: slice) -> float:
        never, best = (np.mean([r[part] for r in rewards[each]]) for each in ("never", "oracle"))
        mine = np.mean([r[part] for r in rewards[name]])
        return round(float((mine - never) / (best - never)), 3)

    def lead(part: slice) -> dict[str, float]:
        pairs = zip(rewards["exoskull"], rewards["factored_beta"], strict=True)
        by_person = np.concatenate([(a[part] - b[part]).mean(axis=0) for a, b in pairs])
        error = 1.96 * float(by_person.std(ddof=1)) / math.sqrt(len(by_person))
        mean = float(by_person.mean())
        return {
            "a_decision": round(mean, 4),
            "low": round(mean - error, 4),
            "high": round(mean + error, 4),
        }

    whole, end = slice(None), slice(-last, None)
    return {
        "ways": {
            name: {
                "at_the_end": way(name, end),
                "over_all_days": way(name, whole),
                "reward": round(float(np.mean(rewards[name])), 4),
                "sends": round(float(np.mean(sends[name])), 3),
            }
            for name in rewards
        },
        "lead_on_factored_beta": lead(whole),
        "lead_on_factored_beta_at_the_end": lead(end),
    }


def running_costs(people: int = 1_000, nights: int = 12, per_day: int = 5) -> dict[str, Any]:
    """CPU of a choice and of a night, and the size of a state.

    The night is measured on 1,000 people with some days behind them, and extrapolated to 100,000:
    every part of it grows with the number of people and nothing else.
    """
    rng = np.random.default_rng(0)
    learner = Learner(ARMS, COST, seed=1)
    names = [f"person-{number}" for number in range(people)]
    night = 0.0
    for _ in range(nights):
        for name in names:
            for _ in range(per_day):
                choice = learner.choose(name, {"dose": float(rng.random())})
                learner.observe(choice.id, outcome=float(rng.random() < 0.4))
        start = process_time()
        learner.refit()
        night = process_time() - start
    waiting = [learner.choose(names[0], {"dose": 0.2}) for _ in range(per_day)]
    size = len(json.dumps(learner.state(names[0])))
    evidence = [learner._people[name].evidence for name in names]
    prior = pool(learner.prior, evidence) or learner.prior
    start = process_time()
    for each in evidence:
        posterior(prior, each)
    beliefs = process_time() - start
    start = process_time()
    for _ in range(2_000):
        learner.choose(names[1], {"weekend": 0.0, "dose": 0.3})
    choosing = process_time() - start
    return {
        "choose_ms": round(choosing / 2_000 * 1e3, 3),
        "state_bytes": size,
        "state_waiting_choices": len(waiting),
        "night_of_1000_people_s": round(night + beliefs, 3),
        "night_of_100000_people_s": round((night + beliefs) * 100_000 / people, 1),
        "night_is": "extrapolated from 1,000 people: refit, pooling and every posterior",
    }


def table(result: Mapping[str, Any]) -> str:
    """The result for the eye."""
    lines = []
    for kind, world in result["worlds"].items():
        lines.append(f"{kind:<18} at the end   all days   reward   sends")
        for name, way in sorted(world["ways"].items(), key=lambda each: -each[1]["reward"]):
            lines.append(
                f"  {name:<16} {way['at_the_end']:>9.1%} {way['over_all_days']:>10.1%}"
                f" {way['reward']:>8.3f} {way['sends']:>7.1%}"
            )
        for key in ("lead_on_factored_beta", "lead_on_factored_beta_at_the_end"):
            lead = world[key]
            lines.append(f"  {key}: {lead['a_decision']} [{lead['low']}, {lead['high']}]")
    lines += [f"{key}: {value}" for key, value in result["running"].items()]
    lines.append(f"passed: {result['passed']}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(run()))
