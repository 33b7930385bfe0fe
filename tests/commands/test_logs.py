"""What the logs hold of an error, and what they leave out."""

from exoskull.commands.logs import exception_without_values


def test_an_exception_is_logged_without_its_message_or_the_values_around_it() -> None:
    secret = "what a person wrote"
    try:
        raise ValueError(f"Key (text)=({secret}) exists")
    except ValueError as error:
        event = exception_without_values(None, "error", {"event": "x", "exc_info": error})
    assert event["exception"] == "ValueError"
    assert "test_logs.py" in event["at"][-1]
    assert secret not in str(event)


def test_an_event_without_an_exception_is_left_as_it_is() -> None:
    assert exception_without_values(None, "info", {"event": "x", "exc_info": None}) == {
        "event": "x"
    }
