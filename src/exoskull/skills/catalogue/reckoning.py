"""Skills that reckon from what they are told: no data of the person's, or hardly any."""

from exoskull.skills.catalogue.template import Template, given, measured

_NUMBER = {"type": "number", "minimum": 0, "maximum": 1000000000}
_SOME = {"type": "number", "minimum": 0.001, "maximum": 1000000000}

BMI = Template(
    name="bmi",
    capabilities=("read:measures",),
    parts=("number", "say"),
    properties={
        "height_cm": {"type": "number", "minimum": 50, "maximum": 260},
        "weight_kg": {"type": "number", "minimum": 2, "maximum": 500, "default": None},
    },
    code="""
def run(input):
    weight = input.get("weight_kg")
    if weight is None:
        found = measures("weight_kg", 365)
        if not found:
            return {"text": $say_nothing, "bmi": None}
        weight = found[-1]["value"]
    height = float(input["height_cm"]) / 100
    bmi = float(weight) / (height * height)
    pieces = {"bmi": number(round(bmi, 1)), "weight": number(float(weight))}
    return {"text": say($say_said, pieces), "bmi": round(bmi, 1)}
""",
    examples=lambda w: [
        {
            "input": {"height_cm": 170, "weight_kg": 65},
            "output": {"text": w.told("said", bmi=w.num("22.5"), weight="65"), "bmi": 22.5},
        },
        {
            "input": {"height_cm": 200},
            "given": given(weight_kg=measured(("02-01", 90), ("03-01", 80))),
            "output": {"text": w.told("said", bmi="20", weight="80"), "bmi": 20.0},
        },
        {
            "input": {"height_cm": 200},
            "given": given(),
            "output": {"text": w.told("nothing"), "bmi": None},
        },
    ],
)

CONVERT = Template(
    name="convert",
    capabilities=(),
    parts=("number", "say"),
    properties={
        "value": {"type": "number", "minimum": -1000000000, "maximum": 1000000000},
        "from": {"type": "string", "maxLength": 5},
        "to": {"type": "string", "maxLength": 5},
    },
    code="""
UNITS = {
    "mm": ("length", 0.001), "cm": ("length", 0.01), "m": ("length", 1.0),
    "km": ("length", 1000.0), "in": ("length", 0.0254), "ft": ("length", 0.3048),
    "yd": ("length", 0.9144), "mi": ("length", 1609.344),
    "g": ("mass", 1.0), "kg": ("mass", 1000.0), "oz": ("mass", 28.349523125),
    "lb": ("mass", 453.59237),
    "ml": ("volume", 1.0), "l": ("volume", 1000.0), "cup": ("volume", 236.5882365),
    "gal": ("volume", 3785.411784),
    "min": ("time", 60.0), "h": ("time", 3600.0), "d": ("time", 86400.0),
}


def run(input):
    value, source, target = float(input["value"]), input["from"], input["to"]
    result = None
    if source == "c" and target == "f":
        result = value * 9 / 5 + 32
    elif source == "f" and target == "c":
        result = (value - 32) * 5 / 9
    elif source in UNITS and target in UNITS and UNITS[source][0] == UNITS[target][0]:
        result = value * UNITS[source][1] / UNITS[target][1]
    if result is None:
        return {"text": say($say_cannot, {"from": source, "to": target}), "value": None}
    pieces = {"value": number(value), "from": source, "result": number(result), "to": target}
    return {"text": say($say_said, pieces), "value": round(result, 6)}
""",
    examples=lambda w: [
        {
            "input": {"value": 10, "from": "mi", "to": "km"},
            "output": {
                "text": w.told(
                    "said", value="10", **{"from": "mi", "to": "km"}, result=w.num("16.09")
                ),
                "value": 16.09344,
            },
        },
        {
            "input": {"value": 100, "from": "c", "to": "f"},
            "output": {
                "text": w.told("said", value="100", **{"from": "c", "to": "f"}, result="212"),
                "value": 212.0,
            },
        },
        {
            "input": {"value": 1, "from": "kg", "to": "km"},
            "output": {"text": w.told("cannot", **{"from": "kg", "to": "km"}), "value": None},
        },
    ],
)

