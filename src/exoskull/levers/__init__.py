"""The settings that a trial may change: a closed set, each reversible, each read when planning."""
