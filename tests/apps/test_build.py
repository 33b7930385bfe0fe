"""Definitions: well made, in both languages, with the person's own units."""

import pytest

from exoskull.apps.build import build
from exoskull.apps.catalogue import CATALOGUE
from exoskull.apps.families import ALIASES, family_of
from exoskull.apps.fit import beyond_a_tracker
from exoskull.apps.model import ColumnType, Risk
from exoskull.apps.naming import alike, free, slugify
from exoskull.apps.parse import parse_spec, spec_json
from exoskull.apps.recognize import recognize
from exoskull.apps.risk import risk_of
from exoskull.apps.similar import extended
from exoskull.apps.wording import fields_text, names
from exoskull.language.metrics import METRICS
from exoskull.needs.model import Family

LANGUAGES = ("pl", "en")


def test_there_are_at_least_thirty_and_every_need_has_one() -> None:
    assert len(CATALOGUE) >= 30
    assert {family_of(one.value) for one in Family if one is not Family.OPEN} <= CATALOGUE.keys()
    assert set(ALIASES.values()) <= CATALOGUE.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", CATALOGUE)
def test_each_is_whole_harmless_and_survives_json(family: str, language: str) -> None:
    spec = build(family, None, [], language)
    assert parse_spec(spec_json(spec)) == spec
    assert risk_of(spec) is Risk.LOW
    assert spec.slug.isascii()
    assert all(column.name.isascii() for column in spec.columns)
    assert {link.metric for link in spec.metrics} <= METRICS.keys()
    assert all(names(spec, language).values())
    assert fields_text(spec.shown, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_have_the_same_slug(language: str) -> None:
    slugs = [build(family, None, [], language).slug for family in CATALOGUE]
    assert len(set(slugs)) == len(slugs)


@pytest.mark.parametrize(
    ("label", "words", "kind", "unit"),
    [
        ("kod", "napisałam 12 stron kodu", ColumnType.INTEGER, "stron"),
        ("thesis", "wrote 12 pages", ColumnType.INTEGER, "pages"),
        ("prezenty", "wydałam 120 zł", ColumnType.MONEY, "PLN"),
        ("gifts", "spent $40", ColumnType.MONEY, "USD"),
        ("kompot", "piję 3 szklanki", ColumnType.NUMBER, "glass"),
        ("rysowanie", "rysuję 45 minut", ColumnType.DURATION, "min"),
        ("ból kolana", "dziś 6/10", ColumnType.RATING, "/10"),
        ("kolano", "chcę oceniać nasilenie bólu", ColumnType.RATING, "/10"),
        ("telefon do babci", "czy dzwoniłam", ColumnType.BOOLEAN, ""),
        ("podlewanie", "chcę śledzić podlewanie", ColumnType.INTEGER, ""),
    ],
)
def test_ones_own_words_say_kind_and_unit(
    label: str, words: str, kind: ColumnType, unit: str
) -> None:
    spec = build("custom", label, [words], "pl")
    assert (spec.columns[0].type, spec.columns[0].unit) == (kind, unit)
    assert parse_spec(spec_json(spec)) == spec


def test_a_name_of_ones_own_that_the_catalogue_measures_is_linked_to_its_metric() -> None:
    assert build("custom", "Pompki", ["20 pompek"], "pl").metrics[0].metric == "pushups"
    assert build("custom", "Szachy", ["2 partie"], "pl").metrics[0].metric == "szachy"


@pytest.mark.parametrize(
    ("words", "family"),
    [
        ("wydatków", "spending"),
        ("picia wody", "hydration"),
        ("ciśnienia krwi", "blood_pressure"),
        ("bólu głowy", "headache"),
        ("my reading", "reading"),
        ("houseplants", "plants"),
        ("blood sugar", "glucose"),
        ("partii szachów", "custom"),
    ],
)
def test_families_are_recognised_in_words(words: str, family: str) -> None:
    assert recognize(words) == family


@pytest.mark.parametrize(
    ("label", "risk"),
    [
        ("numery karty kredytowej", Risk.HIGH),
        ("PESEL klientów", Risk.HIGH),
        ("passwords", Risk.HIGH),
        ("nazwiska i adresy", Risk.MEDIUM),
        ("Anny Nowak z Krakowa", Risk.MEDIUM),
        ("sync with https://api.example.com", Risk.MEDIUM),
        ("kwiaty na balkonie", Risk.LOW),
    ],
)
def test_risk_is_computed_from_the_definition(label: str, risk: Risk) -> None:
    assert risk_of(build("custom", label, [], "pl")) is risk


@pytest.mark.parametrize(
    ("label", "why"),
    [
        ("przelicznik walut", "calculates"),
        ("BMI calculator", "calculates"),
        ("pogoda na jutro", "looks_outside"),
        ("app that sends emails", "acts_outside"),
        ("tłumacz artykułów", "translates"),
        ("kalorie", None),
        ("podlewanie kwiatów", None),
    ],
)
def test_what_a_tracker_cannot_do_is_known(label: str, why: str | None) -> None:
    assert beyond_a_tracker(label, []) == why


def test_slugs_are_ascii_and_numbered_where_taken() -> None:
    assert slugify("Ilość wody (ml)") == "ilosc_wody_ml"
    assert slugify("???") == "app"
    assert slugify("2 razy") == "razy"
    assert free("woda", {"woda", "woda_2"}) == "woda_3"
    assert alike("woda", "wody")
    assert not alike("woda", "wydatki")
    assert not alike("kawa", "kawalerka")


def test_an_extension_keeps_keys_and_requires_nothing_new() -> None:
    there = build("hydration", None, [], "pl")
    wanted = build("sleep", None, [], "pl")
    wider = extended(there, wanted)
    assert wider is not None
    assert wider.columns[0] == there.columns[0]
    assert not any(column.required for column in wider.columns[1:])
    assert len({column.key for column in wider.columns}) == len(wider.columns)
    assert extended(wider, wanted) is None
