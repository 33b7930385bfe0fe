"""What a person wrote, read without a model: in Polish and English, with or without diacritics."""

from exoskull.language.reader import read

__all__ = ["read"]
