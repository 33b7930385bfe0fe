"""Repeats: nothing is lost, nothing is told twice, and what has no sign stands by itself."""

from hypothesis import given
from hypothesis import strategies as st

from exoskull.feed.repeats import gather


@given(st.lists(st.tuples(st.integers(), st.one_of(st.none(), st.integers(0, 3)))))
def test_each_one_is_in_one_group_at_the_place_of_the_first(
    told: list[tuple[int, int | None]],
) -> None:
    numbered = list(enumerate(told))
    groups = gather(numbered, lambda one: one[1][1])
    assert sorted(one for group in groups for one in group) == numbered
    firsts = [group[0][0] for group in groups]
    assert firsts == sorted(firsts)
    for group in groups:
        signs = {one[1][1] for one in group}
        assert len(signs) == 1
        assert len(group) == 1 or signs != {None}
    signed = [group[0][1][1] for group in groups if group[0][1][1] is not None]
    assert len(signed) == len(set(signed))
