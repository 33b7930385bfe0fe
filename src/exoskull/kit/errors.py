"""The errors of ExoSkull: a key, its parameters and, where one is to blame, the field.

The key is what scripts match on. The sentence a person reads is made at the edge (CLI, web) by
`exoskull.i18n.error_text`, in the person's language, from the catalogue entry `error-<key>`
with dots turned to dashes.
"""


class ExoSkullError(Exception):
    """A refusal with a reason that the person can act on."""

    def __init__(self, key: str, *, field: str | None = None, **params: object) -> None:
        self.key = key
        self.field = field
        self.params = params
        details = ", ".join(f"{name}={value}" for name, value in params.items())
        super().__init__(f"{key} ({details})" if details else key)


class InvalidInput(ExoSkullError):
    """What came in cannot be accepted; nothing was changed. CLI exit 2, HTTP 422."""


class NotFound(ExoSkullError):
    """What was named does not exist, or is not yours to see. CLI exit 2, HTTP 404."""


class Refused(ExoSkullError):
    """Understood, and not allowed: by a grant, a limit or a state. CLI exit 1, HTTP 403."""


class Unauthorized(ExoSkullError):
    """No valid token, link or session. CLI exit 2, HTTP 401."""


class Conflict(ExoSkullError):
    """It clashes with what is already there. CLI exit 1, HTTP 409."""


class Unavailable(ExoSkullError):
    """Something the program needs is missing or down. CLI exit 1, HTTP 503."""
