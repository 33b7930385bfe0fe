"""What a page says of what was just done, and the button that takes it back."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from exoskull.apps.model import App
from exoskull.i18n import text

Said = Literal[
    "previewed",
    "made",
    "exists",
    "extended",
    "restored",
    "skill",
    "failed",
    "refused",
    "archived",
    "deleted",
    "undone",
    "changed",
    "taken",
    "declined",
    "added",
    "edited",
    "entry_undone",
    "imported",
]
"""`apps-said-<word>` says it. It stands in the address of the page that a form leads to."""

REVERSIBLE = ("archived", "deleted", "changed", "taken")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A sentence, and where a form that takes it back is sent; None where nothing does."""

    sentence: str
    undo: str | None = None


def note_of(
    said: Said | None, app: App | None, language: str, *, entry: UUID | None = None, n: int = 0
) -> Note | None:
    """The note.

    Args:
        app: what it is about; with none only what needs no name is said.
        entry: the entry that was added, which can be taken back.
        n: how many were imported.
    """
    if said is None or (app is None and said != "skill"):
        return None
    sentence = text(language, f"apps-said-{said}", name=app.name if app else "", count=n)
    undo = None
    if app is not None and said in REVERSIBLE:
        undo = f"/apps/{app.id}/undo"
    if app is not None and said == "added" and entry is not None:
        undo = f"/apps/{app.slug}/entries/{entry}/undo"
    return Note(sentence=sentence, undo=undo)
