"""Every route of the web, however deep it was included."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from fastapi.routing import APIRoute


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A path as it is written in the program, and its methods."""

    path: str
    methods: frozenset[str]

    @property
    def parameters(self) -> list[str]:
        """The names of the path's parameters."""
        return re.findall(r"\{(\w+)(?::\w+)?\}", self.path)

    def filled(self, value: Callable[[str], str]) -> str:
        """The path with each parameter replaced by `value` of its name."""
        return re.sub(r"\{(\w+)(?::\w+)?\}", lambda found: value(found[1]), self.path)


def routes_of(app: Any) -> list[Route]:
    """All routes; raises AssertionError where one of the described ones is not among them."""
    found = list(_below(app.routes, ""))
    missing = set(app.openapi()["paths"]) - {route.path for route in found}
    assert not missing, f"the walk does not see {missing}"
    return found


def _below(routes: Iterable[Any], prefix: str) -> Iterator[Route]:
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:  # FastAPI keeps an included router whole
            yield from _below(inner.routes, prefix + route.include_context.prefix)
            continue
        methods = getattr(route, "methods", None) or {"GET"}
        yield Route(
            path=prefix + route.path,
            methods=frozenset(methods) - ({"HEAD"} if isinstance(route, APIRoute) else set()),
        )
