"""What a slash command is answered where no act stands for it: lists, help, and a plain yes or no
from a hand that is known."""

from exoskull.apps import service as apps
from exoskull.apps.wording import names
from exoskull.channels.text import untrusted
from exoskull.conversations.acts import asking, consent
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.commands import OFFERED, Command, Said, name_of
from exoskull.conversations.model import Via
from exoskull.i18n import listing
from exoskull.interventions import approvals

SURE = (Via.WEB, Via.API, Via.CLI)
"""Where who writes has shown who they are. Elsewhere a sender can be forged: a yes needs its
code."""


async def answer(desk: Desk, said: Said, *, understood: bool) -> list[str]:
    """The lines that a command gets by itself; nothing where its acts say it all.

    Args:
        understood: whether there are acts for it.
    """
    if understood:
        return []
    match said.command:
        case Command.GOALS:
            return await asking.goal_lines(desk)
        case Command.APPS:
            return await _apps(desk)
        case Command.APPROVE | Command.REJECT:
            return await _oldest(desk, said)
        case Command.HELP:
            return _help(desk)
        case Command.LOG | Command.PAUSE:
            return [desk.say(f"command-needs-{said.command}", command=_name(desk, said.command))]
        case Command.UNKNOWN:
            return _unknown(desk, said)
        case _:
            return []


async def _oldest(desk: Desk, said: Said) -> list[str]:
    """Answer the question that was asked first; with anything said besides, it is not clear which
    one is meant."""
    questions = await approvals.open_questions(desk.tx, desk.at)
    if not questions:
        return [desk.say("assistant-approve-nothing")]
    if desk.via not in SURE or said.rest:
        return [desk.say("assistant-approve-needs-code")]
    return await consent.decide(desk, questions[0], yes=said.command is Command.APPROVE)


async def _apps(desk: Desk) -> list[str]:
    language = desk.tenant.language.value
    found = [names(app.spec, language)["name"] for app in await apps.active(desk.tx)]
    if not found:
        return [desk.say("command-no-apps")]
    return [desk.say("command-apps", count=len(found), list=listing(found, language))]


def _help(desk: Desk) -> list[str]:
    shown = [
        desk.say("command-line", command=_name(desk, one), does=desk.say(f"command-does-{one}"))
        for one in OFFERED
    ]
    return [desk.say("command-help"), *shown]


def _unknown(desk: Desk, said: Said) -> list[str]:
    meant = None if said.nearest is None else _name(desk, said.nearest)
    help_ = _name(desk, Command.HELP)
    return [desk.say("command-unknown", name=untrusted(said.name), meant=meant, help=help_)]


def _name(desk: Desk, command: Command) -> str:
    return name_of(command, desk.tenant.language.value)
