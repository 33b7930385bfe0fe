"""What a new person's loop may do before they have said anything."""

from exoskull.grants.model import ActionPattern, Effect, Terms

ALLOWED = (
    "send_sms:wellness",
    "send_sms:goal",
    "send_email:summary",
    "create_task:*",
    "log_health:*",
    "send_notification:*",
    "trigger_checkin:*",
)

DENIED = (
    "send_sms:stranger",
    "spend_money:*",
    "delete_data:*",
    "modify_source:*",
)
"""These need the person's explicit opt-in. They are rows too: to be seen, and to be switched."""

DEFAULTS = tuple(
    Terms(pattern=ActionPattern.parse(pattern), effect=effect)
    for effect, patterns in ((Effect.ALLOW, ALLOWED), (Effect.DENY, DENIED))
    for pattern in patterns
)
