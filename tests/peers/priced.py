"""The real gateway, to a server on loopback, at a mid-size model's price."""

from interventions.scene import Scene
from peers.scripted import MID_SIZE

from exoskull.budgets.model import Caps
from exoskull.llm.choice import Choice
from exoskull.llm.configured import ConfiguredModels, Terms
from exoskull.llm.meter import Meter
from exoskull.llm.prices import Prices


def models_at(
    scene: Scene, *urls: str, timeout_s: float = 20, waits: list[float] | None = None
) -> ConfiguredModels:
    """Models at these addresses, asked in this order. Waits take no time, and go into `waits`."""
    names = [f"m{number}" for number, _ in enumerate(urls)]
    choices = [
        Choice(provider="openai-compatible", name=name, url=url, key="sk-secret-of-a-test")
        for name, url in zip(names, urls, strict=True)
    ]
    meter = Meter(
        database=scene.database,
        clock=scene.clock,
        ids=scene.ids,
        caps=Caps(),
        prices=Prices(own={one.id: MID_SIZE for one in choices}),
    )

    async def pause(seconds: float) -> None:
        if waits is not None:
            waits.append(seconds)

    terms = Terms(timeout_s=timeout_s, pause=pause, chance=lambda: 0.5)
    return ConfiguredModels(meter=meter, choices=choices, terms=terms)
