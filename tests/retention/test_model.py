"""How long is kept, as the operator sets it."""

import pytest

from exoskull.kit.errors import InvalidInput
from exoskull.retention.model import TRACES_LEAST_DAYS, Keep
from exoskull.settings import Settings


def test_the_settings_begin_as_the_rules_do():
    settings, keep = Settings.from_env({}), Keep()
    assert settings.keep_runs_days == keep.runs_days
    assert settings.keep_traces_days == keep.traces_days >= TRACES_LEAST_DAYS


def test_an_operator_may_set_both():
    env = {"EXOSKULL_KEEP_RUNS_DAYS": "30", "EXOSKULL_KEEP_TRACES_DAYS": "800"}
    settings = Settings.from_env(env)
    assert (settings.keep_runs_days, settings.keep_traces_days) == (30, 800)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KEEP_RUNS_DAYS", "6"),
        ("KEEP_RUNS_DAYS", "ninety"),
        ("KEEP_TRACES_DAYS", "364"),
        ("KEEP_TRACES_DAYS", "-1"),
        ("KEEP_TRACES_DAYS", "99999999"),
    ],
)
def test_a_term_that_breaks_a_promise_is_refused(name: str, value: str):
    with pytest.raises(InvalidInput) as caught:
        Settings.from_env({f"EXOSKULL_{name}": value})
    assert caught.value.key == "settings.invalid_days"
    assert caught.value.field == f"EXOSKULL_{name}"
