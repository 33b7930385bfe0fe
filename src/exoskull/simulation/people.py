"""People who react: what one is, how a file's class becomes some, and what they may answer."""

import importlib.util
import inspect
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, cast

from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.simulation.tape import Line, parse_line
from exoskull.tenants.parse import parse_timezone


class Person(Protocol):
    """A person for `simulate`.

    `profile`: the fields of a tape's tenant line, and `goals`, a list of a tape's goal lines.
    Lines are dictionaries as a tape has them; `tenant` and `at` may be left out.
    """

    profile: dict[str, Any]

    def wake(self, at: datetime) -> list[dict[str, Any]]:
        """What the person does from `at`, a full local hour, on: lines at or after it."""
        ...

    def receive(self, delivery: dict[str, Any], at: datetime) -> list[dict[str, Any]]:
        """What the person does about a message, an `intervention.sent` record: lines at or after
        `at`; a reply to the last one is to this one."""
        ...


MakePerson = Callable[[int], Person]
"""Makes a person out of a seed."""

_UNASKED = frozenset({"tenant", "end"})
"""Kinds of lines that are not a person's to write."""


def load_people(spec: str) -> MakePerson:
    """The class that `FILE.py:CLASS` names, as a maker of people.

    Raises:
        NotFound: `file.not_found`, `persons.no_class`.
        InvalidInput: `persons.malformed`; `persons.not_loadable`: the file raised.
    """
    file, _, name = spec.rpartition(":")
    if not file or not name:
        raise InvalidInput("persons.malformed", field="--persons", value=spec[:200])
    path = Path(file)
    if not path.is_file():
        raise NotFound("file.not_found", field="--persons", path=file)
    module_spec = importlib.util.spec_from_file_location(f"exoskull_persons_{path.stem}", path)
    if module_spec is None or module_spec.loader is None:
        raise InvalidInput("persons.malformed", field="--persons", value=spec[:200])
    module = importlib.util.module_from_spec(module_spec)
    sys.modules[module_spec.name] = module  # where dataclasses look for their own annotations
    try:
        module_spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise InvalidInput(
            "persons.not_loadable", field="--persons", path=file, reason=_told(error)
        ) from error
    found = getattr(module, name, None)
    if not callable(found):
        own = [
            each
            for each, value in vars(module).items()
            if inspect.isclass(value) and value.__module__ == module.__name__
        ]
        raise NotFound(
            "persons.no_class", field="--persons", name=name, path=file, there=", ".join(own) or "-"
        )
    return cast(MakePerson, found)


@dataclass(slots=True, kw_only=True)
class Resident:
    """A person in the world: by the name of their tenant, and with every line they write checked.

    Whatever is wrong with a person is one InvalidInput that names them and the field:
    `person.malformed`, `person.raised`.
    """

    name: str
    person: Person
    own_name: str
    timezone: str = "UTC"
    lines: int = 0

    @property
    def joins_at(self) -> datetime | None:
        """When the person comes, where the profile names a time."""
        given = self.person.profile.get("at")
        if given is None:
            return None
        return self._parse(self._tenant_line(given), None).at

    def arrival(self, begin: datetime) -> list[Line]:
        """The person's tenant line, and those of their goals; at `begin` where they name no time,
        and never before."""
        goals = self.person.profile.get("goals") or []
        if not isinstance(goals, list | tuple):
            raise self._bad("goals", "not a list")
        joins = self._parse(self._tenant_line(self.joins_at or begin), begin)
        self.timezone = parse_timezone(joins.fields["timezone"])
        lines = [joins]
        for goal in goals:
            if not isinstance(goal, Mapping):
                raise self._bad("goals", "holds something that is not a goal line")
            line = self._parse({"at": joins.at} | dict(goal) | {"kind": "goal"}, None)
            lines.append(replace(line, at=max(line.at, joins.at)))
        return lines

    def _tenant_line(self, at: object) -> dict[str, Any]:
        rest = {
            key: value
            for key, value in self.person.profile.items()
            if key not in ("goals", "name")  # the tenant is called `self.name`
        }
        return rest | {"at": at, "kind": "tenant", "tenant": self.name}

    def wake(self, at: datetime) -> list[Line]:
        """What the person does from `at` on."""
        return self._ask("wake", at, at)

    def receive(self, delivery: dict[str, Any], at: datetime) -> list[Line]:
        """What the person does about a delivery."""
        return self._ask("receive", at, delivery, at)

    def _ask(self, method: str, at: datetime, *args: Any) -> list[Line]:
        try:
            said = getattr(self.person, method)(*args)
        except Exception as error:
            raise InvalidInput(
                "person.raised", field=method, person=self.name, reason=_told(error)
            ) from error
        if said is None:
            return []
        if not isinstance(said, list | tuple):
            raise self._bad(method, f"gave {type(said).__name__}, not a list of lines")
        for one in said:
            if not isinstance(one, Mapping):
                raise self._bad(method, f"gave {type(one).__name__}, not a line")
            if one.get("kind") in _UNASKED:
                raise self._bad("kind", f"a person writes no {one['kind']} line")
        return [self._parse({"at": at} | dict(one), at) for one in said]

    def _parse(self, data: dict[str, Any], not_before: datetime | None) -> Line:
        if data.get("tenant", self.name) not in (self.name, self.own_name):
            raise self._bad("tenant", f"{str(data['tenant'])[:40]!r} is somebody else")
        at = data["at"]
        shown = at.isoformat() if isinstance(at, datetime) else at
        self.lines += 1
        known = set() if data.get("kind") == "tenant" else {self.name}
        try:
            line = parse_line(
                data | {"tenant": self.name, "at": shown}, number=self.lines, known=known
            )
        except InvalidInput as error:
            reason = str(error.params.get("reason", error.key))
            raise self._bad(error.field or "line", reason) from error
        if not_before is not None and line.at < not_before:
            raise self._bad("at", f"{shown} is before {not_before.isoformat()}")
        return line

    def _bad(self, field: str, reason: str) -> InvalidInput:
        return InvalidInput("person.malformed", field=field, person=self.name, reason=reason)


def settle_in(people: int, seed: int, make: MakePerson) -> list[Resident]:
    """`people` people, each with a seed and a name of their own.

    Raises:
        InvalidInput: `person.raised`, `person.malformed`.
    """
    residents: list[Resident] = []
    taken: set[str] = set()
    for number in range(people):
        called = f"person-{number + 1}"
        try:
            person = make(seed * 10_000 + number)
        except Exception as error:
            raise InvalidInput(
                "person.raised", field="__init__", person=called, reason=_told(error)
            ) from error
        profile = getattr(person, "profile", None)
        if not isinstance(profile, dict):
            raise InvalidInput(
                "person.malformed", field="profile", person=called, reason="missing, or not a dict"
            )
        for method in ("wake", "receive"):
            if not callable(getattr(person, method, None)):
                raise InvalidInput(
                    "person.malformed", field=method, person=called, reason="no such method"
                )
        own = profile.get("tenant") or profile.get("name") or called
        if not isinstance(own, str):
            raise InvalidInput("person.malformed", field="tenant", person=called, reason="not text")
        residents.append(Resident(name=_free(own, taken), person=person, own_name=own))
    return residents


def _free(wanted: str, taken: set[str]) -> str:
    """`wanted`, with a number where it is taken; notes it as taken."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name


def _told(error: BaseException) -> str:
    """An exception in a line: its type, its words, and where in which file it was raised."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f" ({Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno})" if frame else ""
    return f"{type(error).__name__}: {error}"[:300] + where
