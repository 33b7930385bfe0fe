"""Units by the words for them, in Polish and English, and what each is worth."""

from dataclasses import dataclass
from enum import StrEnum


class Dimension(StrEnum):
    """What a unit measures; the base unit of each is in brackets."""

    GLASS = "glass"  # [glass of 250 ml]
    CUP = "cup"  # [cup, mug]
    SERVING = "serving"  # [bottle, can, shot, wine glass, pint: of an alcoholic drink]
    VOLUME = "volume"  # [ml]
    DISTANCE = "distance"  # [km]
    DURATION = "duration"  # [min]
    MASS = "mass"  # [kg]
    LENGTH = "length"  # [cm]
    PLN = "pln"
    USD = "usd"
    EUR = "eur"
    GBP = "gbp"
    TIMES = "times"  # [once]
    ENERGY = "energy"  # [kcal]
    PULSE = "pulse"  # [beats a minute]
    SUGAR = "sugar"  # [mg/dl]
    PERCENT = "percent"
    SCORE = "score"  # [tenths: 4/10 is 4]
    PRESSURE = "pressure"  # 120/80
    NONE = "none"  # a bare number


MONEY = frozenset({Dimension.PLN, Dimension.USD, Dimension.EUR, Dimension.GBP})
CALENDAR = {
    "days": "dzien dni dnia dniach day days dobe doby",
    "weeks": "tydzien tygodnie tygodni tygodnia tygodniach week weeks",
    "months": "miesiac miesiace miesiecy miesiaca miesiacach month months",
    "years": "rok lata lat roku year years",
}
CALENDAR_UNITS = {word: unit for unit, words in CALENDAR.items() for word in words.split()}
"""Spans of the calendar: they make dates, never measures."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`factor`: base units in one of it. `one`: the word alone means one ("szklankę wody")."""

    dimension: Dimension
    factor: float
    one: bool = False


_D = Dimension
_WORDS: tuple[tuple[Dimension, float, str], ...] = (
    (_D.GLASS, 1.0, "szklanka* szklanke* szklanki szklanek szklance szklankami szklankach"),
    (_D.GLASS, 1.0, "szklaneczka* szklaneczke* szklaneczki szklaneczek glass glasses"),
    (_D.CUP, 1.0, "kubek* kubki kubkow kubka kubeczek* kubeczki filizanka* filizanke* filizanki"),
    (_D.CUP, 1.0, "filizanek cup cups mug mugs"),
    (_D.SERVING, 1.0, "butelka* butelke* butelki butelek puszka* puszke* puszki puszek bottle"),
    (_D.SERVING, 1.0, "bottles can cans shot shots kieliszek* kieliszki kieliszkow kieliszka"),
    (_D.SERVING, 1.0, "lampka* lampke* lampki lampek pint pints kufel* kufle kufli shoty shotow"),
    (_D.VOLUME, 1.0, "ml mililitr mililitry mililitrow millilitres milliliters"),
    (_D.VOLUME, 10.0, "cl"),
    (_D.VOLUME, 1000.0, "l litr* litra litry litrow litre litres liter liters"),
    (_D.VOLUME, 29.5735, "oz ounce ounces"),
    (_D.DISTANCE, 1.0, "km kilometr* kilometra kilometry kilometrow kilometer kilometers"),
    (_D.DISTANCE, 1.0, "kilometre kilometres kms k"),
    (_D.DISTANCE, 0.001, "m metr metra metry metrow metre metres meter meters"),
    (_D.DISTANCE, 1.609344, "mila* mile* mil mi miles mili"),
    (_D.DURATION, 60.0, "h hr hrs hour hours godz godzina* godzine* godziny godzin godzinka*"),
    (_D.DURATION, 60.0, "godzinke* godzinki godzinach"),
    (_D.DURATION, 1.0, "min mins minute minutes minuta* minute minuty minut minutka minutki"),
    (_D.DURATION, 1.0, "minutek minutach"),
    (_D.DURATION, 1 / 60, "s sec secs second seconds sek sekunda sekunde sekundy sekund"),
    (_D.DURATION, 15.0, "kwadrans* kwadranse kwadransow kwadransik*"),
    (
        _D.MASS,
        1.0,
        "kg kilo kilogram kilograma kilogramy kilogramow kilograms kilos kgs kilogramach",
    ),
    (_D.MASS, 0.001, "g gram grama gramy gramow grams"),
    (_D.MASS, 0.45359237, "lb lbs pound pounds funt funta funty funtow"),
    (_D.MASS, 6.35029318, "stone stones"),
    (_D.LENGTH, 1.0, "cm centymetr centymetra centymetry centymetrow centimetres centimeters"),
    (_D.LENGTH, 2.54, "inch inches cal cali"),
    (_D.PLN, 1.0, "zl zloty zlote zlotych zlotowki zlotowek pln"),
    (_D.USD, 1.0, "$ usd dollar dollars bucks dolar dolary dolarow dolara"),
    (_D.EUR, 1.0, "€ eur euro euros"),
    (_D.GBP, 1.0, "£ gbp quid"),
    (_D.TIMES, 1.0, "raz* razy time times x once*"),
    (_D.TIMES, 2.0, "twice* dwukrotnie*"),
    (_D.ENERGY, 1.0, "kcal kalorii kalorie kalorii calories calorie cal kilokalorii"),
    (_D.PULSE, 1.0, "bpm"),
    (_D.PERCENT, 1.0, "% procent procenta procentow percent"),
)


def _table() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for dimension, factor, words in _WORDS:
        for word in words.split():
            bare = word.removesuffix("*")
            table.setdefault(bare, Unit(dimension, factor, one=word != bare))
    return table


UNITS = _table()
"""Every word for a unit, folded."""