SPLIT_BILL = Template(
    name="split-bill",
    capabilities=(),
    parts=("number", "say"),
    properties={
        "amount": _SOME,
        "people": {"type": "integer", "minimum": 1, "maximum": 1000},
        "tip_percent": {"type": "number", "minimum": 0, "maximum": 100, "default": 0},
    },
    code="""
def run(input):
    people = int(input["people"])
    total = float(input["amount"]) * (1 + float(input.get("tip_percent", 0)) / 100)
    cents = int(round(total * 100))
    each = (cents + people - 1) // people
    pieces = {"each": number(each / 100), "people": str(people), "total": number(cents / 100)}
    return {"text": say($say_said, pieces), "each": each / 100, "total": cents / 100}
""",
    examples=lambda w: [
        {
            "input": {"amount": 120, "people": 4},
            "output": {
                "text": w.told("said", each="30", people="4", total="120"),
                "each": 30.0,
                "total": 120.0,
            },
        },
        {
            "input": {"amount": 100, "people": 3, "tip_percent": 10},
            "output": {
                "text": w.told("said", each=w.num("36.67"), people="3", total="110"),
                "each": 36.67,
                "total": 110.0,
            },
        },
    ],
)

PERCENT = Template(
    name="percent-change",
    capabilities=(),
    parts=("number", "say"),
    properties={"before": _SOME, "after": _NUMBER},
    code="""
def run(input):
    before, after = float(input["before"]), float(input["after"])
    change = (after - before) / before * 100
    sign = "+" if change > 0 else ""
    pieces = {"before": number(before), "after": number(after), "change": sign + number(change)}
    return {"text": say($say_said, pieces), "percent": round(change, 4)}
""",
    examples=lambda w: [
        {
            "input": {"before": 80, "after": 100},
            "output": {
                "text": w.told("said", before="80", after="100", change="+25"),
                "percent": 25.0,
            },
        },
        {
            "input": {"before": 200, "after": 150},
            "output": {
                "text": w.told("said", before="200", after="150", change="-25"),
                "percent": -25.0,
            },
        },
    ],
)

PACE = Template(
    name="pace",
    capabilities=(),
    parts=("number", "say"),
    properties={"km": _SOME, "minutes": _SOME},
    code="""
def run(input):
    km, minutes = float(input["km"]), float(input["minutes"])
    seconds = int(round(minutes * 60 / km))
    left = str(seconds % 60)
    shown = str(seconds // 60) + ":" + ("0" + left if len(left) < 2 else left)
    speed = km / minutes * 60
    pieces = {"pace": shown, "speed": number(speed), "km": number(km)}
    return {"text": say($say_said, pieces), "seconds_a_km": seconds, "km_h": round(speed, 2)}
""",
    examples=lambda w: [
        {
            "input": {"km": 10, "minutes": 55},
            "output": {
                "text": w.told("said", pace="5:30", speed=w.num("10.91"), km="10"),
                "seconds_a_km": 330,
                "km_h": 10.91,
            },
        },
        {
            "input": {"km": 5, "minutes": 25.5},
            "output": {
                "text": w.told("said", pace="5:06", speed=w.num("11.76"), km="5"),
                "seconds_a_km": 306,
                "km_h": 11.76,
            },
        },
    ],
)

SAVING_TIME = Template(
    name="saving-time",
    capabilities=(),
    parts=("number", "say"),
    properties={"target": _SOME, "a_month": _SOME, "have": _NUMBER | {"default": 0}},
    code='''
def run(input):
    lacking = float(input["target"]) - float(input.get("have", 0))
    if lacking <= 0:
        return {"text": $say_there, "months": 0}
    a_month = float(input["a_month"])
    months = int(lacking / a_month)
    if months * a_month < lacking:
        months = months + 1
    pieces = {"months": str(months), "lacking": number(lacking), "a_month": number(a_month)}
    return {"text": say($say_said, pieces), "months": months}
''',
    examples=lambda w: [
        {
            "input": {"target": 5000, "a_month": 400, "have": 1000},
            "output": {"text": w.told("said", months="10", lacking="4000", a_month="400"),
                       "months": 10},
        },
        {
            "input": {"target": 1000, "a_month": 300},
            "output": {"text": w.told("said", months="4", lacking="1000", a_month="300"),
                       "months": 4},
        },
        {
            "input": {"target": 100, "a_month": 10, "have": 100},
            "output": {"text": w.told("there"), "months": 0},
        },
    ],
)  # fmt: skip

TEMPLATES = (BMI, CONVERT, SPLIT_BILL, PERCENT, PACE, SAVING_TIME)
