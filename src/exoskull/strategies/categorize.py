"""What part of life a goal belongs to: by its metric, else by the words of its title."""

import re

from exoskull.goals.model import Goal
from exoskull.language.fold import fold
from exoskull.language.metrics import METRICS
from exoskull.language.topics import NOUNS
from exoskull.strategies.model import Category

_TOPICS: dict[Category, str] = {
    Category.HEALTH: "water coffee tea alcohol smoking food fruit vegetables sweets meals weight"
    " waist body_fat mood energy stress pain blood_pressure heart_rate glucose temperature"
    " medication meditation",
    Category.FITNESS: "run walk steps cycling swimming exercise pushups squats situps pullups"
    " plank",
    Category.SLEEP: "sleep nap",
    Category.FINANCE: "spending savings",
    Category.LEARNING: "reading books study",
    Category.WORK: "work",
    Category.HABITS: "screen",
}
_OF_TOPIC = {topic: one for one, topics in _TOPICS.items() for topic in topics.split()}

_STEMS: dict[Category, str] = {
    Category.HEALTH: "zdrow cukier cukr slodyc jedz jesc diet kalor schud waga wage wazy lek leki"
    " tablet lekarz dentyst stres nastroj oddech oddych medyt wod pic palen papieros alkohol kaw"
    " health sugar sweet eat food diet calor weight medic pill doctor dentist stress mood breath"
    " medit water drink smok cigar alcohol coffee vegetabl fruit warzyw owoc bol pain",
    Category.FITNESS: "bieg spacer chodz krok rower plyw basen silown trening trenow cwicz joga"
    " jogi joge maraton pompk przysiad kondycj sport taniec tanc wspinac"
    " run walk step bike cycl swim gym train workout exercis yoga marathon pushup squat fitness"
    " sport danc climb jog",
    Category.SLEEP: "sen snu spac spal spanie wysypi wyspac zasypi zasnac drzemk lozk sleep asleep"
    " nap bed bedtime",
    Category.FINANCE: "oszczed wydat wydaw pieniad budzet dlug kredyt inwest zloty zlotych euro"
    " save saving spend money budget debt loan invest dollar",
    Category.LEARNING: "nauk uczyc ucze nauczy czyta czytan ksiazk kurs jezyk slowek angielsk"
    " niemieck hiszpansk francusk egzamin matur studi gitar pianin fiszk"
    " learn read book course languag english german spanish french vocabular exam study studi"
    " guitar piano flashcard lesson practic",
    Category.WORK: "prac projekt mail maile skrzynk firm klient cv ofert praca zawod awans raport"
    " prezentacj pisac pisan artykul rozdzial work project email inbox client career job report"
    " presentation write writing article chapter thesis magister",
    Category.RELATIONS: "rodzin rodzic mama mame mamy mamą tata tate dziec corka corke syn przyjaci"
    " znajom partner zona zone maz mez babci dziad brat siostr randk zwiaz wnuk sasiad"
    " family parent mum mom dad child kids daughter son friend partner wife husband spouse"
    " grandm grandp brother sister date relationship neighbo",
}
_BY_STEM = {fold(stem): one for one, stems in _STEMS.items() for stem in stems.split()}
_LONGEST = max(map(len, _BY_STEM))
_WHOLE = 4
"""A stem shorter than this must be the whole word."""
_WORD = re.compile(r"[a-z]+")


def category_of(goal: Goal) -> Category:
    """The category of `goal`; habits where nothing says it."""
    known = METRICS.get(goal.metric)
    if known is not None:
        return _OF_TOPIC.get(known.topic, Category.HABITS)
    return _of_words(goal.title) or _of_words(goal.metric.replace("_", " ")) or Category.HABITS


def _of_words(text: str) -> Category | None:
    """The category that most words name; of equals the one named first."""
    votes: dict[Category, int] = {}
    for word in _WORD.findall(fold(text)):
        if found := _of_word(word):
            votes[found] = votes.get(found, 0) + 1
    return max(votes, key=votes.__getitem__) if votes else None


def _of_word(word: str) -> Category | None:
    for size in range(min(len(word), _LONGEST), 1, -1):
        if size < _WHOLE and size < len(word):
            break
        if found := _BY_STEM.get(word[:size]):
            return found
    noun = NOUNS.get(word)
    return _OF_TOPIC.get(noun[0]) if noun else None
