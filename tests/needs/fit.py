"""Fits the heads and weights of need detection to the prototypes and the tuning half.

Run after a change of the lexicon or the rules: `python tests/needs/fit.py`. The held-out half is
never read here.
"""

import json
from pathlib import Path

import numpy as np
from needs.labelled import DATA, Labelled, labelled

import exoskull.needs
from exoskull.needs.candidates import candidates
from exoskull.needs.meaning import Heads, embed
from exoskull.needs.model import Family
from exoskull.needs.weighing import FEATURES, features

OUT = Path(exoskull.needs.__file__).parent / "lexicon"
FOLDS = 5
HEAD_RIDGE, WEIGHT_RIDGE = 2.0, 0.15
FIRM = {
    "told": -3.0,
    "figurative": -4.0,
    "conditional": -3.0,
    "other": -3.0,
    "solved": -2.5,
    "question": -3.0,
    "errand": -1.5,
}
"""What weights are drawn to, where the data say little: what speaks against a need, does."""

Taught = tuple[str, str | None, bool, float]
"""A sentence, its family, whether it is a need, and its weight."""


def prototypes() -> list[Taught]:
    do: dict[str, list[tuple[str, str]]] = {"pl": [], "en": []}
    taught: list[Taught] = []
    for line in (DATA / "prototypes.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        parts = line.split("|")
        if len(parts) == 3:
            language, yes, template = parts
            taught += [
                (template.format(phrase), family, yes == "yes", 0.15)
                for family, phrase in do[language]
            ]
            continue
        language, family, how, phrases = parts
        for phrase in phrases.split(";"):
            if how == "do":
                do[language].append((family, phrase))
            else:
                taught.append((phrase, None if how == "not" else family, how == "say", 1.0))
    return taught


def of(sentence: Labelled) -> Taught:
    return sentence.text, next(iter(sorted(sentence.needs)), None), bool(sentence.needs), 1.5


_EMBEDDED: dict[str, np.ndarray] = {}


def vectors(texts: list[str]) -> np.ndarray:
    for text in texts:
        if text not in _EMBEDDED:
            _EMBEDDED[text] = embed(text)
    return np.array([_EMBEDDED[text] for text in texts])


def softmax_fit(x, y, weight, classes, ridge, steps=300):
    """Multinomial logistic regression by accelerated gradient descent."""
    w = np.zeros((x.shape[1], classes))
    v = w.copy()
    onehot = np.eye(classes)[y]
    rate = 1.0 / (0.5 * np.linalg.norm(x * np.sqrt(weight)[:, None], 2) ** 2 + ridge)
    penalty = np.full((x.shape[1], 1), ridge)
    penalty[-1] = 0.01
    for step in range(steps):
        scores = x @ v
        p = np.exp(scores - scores.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        new = v - rate * (x.T @ ((p - onehot) * weight[:, None]) + penalty * v)
        v = new + step / (step + 3) * (new - w)
        w = new
    return w


def teach(taught: list[Taught]) -> Heads:
    x = vectors([text for text, *_ in taught])
    weight = np.array([one[3] for one in taught])
    mean = x.mean(0)
    scale = 6.0
    xb = np.hstack([(x - mean) * scale, np.ones((len(x), 1))])
    need = softmax_fit(xb, np.array([int(t[2]) for t in taught]), weight, 2, HEAD_RIDGE)
    about = [i for i, one in enumerate(taught) if one[1] is not None]
    names = sorted({taught[i][1] for i in about})
    families = softmax_fit(
        xb[about],
        np.array([names.index(taught[i][1]) for i in about]),
        weight[about],
        len(names),
        HEAD_RIDGE / 2,
    )
    need = need[:, 1] - need[:, 0]
    need[:-1] *= scale
    families[:-1] *= scale
    return Heads(
        mean=mean.astype(np.float32),
        need=need.astype(np.float32),
        families=families.astype(np.float32),
        names=tuple(Family(name) for name in names),
    )


def rows(sentences, heads, *, words_only=False):
    x, y = [], []
    for one in sentences:
        meant = None if words_only else heads.read(vectors([one.text])[0])
        for reading, best in candidates(one.text, one.language, meant):
            told = features(reading, meant, best=best)
            x.append([told[name] for name in FEATURES])
            y.append(reading.family.value in one.needs)
    return np.array(x), np.array(y, dtype=float)


def logistic(x, y, ridge):
    prior = np.array([FIRM.get(name, 0.0) for name in FEATURES])
    w = prior.copy()
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ w))
        h = x.T @ (x * (p * (1 - p))[:, None]) + ridge * np.eye(len(w))
        w -= np.linalg.solve(h, x.T @ (p - y) + ridge * (w - prior))
    return {name: round(float(value), 3) for name, value in zip(FEATURES, w, strict=True)}


def main() -> None:
    tuning, base = labelled("tuning"), prototypes()
    order = np.random.default_rng(7).permutation(len(tuning))
    parts_x, parts_y = [], []
    for fold in range(FOLDS):
        inside = {int(i) for i in order[fold::FOLDS]}
        heads = teach(base + [of(one) for i, one in enumerate(tuning) if i not in inside])
        x, y = rows([tuning[i] for i in sorted(inside)], heads)
        parts_x.append(x)
        parts_y.append(y)
    x, y = np.vstack(parts_x), np.concatenate(parts_y)
    full = logistic(x, y, WEIGHT_RIDGE)
    words = logistic(*rows(tuning, None, words_only=True), WEIGHT_RIDGE)
    heads = teach(base + [of(one) for one in tuning])
    np.savez_compressed(
        OUT / "heads.npz",
        mean=heads.mean.astype(np.float16),
        need=heads.need.astype(np.float16),
        families=heads.families.astype(np.float16),
        names=np.array([name.value for name in heads.names]),
    )
    text = json.dumps({"full": full, "words": words}, indent=1)
    (OUT / "weights.json").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
