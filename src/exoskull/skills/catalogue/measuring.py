"""Skills about one metric: totals, means, streaks, trends, records."""

from exoskull.skills.catalogue.template import Template, given, measured

READ = ("read:measures",)
METRIC = {"metric": ..., "unit": "", "daily": "sum"}
BASE = ("number", "amount", "say", "by_day", "of_day")

TOTAL = Template(
    name="total",
    capabilities=READ,
    slots=METRIC | {"days": 7, "period": "days", "first_weekday": 0},
    parts=(*BASE, "day"),
    properties={"days": {"type": "integer", "minimum": 1, "maximum": 3660, "default": None}},
    code="""
def usual() -> int:
    now_on = day(today())
    if $PERIOD == "day":
        return 1
    if $PERIOD == "week":
        return (now_on.weekday() - $FIRST_WEEKDAY) % 7 + 1
    if $PERIOD == "month":
        return now_on.day
    return $DAYS


def run(input):
    days = int(input.get("days", 0)) or usual()
    values = list(by_day($METRIC, days).values())
    if not values:
        return {"text": say($say_any_nothing, {"days": str(days)}), "total": None, "days_with": 0}
    total = sum(values)
    pieces = {"total": amount(total), "days": str(days), "with": str(len(values))}
    return {"text": say($say_said, pieces), "total": round(total, 2), "days_with": len(values)}
""",
    examples=lambda w: [
        {
            "input": {"days": 7},
            "given": given(
                **{
                    w.slots["metric"]: measured(
                        ("02-25", 99), ("02-26", 1), ("03-03", 2), ("03-03", 0.5), ("03-04", 4)
                    )
                }
            ),
            "output": {
                "text": w.told(
                    "said",
                    total=w.amount({"sum": "7.5", "mean": "6.25", "last": "5.5"}[w.slots["daily"]]),
                    days="7",
                    **{"with": "3"},
                ),
                "total": {"sum": 7.5, "mean": 6.25, "last": 5.5}[w.slots["daily"]],
                "days_with": 3,
            },
        },
        {
            "input": {"days": 3},
            "given": given(),
            "output": {"text": w.told("any-nothing", days="3"), "total": None, "days_with": 0},
        },
    ],
)

MEAN = Template(
    name="mean",
    capabilities=READ,
    slots=METRIC | {"days": 7},
    parts=BASE,
    properties={"days": {"type": "integer", "minimum": 1, "maximum": 3660, "default": "$days"}},
    code="""
def run(input):
    days = int(input.get("days", $DAYS))
    values = list(by_day($METRIC, days).values())
    if not values:
        return {"text": say($say_any_nothing, {"days": str(days)}), "mean": None, "days_with": 0}
    mean = sum(values) / len(values)
    pieces = {"mean": amount(mean), "days": str(days), "with": str(len(values))}
    return {"text": say($say_said, pieces), "mean": round(mean, 2), "days_with": len(values)}
""",
    examples=lambda w: [
        {
            "input": {"days": 3},
            "given": given(
                **{w.slots["metric"]: measured(("03-01", 9), ("03-02", 6.5), ("03-04", 7.5))}
            ),
            "output": {
                "text": w.told("said", mean=w.amount("7"), days="3", **{"with": "2"}),
                "mean": 7.0,
                "days_with": 2,
            },
        },
        {
            "input": {},
            "given": given(),
            "output": {
                "text": w.told("any-nothing", days=str(w.slots["days"])),
                "mean": None,
                "days_with": 0,
            },
        },
    ],
)

