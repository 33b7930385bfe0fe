"""The whole system on a virtual clock: tapes, replay, simulated people."""
