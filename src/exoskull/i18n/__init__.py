"""All that a person reads, in Polish and English: sentences, numbers, dates, measures.

The sentences are Fluent entries in `en/*.ftl` and `pl/*.ftl`. A language is its two letters,
"pl" or "en"; the `Language` enum of `exoskull.language.model` is such a string.
"""

from exoskull.i18n.catalogue import LANGUAGES, MissingText
from exoskull.i18n.costs import cost_text
from exoskull.i18n.dates import day_phrase, duration, local_date, local_time, moment
from exoskull.i18n.happened import happened, why_not
from exoskull.i18n.listing import listing
from exoskull.i18n.measures import measure, measured, metric_name
from exoskull.i18n.numbers import money, number, percent
from exoskull.i18n.translate import error_text, has, text

__all__ = [
    "LANGUAGES",
    "MissingText",
    "cost_text",
    "day_phrase",
    "duration",
    "error_text",
    "happened",
    "has",
    "listing",
    "local_date",
    "local_time",
    "measure",
    "measured",
    "metric_name",
    "moment",
    "money",
    "number",
    "percent",
    "text",
    "why_not",
]
