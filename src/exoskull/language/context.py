"""What a clause is read against."""

from dataclasses import dataclass
from datetime import datetime

from exoskull.language.model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The message a clause stands in.

    `text`: the cleaned message, for titles. `at`: when it was written, aware, in the person's
    zone. `polish`: whether its sentence is Polish. `asks`: whether it ends with a question mark.
    """

    text: str
    at: datetime
    language: Language
    polish: bool
    asks: bool
