"""Skills that act: they tell the person, or put something on the list. Each needs a yes."""

from datetime import date, time, timedelta
from typing import Any

from exoskull.skills.catalogue.measuring import BASE, METRIC
from exoskull.skills.catalogue.template import Template, Words, given, measured

EVENING = time(18, 0)
MORNING = time(8, 0)
TELLS = ("read:measures", "notify")


def _told(text: str) -> list[dict[str, Any]]:
    return [{"call": "notify", "args": {"text": text}}]


SILENT = Template(
    name="when-silent",
    capabilities=TELLS,
    slots={"metric": ..., "unit": "", "days": 3, "since": ...},
    parts=("say", "day"),
    daily_at=EVENING,
    code="""
def run(input):
    found = measures($METRIC, 90)
    last = day(found[-1]["at"]) if found else day($SINCE)
    days = (day(today()) - last).days
    told = days >= $DAYS and (days - $DAYS) % $DAYS == 0
    if told:
        notify(say($say_notice, {"days": str(days)}))
    return {"text": say($say_said, {"days": str(days)}), "days": days, "told": told}
""",
    examples=lambda w: _silent(w),
)


def _silent(w: Words) -> list[dict[str, Any]]:
    gap, today = w.slots["days"], date(2026, 3, 4)

    def last(days: int) -> dict[str, Any]:
        on = (today - timedelta(days=days)).isoformat()[5:]
        return given(**{w.slots["metric"]: measured((on, 1))})

    return [
        {
            "input": {},
            "given": last(gap),
            "output": {"text": w.told("said", days=str(gap)), "days": gap, "told": True},
            "effects": _told(w.told("notice", days=str(gap))),
        },
        {
            "input": {},
            "given": last(gap - 1),
            "output": {"text": w.told("said", days=str(gap - 1)), "days": gap - 1, "told": False},
        },
    ]


LIMIT = Template(
    name="over-limit",
    capabilities=TELLS,
    slots=METRIC | {"limit": ...},
    parts=BASE,
    daily_at=EVENING,
    code="""
def run(input):
    today_only = list(by_day($METRIC, 1).values())
    have = today_only[0] if today_only else 0.0
    told = have > $LIMIT
    pieces = {"have": amount(have), "limit": amount($LIMIT)}
    if told:
        notify(say($say_notice, pieces))
    return {"text": say($say_said, pieces), "have": round(have, 2), "told": told}
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(**{w.slots["metric"]: measured(("03-04", w.slots["limit"] + 1))}),
            "output": {
                "text": w.told(
                    "said",
                    have=w.amount(f"{w.slots['limit'] + 1:g}"),
                    limit=w.amount(f"{w.slots['limit']:g}"),
                ),
                "have": w.slots["limit"] + 1,
                "told": True,
            },
            "effects": _told(
                w.told(
                    "notice",
                    have=w.amount(f"{w.slots['limit'] + 1:g}"),
                    limit=w.amount(f"{w.slots['limit']:g}"),
                )
            ),
        },
        {
            "input": {},
            "given": given(**{w.slots["metric"]: measured(("03-03", w.slots["limit"] + 5))}),
            "output": {
                "text": w.told("said", have=w.amount("0"), limit=w.amount(f"{w.slots['limit']:g}")),
                "have": 0.0,
                "told": False,
            },
        },
    ],
)

WEEKLY = Template(
    name="weekly-report",
    capabilities=TELLS,
    slots=METRIC | {"weekday": 6, "how": "sum"},
    parts=(*BASE, "day"),
    daily_at=EVENING,
    code="""
def run(input):
    values = list(by_day($METRIC, 7).values())
    told = day(today()).weekday() == $WEEKDAY and bool(values)
    result = sum(values) if values else 0.0
    if values and $HOW != "sum":
        result = result / len(values)
    pieces = {"result": amount(result), "with": str(len(values))}
    if told:
        notify(say($say_notice, pieces))
    return {"text": say($say_notice, pieces), "result": round(result, 2), "told": told}
""",
    examples=lambda w: _weekly(w),
)


def _weekly(w: Words) -> list[dict[str, Any]]:
    on = date(2026, 3, 2) + timedelta(days=w.slots["weekday"])
    day = on.isoformat()
    result = 12.0 if w.slots["how"] == "sum" else 6.0
    before = (on - timedelta(days=1)).isoformat()[5:]
    rows = {w.slots["metric"]: measured((before, 5), (day[5:], 7))}
    said = w.told("notice", result=w.amount(f"{result:g}"), **{"with": "2"})
    nothing = w.told("notice", result=w.amount("0"), **{"with": "0"})
    return [
        {
            "input": {},
            "given": {"now": f"{day}T18:00:00+01:00", "measures": rows},
            "output": {"text": said, "result": result, "told": True},
            "effects": _told(said),
        },
        {
            "input": {},
            "given": {"now": f"{day}T18:00:00+01:00"},
            "output": {"text": nothing, "result": 0.0, "told": False},
        },
    ]


RECURRING = Template(
    name="recurring-task",
    capabilities=("write:tasks",),
    slots={"label": ..., "weekday": ...},
    parts=("say", "day"),
    daily_at=MORNING,
    code="""
def run(input):
    is_day = day(today()).weekday() == $WEEKDAY
    if is_day:
        create_task($LABEL, today())
    return {"text": $say_made if is_day else $say_not_today, "made": is_day}
""",
    examples=lambda w: _recurring(w),
)


def _recurring(w: Words) -> list[dict[str, Any]]:
    on = (date(2026, 3, 2) + timedelta(days=w.slots["weekday"])).isoformat()
    other = (date(2026, 3, 3) + timedelta(days=w.slots["weekday"])).isoformat()
    return [
        {
            "input": {},
            "given": {"now": f"{on}T08:00:00+01:00"},
            "output": {"text": w.told("made"), "made": True},
            "effects": [{"call": "create_task", "args": {"title": w.slots["label"], "due": on}}],
        },
        {
            "input": {},
            "given": {"now": f"{other}T08:00:00+01:00"},
            "output": {"text": w.told("not_today"), "made": False},
        },
    ]


REPETITION = Template(
    name="repetition",
    capabilities=("write:tasks",),
    slots={"label": ..., "start": ...},
    parts=("say", "day"),
    daily_at=MORNING,
    code="""
STEPS = [1, 3, 7, 14, 30, 60]


def run(input):
    days = (day(today()) - day($START)).days
    due = days in STEPS
    if due:
        create_task($say_task, today())
    left = [one for one in STEPS if one > days]
    pieces = {"days": str(left[0] - days) if left else "0"}
    return {"text": say($say_said, pieces) if left else $say_over, "due": due}
""",
    examples=lambda w: _repetition(w),
)


def _repetition(w: Words) -> list[dict[str, Any]]:
    start = date.fromisoformat(w.slots["start"])

    def after(days: int) -> str:
        return (start + timedelta(days=days)).isoformat()

    task = {"call": "create_task", "args": {"title": w.told("task"), "due": after(3)}}
    return [
        {
            "input": {},
            "given": {"now": f"{after(3)}T08:00:00+01:00"},
            "output": {"text": w.told("said", days="4"), "due": True},
            "effects": [task],
        },
        {
            "input": {},
            "given": {"now": f"{after(5)}T08:00:00+01:00"},
            "output": {"text": w.told("said", days="2"), "due": False},
        },
        {
            "input": {},
            "given": {"now": f"{after(80)}T08:00:00+01:00"},
            "output": {"text": w.told("over"), "due": False},
        },
    ]


TEMPLATES = (SILENT, LIMIT, WEEKLY, RECURRING, REPETITION)
