"""Which model, of which provider, where."""

from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Self

from exoskull.kit.errors import Unavailable

LOCAL_URLS = {
    "ollama": "http://127.0.0.1:11434/v1",
    "llamacpp": "http://127.0.0.1:8080/v1",
    "vllm": "http://127.0.0.1:8000/v1",
}
"""Providers on one's own machine, which cost nothing, and where they listen by default."""

KEYS = {
    "openai": ("OPENAI_API_KEY",),
    "openrouter": ("OPENROUTER_API_KEY",),
    "anthropic": ("ANTHROPIC_API_KEY",),
    "google": ("GOOGLE_API_KEY", "GEMINI_API_KEY"),
}
"""Providers that want a key, and the variables in which they usually find it."""

EXTRAS = {"anthropic": "anthropic", "google": "google"}
"""Providers whose client is installed only when asked for, and the extra that does it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One model that can be asked. `url` None: where its provider is. `own`: the person's key."""

    provider: str
    name: str
    url: str | None = None
    key: str | None = field(default=None, repr=False)
    own: bool = False

    @classmethod
    def parse(cls, model: str, **rest: object) -> Self:
        """From `provider:name`."""
        provider, _, name = model.partition(":")
        return cls(provider=provider, name=name, **rest)  # type: ignore[arg-type]

    @property
    def id(self) -> str:
        return f"{self.provider}:{self.name}"

    @property
    def is_local(self) -> bool:
        """Whether it runs on one's own machine, and so costs nothing."""
        return self.provider in LOCAL_URLS


def check_installed(provider: str) -> None:
    """Whether the client of `provider` is there; nothing is loaded.

    Raises:
        Unavailable: `model.extra_missing`.
    """
    if provider in EXTRAS and not is_installed(provider):
        raise Unavailable("model.extra_missing", provider=provider, extra=EXTRAS[provider])


def is_installed(provider: str) -> bool:
    """Whether the client of `provider` is there; nothing is loaded."""
    name = {"anthropic": "anthropic", "google": "google.genai"}.get(provider)
    if name is None:
        return True
    try:
        return find_spec(name) is not None
    except (ModuleNotFoundError, ValueError):  # its parent is not there
        return False
