"""The arms of the installation: every way that a message can be tried."""

from collections.abc import Mapping
from datetime import time

from exoskull.channels.model import ChannelName
from exoskull.learning import Arm, Design
from exoskull.learning.model import Level

HOURS: Mapping[str, time] = {
    "09": time(9),
    "12": time(12),
    "15": time(15),
    "18": time(18),
    "20": time(20),
}
"""The local hours that messages are tried at."""

FRAMINGS = ("direct", "gentle", "humor")

COSTS: Mapping[Level, float] = {"in_app": 0.0, "email": 0.005, "sms": 0.01}
"""Price of one send, in units of the outcome: what an interruption must be worth. Small beside what
a message can do for somebody who rarely acts by themselves, else the dearest channel is never
learned of; what sending often does to a person is priced by the learner, on the dose."""

DESIGN = Design.of(
    Arm(channel=channel.value, hour=hour, framing=framing)
    for channel in ChannelName
    for hour in HOURS
    for framing in FRAMINGS
)
"""The learner's columns; a person's possible arms are a subset."""
