"""A SKILL.md of agentskills.io without code: words for a model, kept and never run."""

import re
from dataclasses import dataclass

from exoskull.skills.layout import decode
from exoskull.skills.model import DESCRIPTION_MAX, HOSTS, Problem
from exoskull.skills.plain_yaml import NotPlain, read

OF_CODE = frozenset({"parameters", "capabilities", "examples"})
"""Keys that a skill file has, and words for a model have not."""

_NAME = re.compile(r"[a-z][a-z0-9-]{0,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """An instruction file: `name` and `description` of its frontmatter, `body` its prose."""

    name: str
    description: str
    body: str
    source: str


def read_instruction(data: bytes) -> Instruction | Problem | None:
    """The instruction in `data`, or what is wrong with it; None where it has code: then it is a
    skill file, or none."""
    text = decode(data)
    if isinstance(text, Problem):
        return text
    lines = text.split("\n")
    if lines[0] != "---" or "---" not in lines[1:] or "```python" in lines:
        return None
    end = lines.index("---", 1)
    try:
        front = read("\n".join(lines[1:end])).value
    except NotPlain as error:
        return error.problem
    if not isinstance(front, dict) or front.keys() & OF_CODE:
        return None
    name, description = front.get("name"), front.get("description")
    if not isinstance(name, str) or _NAME.fullmatch(name) is None or name in HOSTS:
        return Problem(key="name.invalid")
    told = " ".join(description.split()) if isinstance(description, str) else ""
    if not 1 <= len(told) <= DESCRIPTION_MAX:
        return Problem(key="description.length", args={"limit": str(DESCRIPTION_MAX)})
    body = "\n".join(lines[end + 1 :]).strip()
    if not body:
        return Problem(key="code.missing")
    return Instruction(name=name, description=told, body=body, source=text)
