"""What a span says of a call: names and counts, and no content."""

from collections.abc import Iterator

import pytest
from interventions.scene import Scene
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from peers.priced import models_at
from peers.provider import ProviderPeer, error, says, streams
from peers.questions import question, talk

from exoskull.llm import metered


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(metered, "tracer", provider.get_tracer("test"))
    yield exporter
    provider.shutdown()


async def test_a_span_has_counts_and_no_content(
    scene: Scene, provider: ProviderPeer, spans: InMemorySpanExporter
) -> None:
    replies = iter([error(500), says('{"mood": "secretly tired"}'), streams("secret words")])
    provider.answer = lambda _: next(replies)
    models = models_at(scene, provider.url)
    await models.ask(scene.id, question("a secret material"))
    assert [one async for one in models.converse(scene.id, talk(text="a secret question"))]
    found = spans.get_finished_spans()
    assert [one.attributes["exoskull.state"] for one in found if one.attributes] == [
        "unavailable",
        "answered",
        "answered",
    ]
    last = dict(found[-1].attributes or {})
    assert (last["gen_ai.usage.input_tokens"], last["gen_ai.usage.output_tokens"]) == (50, 10)
    assert last["gen_ai.request.model"] == "m0"
    assert last["exoskull.feature"] == "chat"
    assert "secret" not in "".join(one.to_json() for one in found)
