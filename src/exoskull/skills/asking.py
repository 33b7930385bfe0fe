"""What a sentence wants reckoned: the template that does it, and the particulars. Pure, no model.

A question is known again by its key: the template and what it is about, whatever the words; what
fits no template, by its own words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from exoskull.language.fold import fold
from exoskull.language.when import find_when
from exoskull.skills import slots_said
from exoskull.skills.sentence import Sentence, sentence
from exoskull.skills.unit_words import UNIT_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, understood.

    `template`: None where none fits. `slots`: particulars that belong to the skill. `input`: the
    numbers of this very question. `key`: the same for every way of asking the same.
    """

    key: str
    template: str | None
    slots: Mapping[str, Any] = field(default_factory=dict)
    input: Mapping[str, Any] = field(default_factory=dict)


_ASKS = re.compile(
    r"\?|^\s*(?:a |no |hej,? |hey,? |ok,? )?(?:ile|jak|jaki|jaka|jakie|kiedy|czy|kto|czyja|gdzie|co"
    r"|w ktory|ktorego|porownaj|przelicz|policz|oblicz|podziel|zamien|how|what|when|which|whose|who"
    r"|compare|convert|calculate|split|do i|am i|is my)\b"
)


def asked(text: str, at: datetime, *, polish: bool) -> Asked | None:
    """The question in `text`; None where it is none.

    Args:
        at: when it was written, in the person's zone.
        polish: whether the person writes Polish.
    """
    said = sentence(text, at, polish=polish)
    if not _ASKS.search(said.folded) or not said.words:
        return None
    found = _fits(said)
    if found is not None:
        return found
    return Asked(key="words:" + " ".join(said.words)[:200], template=None)


def wanted(texts: Sequence[str], at: datetime, *, polish: bool) -> Asked | None:
    """What a request wants that is to be done again and again ("tell me when ..."), or reckoned;
    the first of `texts` that says so."""
    for text in texts:
        said = sentence(text, at, polish=polish)
        found = _acts(said) or _fits(said)
        if found is not None:
            return found
    return None


def _fits(said: Sentence) -> Asked | None:
    return next((found for fit in _FITS if (found := fit(said)) is not None), None)


def _made(template: str, _about: str = "", /, **slots: Any) -> Asked:
    shown = ",".join(f"{name}={value}" for name, value in sorted(slots.items()))
    return Asked(key=f"{template}:{_about or shown}", template=template, slots=slots)


def _with(template: str, **given: Any) -> Asked:
    return Asked(key=f"{template}:", template=template, input=given)


_COMPARES = (
    r"\bversus\b|\bvs\b|\bcompar|\bw porownaniu|\bporown|\bzestaw"
    r"|\bniz w (?:zeszl|poprzedn|ubiegl|tamt)|\bthan last\b"
    r"|\ba (?:ile )?w (?:zeszl|poprzedn|ubiegl)"
    r"|\band last (?:week|month)\b"
)


def _compare(said: Sentence) -> Asked | None:
    if said.metric is None or not said.has(_COMPARES):
        return None
    name = "compare-months" if said.is_monthly else "compare-weeks"
    return _made(name, metric=said.metric)


def _together(said: Sentence) -> Asked | None:
    pattern = (
        r"\bwplyw|\bzalez|\bzwiaz|\bw parze|\bcorrelat|\baffect|\binfluenc|\brelated\b|\bdepend"
        r"|\bgo together|\bkorel"
    )
    if len(said.metrics) < 2 or not said.has(pattern):
        return None
    first, second = sorted(said.metrics[:2])
    return _made("together", metric=first, other=second)


_OF_ONE = (
    ("streak", r"\bz rzedu|\bpod rzad|\bin a row\b|\bstreak|\bserie?\b|\bpasmo"),
    (
        "since-last",
        r"\bkiedy ostatni|\bile dni temu|\bile (?:dni|czasu) (?:minelo|uplynelo)|\bdawno"
        r"|\bwhen did i last|\bwhen was (?:my|the) last|\blast time i|\bhow long (?:ago|since)"
        r"|\bhow many days since",
    ),
    ("debt", r"\bdlug\w* (?:snu|sennego)|\bsleep debt|\bniedosp"),
    ("weekdays", r"\bktory(?:m)? dzien|\bktorego dnia|\bdniu? tygodnia|\bwhich (?:week)?day"
                 r"|\bday of the week|\bwhat day\b"),
    ("records", r"\brekord|\bnajwiecej|\bnajlepszy|\bnajdluz|\bnajmniej|\brecord|\bhighest|\blowest"
                r"|\bmost ever|\bpersonal best|\bbest day|\bworst day"),
    ("moving-average", r"\bsredni\w* kroczac|\bkroczac|\b(?:moving|rolling) average"),
    (
        "trend",
        r"\btrend|\bprognoz|\bw tym tempie|\bat this rate|\bprojection"
        r"|\bjak szybko (?:chudn|tyj|ros|spad)|\bhow fast (?:am i|is my)|\bdokad zmierza"
        r"|\bkeep (?:going|this up)",
    ),
    ("a-day-for-goal", r"\bile (?:\w+ )?dziennie|\bna dzien do celu"
                       r"|\bhow much (?:\w+ ){0,4}(?:a|per|each|every) day"
                       r"|\ba day (?:for|to reach) my goal"),
    ("mean", r"\bsredni|\bprzecietn|\baverage|\bmean\b|\btypical"),
    ("count", r"\bile razy|\bile dni|\bjak czesto|\bhow many (?:times|days)|\bhow often"),
)  # fmt: skip


