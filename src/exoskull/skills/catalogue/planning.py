"""Skills about days, tasks and goals: countdowns, turns, what is overdue, how much a day."""

from datetime import date, timedelta
from typing import Any

from exoskull.skills.catalogue.template import NOW, Template, Words, given, measured

_TASKS = [
    {"title": "Rachunki", "due": "2026-03-01", "status": "open"},
    {"title": "Książka", "due": "2026-03-10", "status": "open"},
    {"title": "Spacer", "due": None, "status": "open"},
    {
        "title": "Zakupy",
        "due": "2026-03-01",
        "status": "done",
        "done_at": "2026-03-03T10:00:00+01:00",
    },
    {"title": "Pranie", "status": "done", "done_at": "2026-02-10T10:00:00+01:00"},
]

COUNTDOWN = Template(
    name="countdown",
    capabilities=(),
    slots={"label": "", "date": ...},
    parts=("say", "day"),
    code="""
def run(input):
    days = (day($DATE) - day(today())).days
    pattern = $say_said
    if days == 0:
        pattern = $say_today
    if days < 0:
        pattern = $say_past
    return {"text": say(pattern, {"days": str(abs(days)), "on": $DATE}), "days": days}
""",
    examples=lambda w: _countdown(w),
)


def _countdown(w: Words) -> list[dict[str, Any]]:
    on = date.fromisoformat(w.slots["date"])
    cases = ((-12, "said", "12", 12), (0, "today", "0", 0), (3, "past", "3", -3))
    return [
        {
            "input": {},
            "given": {"now": f"{(on + timedelta(days=shift)).isoformat()}T08:00:00+01:00"},
            "output": {"text": w.told(name, days=days, on=w.slots["date"]), "days": left},
        }
        for shift, name, days, left in cases
    ]


SINCE_START = Template(
    name="saved-since",
    capabilities=(),
    slots={"label": "", "start": ..., "a_day": ...},
    parts=("number", "say", "day"),
    code="""
def run(input):
    days = max(0, (day(today()) - day($START)).days)
    saved = days * $A_DAY
    return {"text": say($say_said, {"days": str(days), "saved": number(saved)}), "saved": saved}
""",
    examples=lambda w: _since_start(w),
)


def _since_start(w: Words) -> list[dict[str, Any]]:
    on = date.fromisoformat(w.slots["start"])
    saved = round(w.slots["a_day"] * 10, 2)
    return [
        {
            "input": {},
            "given": {"now": f"{(on + timedelta(days=10)).isoformat()}T08:00:00+01:00"},
            "output": {"text": w.told("said", days="10", saved=w.num(f"{saved:g}")),
                       "saved": saved},
        },
    ]  # fmt: skip


TURNS = Template(
    name="turns",
    capabilities=(),
    slots={"names": ..., "start": ..., "every": 7},
    parts=("say", "day"),
    code="""
NAMES = $NAMES


def run(input):
    passed = (day(today()) - day($START)).days // $EVERY
    here, then = NAMES[passed % len(NAMES)], NAMES[(passed + 1) % len(NAMES)]
    return {"text": say($say_said, {"now": here, "next": then}), "now": here, "next": then}
""",
    examples=lambda w: _turns(w),
)


def _turns(w: Words) -> list[dict[str, Any]]:
    names, on = w.slots["names"], date.fromisoformat(w.slots["start"])
    found = []
    for turn in (0, 1):
        here, then = names[turn % len(names)], names[(turn + 1) % len(names)]
        now = on + timedelta(days=turn * w.slots["every"])
        found.append(
            {
                "input": {},
                "given": {"now": f"{now.isoformat()}T08:00:00+01:00"},
                "output": {
                    "text": w.told("said", **{"now": here, "next": then}),
                    "now": here,
                    "next": then,
                },
            }
        )
    return found


