"""Out of settings: which models, with which keys, at which price."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.kit.errors import InvalidInput, Unavailable
from exoskull.llm import choice
from exoskull.llm.choice import Choice
from exoskull.llm.connect import connect
from exoskull.llm.installed import choices_from
from exoskull.llm.prices import Prices, Tariff, read_prices
from exoskull.settings import Settings

AT = datetime(2026, 3, 2, tzinfo=UTC)


def chosen(**env: str) -> list[tuple[str, str | None, str | None]]:
    settings = Settings.from_env({f"EXOSKULL_{name}": value for name, value in env.items()})
    usual = {"OPENAI_API_KEY": "from-openai", "OPENROUTER_API_KEY": "from-router"}
    return [(one.id, one.url, one.key) for one in choices_from(settings, usual)]


def test_models_are_asked_in_the_order_in_which_they_are_set() -> None:
    found = chosen(
        MODEL="ollama:llama3.2",
        MODEL_FALLBACKS="openai:gpt-4o-mini, openrouter:x/y,ollama:tiny",
        MODEL_URL="http://10.0.0.5:11434/v1",
    )
    assert found == [
        ("ollama:llama3.2", "http://10.0.0.5:11434/v1", None),
        ("openai:gpt-4o-mini", None, "from-openai"),
        ("openrouter:x/y", None, "from-router"),
        ("ollama:tiny", "http://10.0.0.5:11434/v1", None),
    ]


def test_ones_own_key_outranks_the_usual_one() -> None:
    assert chosen(MODEL="openai:gpt-4o-mini", MODEL_KEY="mine")[0][2] == "mine"


def test_a_local_model_is_looked_for_where_it_usually_is() -> None:
    assert chosen(MODEL="llamacpp:any") == [("llamacpp:any", "http://127.0.0.1:8080/v1", None)]


def test_no_model_is_a_choice() -> None:
    assert chosen() == []


@pytest.mark.parametrize(
    ("env", "key"),
    [
        ({"MODEL": "gpt-4"}, "settings.invalid_model"),
        ({"MODEL": "nobody:gpt-4"}, "settings.invalid_model"),
        ({"MODEL": "openai:gpt 4"}, "settings.invalid_model"),
        ({"MODEL": "openai-compatible:x"}, "settings.model_without_url"),
        ({"MODEL": "vllm:x", "MODEL_URL": "10.0.0.5:80"}, "settings.invalid_model_url"),
        ({"MODEL": "vllm:x", "MODEL_URL": "http://u:p@host/v1"}, "settings.invalid_model_url"),
        ({"MODEL_FALLBACKS": "ollama:x"}, "settings.fallbacks_without_model"),
        ({"MODEL": "ollama:x", "MODEL_FALLBACKS": "bad"}, "settings.invalid_model"),
        ({"MODEL": "anthropic:claude-x"}, "settings.model_without_key"),
        ({"MODEL_TIMEOUT_S": "0"}, "settings.invalid_model_timeout"),
        ({"SECRET_KEY": "short"}, "settings.short_secret_key"),
        ({"AI_DAY_TOKENS": "-1"}, "settings.invalid_whole"),
    ],
)
def test_what_cannot_be_is_named_before_anything_starts(env: dict[str, str], key: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        chosen(**env)
    assert refused.value.key == key


def test_settings_show_no_key() -> None:
    settings = Settings.from_env(
        {"EXOSKULL_MODEL_KEY": "sk-very-secret", "EXOSKULL_SECRET_KEY": "s" * 40}
    )
    assert "sk-very-secret" not in repr(settings)
    assert "s" * 40 not in repr(settings)


@pytest.mark.parametrize("provider", ["anthropic", "google"])
def test_a_provider_whose_client_is_missing_names_the_extra(
    provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "anthropic", None)
    monkeypatch.setitem(sys.modules, "google.genai", None)
    monkeypatch.delitem(sys.modules, f"pydantic_ai.models.{provider}", raising=False)
    with pytest.raises(Unavailable) as missing:
        connect(Choice(provider=provider, name="x", key="k"), timeout_s=1)
    assert missing.value.params["extra"] == provider


@pytest.mark.parametrize("provider", ["anthropic", "google"])
def test_a_missing_client_is_told_before_anything_starts(
    provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "is_installed", lambda one: one != provider)
    with pytest.raises(Unavailable, match=r"model\.extra_missing"):
        chosen(MODEL=f"{provider}:x", MODEL_KEY="k")


def cost(model: str, prices: Prices, **more: str) -> int | None:
    found = Choice.parse(model, **more)
    return prices.cost(found, tokens_in=1_000_000, tokens_out=1_000_000, at=AT)


def test_a_price_is_known_or_the_operators_or_nobodys(tmp_path: Path) -> None:
    file = tmp_path / "prices.toml"
    file.write_text('["openai-compatible:mine"]\nin = 10\nout = 20\n')
    prices = read_prices(file)
    assert cost("openai:gpt-4o-mini", prices) == 750_000
    assert cost("openai-compatible:mine", prices) == 30
    assert cost("openai-compatible:other", prices) is None
    assert cost("openai:a-model-that-is-not", prices) is None
    assert cost("ollama:anything", prices) == 0


def test_a_known_name_elsewhere_has_no_known_price() -> None:
    assert cost("openai:gpt-4o-mini", Prices(), url="http://10.0.0.5/v1") is None


def test_prices_may_be_json(tmp_path: Path) -> None:
    file = tmp_path / "prices.json"
    file.write_text(json.dumps({"vllm:a": {"in": 1, "out": 2}}))
    assert read_prices(file).own == {"vllm:a": Tariff(tokens_in=1, tokens_out=2)}


@pytest.mark.parametrize("text", ["[a]\nin = 1", "[a]\nin = 0.5\nout = 1", "[a", "a = 1"])
def test_a_price_table_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "prices.toml"
    file.write_text(text)
    with pytest.raises(InvalidInput, match=r"settings\.invalid_prices"):
        read_prices(file)


tokens = st.integers(0, 10**6)
prices = st.integers(0, 10**8)


@given(tokens, tokens, tokens, tokens, prices, prices)
def test_more_tokens_never_cost_less(a: int, b: int, c: int, d: int, into: int, out: int) -> None:
    tariff = Tariff(tokens_in=into, tokens_out=out)
    assert tariff.cost(a, b) <= tariff.cost(a + c, b + d)


def test_the_program_starts_without_loading_any_models_library() -> None:
    code = (
        "import sys, exoskull.app, exoskull.commands.running, exoskull.llm.installed;"
        "print([m for m in ('pydantic_ai', 'openai', 'anthropic', 'genai_prices', 'mcp')"
        " if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
