"""What is said about a symptom: its facts put into the person's language."""

from datetime import datetime
from typing import Any

from exoskull.channels.text import shortened
from exoskull.i18n import local_time, measure, metric_name, text
from exoskull.interventions.claim import Wording
from exoskull.mape.model import Symptom, SymptomKind
from exoskull.tenants.model import Tenant

ABOUT_MAX = 40
SLEEP = "sleep_hours"
MOOD = "mood"


def wording(symptom: Symptom, option: str, framing: str, tenant: Tenant) -> Wording:
    """The message about `symptom` in the tenant's language, from its facts alone."""
    language = tenant.language.value
    kind = _key(symptom.kind.value)
    args = arguments(symptom, tenant)
    return Wording(
        subject=text(language, f"subject-{kind}", **args),
        text=text(language, f"intervention-{kind}-{_key(option)}-{framing}", **args),
        reason=text(language, f"reason-{kind}", **args),
    )


def _key(name: str) -> str:
    return name.replace("_", "-")


def arguments(symptom: Symptom, tenant: Tenant) -> dict[str, Any]:
    """The facts of `symptom` as the texts take them: numbers as numbers, measures with units."""
    language = tenant.language.value
    facts = symptom.facts
    args: dict[str, Any] = {"metric": symptom.metric, "direction": facts.get("direction")}
    match symptom.kind:
        case SymptomKind.GOAL_OFF_PACE | SymptomKind.ACHIEVEMENT:
            metric = str(facts["metric"])
            args |= {
                "goal": facts["goal"],
                "period": facts["period"],
                "days_left": facts["days_left"],
                "have_text": measure(metric, facts["have"], language),
                "target_text": measure(metric, facts["target"], language),
                "missing_text": measure(metric, facts["missing"], language),
                "value_text": measure(metric, facts["have"], language),
            }
        case SymptomKind.GOAL_WITHOUT_DATA:
            args |= {
                "goal": facts["goal"],
                "metric_text": metric_name(str(facts["metric"]), language),
                "days": facts["days"],
            }
        case SymptomKind.SLEEP_DEBT:
            args |= {
                "mean_text": measure(SLEEP, facts["mean_h"], language, digits=1),
                "baseline_text": measure(SLEEP, facts["baseline_h"], language, digits=1),
                "nights": facts["nights"],
                "debt_text": measure(SLEEP, facts["debt_h"], language, digits=1),
            }
        case SymptomKind.OVERLOAD:
            args |= {name: facts[name] for name in ("count", "oldest", "days_late")}
        case SymptomKind.LOW_MOOD:
            args |= {
                "mean_text": measure(MOOD, facts["mean"], language, digits=1),
                "baseline_text": measure(MOOD, facts["baseline"], language, digits=1),
                "days": facts["days"],
            }
        case SymptomKind.SILENCE:
            args |= {"days": facts["days"]}
        case SymptomKind.BROKEN_ROUTINE:
            args |= {
                "metric_text": metric_name(str(facts["metric"]), language),
                "usual_text": text(language, "usual-per-week", count=facts["usual_per_week"]),
                "days_since": facts["days_since"],
            }
        case SymptomKind.REMINDER_DUE:
            at = tenant.local(datetime.fromisoformat(str(facts["at"])))
            args |= {"title": facts["title"], "time": local_time(at, language)}
        case SymptomKind.NOTICED:
            about = facts["about"]
            named = metric_name(str(about), language) if symptom.metric else about
            args |= {"theme": facts["theme"], "about": shortened(str(named), ABOUT_MAX)}
    return args
