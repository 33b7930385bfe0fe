"""Pages and pieces of them: Jinja templates that speak the person's language."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse

from exoskull.i18n import day_phrase, local_date, local_time, moment, number, percent, text
from exoskull.i18n.numbers import Number
from exoskull.web.assets import Assets
from exoskull.web.languages import language_of
from exoskull.web.navigation import Navigation, navigation


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How a template speaks: in which language, by whose clock, and what time it is.

    `inside`: whether it speaks to somebody who is signed in, and so has all the pages.
    """

    language: str
    zone: tzinfo
    at: datetime
    inside: bool = False

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

    def calendar(self, day: date) -> str:
        """ "12 March", with its year where that is another."""
        return local_date(day, self.language, self.today)

    def tick(self, day: date) -> str:
        """ "12 Mar", "12.03": short enough for an axis."""
        return self.t("date-tick", day=day.day, month=day.month)

    def clock(self, at: datetime) -> str:
        """ "18:00"."""
        return local_time(at.astimezone(self.zone), self.language)

    def number(self, value: Number, digits: int = 2) -> str:
        """ "7.5", "12,500"."""
        return number(value, self.language, digits)

    def percent(self, share: float, digits: int = 0) -> str:
        """A share of one: "62%"."""
        return percent(share, self.language, digits)


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
        self.asset = assets.url
        self._environment.globals["asset"] = self.asset
        self.offer(())

    def offer(self, paths: Collection[str]) -> None:
        """Have every page lead to those that are served at `paths`."""
        self.navigation: Navigation = navigation(paths)
        self._environment.globals["navigation"] = self.navigation

    def render(self, template: str, voice: Voice, /, **context: Any) -> str:
        """The HTML of `template`."""
        page = template.partition("/")[0]
        return self._environment.get_template(template).render(
            {"page": page} | context, voice=voice, t=voice.t, language=voice.language
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
    """How to speak to somebody of whom the request may say no more than a language."""
    inside = getattr(request.state, "language", None) is not None
    return Voice(language=language_of(request), zone=UTC, at=at, inside=inside)


def back_to(request: HTTPConnection, otherwise: str = "/") -> str:
    """The path of the page that the request came from, where it is one of ours."""
    came = urlsplit(request.headers.get("referer", ""))
    ours = came.netloc == request.headers.get("host") and came.path.startswith("/")
    return came.path if ours and not came.path.startswith("//") else otherwise
