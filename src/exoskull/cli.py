"""The `exoskull` program: reads the command, runs it, and tells what went wrong in one line."""

import errno
import importlib
import inspect
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import NoReturn

import uvloop

from exoskull.commands.console import Call, Console, dumps
from exoskull.commands.logs import configure
from exoskull.kit.errors import ExoSkullError, InvalidInput, NotFound, Unauthorized
from exoskull.kit.text import storable
from exoskull.settings import Settings


class Parser(ArgumentParser):
    """argparse, with one line for what it does not like."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"exoskull: {message}. Try: {self.prog} --help\n")
        raise SystemExit(2)


def parser() -> Parser:
    """All commands; each names the function that does it, `module:function` in `commands/`."""
    top = Parser(prog="exoskull", description="Your own autonomous loop, self-hosted.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(under, name: str, does: str, text: str) -> Parser:
        made = under.add_parser(name, help=text, description=text)
        made.add_argument("--json", action="store_true", default=False, help="print JSON")
        made.set_defaults(does=does)
        return made

    def group(name: str, text: str):
        made = commands.add_parser(name, help=text, description=text)
        return made.add_subparsers(dest="subcommand", required=True, metavar="COMMAND")

    _running(command, commands)
    _tenants(command, group("tenant", "people and their spaces"))
    _grants(command, group("grants", "what the loop may do"))
    _preferences(command, group("preferences", "what was learned, and the person's word on it"))
    schedule = group("schedule", "what happens by the clock")
    made = command(
        schedule, "preview", "schedule:show", "the slots of a job to come, as JSON Lines"
    )
    made.add_argument("--job", required=True)
    made.add_argument("--timezone", required=True)
    made.add_argument("--from", dest="start", required=True, metavar="ISO")
    made.add_argument("--days", type=int, required=True)
    made.add_argument("--hour", metavar="HH:MM")
    made = command(schedule, "runs", "schedule:runs", "what became of each slot")
    made.add_argument("--tenant")
    made.add_argument("--since", metavar="ISO")
    needs = group("needs", "what people keep coming back to")
    made = command(
        needs, "detect", "needs:detect", "needs in messages from standard input, as JSON Lines"
    )
    made.add_argument("--language", metavar="pl|en", help="of all messages; else by their words")
    _app(command, group("app", "small trackers, made for one person"))
    _skill(command, group("skill", "small tools, each a file"))
    _model(command, group("model", "the model that helps, and what it costs"))
    _loop(command, commands)
    return top


def _running(command, commands) -> None:
    made = command(commands, "up", "running:up", "set up what is missing and start everything")
    made.add_argument("--port", type=int)
    made.add_argument("--host")
    made.add_argument(
        "--demo", action="store_true", help="first let a made-up person live 30 days here"
    )
    made.add_argument("--trusted-proxy", metavar="ADDRESSES")
    made = command(commands, "web", "running:web", "the web alone")
    made.add_argument("--port", type=int)
    made.add_argument("--host")
    made.add_argument("--trusted-proxy", metavar="ADDRESSES")
    command(commands, "work", "running:work", "a worker alone")
    command(commands, "migrate", "running:migrate", "bring the database to the newest schema")
    command(commands, "doctor", "doctor:run", "check the set-up, and say how to mend it")
    made = command(commands, "bench", "bench:run", "the benchmarks, beside a baseline")
    made.add_argument("name", nargs="?")
    made = command(
        commands, "eval", "evaluate:evaluate", "cases with known answers, by a model or without one"
    )
    made.add_argument("name", nargs="?", help="situation, actions, needs, apps, skills, phrasing")
    made.add_argument("--model", metavar="PROVIDER:NAME", help="else the built-in reasoner")
    made.add_argument("--write", metavar="FILE.md", help="fill the tables of a reference page")


def _tenants(command, tenant) -> None:
    made = command(tenant, "create", "tenants:create", "make a tenant")
    made.add_argument("name")
    made.add_argument("--timezone", required=True)
    made.add_argument("--language", required=True, metavar="pl|en")
    made.add_argument("--email")
    made.add_argument("--phone")
    command(tenant, "list", "tenants:list_all", "all tenants")
    made = command(tenant, "token", "tenants:token", "a new API token, shown once")
    made.add_argument("name")
    made = command(tenant, "export", "tenants:export", "everything of a tenant, as a ZIP")
    made.add_argument("name")
    made.add_argument("--out", required=True, metavar="FILE.zip")
    made = command(tenant, "delete", "tenants:delete", "delete a tenant and everything of theirs")
    made.add_argument("name")
    made.add_argument("--yes", action="store_true")


def _grants(command, grants) -> None:
    made = command(grants, "list", "grants:list_all", "the rules in force")
    made.add_argument("tenant")
    made = command(grants, "set", "grants:set_one", "put a rule in force")
    made.add_argument("tenant")
    made.add_argument("pattern")
    made.add_argument("effect", metavar="allow|ask|deny")
    made.add_argument("--daily-limit", type=int)
    made.add_argument("--daily-spend-limit-cents", type=int)
    made = command(grants, "revoke", "grants:revoke", "take a rule out of force")
    made.add_argument("tenant")
    made.add_argument("pattern")
    made = command(grants, "proposals", "grants:proposals", "rules that your own answers suggest")
    made.add_argument("tenant")
    for name, text in (("accept", "put a proposed rule in force"), ("decline", "let it be")):
        made = command(grants, name, f"grants:{name}_proposal", text)
        made.add_argument("tenant")
        made.add_argument("id")
    made = command(grants, "explain", "grants:explain", "what would be decided, and why")
    made.add_argument("tenant")
    made.add_argument("pattern", metavar="ACTION")


def _preferences(command, preferences) -> None:
    made = command(preferences, "list", "preferences:list_all", "what was learned, with numbers")
    made.add_argument("tenant")
    for wish in ("prefer", "avoid"):
        text = f"{wish} it, whatever was learned"
        made = command(preferences, wish, "preferences:correct", text)
        made.add_argument("tenant")
        made.add_argument("factor", metavar="channel|hour|framing|send")
        made.add_argument("level", nargs="?", default="")
    made = command(preferences, "lift", "preferences:lift", "take such a word back")
    made.add_argument("tenant")
    made.add_argument("factor", metavar="channel|hour|framing|send")
    made.add_argument("level", nargs="?", default="")


def _app(command, app) -> None:
    made = command(app, "list", "apps:list_all", "a tenant's apps")
    made.add_argument("tenant")
    made = command(app, "propose", "apps:propose", "make an app, to be looked at and activated")
    made.add_argument("tenant")
    made.add_argument("what", metavar="FAMILY|WORDS", help="hydration, or what to keep track of")
    moves = {
        "show": "an app's definition",
        "activate": "put a proposed app to work",
        "archive": "put an app away; its data stay",
        "restore": "bring an archived or deleted app back",
        "delete": "delete an app; for 30 days it can be had back",
        "undo": "take back the last change of an app",
    }
    for name, text in moves.items():
        made = command(app, name, f"apps:{name}", text)
        made.add_argument("tenant")
        made.add_argument("app", help="its slug, name or id")
    made = command(app, "export", "apps:export", "an app and its entries, as JSON or CSV")
    made.add_argument("tenant")
    made.add_argument("app", help="its slug, name or id")
    made.add_argument("--out", metavar="FILE", help="a .csv, or JSON; else standard output")
    made = command(app, "import", "apps:bring_in", "entries from a CSV: all of it, or nothing")
    made.add_argument("tenant")
    made.add_argument("app", help="its slug, name or id")
    made.add_argument("file", metavar="FILE.csv")
    made.add_argument("--dry-run", action="store_true", help="look only, and keep nothing")


def _skill(command, skill) -> None:
    made = command(skill, "check", "skill:check", "validate a skill file, and run its examples")
    made.add_argument("file", metavar="FILE")
    made = command(skill, "run", "skill:run", "run a skill file in the sandbox, outside any tenant")
    made.add_argument("file", metavar="FILE")
    made.add_argument("--input", metavar="JSON", help="what it is run with; {} where absent")
    made.add_argument(
        "--given", metavar="JSON", help="the world it sees: now, measures, tasks, goals"
    )
    made = command(skill, "list", "skills:list_all", "a tenant's skills, and ideas for more")
    made.add_argument("tenant")
    made = command(skill, "import", "skills:bring_in", "bring a skill file in, for a tenant")
    made.add_argument("tenant")
    made.add_argument("file", metavar="FILE")
    for name, text in (
        ("show", "one skill, with its versions and runs"),
        ("export", "its file"),
        ("approve", "say yes to what is asked about it"),
        ("reject", "say no to what is asked about it"),
        ("revoke", "switch it off"),
        ("rollback", "go by an earlier version again"),
    ):
        made = command(skill, name, f"skills:{name}", text)
        made.add_argument("tenant")
        made.add_argument("skill", metavar="SKILL", help="its name or id")
        if name == "export":
            made.add_argument("--out", required=True, metavar="FILE")
        if name == "rollback":
            made.add_argument("version", type=int, metavar="VERSION")


def _model(command, model) -> None:
    made = command(model, "show", "models:show", "which model answers a tenant")
    made.add_argument("tenant")
    made = command(
        model, "set", "models:bring", "a tenant's own model; its key from standard input"
    )
    made.add_argument("tenant")
    made.add_argument("model", metavar="PROVIDER:NAME")
    made = command(model, "remove", "models:leave", "forget a tenant's own model and key")
    made.add_argument("tenant")
    made = command(model, "calls", "models:calls", "what was asked lately, and what it cost")
    made.add_argument("tenant")
    made.add_argument("--limit", type=int, default=20)


def _loop(command, commands) -> None:
    made = command(
        commands, "optimization", "preferences:optimization", "what was learned, and its worth"
    )
    made.add_argument("tenant")
    command(commands, "status", "loop:status", "the loop as a funnel, per tenant and in all")
    made = command(commands, "trace", "loop:trace", "one chain, hop by hop")
    made.add_argument("id")
    made = command(commands, "say", "loop:say", "write to the assistant as a tenant")
    made.add_argument("tenant")
    made.add_argument("text", nargs="+")
    made = command(commands, "log", "loop:log", "log a measure")
    made.add_argument("tenant")
    made.add_argument("metric")
    made.add_argument("value")
    made.add_argument("--unit")
    made.add_argument("--at", metavar="ISO")
    made = command(commands, "replay", "replay:run", "run the whole system over a recorded tape")
    made.add_argument("tape")
    made.add_argument("--out", metavar="FILE")
    made.add_argument("--until", metavar="ISO")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--home", metavar="DIR", help="keep what happens in this folder")
    made.add_argument(
        "--model",
        nargs="?",
        const="",
        metavar="PROVIDER:NAME",
        help="ask a model as in service: this one, or the one that is set; else none is asked",
    )
    made = command(
        commands, "simulate", "simulate:run", "let people who react live with the whole system"
    )
    made.add_argument("--people", type=int, metavar="N", help="how many; 20, or 1 of your own")
    made.add_argument("--days", type=int, default=60, metavar="N")
    made.add_argument("--seed", type=int, default=1, metavar="N")
    made.add_argument(
        "--persons", metavar="FILE.py:CLASS", help="people of your own: the class that makes one"
    )
    made.add_argument(
        "--out",
        metavar="FILE",
        help="write the records there, as JSON Lines, and the learning curve beside them, as "
        "FILE.svg; a FILE that ends in .svg gets the curve alone",
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 on success, 1 on a failed check, 2 on bad usage.
    """
    args = _storable(parser().parse_args(argv))
    try:
        code = _run(args)
        sys.stdout.flush()  # what cannot be written is told here, not at exit
        return code
    except ExoSkullError as error:
        _tell(error, as_json=args.json)
        return 2 if isinstance(error, InvalidInput | NotFound | Unauthorized) else 1
    except BrokenPipeError:
        # The reader has gone (`| head`); nothing is left to tell, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        sys.stderr.write("exoskull: the disk is full. Free some space, and run it again.\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