COUNT = Template(
    name="count",
    capabilities=READ,
    slots=METRIC | {"days": 7},
    parts=("say", "by_day", "of_day"),
    properties={"days": {"type": "integer", "minimum": 1, "maximum": 3660, "default": "$days"}},
    code="""
def run(input):
    days = int(input.get("days", $DAYS))
    count = len(by_day($METRIC, days))
    return {"text": say($say_said, {"count": str(count), "days": str(days)}), "count": count}
""",
    examples=lambda w: [
        {
            "input": {"days": 7},
            "given": given(
                **{w.slots["metric"]: measured(("02-27", 1), ("03-02", 1), ("03-02", 1))}
            ),
            "output": {"text": w.told("said", count="2", days="7"), "count": 2},
        },
        {
            "input": {"days": 1},
            "given": given(),
            "output": {"text": w.told("said", count="0", days="1"), "count": 0},
        },
    ],
)

STREAK = Template(
    name="streak",
    capabilities=READ,
    slots=METRIC | {"least": 0},
    parts=("number", "say", "by_day", "of_day", "day", "timedelta"),
    code="""
def run(input):
    values = by_day($METRIC, 400)
    on = day(today())
    if on.isoformat() not in values:
        on = on - timedelta(days=1)
    streak = 0
    while values.get(on.isoformat(), -1.0) >= $LEAST:
        streak = streak + 1
        on = on - timedelta(days=1)
    return {"text": say($say_said, {"streak": str(streak)}), "streak": streak}
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(
                **{
                    w.slots["metric"]: measured(
                        ("02-27", w.slots["least"] + 1),
                        ("03-01", w.slots["least"]),
                        ("03-02", w.slots["least"] + 1),
                        ("03-03", w.slots["least"] + 2),
                    )
                }
            ),
            "output": {"text": w.told("said", streak="3"), "streak": 3},
        },
        {
            "input": {},
            "given": given(),
            "output": {"text": w.told("said", streak="0"), "streak": 0},
        },
    ],
)

TREND = Template(
    name="trend",
    capabilities=READ,
    slots=METRIC | {"days": 28, "ahead": 30},
    parts=(*BASE, "day"),
    code="""
def run(input):
    values = by_day($METRIC, $DAYS)
    if len(values) < 3:
        return {"text": say($say_any_few, {"with": str(len(values))}), "a_week": None, "then": None}
    start = day(today())
    xs = [float((day(on) - start).days) for on in values]
    ys = list(values.values())
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum([(x - mean_x) ** 2 for x in xs])
    slope = sum([(xs[i] - mean_x) * (ys[i] - mean_y) for i in range(len(xs))]) / spread
    then = mean_y + slope * ($AHEAD - mean_x)
    sign = "+" if slope > 0 else ""
    pieces = {"week": sign + amount(slope * 7), "then": amount(then), "ahead": str($AHEAD)}
    return {
        "text": say($say_said, pieces), "a_week": round(slope * 7, 4), "then": round(then, 4),
    }
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(
                **{w.slots["metric"]: measured(("02-18", 80), ("02-25", 79), ("03-04", 78))}
            ),
            "output": {
                "text": w.told("said", week=w.amount("-1"), then=w.amount("73.71"), ahead="30"),
                "a_week": -1.0,
                "then": 73.7143,
            },
        },
        {
            "input": {},
            "given": given(**{w.slots["metric"]: measured(("03-04", 78))}),
            "output": {"text": w.told("any-few", **{"with": "1"}), "a_week": None, "then": None},
        },
    ],
)

