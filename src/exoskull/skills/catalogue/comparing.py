"""Skills that hold one thing against another: periods, weekdays, two metrics, a budget."""

from typing import Any

from exoskull.skills.catalogue.measuring import BASE, METRIC, READ
from exoskull.skills.catalogue.template import Template, Words, given, measured

COMPARE_WEEKS = Template(
    name="compare-weeks",
    capabilities=READ,
    slots=METRIC | {"how": "sum", "first_weekday": 0},
    parts=(*BASE, "day", "timedelta"),
    code="""
def reckon(values: dict[str, float], since: date, until: date) -> float | None:
    found = [values[on] for on in values if since.isoformat() <= on < until.isoformat()]
    if not found:
        return None
    return sum(found) if $HOW == "sum" else sum(found) / len(found)


def run(input):
    now_on = day(today())
    start = now_on - timedelta(days=(now_on.weekday() - $FIRST_WEEKDAY) % 7)
    before = start - timedelta(days=7)
    tomorrow = now_on + timedelta(days=1)
    values = by_day($METRIC, 14)
    here = reckon(values, start, tomorrow)
    there = reckon(values, before, start)
    by_now = reckon(values, before, tomorrow - timedelta(days=7))
    if here is None and there is None:
        return {"text": say($say_any_nothing, {"days": "14"}), "this": None, "last": None}
    first, second, third = here or 0.0, there or 0.0, by_now or 0.0
    pieces = {"this": amount(first), "last": amount(second), "by_now": amount(third)}
    answer = {"text": say($say_said, pieces), "this": round(first, 2), "last": round(second, 2)}
    return answer
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(
                **{
                    w.slots["metric"]: measured(
                        ("02-23", 100), ("02-28", 50), ("03-02", 30), ("03-04", 45)
                    )
                }
            ),
            "output": _weeks(w),
        },
        {
            "input": {},
            "given": given(),
            "output": {"text": w.told("any-nothing", days="14"), "this": None, "last": None},
        },
    ],
)


def _weeks(w: Words) -> dict[str, Any]:
    """Of the example: the week of Monday 2 March (of Sunday 1 March), and the one before."""
    adds = w.slots["how"] == "sum"
    here, there = (75.0, 150.0) if adds else (37.5, 75.0)
    said = w.told(
        "said",
        this=w.amount(f"{here:g}"),
        last=w.amount(f"{there:g}"),
        by_now=w.amount("100"),
    )
    return {"text": said, "this": here, "last": there}


COMPARE_MONTHS = Template(
    name="compare-months",
    capabilities=READ,
    slots=METRIC | {"how": "sum"},
    parts=(*BASE, "day", "timedelta"),
    code="""
def reckon(found: list[float]) -> float:
    if not found:
        return 0.0
    return sum(found) if $HOW == "sum" else sum(found) / len(found)


def run(input):
    now_on = day(today())
    this_month = today()[:7]
    last_month = (now_on.replace(day=1) - timedelta(days=1)).isoformat()[:7]
    values = by_day($METRIC, 62)
    here = [values[on] for on in values if on[:7] == this_month]
    there = [values[on] for on in values if on[:7] == last_month]
    until = last_month + today()[7:]
    by_now = [values[on] for on in values if on[:7] == last_month and on <= until]
    if not here and not there:
        return {"text": say($say_any_nothing, {"days": "62"}), "this": None, "last": None}
    first, second = reckon(here), reckon(there)
    pieces = {
        "this": amount(first), "last": amount(second), "by_now": amount(reckon(by_now)),
    }
    return {"text": say($say_said, pieces), "this": round(first, 2), "last": round(second, 2)}
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(
                **{
                    w.slots["metric"]: measured(
                        ("01-30", 7), ("02-03", 100), ("02-20", 50), ("03-01", 20), ("03-04", 30)
                    )
                }
            ),
            "output": {
                "text": w.told(
                    "said",
                    this=w.amount("50" if w.slots["how"] == "sum" else "25"),
                    last=w.amount("150" if w.slots["how"] == "sum" else "75"),
                    by_now=w.amount("100"),
                ),
                "this": 50.0 if w.slots["how"] == "sum" else 25.0,
                "last": 150.0 if w.slots["how"] == "sum" else 75.0,
            },
        },
        {
            "input": {},
            "given": given(),
            "output": {"text": w.told("any-nothing", days="62"), "this": None, "last": None},
        },
    ],
)

