from collections import Counter
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from exoskull.conductor.choose import choose_work
from exoskull.conductor.model import Candidate, Served
from exoskull.kit.ids import TenantId

AT = datetime(2026, 3, 2, tzinfo=UTC)
PEOPLE = [TenantId(UUID(int=number)) for number in range(1, 9)]

tenants = st.sampled_from(PEOPLE)
offers = st.lists(
    st.builds(
        Candidate,
        tenant_id=tenants,
        item=st.sampled_from(["a", "b", "c"]),
        worth=st.floats(-1, 3),
        cost_micros=st.sampled_from([0, 0, 5, 50]),
    ),
    max_size=20,
)
serveds = st.dictionaries(
    tenants,
    st.builds(
        Served,
        pieces=st.integers(0, 5),
        last_at=st.integers(0, 100).map(lambda hours: AT + timedelta(hours=hours)),
    ),
)
budgets = st.dictionaries(tenants, st.integers(0, 60))


@given(offers, st.sets(tenants), serveds, budgets, st.integers(0, 5))
def test_what_is_chosen_is_worth_it_affordable_and_within_the_limit(
    offered: list[Candidate],
    running: set[TenantId],
    served: dict[TenantId, Served],
    left: dict[TenantId, int],
    most: int,
) -> None:
    chosen = choose_work(offered, running, served, left, most=most)
    assert len(chosen) <= max(0, most - len(running))
    assert len({one.tenant_id for one in chosen}) == len(chosen)
    for one in chosen:
        assert one in offered
        assert one.worth > 0
        assert one.tenant_id not in running
        assert one.cost_micros == 0 or one.cost_micros <= left.get(one.tenant_id, 0)


@given(offers, st.sets(tenants), serveds, budgets, st.integers(0, 5))
def test_nobody_left_waiting_had_less_than_somebody_chosen(
    offered: list[Candidate],
    running: set[TenantId],
    served: dict[TenantId, Served],
    left: dict[TenantId, int],
    most: int,
) -> None:
    chosen = choose_work(offered, running, served, left, most=most)
    could = {c.tenant_id for c in choose_work(offered, running, served, left, most=1000)}
    had = {one: served.get(one, Served()).pieces for one in PEOPLE}
    for waiting in could - {one.tenant_id for one in chosen}:
        assert all(had[one.tenant_id] <= had[waiting] for one in chosen)


@given(offers, serveds, budgets)
def test_of_one_tenants_pieces_the_most_worthwhile_is_done(
    offered: list[Candidate], served: dict[TenantId, Served], left: dict[TenantId, int]
) -> None:
    for one in choose_work(offered, (), served, left, most=100):
        others = [
            c.worth
            for c in offered
            if c.tenant_id == one.tenant_id
            and (c.cost_micros == 0 or c.cost_micros <= left.get(c.tenant_id, 0))
        ]
        assert one.worth == max(others)


@given(
    st.lists(st.tuples(st.integers(0, 4), st.sets(tenants, min_size=1)), min_size=1, max_size=40),
    st.dictionaries(tenants, st.floats(0.1, 100), min_size=8),
)
def test_no_tenant_starves_however_much_more_the_others_work_is_worth(
    rounds: list[tuple[int, set[TenantId]]], worth: dict[TenantId, float]
) -> None:
    """Whoever asks in every round is never behind another by more than a piece; and whoever asks
    now and then is never served while somebody asking had less."""
    pieces: Counter[TenantId] = Counter()
    last: dict[TenantId, datetime] = {}
    always = PEOPLE[:4]
    for number, (free, sometimes) in enumerate(rounds):
        asking = sorted({*always, *sometimes}, key=lambda one: one.int)
        chosen = choose_work(
            [Candidate(tenant_id=one, item="a", worth=worth[one]) for one in asking],
            (),
            {one: Served(pieces=pieces[one], last_at=last.get(one)) for one in asking},
            {},
            most=free,
        )
        for one in chosen:
            behind = [
                pieces[other] for other in asking if other not in [c.tenant_id for c in chosen]
            ]
            assert all(pieces[one.tenant_id] <= other for other in behind)
        for one in chosen:
            pieces[one.tenant_id] += 1
            last[one.tenant_id] = AT + timedelta(minutes=15 * number)
        counts = [pieces[one] for one in always]
        assert max(counts) - min(counts) <= 1


def test_everybody_has_a_piece_within_as_many_rounds_as_there_are_people() -> None:
    pieces: Counter[TenantId] = Counter()
    for _ in range(len(PEOPLE)):
        [one] = choose_work(
            [
                Candidate(tenant_id=who, item="a", worth=1000.0 if who == PEOPLE[0] else 0.01)
                for who in PEOPLE
            ],
            (),
            {who: Served(pieces=pieces[who]) for who in PEOPLE},
            {},
            most=1,
        )
        pieces[one.tenant_id] += 1
    assert set(pieces.values()) == {1}
    assert len(pieces) == len(PEOPLE)
