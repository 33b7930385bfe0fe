"""`up --demo` on an installation that somebody lives in."""

from typing import Any


def test_a_demo_does_not_move_in_where_somebody_lives(anna: Any) -> None:
    ran = anna("up", "--demo", "--port", "0", "--json")
    assert ran.code == 1
    assert "demo.in_use" in ran.err
    assert "EXOSKULL_HOME" in ran.err
