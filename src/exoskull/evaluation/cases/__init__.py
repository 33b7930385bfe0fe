"""The cases, a file of JSON Lines for each evaluation.

A line has an `id`, fields that hold in every language, and an object of fields for each language
(`"pl"`, `"en"`), or just a text, which is then the field `text`.
"""

import json
from functools import cache
from importlib.resources import files

from exoskull.evaluation.model import Case
from exoskull.language.model import Language


@cache
def load(name: str) -> tuple[Case, ...]:
    """The cases of an evaluation, line by line, each in every language that it is written in.

    Raises:
        FileNotFoundError: there is no such evaluation.
        ValueError: a line is malformed, or an id stands twice.
    """
    text = files(__name__).joinpath(f"{name}.jsonl").read_text(encoding="utf-8")
    found: dict[str, Case] = {}
    for line in filter(str.strip, text.splitlines()):
        data = json.loads(line)
        for language in Language:
            if (own := data.get(language.value)) is None:
                continue
            shared = {key: value for key, value in data.items() if key not in (*Language, "id")}
            fields = {"text": own} if isinstance(own, str) else own
            case = Case(
                id=f"{data['id']}.{language.value}", language=language, data=shared | fields
            )
            if case.id in found:
                raise ValueError(f"{name}: {case.id} stands twice")
            found[case.id] = case
    return tuple(found.values())
