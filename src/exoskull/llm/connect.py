"""Connections to providers.

Imports pydantic_ai: load it only when a model is asked.
"""

from openai import AsyncOpenAI
from pydantic_ai.models import Model
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.profiles import merge_profile
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers import Provider

from exoskull.kit.errors import Unavailable
from exoskull.llm.choice import EXTRAS, LOCAL_URLS, Choice

NO_KEY = "none"
"""What is sent to a server of one's own that wants no key."""


def connect(choice: Choice, *, timeout_s: float) -> Model:
    """A way to the model; nothing is sent yet. The SDKs never try again by themselves.

    Raises:
        Unavailable: `model.extra_missing`: its provider's client is not installed.
    """
    try:
        match choice.provider:
            case "anthropic":
                return _anthropic(choice, timeout_s)
            case "google":
                return _google(choice, timeout_s)
            case _:
                return _openai(choice, timeout_s)
    except ImportError as error:
        extra = EXTRAS.get(choice.provider, "openai")
        raise Unavailable("model.extra_missing", provider=choice.provider, extra=extra) from error


def _openai(choice: Choice, timeout_s: float) -> Model:
    client = AsyncOpenAI(
        api_key=choice.key or NO_KEY,
        base_url=choice.url or _URLS.get(choice.provider),
        max_retries=0,
        timeout=timeout_s,
    )
    provider = choice.provider
    if provider == "openrouter":
        from pydantic_ai.models.openrouter import OpenRouterModel
        from pydantic_ai.providers.openrouter import OpenRouterProvider

        return OpenRouterModel(choice.name, provider=OpenRouterProvider(openai_client=client))
    if provider == "openai":
        from pydantic_ai.providers.openai import OpenAIProvider

        return OpenAIChatModel(choice.name, provider=OpenAIProvider(openai_client=client))
    if provider == "ollama":
        from pydantic_ai.providers.ollama import OllamaProvider

        return _own(choice.name, OllamaProvider(openai_client=client), _TOKENS)
    if provider == "vllm":
        from pydantic_ai.providers.vllm import VLLMProvider

        return _own(choice.name, VLLMProvider(openai_client=client), _TOKENS)
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

    return _own(choice.name, OpenAICompatibleProvider(provider, openai_client=client), _COMPATIBLE)


def _own(name: str, provider: Provider[AsyncOpenAI], also: OpenAIModelProfile) -> Model:
    profile = merge_profile(provider.model_profile(name), also)
    return OpenAIChatModel(name, provider=provider, profile=profile)


_URLS = {**LOCAL_URLS, "openrouter": "https://openrouter.ai/api/v1"}

_TOKENS = OpenAIModelProfile(openai_chat_supports_max_completion_tokens=False)
"""`max_tokens` is the word that every server knows."""

_COMPATIBLE = OpenAIModelProfile(
    supports_json_schema_output=True,
    native_output_requires_schema_in_instructions=True,  # the schema is a grammar; nobody reads it
    openai_chat_supports_max_completion_tokens=False,
)
"""What other servers have in common."""


def _anthropic(choice: Choice, timeout_s: float) -> Model:
    from anthropic import AsyncAnthropic  # pyright: ignore[reportMissingImports]
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    client = AsyncAnthropic(
        api_key=choice.key, base_url=choice.url, max_retries=0, timeout=timeout_s
    )
    return AnthropicModel(choice.name, provider=AnthropicProvider(anthropic_client=client))


def _google(choice: Choice, timeout_s: float) -> Model:
    from pydantic_ai.models.google import GoogleModel
    from pydantic_ai.providers.google import GoogleProvider

    provider = GoogleProvider(api_key=choice.key or NO_KEY, base_url=choice.url)
    return GoogleModel(choice.name, provider=provider)
