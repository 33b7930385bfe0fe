"""All verbs that a model in the chat has."""

from exoskull.conversations.tools import doing, looking
from exoskull.conversations.tools.verb import Verb

VERBS: tuple[Verb, ...] = (
    doing.LOG_MEASURE,
    doing.SET_GOAL,
    doing.MAKE_TASK,
    doing.REMIND,
    doing.FINISH_TASK,
    doing.BUILD_APP,
    doing.REMEMBER,
    doing.UNDO,
    doing.PAUSE,
    doing.RESUME,
    looking.STATUS,
    looking.WHY,
    looking.LIST,
)

BY_NAME = {verb.name: verb for verb in VERBS}
