"""The models of an installation, out of its settings."""

import asyncio
import os
import random
from collections.abc import Mapping, Sequence

from exoskull.budgets.service import caps_from
from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import Ids
from exoskull.llm.choice import KEYS, LOCAL_URLS, Choice, check_installed
from exoskull.llm.configured import ConfiguredModels, Terms
from exoskull.llm.meter import Meter
from exoskull.llm.own import Vault
from exoskull.llm.prices import read_prices
from exoskull.settings import Settings


def models_from(
    settings: Settings,
    database: Database,
    clock: Clock,
    ids: Ids,
    env: Mapping[str, str] | None = None,
) -> ConfiguredModels:
    """The way to the models that the operator set, and to those that people bring.

    Raises:
        InvalidInput: a key is missing, or the price table cannot be read.
        Unavailable: a provider's client is not installed.
    """
    meter = Meter(
        database=database,
        clock=clock,
        ids=ids,
        caps=caps_from(settings),
        prices=read_prices(settings.model_prices),
    )
    return ConfiguredModels(
        meter=meter,
        choices=choices_from(settings, os.environ if env is None else env),
        terms=Terms(
            timeout_s=settings.model_timeout_s,
            pause=asyncio.sleep,
            chance=random.SystemRandom().random,
        ),
        vault=Vault(home=settings.home, key=settings.secret_key),
    )


def choices_from(settings: Settings, env: Mapping[str, str]) -> Sequence[Choice]:
    """The models in the order in which they are asked.

    The URL and the key of the settings are the first model's, and those of the same provider's;
    another provider's key is found where its own tools look for it.

    Raises:
        InvalidInput: `settings.model_without_key`.
        Unavailable: `model.extra_missing`: a provider's client is not installed.
    """
    if settings.model is None:
        return ()
    first = Choice.parse(settings.model).provider
    found = []
    for name in (settings.model, *settings.model_fallbacks):
        bare = Choice.parse(name)
        usual = (env.get(variable) for variable in KEYS.get(bare.provider, ()))
        key = next(filter(None, usual), None)
        url = LOCAL_URLS.get(bare.provider)
        if bare.provider == first:
            key, url = settings.model_key or key, settings.model_url or url
        if key is None and bare.provider in KEYS:
            usually = " / ".join(KEYS[bare.provider])
            raise InvalidInput(
                "settings.model_without_key",
                field="EXOSKULL_MODEL_KEY",
                model=bare.id,
                usually=usually,
            )
        check_installed(bare.provider)
        found.append(Choice(provider=bare.provider, name=bare.name, url=url, key=key))
    return tuple(found)
