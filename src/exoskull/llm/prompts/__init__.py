"""The prompts, each a versioned file: `<name>.v<version>.md`."""

from functools import cache
from importlib.resources import files

from exoskull.llm.model import Prompt


@cache
def load(name: str, version: int) -> Prompt:
    """The prompt of that name and version; raises FileNotFoundError where there is none."""
    file = files(__name__).joinpath(f"{name}.v{version}.md")
    return Prompt(name=name, version=version, text=file.read_text(encoding="utf-8").strip())
