"""Acts spelled as short lines, so that examples read as a table.

`log metric value [@when]`, `goal metric direction target [period] [by date] [from baseline]`,
`remind when [every period]` (`?` for no time), `task [due]`, `finish [every]`, `why [day]`,
`status [subject]`, `approve [code]`, `reject [code]`, `pause [until]`, `stop`, `resume`, `undo`,
`small kind`, `vague metric`, `remark`, `unknown`; a title may follow after ` | `. `-` alone:
nothing that acts.
"""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from exoskull.language import model

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=ZoneInfo("Europe/Warsaw"))
IDLE = ("remark", "unknown", "vague", "small")


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def spelled(act: model.Act, now: datetime = NOW) -> tuple[str, str | None]:
    """The line for `act`, and its title or text."""
    match act:
        case model.LogMeasure():
            when = "" if act.at == now else f" @{act.at:%Y-%m-%dT%H:%M}"
            return f"log {act.metric} {_number(act.value)}{when}", None
        case model.SetGoal():
            period = f" {act.period}" if act.period else ""
            by = f" by {act.by}" if act.by else ""
            start = f" from {_number(act.baseline)}" if act.baseline is not None else ""
            line = f"goal {act.metric} {act.direction} {_number(act.target)}{period}{by}{start}"
            return line, act.title
        case model.Remind():
            at = f"{act.at:%Y-%m-%dT%H:%M}" if act.at else "?"
            return f"remind {at}" + (f" every {act.every}" if act.every else ""), act.title
        case model.MakeTask():
            return f"task {act.due or ''}".strip(), act.title
        case model.FinishTask():
            return "finish every" if act.every else "finish", act.title
        case model.AskWhy():
            return f"why {act.about_day or ''}".strip(), None
        case model.AskStatus():
            return f"status {act.subject or ''}".strip(), None
        case model.Approve():
            return f"approve {act.code or ''}".strip(), None
        case model.Reject():
            return f"reject {act.code or ''}".strip(), None
        case model.Pause():
            return f"pause {act.until:%Y-%m-%dT%H:%M}" if act.until else "pause", None
        case model.SmallTalk():
            return f"small {act.kind}", None
        case model.VagueGoal():
            return f"vague {act.metric or ''}".strip(), act.title
        case model.Remark():
            return "remark", act.text
        case model.NotUnderstood():
            return "unknown", act.text
        case model.Stop() | model.Resume() | model.Undo():
            return type(act).__name__.lower(), None


def agrees(expected: str, acts: list[model.Act], *, titles: bool = True) -> bool:
    """Whether `acts` are the expected ones; a title counts only where one is expected."""
    found = [spelled(act) for act in acts]
    if expected.strip() == "-":
        return all(line.split()[0] in IDLE for line, _ in found)
    wanted = [part.strip() for part in re.split(r";\s", expected)]
    if len(wanted) != len(found):
        return False
    for want, (line, title) in zip(wanted, found, strict=True):
        want_line, _, want_title = want.partition(" | ")
        if want.startswith("| "):
            return False
        if want_line.strip() != line:
            return False
        if titles and want_title and want_title != title:
            return False
    return True


def shown(acts: list[model.Act]) -> str:
    """The acts in the notation, titles included."""
    lines = [spelled(act) for act in acts]
    return "; ".join(f"{line} | {title}" if title else line for line, title in lines)


def table(name: str) -> list[tuple[str, str]]:
    """The (text, expected) rows of a table beside this file."""
    rows: list[tuple[str, str]] = []
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            text, _, expected = line.rpartition(" => ")
            rows.append((text.replace("\\n", "\n"), expected.strip()))
    return rows