RECORDS = Template(
    name="records",
    capabilities=READ,
    slots=METRIC | {"days": 90},
    parts=BASE,
    code="""
def run(input):
    values = by_day($METRIC, $DAYS)
    if not values:
        return {"text": say($say_any_nothing, {"days": str($DAYS)}), "most": None, "least": None}
    most, least = max(values.values()), min(values.values())
    most_on = [on for on in values if values[on] == most][-1]
    least_on = [on for on in values if values[on] == least][-1]
    pieces = {
        "most": amount(most), "most_on": most_on, "least": amount(least), "least_on": least_on,
    }
    return {"text": say($say_said, pieces), "most": round(most, 2), "least": round(least, 2)}
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(
                **{w.slots["metric"]: measured(("03-01", 2), ("03-02", 7.5), ("03-03", 4))}
            ),
            "output": {
                "text": w.told(
                    "said",
                    most=w.amount("7.5"),
                    most_on="2026-03-02",
                    least=w.amount("2"),
                    least_on="2026-03-01",
                ),
                "most": 7.5,
                "least": 2.0,
            },
        },
        {
            "input": {},
            "given": given(),
            "output": {
                "text": w.told("any-nothing", days=str(w.slots["days"])),
                "most": None,
                "least": None,
            },
        },
    ],
)

SINCE_LAST = Template(
    name="since-last",
    capabilities=READ,
    slots=METRIC,
    parts=("say", "day"),
    code="""
def run(input):
    found = measures($METRIC, 730)
    if not found:
        return {"text": $say_never, "days": None}
    last = day(found[-1]["at"])
    days = (day(today()) - last).days
    return {"text": say($say_said, {"days": str(days), "on": last.isoformat()}), "days": days}
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(**{w.slots["metric"]: measured(("02-20", 1), ("03-01", 1))}),
            "output": {"text": w.told("said", days="3", on="2026-03-01"), "days": 3},
        },
        {"input": {}, "given": given(), "output": {"text": w.told("never"), "days": None}},
    ],
)

MOVING_AVERAGE = Template(
    name="moving-average",
    capabilities=READ,
    slots=METRIC,
    parts=(*BASE, "day", "timedelta"),
    code="""
def run(input):
    values = by_day($METRIC, 28)
    since = (day(today()) - timedelta(days=6)).isoformat()
    week = [values[on] for on in values if on >= since]
    if not week or len(values) < 3:
        return {"text": say($say_any_few, {"with": str(len(values))}), "week": None, "month": None}
    short, long = sum(week) / len(week), sum(values.values()) / len(values)
    pieces = {"week": amount(short), "month": amount(long)}
    return {"text": say($say_said, pieces), "week": round(short, 2), "month": round(long, 2)}
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(
                **{w.slots["metric"]: measured(("02-20", 10), ("03-01", 4), ("03-04", 7))}
            ),
            "output": {
                "text": w.told("said", week=w.amount("5.5"), month=w.amount("7")),
                "week": 5.5,
                "month": 7.0,
            },
        },
        {
            "input": {},
            "given": given(),
            "output": {"text": w.told("any-few", **{"with": "0"}), "week": None, "month": None},
        },
    ],
)

SHARE = Template(
    name="share-of-days",
    capabilities=READ,
    slots=METRIC | {"least": ..., "days": 30},
    parts=BASE,
    code="""
def run(input):
    values = list(by_day($METRIC, $DAYS).values())
    if not values:
        return {"text": say($say_any_nothing, {"days": str($DAYS)}), "share": None, "days_with": 0}
    good = len([one for one in values if one >= $LEAST])
    share = good / len(values)
    pieces = {
        "percent": number(share * 100) + "%", "good": str(good), "with": str(len(values)),
        "least": amount($LEAST),
    }
    return {"text": say($say_said, pieces), "share": round(share, 4), "days_with": len(values)}
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(
                **{
                    w.slots["metric"]: measured(
                        ("03-01", w.slots["least"]),
                        ("03-02", w.slots["least"] - 0.5),
                        ("03-03", w.slots["least"] + 1),
                        ("03-04", w.slots["least"] + 2),
                    )
                }
            ),
            "output": {
                "text": w.told(
                    "said",
                    percent="75%",
                    good="3",
                    least=w.amount(f"{w.slots['least']:g}"),
                    **{"with": "4"},
                ),
                "share": 0.75,
                "days_with": 4,
            },
        },
    ],
)

TEMPLATES = (TOTAL, MEAN, COUNT, STREAK, TREND, RECORDS, SINCE_LAST, MOVING_AVERAGE, SHARE)
