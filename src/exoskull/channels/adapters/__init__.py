"""The ways out. Only `interventions.outbox` calls them; `channels.registry` makes them."""
