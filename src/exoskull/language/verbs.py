"""Verbs that tell of measures: their topic, who did it, and when, in Polish and English."""

from dataclasses import dataclass
from enum import StrEnum

from exoskull.language.wordset import wordset


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    INFINITIVE = "infinitive"
    CONDITIONAL = "conditional"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb form. `topic`: what it tells of, "" for one that goes with any (zrobiłam, had).

    `person`: 1, 2, 3, or 0 where the form does not tell (infinitives, English past).
    `woman`: whether the form is a woman's; None where it does not tell.
    """

    topic: str
    tense: Tense
    person: int
    woman: bool | None = None
    english: bool = False


_PAST: dict[str, str] = {
    "drink": "wypil pil napil popil dopil",
    "run": "przebiegl pobiegl biegl biegal pobiegal przebiegal wybiegal",
    "sleep": "spal przespal pospal",
    "nap": "drzemal zdrzemnal zdrzemnel",
    "walk": "spacerowal pospacerowal przespacerowal przeszedl przeszl przemaszerowal",
    "weight": "wazyl zwazyl",
    "smoking": "wypalil palil zapalil",
    "spending": "wydal zaplacil",
    "savings": "zaoszczedzil oszczedzil odlozyl",
    "reading": "przeczytal czytal poczytal doczytal",
    "meditation": "medytowal pomedytowal przemedytowal",
    "exercise": "cwiczyl pocwiczyl przecwiczyl trenowal potrenowal przetrenowal",
    "study": "uczyl pouczyl przeuczyl studiowal",
    "work": "pracowal popracowal przepracowal",
    "swimming": "plywal poplywal przeplynal przeplynel",
    "medication": "wzial wziel zazyl lyknal lyknel bral polknal polknel zazywal przyjal przyjel",
    "food": "zjadl jadl pojadl",
    "any": "wrocil pokonal nabil wykrecil nakrecil wymeczyl zrobil mial zaliczyl dobil osiagnal"
    " osiagnel zmierzyl spedzil siedzial odbyl wykonal zanotowal zapisal przejechal"
    " jezdzil pojezdzil jechal wciagnal wciagnel wyszl wyszedl poszedl poszl ogladal dal"
    " zakonczyl przesiedzial czul skonczyl przerobil byl",
}
_PAST_OTHER = (
    "kupil zamowil sprzedal zgubil dostal zapomnial widzial ugotowal nalal rozlal wylal pomyslal"
    " myslal powiedzial mowil slyszal znalazl szukal zostawil schudl przytyl spalil planowal"
    " zamierzal napisal dolozyl potrzebowal zaprosil zostal brakowal stracil opuscil pominal"
    " wysypial ominal oddal polecil policzyl chcial musial mogl powinien wolal zepsul pozyczyl"
)
_FIRST_PRESENT: dict[str, str] = {
    "drink": "pije popijam",
    "run": "biegam biegne",
    "sleep": "spie sypiam",
    "walk": "spaceruje chodze maszeruje",
    "weight": "waze",
    "smoking": "pale",
    "spending": "wydaje",
    "savings": "oszczedzam odkladam",
    "reading": "czytam",
    "meditation": "medytuje",
    "exercise": "cwicze trenuje",
    "study": "ucze studiuje",
    "work": "pracuje",
    "swimming": "plywam",
    "medication": "biore zazywam lykam",
    "food": "jem",
    "cycling": "jezdze jade",
    "any": "robie mam czuje siedze spedzam ogladam",
}
_FIRST_FUTURE: dict[str, str] = {
    "drink": "wypije napije",
    "run": "przebiegne pobiegne pobiegam",
    "sleep": "przespie",
    "walk": "przejde pospaceruje",
    "smoking": "wypale",
    "spending": "wydam zaplace",
    "savings": "odloze zaoszczedze",
    "reading": "przeczytam poczytam",
    "meditation": "pomedytuje",
    "exercise": "pocwicze potrenuje",
    "study": "poucze naucze",
    "swimming": "poplywam przeplyne",
    "medication": "wezme lykne zazyje",
    "food": "zjem",
    "cycling": "przejade pojezdze",
    "any": "zrobie bede pojde wyjde zaczne sprobuje postaram postanowilam",
}
_THIRD: dict[str, str] = {
    "drink": "pija pijemy",
    "run": "biega biegnie biegaja",
    "sleep": "spi spia",
    "weight": "wazy",
    "smoking": "pali pala",
    "reading": "czyta",
    "exercise": "cwiczy",
    "any": "robi ma mowi",
}
_INFINITIVES: dict[str, str] = {
    "drink": "pic wypic napic wypijac dopic",
    "run": "biegac pobiegac przebiec biec pobiec przebiegac",
    "sleep": "spac pospac wyspac przespac sypiac wysypiac",
    "nap": "drzemac",
    "walk": "spacerowac pospacerowac maszerowac przejsc",
    "weight": "schudnac zrzucic wazyc przytyc chudnac schudniecie schudnienia zejsc zbic",
    "smoking": "palic wypalic wypalac",
    "spending": "wydawac wydac",
    "savings": "oszczedzac oszczedzic odlozyc zaoszczedzic odkladac uzbierac",
    "reading": "czytac przeczytac poczytac",
    "meditation": "medytowac pomedytowac",
    "exercise": "cwiczyc pocwiczyc trenowac potrenowac",
    "study": "uczyc pouczyc studiowac",
    "work": "pracowac popracowac",
    "swimming": "plywac poplywac przeplynac",
    "medication": "brac wziac zazywac zazyc lykac",
    "food": "jesc zjesc zjadac",
    "cycling": "jezdzic pojezdzic",
    "any": "robic zrobic miec chodzic wychodzic spedzac spedzic ograniczyc zmniejszyc utrzymac"
    " utrzymywac osiagnac wykonywac wykonac zaczac byc przejechac przestac rzucic isc pojsc"
    " ogladac siedziec zwiekszyc trzymac mierzyc zmiescic ukonczyc poswiecic poswiecac notowac"
    " zapisywac zjezdzac przekraczac przekroczyc",
}
_ENGLISH_PAST: dict[str, str] = {
    "drink": "drank drunk",
    "run": "ran jogged",
    "sleep": "slept",
    "nap": "napped",
    "walk": "walked hiked",
    "weight": "weighed weigh",
    "smoking": "smoked",
    "spending": "spent paid",
    "savings": "saved",
    "reading": "read",
    "meditation": "meditated",
    "exercise": "exercised trained",
    "study": "studied learned learnt revised",
    "work": "worked",
    "swimming": "swam",
    "cycling": "cycled biked rode",
    "medication": "took taken",
    "food": "ate eaten",
    "any": "had did got logged managed completed covered clocked finished done reached hit went"
    " been was felt feel made",
}
_ENGLISH_BASE: dict[str, str] = {
    "drink": "drink drinking",
    "run": "run running jog jogging",
    "sleep": "sleep sleeping",
    "walk": "walk walking hike hiking",
    "weight": "lose weigh gain losing",
    "smoking": "smoke smoking",
    "spending": "spend spending",
    "savings": "save saving",
    "reading": "read reading",
    "meditation": "meditate meditating",
    "exercise": "exercise exercising train training",
    "study": "study studying learn learning",
    "work": "work working",
    "swimming": "swim swimming",
    "cycling": "cycle cycling bike biking ride riding",
    "medication": "take taking",
    "food": "eat eating",
    "any": "do have get go doing having getting going limit keep reach hit reduce cut stay make",
}
ENGLISH_OTHER = wordset(
    "bought ordered sold gave saw lost found need needs want wants forgot missed skipped "
    "burned burnt gained poured spilled told said thought heard made owe owes invited "
    "canceled cancelled lent borrowed planned wanted needed booked sent received brought left"
)
"""English verbs whose numbers are no measure."""


def _past_forms(stem: str, topic: str) -> dict[str, Verb]:
    def verb(person: int, woman: bool | None, tense: Tense = Tense.PAST) -> Verb:
        return Verb(topic, tense, person, woman)

    forms = {
        stem + "am": verb(1, True),
        stem + "em": verb(1, False),
        stem + "as": verb(2, True),
        stem + "es": verb(2, False),
        stem + "a": verb(3, True),
        stem + "o": verb(3, None),
        stem + "y": verb(3, True),
        stem + "i": verb(3, False),
        stem + "ismy": verb(1, None),
        stem + "ysmy": verb(1, True),
        stem + "abym": verb(1, True, Tense.CONDITIONAL),
        stem + "bym": verb(1, False, Tense.CONDITIONAL),
        stem + "aby": verb(3, True, Tense.CONDITIONAL),
        stem + "by": verb(3, False, Tense.CONDITIONAL),
        stem + "abys": verb(2, True, Tense.CONDITIONAL),
        stem + "bys": verb(2, False, Tense.CONDITIONAL),
    }
    forms[stem] = verb(3, False)
    return forms


OTHER = "other"
"""The topic of verbs whose numbers are no measure (kupiłam, zamówiłam)."""


def _polish() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    stems = [(topic, stem) for topic, words in _PAST.items() for stem in words.split()]
    stems += [(OTHER, stem) for stem in _PAST_OTHER.split()]
    for topic, stem in stems:
        for form, verb in _past_forms(stem, "" if topic == "any" else topic).items():
            table.setdefault(form, verb)
    for tense, person, groups in (
        (Tense.PRESENT, 1, _FIRST_PRESENT),
        (Tense.FUTURE, 1, _FIRST_FUTURE),
        (Tense.PRESENT, 3, _THIRD),
        (Tense.INFINITIVE, 0, _INFINITIVES),
    ):
        for topic, words in groups.items():
            for word in words.split():
                table.setdefault(word, Verb("" if topic == "any" else topic, tense, person))
    return table


def _english() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for tense, groups in ((Tense.PAST, _ENGLISH_PAST), (Tense.INFINITIVE, _ENGLISH_BASE)):
        for topic, words in groups.items():
            for word in words.split():
                name = "" if topic == "any" else topic
                table.setdefault(word, Verb(name, tense, 0, english=True))
    for word in ENGLISH_OTHER:
        table.setdefault(word, Verb(OTHER, Tense.PAST, 0, english=True))
    return table


POLISH = _polish()
ENGLISH = _english()


def verb_at(word: str, polish: bool) -> Verb | None:
    """The verb that the folded `word` is, its own language first; None if it is none known.

    Unknown Polish words in -łam, -łem are taken for verbs whose numbers are no measure.
    """
    first, second = (POLISH, ENGLISH) if polish else (ENGLISH, POLISH)
    found = first.get(word) or second.get(word)
    if (
        found is None
        and polish
        and len(word) > 5
        and word.endswith(("ilam", "alam", "ilem", "alem"))
    ):
        return Verb(OTHER, Tense.PAST, 1, word.endswith("am"))
    return found
