"""Skill files, made from their parts."""

import textwrap

NOTHING = "def run(input):\n    return 1\n"

FRONT = """\
name: {name}
description: {description}
parameters: {parameters}
capabilities: [{capabilities}]
examples:
  - input: {{}}
    output: 1
"""


def front(
    name: str = "a-skill",
    description: str = "Counts what there is.",
    parameters: str = "{type: object}",
    capabilities: str = "",
) -> str:
    """A frontmatter of good form; the values are YAML."""
    return FRONT.format(
        name=name, description=description, parameters=parameters, capabilities=capabilities
    )


def skill(code: str = NOTHING, head: str | None = None, *, capabilities: str = "") -> bytes:
    """A file with this `code`, and `head` as its frontmatter."""
    head = front(capabilities=capabilities) if head is None else head
    return (
        f"---\n{head.rstrip()}\n---\n\n```python\n{textwrap.dedent(code).rstrip()}\n```\n".encode()
    )


def in_run(*lines: str, capabilities: str = "", top: str = "") -> bytes:
    """A file whose `run` is these lines, below `top`."""
    body = "".join(f"    {line}\n" for line in lines)
    return skill(f"{top}\ndef run(input):\n{body}", capabilities=capabilities)


def returns(expression: str, *, capabilities: str = "", top: str = "") -> bytes:
    """A file whose `run` returns that."""
    return in_run(f"return {expression}", capabilities=capabilities, top=top)


def with_examples(text: str, code: str = NOTHING) -> bytes:
    """A file with these examples, as YAML."""
    return skill(code, front().split("examples:")[0] + "examples:\n" + text)
