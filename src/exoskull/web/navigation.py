"""The one navigation: every page that a person has, in groups, as far as it is served."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page. `name`: what templates call it, `web-nav-<name>` its text; `icon` of icons.svg.

    A template stands at the page of its own feature, unless it sets `page` to another name.
    """

    name: str
    path: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Pages that belong together, `web-nav-group-<name>` in words."""

    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Navigation:
    """`groups` of all pages, and the few of the bar at the bottom of a telephone; `paths`: all that
    is served, for pages that fetch a piece from another feature where it is there."""

    groups: tuple[Group, ...] = ()
    bar: tuple[Place, ...] = ()
    paths: frozenset[str] = frozenset()

    def serves(self, path: str) -> bool:
        """Whether there is anything at `path`."""
        return path in self.paths

    def has(self, name: str) -> bool:
        """Whether there is such a page."""
        return any(place.name == name for group in self.groups for place in group.places)


def _place(name: str, path: str, icon: str) -> Place:
    return Place(name=name, path=path, icon=icon)


GROUPS = (
    Group(
        name="day",
        places=(
            _place("today", "/", "home"),
            _place("chat", "/chat", "chat"),
            _place("feed", "/feed", "feed"),
            _place("goals", "/goals", "goal"),
            _place("apps", "/apps", "apps"),
            _place("briefings", "/briefing", "sun"),
        ),
    ),
    Group(
        name="learned",
        places=(
            _place("overview", "/optimization", "trend"),
            _place("preferences", "/preferences", "heart"),
            _place("memory", "/memory", "idea"),
            _place("conductor", "/findings", "noticed"),
            _place("optimization", "/journal", "book"),
            _place("skills", "/skills", "blocks"),
        ),
    ),
    Group(
        name="allowed",
        places=(
            _place("permissions", "/permissions", "rule"),
            _place("interventions", "/interventions", "sent"),
            _place("scheduling", "/schedule", "plan"),
            _place("toolbox", "/tools", "tool"),
        ),
    ),
    Group(
        name="own",
        places=(
            _place("settings", "/settings", "settings"),
            _place("summaries", "/summaries", "mail"),
            _place("accounts", "/account", "person"),
        ),
    ),
)
BAR = ("today", "feed", "goals", "overview")


def navigation(served: Collection[str], groups: Sequence[Group] = GROUPS) -> Navigation:
    """The navigation over the pages whose paths are `served`."""
    kept = tuple(
        Group(name=group.name, places=tuple(one for one in group.places if one.path in served))
        for group in groups
    )
    there = {place.name: place for group in kept for place in group.places}
    return Navigation(
        groups=tuple(group for group in kept if group.places),
        bar=tuple(there[name] for name in BAR if name in there),
        paths=frozenset(served),
    )
