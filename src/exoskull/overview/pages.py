"""The modules of this feature that have pages, for the application to serve."""

from exoskull.overview import (
    admin,
    channel_test,
    goals,
    messages,
    optimization,
    permissions,
    preferences,
    settings,
    why,
)

PAGES = (
    optimization,
    goals,
    why,
    preferences,
    messages,
    permissions,
    settings,
    channel_test,
    admin,
)
