"""`żebym zadzwoniła do mamy` said as the thing to do: `zadzwonić do mamy`."""

from exoskull.language.fold import fold

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


def purpose(title: str) -> str:
    """`title` with a leading past form (as after żebym) turned into the infinitive."""
    first, _, rest = title.partition(" ")
    folded = fold(first)
    infinitive = _IRREGULAR.get(folded)
    if infinitive is None:
        if len(first) > 4 and folded.endswith(("ila", "ala", "yla")):
            infinitive = first[:-2] + "ć"
        elif len(first) > 4 and folded.endswith("ela"):
            infinitive = first[:-3] + "ąć"
        elif len(first) > 4 and folded.endswith(("il", "al", "yl")):
            infinitive = first[:-1] + "ć"
    if infinitive is None:
        return title
    return f"{infinitive} {rest}".strip()
