"""Pages and pieces of them: Jinja templates that speak the person's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse

from exoskull.i18n import day_phrase, local_time, moment, text
from exoskull.web.assets import Assets
from exoskull.web.languages import language_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How a template speaks: in which language, by whose clock, and what time it is."""

    language: str
    zone: tzinfo
    at: datetime

    @property
    def today(self) -> date:
        return self.at.astimezone(self.zone).date()

    def t(self, key: str, **args: Any) -> str:
        """The text `key`."""
        return text(self.language, key, **args)

    def when(self, at: datetime) -> str:
        """ "today at 18:00", "on Friday at 7:30"."""
        return moment(at.astimezone(self.zone), self.today, self.language)

    def day(self, day: date) -> str:
        """ "today", "on Friday", "12 March"."""
        return day_phrase(day, self.today, self.language)

    def clock(self, at: datetime) -> str:
        """ "18:00"."""
        return local_time(at.astimezone(self.zone), self.language)


class Pages:
    """The templates of the toolkit and of `features`, as `<feature>/<file>`.

    What stands in a template's `{{ }}` is escaped; a name that was not given raises.
    """

    def __init__(self, features: Sequence[str], assets: Assets) -> None:
        loaders: Mapping[str, PackageLoader] = {
            name: PackageLoader(f"exoskull.{name}") for name in ("web", *features)
        }
        self._environment = Environment(
            loader=PrefixLoader(loaders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals["asset"] = assets.url

    def render(self, template: str, voice: Voice, /, **context: Any) -> str:
        """The HTML of `template`."""
        return self._environment.get_template(template).render(
            voice=voice, t=voice.t, language=voice.language, **context
        )

    def piece(self, template: str, voice: Voice, /, **context: Any) -> Markup:
        """The HTML of `template`, to stand in another one."""
        return Markup(self.render(template, voice, **context))  # noqa: S704 - escaped by Jinja

    def response(
        self, template: str, voice: Voice, /, *, status_code: int = 200, **context: Any
    ) -> HTMLResponse:
        """The template as a whole answer."""
        return HTMLResponse(self.render(template, voice, **context), status_code=status_code)


def stranger_voice(request: HTTPConnection, at: datetime) -> Voice:
    """How to speak to somebody who is not signed in."""
    return Voice(language=language_of(request), zone=UTC, at=at)
