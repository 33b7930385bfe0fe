"""ExoSkull: a self-hosted service that runs a person's autonomous loop."""