_PATHS = frozenset({"tape", "out", "home", "file", "persons"})


def _storable(args: Namespace) -> Namespace:
    """The arguments as text that can be kept: a byte that is no UTF-8 is replaced, but in paths."""
    for name, value in vars(args).items():
        if name in _PATHS:
            continue
        if isinstance(value, str):
            setattr(args, name, storable(value))
        elif isinstance(value, list):
            setattr(args, name, [storable(one) if isinstance(one, str) else one for one in value])
    return args


def _run(args: Namespace) -> int:
    module, name = args.does.split(":")
    do = getattr(importlib.import_module(f"exoskull.commands.{module}"), name)
    settings = Settings.from_env()
    configure(settings.log_level)
    call = Call(args=args, settings=settings, console=Console(as_json=args.json))
    made = do(call)
    return uvloop.run(made) if inspect.iscoroutine(made) else made


def _tell(error: ExoSkullError, *, as_json: bool) -> None:
    """One line on standard error; with --json, the error as the API has it."""
    from exoskull.i18n import error_text

    message = " ".join(error_text(error, "en").split())
    if as_json:
        shown = {"key": error.key, "message": message}
        field = {"field": error.field} if error.field else {}
        sys.stderr.write(dumps({"error": shown | field}) + "\n")
    else:
        sys.stderr.write(f"exoskull: {message}\n")


if __name__ == "__main__":
    raise SystemExit(main())
