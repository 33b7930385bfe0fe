from hypothesis import given
from hypothesis import strategies as st

from exoskull.budgets.model import Amount, Cap, Used, refusal

numbers = st.integers(0, 10**7)
limits = st.none() | numbers


@st.composite
def stands(draw: st.DrawFn) -> Used:
    return Used(
        cap=draw(st.sampled_from(Cap)),
        reserved_micros=draw(numbers),
        spent_micros=draw(numbers),
        reserved_tokens=draw(numbers),
        spent_tokens=draw(numbers),
        limit_micros=draw(limits),
        limit_tokens=draw(limits),
    )


@given(numbers, numbers, st.lists(stands(), max_size=3))
def test_what_is_not_refused_fits_under_every_cap(
    micros: int, tokens: int, used: list[Used]
) -> None:
    refused = refusal(Amount(micros=micros, tokens=tokens), used)
    fits = all(
        (one.left_micros is None or micros == 0 or micros <= one.left_micros)
        and (one.left_tokens is None or tokens == 0 or tokens <= one.left_tokens)
        for one in used
    )
    assert (refused is None) == fits
    if refused is not None:
        assert refused.left < refused.asked


@given(st.lists(stands(), max_size=3))
def test_what_costs_nothing_is_never_refused(used: list[Used]) -> None:
    assert refusal(Amount(), used) is None
