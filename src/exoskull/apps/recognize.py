"""Which family of the catalogue a few words name. Pure."""

import re
from collections.abc import Mapping

from exoskull.apps.families import CUSTOM, family_of
from exoskull.language.fold import fold

_STEMS: Mapping[str, str] = {
    "blood_pressure": r"cisnieni\w*|blood pressure",
    "heart_rate": r"tetn\w*|puls\w?|heart ?rate",
    "glucose": r"glukoz\w*|cukr\w* we krwi|poziom\w* cukru|cukrzyc\w*|glucose|blood sugar",
    "headache": r"bol\w* glowy|migren\w*|headaches?|migraines?",
    "screen_time": r"ekran\w*|telefonem|social medi\w*|screen\w*|czas\w* w telefonie",
    "calls_to_family": (
        r"(?:telefon\w*|dzwoni\w*|rozm\w*) .{0,12}(?:bliskich|rodzin\w*|mam\w|babci\w*|rodzic\w*)"
        r"|calls? .{0,8}(?:family|mum|mom|parents)"
    ),
    "work_hours": r"godzin\w* pracy|czasu? pracy|nadgodzin\w*|work(?:ing)? hours|overtime",
    "hydration": r"wod[aeyz]|wode|nawodni\w*|nawadnia\w*|picia|hydrat\w*|water|drinking",
    "naps": r"drzemk\w*|drzemek|naps?",
    "sleep": r"sen|snu|spani\w*|sleep\w*",
    "running": r"biega\w*|bieg(?:i|ow|u)?|runs?|running|jogging\w*",
    "swimming": r"plywani\w*|basen\w*|swim\w*",
    "cycling": r"rower\w*|jazd\w* na rowerze|cycling|bike|biking",
    "steps": r"krok\w*|steps?",
    "walking": r"spacer\w*|walks?|walking",
    "exercise": r"cwicze\w*|trening\w*|silowni\w*|sport\w*|workouts?|exercis\w*|training|gym",
    "supplements": r"suplement\w*|witamin\w*|supplements?|vitamins?",
    "medication": r"lek(?:i|ow|arstw\w*)?|tablet\w*|medic\w*|meds|pills?",
    "savings": r"oszczednosc\w*|oszczedza\w*|savings?",
    "spending": (
        r"wydat\w*|koszt\w*|budzet\w*|pieniedzy|zakup\w*|spending|expens\w*|budget\w*|money"
    ),
    "mood": r"nastr\w*|humor\w*|samopoczuc\w*|emocj\w*|mood\w*|emotions?|feelings?",
    "stress": r"stres\w*",
    "energy": r"energi\w*|energy",
    "weight": r"wag[aieo]|wage|masy ciala|weight",
    "languages": (
        r"(?:nauk\w* )?(?:jezyk\w*|angielski\w*|niemiecki\w*|hiszpanski\w*|francuski\w*)"
        r"|languages?|duolingo"
    ),
    "reading": r"czytani\w*|ksiaz\w*|lektur\w*|stron|reading|books?|pages",
    "smoking": r"papieros\w*|paleni\w*|smoking|cigarettes?",
    "caffeine": r"kaw[aey]?|kawe|kofein\w*|herbat\w*|coffee|caffeine|tea",
    "alcohol": r"alkohol\w*|piw[ao]?|win[ao]?|alcohol|drinks|beers?|wine",
    "sweets": r"slodycz\w*|sweets|candy",
    "fruit_vegetables": r"warzyw\w*|owoc\w*|fruits?|vegetables?",
    "meals": r"posil\w*|jedzeni\w*|kalori\w*|diet\w*|meals?|food|calori\w*",
    "practice": r"gran\w* na|gitar\w*|pianin\w*|fortepian\w*|guitar|piano|violin",
    "study": r"nauk[aie]?|nauke|uczeni\w*|stud\w*|learning|studying",
    "pain": r"bol(?:u|e|ow)?|pain",
    "cycle": r"cykl\w?|miesiacz\w*|okres\w?|period|menstrual\w*|cycle",
    "gratitude": r"wdziecznos\w*|gratitude|grateful",
    "cleaning": r"sprzatani\w*|porzadk\w*|cleaning|chores|housework",
    "plants": r"roslin\w*|kwiat\w*|plants?|flowers?",
    "pets": r"ps[aiy]|pies\w*|kot\w{0,2}|zwierz\w*|pets?|dogs?|cats?",
    "temperature": r"temperatur\w*|goraczk\w*|fever",
    "meditation": r"medytac\w*|mindfulness|meditat\w*",
    "prayer": r"modlitw\w*|prayers?|praying",
    "skincare": r"pielegnacj\w*|skincare|skin care",
}
_PATTERNS = {name: re.compile(rf"\b(?:{stems})\b") for name, stems in _STEMS.items()}


def recognize(words: str) -> str:
    """The family that `words` name, "custom" where none: by a family's own name, else by the first
    family one of whose words stands there."""
    direct = family_of(words)
    if direct != CUSTOM:
        return direct
    found = [(one.search(fold(words)), name) for name, one in _PATTERNS.items()]
    starts = [(match.start(), name) for match, name in found if match is not None]
    return min(starts, default=(0, CUSTOM), key=lambda one: one[0])[1]