WEEKDAYS = Template(
    name="weekdays",
    capabilities=READ,
    slots=METRIC | {"weekdays": ...},
    parts=(*BASE, "day"),
    code="""
NAMES = $WEEKDAYS


def run(input):
    values = by_day($METRIC, 84)
    by_name: dict[int, list[float]] = {}
    for on in values:
        by_name.setdefault(day(on).weekday(), []).append(values[on])
    if len(by_name) < 2:
        return {"text": say($say_any_few, {"with": str(len(values))}), "most": None, "least": None}
    means = {number_of: sum(by_name[number_of]) / len(by_name[number_of]) for number_of in by_name}
    most = sorted(means, key=lambda one: (-means[one], one))[0]
    least = sorted(means, key=lambda one: (means[one], one))[0]
    pieces = {
        "most": NAMES[most], "most_mean": amount(means[most]),
        "least": NAMES[least], "least_mean": amount(means[least]),
    }
    return {"text": say($say_said, pieces), "most": most + 1, "least": least + 1}
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(
                **{
                    w.slots["metric"]: measured(
                        ("02-23", 4), ("02-24", 8), ("03-02", 6), ("03-03", 7)
                    )
                }
            ),
            "output": {
                "text": w.told(
                    "said",
                    most=w.slots["weekdays"][1],
                    most_mean=w.amount("7.5"),
                    least=w.slots["weekdays"][0],
                    least_mean=w.amount("5"),
                ),
                "most": 2,
                "least": 1,
            },
        },
        {
            "input": {},
            "given": given(),
            "output": {"text": w.told("any-few", **{"with": "0"}), "most": None, "least": None},
        },
    ],
)

TOGETHER = Template(
    name="together",
    capabilities=READ,
    slots=METRIC | {"other": ..., "days": 90},
    parts=("number", "say", "by_day", "of_day", "math"),
    code='''
def run(input):
    first, second = by_day($METRIC, $DAYS), by_day($OTHER, $DAYS)
    common = [on for on in first if on in second]
    if len(common) < 7:
        return {"text": say($say_few, {"with": str(len(common))}), "r": None, "days": len(common)}
    xs, ys = [first[on] for on in common], [second[on] for on in common]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum([(xs[i] - mean_x) * (ys[i] - mean_y) for i in range(len(xs))])
    spread = sum([(x - mean_x) ** 2 for x in xs]) * sum([(y - mean_y) ** 2 for y in ys])
    if spread <= 0:
        return {"text": say($say_flat, {"with": str(len(common))}), "r": None, "days": len(common)}
    r = over / math.sqrt(spread)
    pattern = $say_none
    if r >= 0.3:
        pattern = $say_up
    if r <= -0.3:
        pattern = $say_down
    pieces = {"r": number(r), "with": str(len(common))}
    return {"text": say(pattern, pieces), "r": round(r, 4), "days": len(common)}
''',
    examples=lambda w: [
        {
            "input": {},
            "given": given(
                **{
                    w.slots["metric"]: measured(*((f"03-0{d}", d) for d in (1, 2, 3, 4)),
                                                *((f"02-2{d}", d - 9) for d in (6, 7, 8))),
                    w.slots["other"]: measured(*((f"03-0{d}", 2 * d) for d in (1, 2, 3, 4)),
                                               *((f"02-2{d}", 2 * d - 18) for d in (6, 7, 8))),
                }
            ),
            "output": {"text": w.told("up", r="1", **{"with": "7"}), "r": 1.0, "days": 7},
        },
        {
            "input": {},
            "given": given(),
            "output": {"text": w.told("few", **{"with": "0"}), "r": None, "days": 0},
        },
    ],
)  # fmt: skip

BUDGET_LEFT = Template(
    name="budget-left",
    capabilities=READ,
    slots=METRIC | {"budget": ...},
    parts=(*BASE, "day", "timedelta"),
    code="""
def run(input):
    now_on = day(today())
    values = by_day($METRIC, 31)
    spent = sum([values[on] for on in values if on[:7] == today()[:7]])
    later = (now_on.replace(day=1) + timedelta(days=32)).replace(day=1)
    days = (later - now_on).days
    left = $BUDGET - spent
    pieces = {
        "left": amount(left), "spent": amount(spent), "budget": amount($BUDGET),
        "a_day": amount(max(0.0, left) / days), "days": str(days),
    }
    pattern = $say_said if left >= 0 else $say_over
    if left < 0:
        pieces["left"] = amount(-left)
    return {"text": say(pattern, pieces), "left": round(left, 2), "days": days}
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(
                **{
                    w.slots["metric"]: measured(
                        ("02-28", 999),
                        ("03-01", w.slots["budget"] / 2),
                        ("03-03", w.slots["budget"] / 4),
                    )
                }
            ),
            "output": {
                "text": w.told(
                    "said",
                    left=w.amount(_plain(w.slots["budget"] / 4)),
                    spent=w.amount(_plain(w.slots["budget"] * 0.75)),
                    budget=w.amount(_plain(w.slots["budget"])),
                    a_day=w.amount(_plain(w.slots["budget"] / 4 / 28)),
                    days="28",
                ),
                "left": round(w.slots["budget"] / 4, 2),
                "days": 28,
            },
        },
        {
            "input": {},
            "given": given(**{w.slots["metric"]: measured(("03-02", w.slots["budget"] + 10))}),
            "output": {
                "text": w.told(
                    "over",
                    left=w.amount("10"),
                    spent=w.amount(_plain(w.slots["budget"] + 10)),
                    budget=w.amount(_plain(w.slots["budget"])),
                    a_day=w.amount("0"),
                    days="28",
                ),
                "left": -10.0,
                "days": 28,
            },
        },
    ],
)


