"""Whether an answer is in a language that the person speaks here. Pure."""

from exoskull.language.clauses import is_polish
from exoskull.language.fold import clean
from exoskull.language.model import Language
from exoskull.language.tokens import tokenize


def fits(text: str, language: Language, message: str) -> bool:
    """Whether `text` is in the person's language, or in that of their message; where it cannot be
    told, it is."""
    return _of(text, language) in (language, _of(message, language))


def _of(text: str, language: Language) -> Language:
    """The language of `text`; `language` where it shows none."""
    plain = clean(text)
    return Language.PL if is_polish(tokenize(plain), plain, language) else Language.EN
