"""The catalogues: the two languages say the same things, in their own words."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from fluent.syntax import FluentParser, ast

from exoskull.channels.sms_text import sms_length
from exoskull.i18n import catalogue as catalogue_module
from exoskull.i18n.catalogue import LANGUAGES, MissingText, catalogue

PLURALS = ("one", "few", "many")


def messages(language: str) -> Iterator[tuple[str, ast.Message]]:
    """Every entry of a language, with its file."""
    for file in files("exoskull.i18n").joinpath(language).iterdir():
        if file.name.endswith(".ftl"):
            for item in FluentParser().parse(file.read_text(encoding="utf-8")).body:
                if isinstance(item, ast.Message):
                    yield file.name, item


def nodes(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    yield node
    for value in vars(node).values():
        for below in value if isinstance(value, list) else [value]:
            if isinstance(below, ast.BaseNode):
                yield from nodes(below)


def pieces_of(message: ast.Message) -> list[str]:
    """What the entry says between the things it is told."""
    return [node.value for node in nodes(message) if isinstance(node, ast.TextElement)]


def words_of(message: ast.Message) -> str:
    return " … ".join(pieces_of(message))


def is_part(key: str) -> bool:
    """A piece of sentences, which a language may need and another not."""
    return key.startswith("part-") or "-part-" in key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_can_be_read(language: str) -> None:
    assert catalogue(language).entries


def test_both_languages_have_the_same_entries() -> None:
    keys = [{key for key in catalogue(one).entries if not is_part(key)} for one in LANGUAGES]
    assert keys[0] ^ keys[1] == set()


def test_both_languages_are_told_the_same() -> None:
    polish, english = (catalogue(language).entries for language in LANGUAGES)
    differing = {
        key: (entry, english[key])
        for key, entry in polish.items()
        if not is_part(key) and key in english and entry != english[key]
    }
    assert differing == {}


def test_both_languages_have_the_same_files() -> None:
    names = [{file for file, _ in messages(language)} for language in LANGUAGES]
    assert names[0] == names[1]


def plural_keys(language: str) -> Iterator[tuple[str, set[str], str]]:
    for _, message in messages(language):
        for node in nodes(message):
            if isinstance(node, ast.SelectExpression):
                keys = {v.key.name for v in node.variants if isinstance(v.key, ast.Identifier)}
                default = next(v.key for v in node.variants if v.default)
                if keys & set(PLURALS):
                    name = default.name if isinstance(default, ast.Identifier) else "number"
                    yield message.id.name, keys, name


def test_polish_plurals_have_every_form() -> None:
    """Of few and many neither stands without the other; `other` is what fractions take."""
    for key, keys, default in plural_keys("pl"):
        assert ("few" in keys) == ("many" in keys), key
        assert "one" in keys, key
        assert default == "other", key


def test_english_plurals_have_one_and_other() -> None:
    for key, keys, default in plural_keys("en"):
        assert keys & set(PLURALS) == {"one"}, key
        assert default == "other", key


ENGLISH = re.compile(
    r"\b(the|and|you|your|is|are|was|of|for|with|this|that|not|have|has|it|from|will|what|"
    r"when|which|there|please|message|goal|task|today|tomorrow|error|line|file|cannot)\b"
)
CODE = re.compile(r"`[^`]*`|create role[^;]*; grant|to \(ta rola\) with set true|\(ta rola\)")
POLISH = re.compile("[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„]")
NAMED_WORDS = {
    "error-goal-date_without_reach",
    "error-goal-invalid_direction",
    "error-goal-invalid_period",
    "error-goal-period_with_reach",
    "grant-pattern",
}
"""Entries that name words of the interface, the same in both languages."""


def test_no_english_is_left_in_polish() -> None:
    for file, message in messages("pl"):
        if message.id.name not in NAMED_WORDS:
            found = ENGLISH.search(CODE.sub("", words_of(message)))
            assert found is None, (file, message.id.name, found)


def test_no_polish_is_left_in_english() -> None:
    for file, message in messages("en"):
        assert POLISH.search(words_of(message)) is None, (file, message.id.name)


GENDERED = re.compile(
    r"\w+(łeś|łaś|łbyś|łabyś)\b|\b(powinieneś|powinnaś|jesteś sam|jesteś sama|"
    r"Pan|Pani|Pana|Panu)\b"
)


def test_polish_does_not_guess_the_gender_of_the_person() -> None:
    """ExoSkull is asked "dlaczego napisałeś?"; the person is never told what "zrobiłaś"."""
    for file, message in messages("pl"):
        words = words_of(message).replace("dlaczego do mnie wczoraj napisałeś?", "")
        assert GENDERED.search(words) is None, (file, message.id.name)


def test_polish_quotes_as_polish_does() -> None:
    for file, message in messages("pl"):
        words = words_of(message)
        assert '"' not in words, (file, message.id.name)
        assert words.count("„") == words.count("”"), (file, message.id.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_typed_with_care(language: str) -> None:
    for file, message in messages(language):
        for piece in pieces_of(message):
            slip = re.search(r"[—\t]|  |\.\.\.| [,;?!]| \.(?!\w)", piece)
            assert slip is None, (file, message.id.name, piece)


def test_english_messages_fit_the_cheap_alphabet_of_sms() -> None:
    for file, message in messages("en"):
        if file in ("interventions.ftl", "steps.ftl"):
            words = words_of(message).replace(" … ", " ")
            assert not sms_length(words).unicode, message.id.name


def test_an_unknown_language_has_no_texts() -> None:
    with pytest.raises(MissingText, match="'de'"):
        catalogue("de")


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("hello = Hello\nhello = Again\n", "hello is there twice"),
        ("hello = { $name\n", "cannot be read"),
        ("hello = Hello\n    .title = Title\n", "without attributes"),
        ("hello = { missing }\n", "no entry missing"),
    ],
)
def test_a_broken_file_is_named(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    source: str,
    problem: str,
) -> None:
    home = tmp_path_factory.mktemp("i18n")
    (home / "en").mkdir()
    (home / "en" / "broken.ftl").write_text(source, encoding="utf-8")
    monkeypatch.setattr(catalogue_module, "files", lambda _: home)
    with pytest.raises(ValueError, match=problem):
        catalogue.__wrapped__("en")
