"""The compiled lexicon."""

from exoskull.needs.compile import FOLDER, compiled, english
from exoskull.needs.lexicon import lexicon


def test_what_is_shipped_is_what_the_lexicon_compiles_to() -> None:
    shipped = (FOLDER / "surface.txt").read_text("utf-8").splitlines()
    assert shipped == list(compiled()), "Run: python -m exoskull.needs.compile"


def test_polish_forms_are_inflected_and_folded_and_tell_the_person() -> None:
    forms = lexicon("pl").forms
    assert "zapominac" in forms["zapominałam".replace("ł", "l")].lemmas
    assert forms["zapominam"].signs == {"1"}
    assert forms["zapomina"].signs == {"3"}
    assert "woda" in forms["wode"].lemmas


def test_english_forms_follow_the_spelling() -> None:
    assert english("study") >= {"studies", "studied", "studying"}
    assert english("drink") >= {"drinks", "drank", "drunk", "drinking"}
    assert english("smoke") >= {"smokes", "smoked", "smoking"}
