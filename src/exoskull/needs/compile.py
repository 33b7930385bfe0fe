"""Compiles the lexicon: every inflected form of its lemmas, folded, into lexicon/surface.txt.

Run by developers after a change of lexicon/*.toml: `python -m exoskull.needs.compile`. Polish forms
are Morfeusz 2's (SGJP dictionary), English ones are made by rule; neither is needed at run time.
"""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from exoskull.language.fold import fold

FOLDER = Path(__file__).parent / "lexicon"

_IRREGULAR = {
    "drink": "drank drunk",
    "forget": "forgot forgotten forgetting",
    "sleep": "slept",
    "run": "ran running",
    "spend": "spent",
    "overspend": "overspent",
    "eat": "ate eaten",
    "read": "",
    "swim": "swam swum swimming",
    "feel": "felt",
    "keep": "kept",
    "lose": "lost",
    "mean": "meant",
    "find": "found",
    "make": "made making",
    "build": "built",
    "give": "gave given giving",
    "get": "got gotten getting",
    "have": "has had having",
    "go": "went gone goes",
    "put": "putting",
    "cut": "cutting",
    "quit": "quitting",
    "set": "setting",
    "think": "thought",
    "teach": "taught",
    "feed": "fed",
    "catch": "caught",
    "know": "knew known",
    "take": "took taken taking",
    "write": "wrote written writing",
    "blow": "blew blown",
    "buy": "bought",
    "fall": "fell fallen",
    "hurt": "",
    "weep": "wept",
    "kid": "",
    "child": "children",
    "man": "men",
    "woman": "women",
    "hit": "hitting",
    "stick": "stuck",
    "light": "lit",
    "jog": "jogged jogging",
    "log": "logged logging",
    "skip": "skipped skipping",
    "slip": "slipped slipping",
    "stop": "stopped stopping",
    "plan": "planned planning",
    "sip": "sipped sipping",
    "mop": "mopped mopping",
    "nap": "napped napping",
    "jot": "jotted jotting",
    "chat": "chatted chatting",
    "die": "died dying",
    "study": "studied studies studying",
    "worry": "worried worries worrying",
    "ring": "rang rung",
    "sell": "sold",
    "repot": "repotted repotting",
    "be": "is are was were am been being",
    "drown": "drowned",
    "speak": "spoke spoken",
    "drop": "dropped dropping",
    "lend": "lent",
}
"""Past forms, participles and doubled consonants; "" for verbs of one form."""


def english(lemma: str) -> set[str]:
    """`lemma` with -s, -ed and -ing, spelled as rules and the irregular table have it."""
    forms = {lemma}
    if lemma in _IRREGULAR:
        forms |= set(_IRREGULAR[lemma].split())
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    forms.add(stem + "ing")
    if lemma not in _IRREGULAR:
        forms.add(lemma[:-1] + "ied" if _consonant_y(lemma) else stem + "ed")
    if _consonant_y(lemma):
        forms.add(lemma[:-1] + "ies")
    elif lemma.endswith(("s", "x", "ch", "sh")):
        forms.add(lemma + "es")
    else:
        forms.add(lemma + "s")
    return forms


def _consonant_y(word: str) -> bool:
    return len(word) > 2 and word.endswith("y") and word[-2] not in "aeou"


def polish(lemma: str) -> set[tuple[str, str]]:
    """Each form of `lemma`, folded, with its sign: 1, 2, 3 the person of a finite verb, i an
    infinitive, n a nominative noun, - anything else.

    A gerund or participle given as a lemma gets its own forms only; what the dictionary lacks is
    declined as a masculine noun, or conjugated as `pracować`.
    """
    found = _forms(lemma, None)
    if not found:
        for _, _, (_, base, tag, *_) in _morfeusz().analyse(lemma):
            found |= _forms(base.partition(":")[0], tag.partition(":")[0])
    if not found or all(form == fold(lemma) for form, _ in found):
        if lemma.endswith("ować"):
            stem = fold(lemma[: -len("ować")])
            model = {one for one in _forms("pracować", None) if one[0].startswith("prac")}
            found |= {(stem + form[len("prac") :], sign) for form, sign in model}
        elif lemma[-1] not in "aąeęioóuyć" and len(lemma) > 4:
            found |= {(fold(lemma) + ending, "-") for ending in _ENDINGS.split()}
            found.add((fold(lemma), "-"))
    found = {one for one in found if one[0] not in _OTHER_WORDS.get(lemma, ())}
    return found or {(fold(lemma), "-")}


