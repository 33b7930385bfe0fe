"""The API: what a program can do with a person's token."""

from serving.served import Somebody


async def test_saying_a_goal_sets_it_and_answers(anna: Somebody) -> None:
    answered = await anna.api.post("/api/v1/messages", json={"text": "I want to run 3 times a week"})
    assert answered.status_code == 201, answered.text
    turn = answered.json()
    assert turn["message"]["direction"] == "in"
    assert turn["answer"]["text"].startswith("New goal")
    goals = (await anna.api.get("/api/v1/goals")).json()["items"]
    assert [(goal["metric"], goal["target"], goal["period"]) for goal in goals] == [("runs", 3, "week")]
