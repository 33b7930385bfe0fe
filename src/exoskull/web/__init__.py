"""The toolkit of every page and API: rendering, errors, streams, assets. It has no routes."""
