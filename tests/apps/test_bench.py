"""`bench apps`, in a size for tests."""

import importlib.util
from pathlib import Path

BENCH = Path(__file__).parents[2] / "benchmarks/apps.py"


async def test_the_benchmark_measures_both_sides_of_each_question() -> None:
    spec = importlib.util.spec_from_file_location("bench_of_apps", BENCH)
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    found = await bench.run(entries=200, tenants=4, tables=2, samples=5)
    assert found["ratio_at_p95"].keys() == {"insert", "last_20", "month"}
    assert all(one["own_table"]["p95"] > 0 for one in found["ms"].values())
