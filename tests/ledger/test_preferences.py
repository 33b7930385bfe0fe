"""What was learned is said where it can be, once, and the person's word stands above it."""

from collections.abc import Sequence
from typing import Any

import pytest
from interventions.scene import Scene
from ledger.drawn import ARMS, Life, draw, end, live, lover_of, silent

from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.learning import Arm
from exoskull.ledger import learn, preferences, store
from exoskull.ledger.acquaintance import ASKS_TO_SEND
from exoskull.ledger.model import Preference
from exoskull.ledger.sentences import sentence


async def night(scene: Scene) -> list[Preference]:
    """Tomorrow's night; the news of it."""
    scene.later(days=1)
    async with scene.transaction() as tx:
        await learn.learn(tx, night=scene.tenant.local_date(scene.at), at=scene.at)
        return await preferences.state_anew(tx, at=scene.at, ids=scene.ids)


async def lived(
    scene: Scene, life: Life, nights: int, *, arms: Sequence[Arm] = ARMS, decisions: int = 12
) -> list[Preference]:
    news: list[Preference] = []
    for _ in range(nights):
        async with scene.transaction() as tx:
            await live(tx, scene, life, arms=arms, decisions=decisions)
        news += await night(scene)
    return news


async def acquainted(scene: Scene, life: Life) -> None:
    """A day on which every channel was tried a dozen times; the night comes after."""
    async with scene.transaction() as tx:
        for channel in ("in_app", "email", "sms"):
            arms = [arm for arm in ARMS if arm.channel == channel]
            for _ in range(14):
                row = await draw(tx, scene, arms=arms, constraints=[ASKS_TO_SEND])
                chosen = row.ledger["chosen"]
                arm = None if chosen is None else Arm.from_json(chosen)
                await end(tx, row, *life(arm), at=scene.at)


async def stated(scene: Scene) -> dict[tuple[str, str], Preference]:
    async with scene.transaction() as tx:
        return {(one.factor, one.level): one for one in await preferences.current(tx)}


async def test_a_clear_taste_is_learned_told_once_and_says_what_it_rests_on(scene: Scene) -> None:
    life = lover_of("channel", "sms")
    await acquainted(scene, life)
    news = await lived(scene, life, 8)
    told = await scene.events("preference.learned")
    assert [(one.factor, one.level) for one in news].count(("channel", "sms")) == 1
    assert len([one for one in told if one.data["level"] == "sms"]) == 1
    one = (await stated(scene))["channel", "sms"]
    said = one.statement
    assert one.spoken
    assert said["probability"] >= 0.95
    assert min(said["n"], said["n_other"]) >= 10
    assert said["low"] <= said["expected"] - said["expected_other"] <= said["high"]
    assert said["hits"] == int(said["hits"])
    assert said["since"] == one.learned_at.isoformat()
    assert said["rows"]["n"] == said["n"]
    assert said["rows"]["n_other"] == said["n_other"]
    async with scene.transaction() as tx:
        behind = {str(row.id): row for row in await store.learned(tx)}
    for row_id in said["rows"]["newest"]:
        assert behind[row_id].ledger["chosen"]["channel"] == "sms"
    event = next(one for one in told if one.data["level"] == "sms")
    assert event.data["statement"].startswith("SMS-em ")
    assert set(event.data["evidence"]) <= set(behind)
    assert event.trace == one.trace


async def test_numbers_that_move_are_no_news_and_leave_no_second_row(scene: Scene) -> None:
    await acquainted(scene, lover_of("channel", "sms"))
    await lived(scene, lover_of("channel", "sms"), 8)
    before = (await stated(scene))["channel", "sms"]
    async with scene.transaction() as tx:
        rows = await tx.value("select count(*) from preferences")
    news = await lived(scene, lover_of("channel", "sms", seed=2), 2)
    after = (await stated(scene))["channel", "sms"]
    assert [one for one in news if one.level == "sms"] == []
    assert (after.id, after.learned_at) == (before.id, before.learned_at)
    assert after.statement["n"] > before.statement["n"]
    async with scene.transaction() as tx:
        assert await tx.value("select count(*) from preferences") == rows + len(news)


async def test_too_little_is_not_said_and_it_says_how_much_is_missing(scene: Scene) -> None:
    async with scene.transaction() as tx:
        for _ in range(9):
            row = await draw(tx, scene, arms=ARMS[:1], constraints=[ASKS_TO_SEND])
            sent = row.ledger["chosen"] is not None
            await end(tx, row, 1.0, 1.0 if sent else None, at=scene.at)
    assert await night(scene) == []
    for one in (await stated(scene)).values():
        assert not one.spoken
        assert one.statement["missing"] is None or one.statement["missing"] > 0
        assert "za mało danych" in sentence(one.statement, "pl")
    assert await scene.events("preference.learned") == []


async def test_what_no_longer_holds_is_withdrawn_once(scene: Scene) -> None:
    await acquainted(scene, lover_of("channel", "sms"))
    await lived(scene, lover_of("channel", "sms"), 4)
    assert (await stated(scene))["channel", "sms"].spoken
    for seed in range(2, 40):
        await lived(scene, lover_of("channel", "email", seed=seed, else_=0.3), 1)
        if not (await stated(scene))["channel", "sms"].spoken:
            break
    withdrawn = [
        one for one in await scene.events("preference.withdrawn") if one.data["level"] == "sms"
    ]
    learned = [
        one for one in await scene.events("preference.learned") if one.data["level"] == "sms"
    ]
    assert len(withdrawn) == 1
    assert len(learned) == 1
    assert withdrawn[0].trace == learned[0].trace