def _of_one(said: Sentence) -> Asked | None:
    for name, pattern in _OF_ONE:
        if said.has(pattern):
            metric = "sleep_hours" if name == "debt" else said.metric
            return None if metric is None else _made(name, metric=metric)
    return None


def _share(said: Sentence) -> Asked | None:
    pattern = r"\bile procent dni|\bczesc dni|\bw ilu dniach|\bshare of days|\bpercent of days"
    if said.metric is None or not said.numbers or not said.has(pattern):
        return None
    return _made("share-of-days", metric=said.metric, least=said.numbers[0])


def _budget(said: Sentence) -> Asked | None:
    if not said.has(r"\bbudzet|\bbudget") or not said.has(r"\bzosta|\bleft\b|\bremain|\bstarczy"):
        return None
    slots = {"budget": said.numbers[0]} if said.numbers else {}
    return _made("budget-left", metric=said.metric or "spending_pln", **slots)


def _total(said: Sentence) -> Asked | None:
    much = r"\bile\b|\bhow (?:much|many|far|long)|\bjak (?:duzo|dlugo|daleko)"
    spans = (
        ("month", r"\bmiesi|\bmonth"),
        ("week", r"\btydzien|\btygodni|\bweek"),
        ("day", r"\bdzis|\btoday"),
    )
    if said.metric is None or not said.has(much):
        return None
    if said.has(r"\bpowin|\bshould|\bmam zjesc|\btrzeba"):
        return None
    period = next((span for span, pattern in spans if said.has(pattern)), None)
    if period is None:
        return None
    return _made("total", metric=said.metric, period=period)


def _bmi(said: Sentence) -> Asked | None:
    if not said.has(r"\bbmi\b"):
        return None
    heights = [one for one in said.numbers if 100 <= one <= 250]
    heights += [100 * one for one in said.numbers if 1.2 <= one <= 2.5]
    return _with("bmi", **({"height_cm": heights[0]} if heights else {}))


def _convert(said: Sentence) -> Asked | None:
    pattern = (
        r"\bprzelicz|\bzamien|\bconvert|\bile to\b|\bhow (?:many|much)(?: \w+)? (?:is|are|in)\b"
    )
    if not said.numbers or not said.has(pattern):
        return None
    units: list[tuple[int, str]] = []
    for words, unit in UNIT_WORDS.items():
        found = re.search(rf"(?<![a-z])(?:{words})(?![a-z])", said.folded)
        if found is not None:
            units.append((found.start(), unit))
    names = [unit for _, unit in sorted(units)]
    if len(names) < 2:
        return None
    source, target = names[0], names[1]
    if said.has(r"\bhow (?:many|much)\b|^\s*ile (?!to)"):
        source, target = target, source
    return _with("convert", **{"value": said.numbers[0], "from": source, "to": target})


def _split(said: Sentence) -> Asked | None:
    if not said.has(r"\bpodziel|\bsplit|\bpo ile\b|\bna osobe|\beach pay|\bper person"):
        return None
    if len(said.numbers) < 2 or said.numbers[1] < 1 or not said.numbers[1].is_integer():
        return None
    tip = (
        {"tip_percent": said.numbers[2]}
        if len(said.numbers) > 2 and said.has("%|tip|napiw")
        else {}
    )
    return _with("split-bill", amount=said.numbers[0], people=int(said.numbers[1]), **tip)


def _percent(said: Sentence) -> Asked | None:
    pattern = (
        r"\bo ile procent|\bile procent (?:wiecej|mniej)|\bby (?:how many|what) percent"
        r"|\bpercent(?:age)? (?:change|more|less)"
    )
    if len(said.numbers) < 2 or said.numbers[0] <= 0 or not said.has(pattern):
        return None
    return _with("percent-change", before=said.numbers[0], after=said.numbers[1])


def _pace(said: Sentence) -> Asked | None:
    km = re.search(r"(\d+(?:[.,]\d+)?)\s*km\b", said.folded)
    minutes = re.search(r"(\d+(?:[.,]\d+)?)\s*min", said.folded)
    if km is None or minutes is None or not said.has(r"\btempo|\bpace|\bpredkosc|\bspeed"):
        return None
    given = [float(one.group(1).replace(",", ".")) for one in (km, minutes)]
    return _with("pace", km=given[0], minutes=given[1]) if min(given) > 0 else None


