"""`żebym zadzwoniła do mamy` said as the thing to do: `zadzwonić do mamy`."""

from exoskull.language.fold import fold
from exoskull.language.wordset import wordset

_IRREGULAR = {
    "wziela": "wziąć",
    "wzial": "wziąć",
    "poszla": "pójść",
    "poszedl": "pójść",
    "wyszla": "wyjść",
    "wyszedl": "wyjść",
    "zjadla": "zjeść",
    "zjadl": "zjeść",
    "odniosla": "odnieść",
    "odniosl": "odnieść",
    "zaniosla": "zanieść",
    "zaniosl": "zanieść",
    "przyniosla": "przynieść",
    "przyniosl": "przynieść",
    "przebiegla": "przebiec",
    "przebiegl": "przebiec",
    "pobiegla": "pobiec",
    "zdjela": "zdjąć",
    "zdjal": "zdjąć",
    "zaczela": "zacząć",
    "zaczal": "zacząć",
    "lyknela": "łyknąć",
    "lyknal": "łyknąć",
    "byla": "być",
    "byl": "być",
    "miala": "mieć",
    "mial": "mieć",
    "wyniosla": "wynieść",
    "wyniosl": "wynieść",
    "zawiozla": "zawieźć",
    "zawiozl": "zawieźć",
    "usiadla": "usiąść",
    "posprzatala": "posprzątać",
    "posprzatal": "posprzątać",
    "wylaczyla": "wyłączyć",
    "wylaczyl": "wyłączyć",
    "oddzwonila": "oddzwonić",
}


_BEFORE = wordset("cos sie to nie jutro dzis wreszcie juz tez mu jej im go ja mamie tacie")


def purpose(title: str) -> str:
    """`title` with the past form that leads it (as after żebym) turned into the infinitive."""
    words = title.split(" ")
    place = 1 if len(words) > 1 and fold(words[0]) in _BEFORE else 0
    return " ".join([*words[:place], _infinitive(words[place]), *words[place + 1 :]])


def _infinitive(word: str) -> str:
    folded = fold(word)
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    if len(word) > 4 and folded.endswith(("ila", "ala", "yla")):
        return word[:-2] + "ć"
    if len(word) > 4 and folded.endswith("ela"):
        return word[:-3] + "ąć"
    if len(word) > 4 and folded.endswith(("il", "al", "yl")):
        return word[:-1] + "ć"
    return word