def _plain(value: float) -> str:
    """A number to two decimals, none of them a trailing zero."""
    return f"{round(value, 2):.2f}".rstrip("0").rstrip(".")


DEBT = Template(
    name="debt",
    capabilities=READ,
    slots=METRIC | {"need": 8, "days": 7},
    parts=BASE,
    code="""
def run(input):
    values = list(by_day($METRIC, $DAYS).values())
    if not values:
        return {"text": say($say_any_nothing, {"days": str($DAYS)}), "debt": None, "days_with": 0}
    debt = sum([$NEED - one for one in values])
    pieces = {
        "debt": amount(abs(debt)), "with": str(len(values)), "need": amount($NEED),
    }
    pattern = $say_said if debt > 0 else $say_none
    return {"text": say(pattern, pieces), "debt": round(debt, 2), "days_with": len(values)}
""",
    examples=lambda w: [
        {
            "input": {},
            "given": given(
                **{
                    w.slots["metric"]: measured(
                        ("02-20", 0),
                        ("03-02", w.slots["need"] - 1.5),
                        ("03-03", w.slots["need"] + 1),
                        ("03-04", w.slots["need"] - 2),
                    )
                }
            ),
            "output": {
                "text": w.told(
                    "said",
                    debt=w.amount("2.5"),
                    need=w.amount(_plain(w.slots["need"])),
                    **{"with": "3"},
                ),
                "debt": 2.5,
                "days_with": 3,
            },
        },
        {
            "input": {},
            "given": given(**{w.slots["metric"]: measured(("03-04", w.slots["need"] + 1))}),
            "output": {
                "text": w.told(
                    "none",
                    debt=w.amount("1"),
                    need=w.amount(_plain(w.slots["need"])),
                    **{"with": "1"},
                ),
                "debt": -1.0,
                "days_with": 1,
            },
        },
    ],
)

TEMPLATES = (COMPARE_WEEKS, COMPARE_MONTHS, WEEKDAYS, TOGETHER, BUDGET_LEFT, DEBT)