_ENDINGS = "a u owi em ie iem y i ow om ami ach"
_OTHER_WORDS = {
    "mama": ("mam", "mami"),
    "pan": ("panie",),
    "kac": ("kaca",),
    "kuć": ("kuje",),
    "ona": ("go", "nia", "niej"),
    "on": ("ja", "jej", "jego", "ich", "im", "jemu", "nia", "nich", "niej", "niemu", "nimi"),
    "oni": ("im", "nimi", "nich"),
    "młody": ("mlode", "mlodych"),
    "tata": ("tat",),
    "lek": ("lece",),
    "dać": ("dalej", "dane"),
    "prać": ("pora",),
    "cel": ("cela", "celi"),
    "wino": ("win", "winie", "winy"),
    "mieć": ("ma", "maja"),
}
"""Forms that in a message are nearly always another word."""


def _forms(lemma: str, only: str | None) -> set[tuple[str, str]]:
    """The forms of a lemma of the dictionary, of the tag `only` where that is named."""
    found: set[tuple[str, str]] = set()
    for form, _, tag, *_ in _morfeusz().generate(lemma):
        parts = tag.split(":")
        if (
            parts[0] in ("ign", "brev")
            or parts[-1] in ("neg", "com", "sup")
            or (only and parts[0] != only)
        ):
            continue
        if only is None and parts[0] in ("ppas", "pact", "pcon", "pant", "imps"):
            continue
        found.add((fold(form.replace(".", "")), _sign(parts)))
    return found


def _morfeusz() -> Any:
    from morfeusz2 import Morfeusz

    global _MORFEUSZ
    if _MORFEUSZ is None:
        _MORFEUSZ = Morfeusz(praet="composite")
    return _MORFEUSZ


_MORFEUSZ: Any = None
_PERSONS = {"pri": "1", "sec": "2", "ter": "3"}


def _sign(parts: list[str]) -> str:
    if parts[0] in ("fin", "bedzie", "praet", "cond", "impt"):
        return next((_PERSONS[part] for part in parts if part in _PERSONS), "3")
    if parts[0] in ("inf", "winien"):
        return "i"
    if parts[0] in ("subst", "depr", "ppron3") and any("nom" in part for part in parts):
        return "n"
    return "-"


def lemmas() -> dict[str, set[str]]:
    """Every lemma of the lexicon by language; phrases in their words, =exact words left out."""
    found: dict[str, set[str]] = {"pl": set(), "en": set()}
    for text, language in _texts():
        for item in text.split():
            found[language] |= {word for word in item.split("_") if not word.startswith("=")}
    return found


def _texts() -> Iterator[tuple[str, str]]:
    for name in ("families", "cues"):
        for entry in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")).values():
            for language in ("pl", "en"):
                part = entry.get(language, "")
                for text in part.values() if isinstance(part, dict) else [part]:
                    yield text, language


def compiled() -> Iterator[str]:
    """The lines of surface.txt: language, lemma, then form/signs."""
    for language, words in lemmas().items():
        for lemma in sorted(words):
            forms: dict[str, set[str]] = {}
            pairs: Iterable[tuple[str, str]] = (
                polish(lemma) if language == "pl" else ((form, "-") for form in english(lemma))
            )
            for form, sign in pairs:
                forms.setdefault(form, set()).add(sign)
            told = (
                form if signs == {"-"} else f"{form}/{''.join(sorted(signs - {'-'}))}"
                for form, signs in sorted(forms.items())
            )
            yield f"{language} {fold(lemma)}: {' '.join(told)}"


if __name__ == "__main__":
    (FOLDER / "surface.txt").write_text("\n".join(compiled()) + "\n", encoding="utf-8")