OVERDUE = Template(
    name="overdue-tasks",
    capabilities=("read:tasks",),
    parts=("say",),
    code="""
def run(input):
    late = [one["title"] for one in tasks("open") if one["due"] and one["due"] < today()]
    if not late:
        return {"text": $say_none, "count": 0}
    pieces = {"count": str(len(late)), "list": ", ".join(late[:5])}
    return {"text": say($say_said, pieces), "count": len(late)}
""",
    examples=lambda w: [
        {
            "input": {},
            "given": {"now": NOW, "tasks": _TASKS},
            "output": {"text": w.told("said", count="1", list="Rachunki"), "count": 1},
        },
        {"input": {}, "given": given(), "output": {"text": w.told("none"), "count": 0}},
    ],
)

DONE = Template(
    name="tasks-done",
    capabilities=("read:tasks",),
    slots={"days": 7},
    parts=("say", "day", "timedelta"),
    properties={"days": {"type": "integer", "minimum": 1, "maximum": 3660, "default": "$days"}},
    code="""
def run(input):
    days = int(input.get("days", $DAYS))
    since = (day(today()) - timedelta(days=days - 1)).isoformat()
    done = [one for one in tasks("done") if one["done_at"] and one["done_at"][:10] >= since]
    pieces = {"count": str(len(done)), "days": str(days), "open": str(len(tasks("open")))}
    return {"text": say($say_said, pieces), "count": len(done)}
""",
    examples=lambda w: [
        {
            "input": {"days": 7},
            "given": {"now": NOW, "tasks": _TASKS},
            "output": {"text": w.told("said", count="1", days="7", open="3"), "count": 1},
        },
        {
            "input": {"days": 30},
            "given": {"now": NOW, "tasks": _TASKS},
            "output": {"text": w.told("said", count="2", days="30", open="3"), "count": 2},
        },
        {
            "input": {"days": 1},
            "given": given(),
            "output": {"text": w.told("said", count="0", days="1", open="0"), "count": 0},
        },
    ],
)

A_DAY_FOR_GOAL = Template(
    name="a-day-for-goal",
    capabilities=("read:goals", "read:measures"),
    slots={"metric": ..., "unit": ""},
    parts=("number", "amount", "say", "day", "timedelta"),
    code='''
def run(input):
    found = [one for one in goals() if one["metric"] == $METRIC and one["target"] is not None]
    if not found:
        return {"text": $say_no_goal, "left": None, "a_day": None}
    goal = found[0]
    now_on = day(today())
    last = now_on
    start = now_on
    if goal["period"] == "week":
        start = now_on - timedelta(days=now_on.weekday())
        last = start + timedelta(days=6)
    elif goal["period"] == "month":
        start = now_on.replace(day=1)
        last = (start + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    elif goal["by"]:
        last = day(goal["by"])
    days = max(1, (last - now_on).days + 1)
    if goal["period"]:
        since = start.isoformat()
        rows = measures($METRIC, (now_on - start).days + 1)
        have = sum([float(one["value"]) for one in rows if one["at"][:10] >= since])
    else:
        rows = measures($METRIC, 3660)
        have = float(rows[-1]["value"]) if rows else float(goal["baseline"] or 0)
    left = float(goal["target"]) - have
    if goal["direction"] != "at_most" and goal["period"] and left <= 0:
        return {"text": $say_met, "left": 0.0, "a_day": 0.0}
    pieces = {"left": amount(left), "a_day": amount(left / days), "days": str(days)}
    return {"text": say($say_said, pieces), "left": round(left, 2), "a_day": round(left / days, 2)}
''',
    examples=lambda w: [
        {
            "input": {},
            "given": {
                "now": NOW,
                "goals": [
                    {"title": "Cel", "metric": w.slots["metric"], "target": 20, "period": "week",
                     "direction": "at_least"}
                ],
                "measures": {w.slots["metric"]: measured(("03-01", 9), ("03-02", 4), ("03-03", 6))},
            },
            "output": {
                "text": w.told("said", left=w.amount("10"), a_day=w.amount("2"), days="5"),
                "left": 10.0,
                "a_day": 2.0,
            },
        },
        {
            "input": {},
            "given": given(),
            "output": {"text": w.told("no_goal"), "left": None, "a_day": None},
        },
    ],
)  # fmt: skip

TEMPLATES = (COUNTDOWN, SINCE_START, TURNS, OVERDUE, DONE, A_DAY_FOR_GOAL)
