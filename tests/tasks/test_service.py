from datetime import timedelta
from typing import Any

from interventions.scene import Scene

from exoskull.kit.ids import TraceId
from exoskull.signals.model import Source
from exoskull.tasks import service
from exoskull.tasks.model import Task, TaskState
from exoskull.tasks.service import LOOK_AHEAD


async def make(scene: Scene, title: str = "kup mleko", **parts: Any) -> Task:
    async with scene.transaction() as tx:
        return await service.create(
            tx,
            title=title,
            at=scene.at,
            source=Source.MESSAGE,
            ids=scene.ids,
            trace=TraceId(scene.ids.new()),
            **parts,
        )


async def test_a_task_is_done_once_and_can_be_opened_again(scene: Scene) -> None:
    task = await make(scene)
    async with scene.transaction() as tx:
        done = await service.finish(tx, task, at=scene.at)
        assert done is not None
        assert (done.state, done.ended_at) == (TaskState.DONE, scene.at)
        assert await service.finish(tx, task, at=scene.at) is None
        assert await service.drop(tx, task.id, at=scene.at) is None
        again = await service.reopen(tx, task.id, at=scene.at)
        assert again is not None
        assert (again.state, again.ended_at) == (TaskState.OPEN, None)
    kinds = [one.kind for one in await scene.events() if one.kind.startswith("task.")]
    assert kinds == ["task.created", "task.done", "task.reopened"]


async def test_the_loop_looks_at_a_reminder_before_its_time(scene: Scene) -> None:
    remind_at = scene.at + timedelta(hours=5)
    task = await make(scene, remind_at=remind_at)
    async with scene.transaction() as tx:
        due = await tx.value(
            "select due_at from attention where tenant_id = %(t)s and reason = %(reason)s",
            t=scene.id,
            reason=f"reminder:{task.id}",
        )
    assert due == remind_at - LOOK_AHEAD


async def test_what_is_done_is_listed_in_the_order_it_was_done(scene: Scene) -> None:
    first, second = await make(scene, "jeden"), await make(scene, "dwa")
    start = scene.at
    for task in (second, first):
        scene.later(minutes=1)
        async with scene.transaction() as tx:
            await service.finish(tx, task, at=scene.at)
    async with scene.transaction() as tx:
        assert [one.title for one in await service.done_since(tx, start)] == ["dwa", "jeden"]
        assert await service.open_tasks(tx) == []
