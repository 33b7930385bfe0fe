"""The toolkit of every page and API: rendering, errors, live streams, assets. No routes of its own."""
