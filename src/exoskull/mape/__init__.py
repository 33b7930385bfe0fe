"""The loop: Monitor, Analyze, Plan, Execute, over Knowledge; `cycle.run_cycle` is all of it."""