def _saving(said: Sentence) -> Asked | None:
    pattern = r"\bodkladajac|\bodloz|\buzbieram|\bzaoszczedze|\bsaving \d|\bto save\b"
    if (
        len(said.numbers) < 2
        or not said.has(pattern)
        or not said.has(r"\bkiedy|\bile|\bhow long|\bwhen")
    ):
        return None
    target, a_month = max(said.numbers[:2]), min(said.numbers[:2])
    return _with("saving-time", target=target, a_month=a_month) if a_month > 0 else None


def _countdown(said: Sentence) -> Asked | None:
    if not said.has(
        r"\bile (?:dni|czasu|zostalo)\b.*\bdo\b|\bhow (?:many days|long)\b.*\b(?:until|till|to)\b"
    ):
        return None
    when = find_when(said.tokens, said.at, polish=said.polish)
    if when is None or when.day is None or when.day.day is None:
        return None
    return _made("countdown", date=when.day.day.isoformat())


def _tasks(said: Sentence) -> Asked | None:
    if not said.has(r"\bzadan|\bzadania|\btasks?\b"):
        return None
    if said.has(r"\bzaleg|\bprzetermin|\bpo terminie|\boverdue|\blate\b"):
        return _made("overdue-tasks")
    if said.has(
        r"\bzrobi|\bukoncz|\bwykona|\bodhacz|\bdid i|\bhave i|\bcompleted|\bdone\b|\bfinish"
    ):
        days = 30 if said.is_monthly else 7
        return _made("tasks-done", days=days)
    return None


def _turns(said: Sentence) -> Asked | None:
    chore = slots_said.chore(said)
    return None if chore is None else _made("turns", chore or "-", **slots_said.turns(said))


def _saved(said: Sentence) -> Asked | None:
    pattern = (
        r"\bzaoszczedzi(?:l|lem|lam|lismy|lysmy)\b|\bzostalo (?:mi )?w kieszeni"
        r"|\b(?:have|did) (?:i|we) save|\bsaved since"
    )
    return _made("saved-since", "-", **slots_said.savings(said)) if said.has(pattern) else None


_FITS = (
    _tasks, _turns, _saved, _bmi, _convert, _split, _percent, _pace, _saving, _countdown, _budget,
    _together, _compare, _share, _of_one, _total,
)  # fmt: skip
"""In this order: the first that fits is meant."""

_TELLS = (
    r"\bprzypom|\bostrzeg|\bostrzez|\bdaj (?:mi )?znac|\bdawaj|\bpowiadom|\bpowiadam|\bpisz do mnie"
    r"|\bnapisz|\bszturch|\bremind|\bwarn|\balert|\bnudg|\btell me|\blet me know|\bnotify|\bping"
)
_NOT = (
    r"\bnie\b|\bgdy brak|\bbez\b|\bnot\b|n't\b|\bwithout\b|\bhaven|\bskip|\bopuszcz|\bzapomn|\bforg"
)
_OVER = (
    r"\bza duzo|\bzbyt duzo|\bprzekrocz|\bponad\b|\bwiecej niz|\btoo much|\bmore than|\bover\b"
    r"|\bexceed"
)
_DAYS = re.compile(
    r"(\d+|dwa|trzy|cztery|piec|two|three|four|five|tydzien|a week)\s*(?:dni|days?)?"
)
_COUNTS = {
    "dwa": 2, "trzy": 3, "cztery": 4, "piec": 5, "two": 2, "three": 3, "four": 4, "five": 5,
    "tydzien": 7, "a week": 7,
}  # fmt: skip
_WEEKDAYS = (
    r"\bponiedzial|\bmonday", r"\bwtor|\btuesday", r"\bsrod[ye]|\bwednesday",
    r"\bczwart|\bthursday", r"\bpiat(?:ek|ki|ku)|\bfriday", r"\bsobot|\bsaturday",
    r"\bniedziel|\bsunday",
)  # fmt: skip
_WEEKLY = (
    r"\bco tydzien|\braz w tygodniu|\btygodniow|\bw kazd\w+ (?:pon|wto|sro|czw|pia|sob|nie)"
    r"|\bevery (?:week|mon|tue|wed|thu|fri|sat|sun)|\bweekly|\bonce a week"
)


def _acts(said: Sentence) -> Asked | None:
    """What is to be done again and again."""
    if (subject := slots_said.subject(said)) is not None:
        return _made("repetition", " ".join(fold(subject).split())[:100], label=subject)
    if said.metric is None:
        return None
    if said.has(_WEEKLY) and said.has(r"\bpodsum|\braport|\bsummar|\breport|\bile\b|\bhow much"):
        on = next((i for i, one in enumerate(_WEEKDAYS) if said.has(one)), 6)
        return _made("weekly-report", metric=said.metric, weekday=on)
    if not said.has(_TELLS):
        return None
    if said.has(_OVER):
        slots = {"limit": said.numbers[0]} if said.numbers else {}
        return _made("over-limit", metric=said.metric, **slots)
    if said.has(_NOT):
        found = _DAYS.search(said.folded)
        days = _COUNTS.get(found.group(1)) or int(found.group(1)) if found else 3
        return _made("when-silent", metric=said.metric, days=max(1, min(30, days)))
    return None
