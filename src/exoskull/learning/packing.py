"""Arrays as short JSON strings, and back, without changing a bit.

Everything that is stored is rounded to 32-bit floats *before* it is used, so that what was
computed with and what comes back from JSON are the same numbers.
"""

import base64
import binascii
from typing import Any

import numpy as np
from numpy.typing import NDArray

from exoskull.kit.errors import InvalidInput

Array = NDArray[np.floating[Any]]


def rounded(values: Array) -> Array:
    """`values` as they will be after a round trip: 32-bit precision, 64-bit type."""
    return values.astype(np.float32).astype(np.float64)


def pack(values: Array) -> str:
    """Base64 of `values`, flattened, as little-endian 32-bit floats: 16 characters for 3."""
    return base64.b64encode(values.astype("<f4").tobytes()).decode("ascii")


def halved(values: Array) -> Array:
    """`values` as they will be after a round trip in 16-bit precision (three digits)."""
    return values.astype(np.float16).astype(np.float64)


def pack_half(values: Array) -> str:
    """As `pack`, in 16-bit floats: 8 characters for 3."""
    return base64.b64encode(values.astype("<f2").tobytes()).decode("ascii")


def unpack(text: Any, count: int, field: str, *, half: bool = False) -> Array:
    """The `count` numbers in `text`, shape (count,).

    Raises InvalidInput `learning.malformed_state` where `text` does not hold so many finite ones.
    """
    try:
        raw = base64.b64decode(text, validate=True)
        values = np.frombuffer(raw, "<f2" if half else "<f4").astype(np.float64)
    except (binascii.Error, ValueError, TypeError) as error:
        raise InvalidInput("learning.malformed_state", field=field) from error
    if values.shape != (count,) or not np.isfinite(values).all():
        raise InvalidInput("learning.malformed_state", field=field)
    return values


def triangle(square: Array) -> Array:
    """The lower triangle of the last two axes, row by row: shape (..., k * (k + 1) / 2)."""
    return square[..., *np.tril_indices(square.shape[-1])]


def symmetric(lower: Array) -> Array:
    """The symmetric matrices, shape (..., k, k), with the lower triangles `lower`."""
    full = lower_triangular(lower)
    return full + np.tril(full, -1).swapaxes(-1, -2)


def lower_triangular(lower: Array) -> Array:
    """The lower triangular matrices, shape (..., k, k), with the entries `lower`."""
    size = int((np.sqrt(8 * lower.shape[-1] + 1) - 1) / 2)
    full = np.zeros((*lower.shape[:-1], size, size))
    full[..., *np.tril_indices(size)] = lower
    return full
