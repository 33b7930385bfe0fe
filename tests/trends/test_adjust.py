from hypothesis import given
from hypothesis import strategies as st

from exoskull.trends import q_values
from exoskull.trends.adjust import t_quantile_975

ps = st.lists(st.floats(0, 1), max_size=30)


@given(ps)
def test_q_is_at_least_p_at_most_one_and_keeps_the_order(given_ps: list[float]) -> None:
    q = q_values(given_ps)
    assert all(p <= one <= 1 for p, one in zip(given_ps, q, strict=True))
    ordered = [one for _, one in sorted(zip(given_ps, q, strict=True))]
    assert ordered == sorted(ordered)


def test_the_example_of_the_paper_rejects_four() -> None:
    """Benjamini and Hochberg 1995, section 3.2: of 15 tests, four at a rate of 0.05."""
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240]
    p += [0.4262, 0.5719, 0.6528, 0.7590, 1.0000]
    assert sum(one <= 0.05 for one in q_values(p)) == 4


def test_quantiles_of_t_are_those_of_the_tables() -> None:
    for df, table in ((3, 3.182), (5, 2.571), (10, 2.228), (30, 2.042), (1000, 1.962)):
        assert abs(t_quantile_975(df) - table) < 0.012 * table