async def test_a_night_that_changed_nothing_states_nothing_anew(scene: Scene) -> None:
    await lived(scene, silent, 2)
    before = await stated(scene)
    assert await night(scene) == []
    assert await stated(scene) == before


async def correct(scene: Scene, factor: str, level: str, wish: str) -> None:
    async with scene.transaction() as tx:
        await preferences.correct(
            tx, factor=factor, level=level, wish=wish, at=scene.at, ids=scene.ids
        )


async def wishes(scene: Scene) -> list[tuple[str, str, str]]:
    async with scene.transaction() as tx:
        return [(one.factor, one.level, one.wish) for one in await preferences.corrections(tx)]


async def test_the_persons_word_is_kept_replaced_and_lifted(scene: Scene) -> None:
    await correct(scene, "channel", "sms", "prefer")
    await correct(scene, "hour", "09", "avoid")
    await correct(scene, "channel", "sms", "avoid")
    assert await wishes(scene) == [("hour", "09", "avoid"), ("channel", "sms", "avoid")]
    async with scene.transaction() as tx:
        await preferences.lift(tx, factor="channel", level="sms", at=scene.at)
        with pytest.raises(NotFound, match=r"preference\.no_correction"):
            await preferences.lift(tx, factor="channel", level="sms", at=scene.at)
    assert await wishes(scene) == [("hour", "09", "avoid")]
    kinds = [one.kind for one in await scene.events()]
    assert kinds.count("preference.corrected") == 3
    assert kinds.count("preference.correction_lifted") == 1


@pytest.mark.parametrize(
    ("factor", "level", "wish", "key"),
    [
        ("channel", "sms", "love", "preference.invalid_wish"),
        ("colour", "red", "prefer", "preference.invalid_factor"),
        ("channel", "pigeon", "prefer", "preference.invalid_level"),
        ("send", "always", "prefer", "preference.invalid_level"),
    ],
)
async def test_a_word_on_what_does_not_exist_is_refused(
    scene: Scene, factor: str, level: str, wish: str, key: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await correct(scene, factor, level, wish)
    assert refused.value.key == key
    assert await wishes(scene) == []


async def test_nobody_sees_what_another_said_or_was_learned_of_them(scene: Scene) -> None:
    await lived(scene, lover_of("channel", "sms"), 1)
    await correct(scene, "channel", "sms", "avoid")
    ola = await scene.neighbour("ola")
    assert await wishes(ola) == []
    assert await stated(ola) == {}
    with pytest.raises(NotFound):
        async with ola.transaction() as tx:
            await preferences.lift(tx, factor="channel", level="sms", at=ola.at)


SAID: dict[str, Any] = {
    "factor": "hour", "level": "09", "signal": "reply", "n": 34, "hits": 24.0, "n_other": 65,
    "hits_other": 26.0, "expected": 0.62, "expected_other": 0.44, "spoken": True, "missing": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "pl", "en"),
    [
        (
            {},
            "O 9 rano odpowiadasz w 24 z 34 przypadków (71%), poza tym w 26 z 65 (40%). "
            "Z poprawką na przypadek spodziewam się 62% wobec 44%.",
            "At 9 in the morning you answer 24 times in 34 (71%), otherwise 26 in 65 (40%). "
            "Corrected for chance, I expect 62% against 44%.",
        ),
        (
            {"factor": "framing", "level": "humor", "signal": "outcome", "n": 21, "hits": 7.0},
            "Gdy piszę z humorem, wiadomość działa w 7 z 21 przypadków (33%), "
            "poza tym w 26 z 65 (40%). Z poprawką na przypadek spodziewam się 62% wobec 44%.",
            "When I write with humor, a message works 7 times in 21 (33%), "
            "otherwise 26 in 65 (40%). Corrected for chance, I expect 62% against 44%.",
        ),
        (
            {"factor": "send", "level": "", "signal": "outcome"},
            "Gdy piszę, udaje się to w 24 z 34 przypadków (71%), a gdy nie piszę, "
            "w 26 z 65 (40%). Z poprawką na przypadek spodziewam się 62% wobec 44%.",
            "When I write, it happens 24 times in 34 (71%); when I do not, 26 in 65 (40%). "
            "Corrected for chance, I expect 62% against 44%.",
        ),
        (
            {"factor": "channel", "level": "sms", "n": 3, "spoken": False, "missing": 7},
            "SMS-em: za mało danych (na razie 3 przypadki, brakuje około 7).",
            "By SMS: not enough data (3 so far, about 7 more needed).",
        ),
        (
            {"level": "18", "n": 21, "spoken": False, "missing": None},
            "O 18:00: w 21 przypadkach nie widać różnicy.",
            "At 18:00: no difference can be seen in 21 cases.",
        ),
    ],
)
def test_a_statement_reads_as_a_sentence(parts: dict[str, Any], pl: str, en: str) -> None:
    assert sentence(SAID | parts, "pl") == pl
    assert sentence(SAID | parts, "en") == en
