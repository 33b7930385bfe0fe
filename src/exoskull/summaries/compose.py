"""A summary in words: one list of sections, rendered as text and as HTML. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from exoskull.channels.text import clean_line, shortened
from exoskull.goals.pace import Trajectory
from exoskull.i18n import listing, local_date, local_time, measure, measured, text
from exoskull.language.model import Direction, Period
from exoskull.summaries import chart
from exoskull.summaries.chart import Chart, Stroke
from exoskull.summaries.model import Bar, Facts, GoalPart, Message, MetricPart, SummaryKind

CHARTS_MAX = 3
TITLES_MAX = 8
NEWS_MAX = 5
MESSAGES_MAX = 8
QUOTE_MAX = 100
_MET = (Trajectory.COMPLETED, Trajectory.ON_TRACK)
"""How a period ends that was as the goal asks: a limit that held is on track to its end."""
MEAN_DAYS_MIN = 3
"""Means of fewer days are not held against each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    heading: str
    lines: Sequence[str]
    charts: Sequence[Chart] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A summary, ready to go; in `html` all text is escaped."""

    subject: str
    text: str
    html: str
    reason: str


def compose(kind: SummaryKind, facts: Facts, language: str, in_short: str | None = None) -> Written:
    """The summary of `facts`; what there is too little data for is said to be so.

    Args:
        in_short: a paragraph to open it with, such as a model's.
    """
    voice = _Voice(language=language, kind=kind, facts=facts)
    sections = [one for one in voice.sections() if one.lines or one.charts]
    if in_short is not None:
        sections.insert(0, Section(heading=voice.say("summary-in-short"), lines=[in_short]))
    subject = voice.say("summary-subject", kind=kind.value, span=voice.span())
    title = voice.say("summary-title", kind=kind.value, span=voice.span())
    return Written(
        subject=subject,
        text=_as_text(title, sections),
        html=_as_html(title, sections, language),
        reason=voice.say("reason-summary", kind=kind.value),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    language: str
    kind: SummaryKind
    facts: Facts

    def say(self, key: str, /, **args: Any) -> str:
        return text(self.language, key, **args)

    def span(self) -> str:
        span = self.facts.span
        first = local_date(span.first, self.language, span.last)
        if self.kind is SummaryKind.DAILY:
            return first
        return f"{first} – {local_date(span.last, self.language, span.last)}"

    def sections(self) -> list[Section]:
        facts = self.facts
        short = self.kind is SummaryKind.DAILY
        return [
            Section(
                heading=self.say("summary-goals"),
                lines=[] if short else [*map(self._goal, facts.goals), *facts.ended],
                charts=self._charts(),
            ),
            Section(
                heading=self.say("summary-measures"),
                lines=[] if short else self._measures(),
            ),
            Section(heading=self.say("summary-tasks"), lines=[] if short else self._tasks()),
            Section(heading=self.say("summary-loop"), lines=self._loop()),
            Section(heading=self.say("summary-learned"), lines=self._learned()),
            Section(heading=self.say("summary-changed"), lines=list(facts.changed[:NEWS_MAX])),
        ]

    def _goal(self, part: GoalPart) -> str:
        goal, progress = part.goal, part.progress
        if goal.period is Period.DAY:
            if not part.measured_days:
                return self.say("summary-goal-no-data", goal=goal.title)
            silent = part.all_days - part.measured_days
            told = self.say(
                "summary-goal-days", goal=goal.title, met=part.met_days, count=part.all_days
            )
            return f"{told} {self.say('summary-goal-silent', count=silent)}" if silent else told
        if part.weeks and any(one is not Trajectory.NO_DATA for one in part.weeks):
            return self.say(
                "summary-goal-weeks",
                goal=goal.title,
                met=sum(one in _MET for one in part.weeks),
                count=len(part.weeks),
                silent=part.weeks.count(Trajectory.NO_DATA),
            )
        if progress.trajectory is Trajectory.NO_DATA or progress.have is None:
            return self.say("summary-goal-no-data", goal=goal.title)
        return self.say(
            "summary-goal",
            goal=goal.title,
            trajectory=progress.trajectory.value,
            limit="yes" if goal.direction is Direction.AT_MOST else "no",
            have_text=measure(goal.metric, progress.have, self.language, unit=goal.unit),
            target_text=measure(goal.metric, progress.target, self.language, unit=goal.unit),
        )

    def _charts(self) -> list[Chart]:
        with_bars = [part for part in self.facts.goals if part.bars][:CHARTS_MAX]
        return [
            Chart(
                title=part.goal.title,
                strokes=[
                    Stroke(label=self._label(bar), share=share, shown=self._value(part, bar))
                    for bar, share in zip(
                        part.bars, chart.shares([bar.value for bar in part.bars]), strict=True
                    )
                ],
            )
            for part in with_bars
        ]

    def _label(self, bar: Bar) -> str:
        if bar.first == bar.last:
            return self.say("summary-weekday", weekday=bar.first.isoweekday())
        return f"{bar.first.day}–{bar.last.day}"

    def _value(self, part: GoalPart, bar: Bar) -> str:
        if bar.value is None:
            return self.say("summary-no-entry")
        return measure(part.goal.metric, bar.value, self.language, unit=part.goal.unit)

    def _measures(self) -> list[str]:
        if not self.facts.metrics:
            return [self.say("summary-nothing-measured")]
        return [self._metric(part) for part in self.facts.metrics]

    def _metric(self, part: MetricPart) -> str:
        now = measured(part.metric, part.value, self.language, unit=part.unit, digits=1)
        shown = self.say("summary-mean", what=now, days=part.days) if not part.adds_up else now
        few = not part.adds_up and min(part.days, part.days_before) < MEAN_DAYS_MIN
        if part.before is None:
            return self.say("summary-metric-new", what=shown, kind=self.kind.value)
        if few:
            return self.say("summary-metric-few", what=shown)
        before = measure(part.metric, part.before, self.language, unit=part.unit, digits=1)
        return self.say("summary-metric", what=shown, kind=self.kind.value, before=before)

    def _tasks(self) -> list[str]:
        done = self.facts.done
        told = self.say("summary-done", count=len(done), before=self.facts.done_before)
        if not done:
            return [told]
        shown = list(dict.fromkeys(done))[:TITLES_MAX]
        return [told, self.say("summary-done-list", list=listing(shown, self.language))]

    def _loop(self) -> list[str]:
        facts = self.facts
        held = [self.say("summary-held", count=facts.held)] if facts.held else []
        if self.kind is SummaryKind.DAILY:
            return [self._message(one) for one in facts.messages[:MESSAGES_MAX]] + held
        if not facts.sent:
            return held or [self.say("summary-sent-none")]
        return [
            self.say("summary-sent", count=facts.sent),
            self.say("summary-answered", count=facts.answered),
            *held,
        ]

    def _message(self, one: Message) -> str:
        return self.say(
            "summary-message",
            time=local_time(one.at, self.language),
            channel=one.channel.value,
            text=shortened(clean_line(one.text), QUOTE_MAX),
            answered="yes" if one.answered else "no",
        )

    def _learned(self) -> list[str]:
        if self.facts.learned:
            return list(self.facts.learned[:NEWS_MAX])
        return [] if self.kind is SummaryKind.DAILY else [self.say("summary-learned-nothing")]


def _as_text(title: str, sections: Sequence[Section]) -> str:
    lines = [title]
    for section in sections:
        lines += ["", section.heading.upper()]
        lines += [f"- {clean_line(line)}" for line in section.lines]
        for one in section.charts:
            lines += ["", *chart.as_text(one)]
    return "\n".join(lines)


def _as_html(title: str, sections: Sequence[Section], language: str) -> str:
    body = Markup("\n").join(_section(section) for section in sections)
    return str(
        Markup(
            '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width">'
            '<meta name="color-scheme" content="light"><title>{title}</title></head>\n'
            '<body style="margin:0;padding:16px;background:#ffffff;color:#111827;'
            'font-family:system-ui,-apple-system,Segoe UI,Arial,sans-serif;line-height:1.5">\n'
            '<div style="max-width:600px;margin:0 auto">\n'
            '<h1 style="font-size:20px;margin:0 0 12px">{title}</h1>\n{body}\n</div>\n'
            "</body></html>\n"
        ).format(language=language, title=title, body=body)
    )


def _section(section: Section) -> Markup:
    items = Markup("").join(
        Markup('<li style="margin:2px 0">{}</li>').format(clean_line(line))
        for line in section.lines
    )
    told = Markup('<ul style="margin:0;padding-left:20px">{}</ul>').format(items) if items else ""
    charts = Markup("").join(chart.as_html(one) for one in section.charts)
    return Markup('<h2 style="font-size:16px;margin:20px 0 6px">{}</h2>\n{}{}').format(
        section.heading, told, charts
    )
