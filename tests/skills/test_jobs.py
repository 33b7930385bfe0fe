"""The jobs of skills: at four, every day, and by a skill's own hour; each does a thing once."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from skills.scene_of_skills import Scene

from exoskull.sandbox.limits import SandboxUnavailable
from exoskull.skills.owned import Result, SkillState, SuggestionStatus
from exoskull.skills.writing import TRIES, draft

WARSAW = ZoneInfo("Europe/Warsaw")


def slots(scene: Scene, events: list[dict[str, object]], job: str) -> list[dict[str, object]]:
    return [one for one in events if one["job"] == job]


async def test_at_four_what_is_sure_is_made_and_marked_processed(scene: Scene) -> None:
    idea = await scene.idea("streak", metric="runs")
    await scene.life.until(datetime(2026, 3, 3, 3, 59, tzinfo=WARSAW))
    assert await scene.skills() == []
    await scene.life.until(datetime(2026, 3, 3, 4, 10, tzinfo=WARSAW))
    (skill,) = await scene.skills()
    assert (skill.state, skill.name) == (SkillState.ACTIVE, "streak-runs")
    (kept,) = await scene.ideas()
    assert (kept.id, kept.status, kept.result) == (
        idea.id,
        SuggestionStatus.PROCESSED,
        Result.ACTIVATED,
    )
    await scene.life.wait(days=2)
    assert len(await scene.skills()) == 1


async def test_without_a_sandbox_ideas_wait_and_the_slot_says_why(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object, **__: object) -> str:
        raise SandboxUnavailable("no landlock")

    monkeypatch.setattr(scene.sandbox, "run", fails)
    monkeypatch.setattr(scene.sandbox, "code_problems", fails)
    await scene.idea("streak", metric="runs")
    await scene.life.wait(hours=24)
    (idea,) = await scene.ideas()
    assert idea.status is SuggestionStatus.PENDING
    skipped = slots(scene, await scene.events("slot.skipped"), "skill-auto-generator")
    assert [one["reason"] for one in skipped] == ["sandbox_unavailable"]


async def test_one_that_tells_runs_at_its_hour_once_a_day(scene: Scene) -> None:
    await scene.active("over-limit", metric="coffee_cups", limit=2)
    await scene.life.measure("coffee_cups", 5)
    await scene.life.until(datetime(2026, 3, 2, 17, 59, tzinfo=WARSAW))
    assert await scene.events("skill.used") == []
    await scene.life.until(datetime(2026, 3, 2, 20, 0, tzinfo=WARSAW))
    (used,) = await scene.events("skill.used")
    assert used["caller"] == "clock"
    told = [one for one in await scene.events("intervention.sent") if one["option"] == "skill_says"]
    assert [one["text"] for one in told] == ["Kawa: dziś 5, a Twój limit to 2."]
    await scene.life.until(datetime(2026, 3, 3, 20, 0, tzinfo=WARSAW))
    assert len(await scene.events("skill.used")) == 2
    told = [one for one in await scene.events("intervention.sent") if one["option"] == "skill_says"]
    assert len(told) == 1


class Script:
    """A writer with its answers written down."""

    def __init__(self, *files: str) -> None:
        self.files = list(files)
        self.prompts: list[str] = []

    async def write(self, card: str, task: str) -> str:
        self.prompts.append(f"{card}\n\n{task}")
        return self.files.pop(0)


GOOD = """---
name: twice
description: Twice a number.
parameters: {type: object, properties: {n: {type: number}}, required: [n]}
capabilities: []
examples:
- {input: {n: 2}, output: {text: "4", n: 4}}
---

```python
def run(input):
    n = input["n"] * 2
    return {"text": str(n), "n": n}
```
"""


async def test_a_writers_faults_are_fed_back_until_the_file_is_good(scene: Scene) -> None:
    writer = Script(
        "no skill at all", GOOD.replace('output: {text: "4"', 'output: {text: "5"'), GOOD
    )
    made = await draft(
        writer, scene.sandbox, "double a number <<< >>>", language="en", clock=scene.at
    )
    assert made.is_good
    assert made.tries == 3
    assert "file.no_frontmatter" in writer.prompts[1]
    assert "example.output" in writer.prompts[2]
    assert "def measures(metric: str, days: int)" in writer.prompts[0]


async def test_after_three_tries_it_is_given_up(scene: Scene) -> None:
    writer = Script(*["nothing"] * 5)
    made = await draft(writer, scene.sandbox, "x", language="pl", clock=scene.at)
    assert not made.is_good
    assert (made.tries, len(writer.prompts)) == (TRIES, 3)
