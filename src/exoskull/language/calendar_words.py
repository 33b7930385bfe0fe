"""Words for days, weekdays, months, parts of a day and periods, in both languages, folded."""

from exoskull.language.model import Period
from exoskull.language.tokens import Phrases, phrases

RELATIVE_DAYS = phrases(
    (0, "dzis | dzisiaj | dzisiejszy | today | tonight | tego dnia | dzisiejszego dnia"),
    (1, "jutro | jutra | jutrzejszy | tomorrow"),
    (2, "pojutrze | pojutrza | the day after tomorrow | day after tomorrow"),
    (-1, "wczoraj | wczorajszy | yesterday | last night | wczorajszego"),
    (-2, "przedwczoraj | the day before yesterday | day before yesterday"),
)

WEEKDAYS = {
    word: day
    for day, words in enumerate(
        (
            "poniedzialek poniedzialku poniedzialki monday mon pon",
            "wtorek wtorku wtorki tuesday tue tues wt",
            "sroda srode srody srodzie wednesday wed",
            "czwartek czwartku czwartki thursday thu thur thurs czw",
            "piatek piatku piatki friday fri pt",
            "sobota sobote soboty sobocie saturday sob",
            "niedziela niedziele niedzieli niedz sunday",
        )
    )
    for word in words.split()
}
"""0 is Monday."""

MONTHS = {
    word: month
    for month, words in enumerate(
        (
            "stycznia styczen styczniu january jan",
            "lutego luty lutym february feb",
            "marca marzec marcu march mar",
            "kwietnia kwiecien kwietniu april apr",
            "maja maj maju may",
            "czerwca czerwiec czerwcu june jun",
            "lipca lipiec lipcu july jul",
            "sierpnia sierpien sierpniu august aug",
            "wrzesnia wrzesien wrzesniu september sep sept",
            "pazdziernika pazdziernik pazdzierniku october oct",
            "listopada listopad listopadzie november nov",
            "grudnia grudzien grudniu december dec",
        ),
        start=1,
    )
    for word in words.split()
}

DAY_PARTS: Phrases[int] = phrases(
    (8, "rano | z rana | z samego rana | nad ranem | dzis rano | in the morning | this morning"),
    (8, "rana | ranem | ranek | rankiem | do rana | morning"),
    (10, "przed poludniem"),
    (12, "w poludnie | poludnie | at noon | noon | at midday | midday | w porze obiadu"),
    (13, "po obiedzie | after lunch"),
    (15, "po poludniu | popoludniu | in the afternoon | this afternoon | afternoon"),
    (17, "po pracy | after work"),
    (19, "wieczorem | wieczor | wieczora | pod wieczor | in the evening | this evening | evening"),
    (21, "przed snem | before bed | before bedtime"),
    (22, "w nocy | noca | at night | w srodku nocy"),
    (24, "o polnocy | polnoc | polnocy | at midnight | midnight"),
)
"""The hour that a part of the day stands for; 24 is the midnight that ends the day."""

HALF_DAYS = phrases(
    ("am", "rano | nad ranem | z rana | in the morning | this morning | am | a m | a . m ."),
    ("am", "w nocy | przed poludniem | a . m"),
    ("pm", "po poludniu | popoludniu | wieczorem | in the afternoon | in the evening | pm | p m"),
    ("pm", "p . m . | p . m | this evening | tonight | this afternoon | at night | wieczor"),
)
"""What tells which half of the day an hour belongs to."""

PERIODS: Phrases[Period] = phrases(
    (
        Period.DAY,
        "dziennie | na dzien | na dobe | w ciagu dnia | codziennie | kazdego dnia | co dzien"
        " | dzien w dzien | a day | per day | each day | every day | daily | everyday | na noc"
        " | kazdej nocy | a night | per night | each night | every night | nightly | / dzien"
        " | / day | na dobe | co noc | co wieczor | every evening | every morning | co rano"
        " | codzienny | codzienne | codziennych | kazdego ranka | kazdego wieczoru | kazdy dzien",
    ),
    (
        Period.WEEK,
        "w tygodniu | tygodniowo | na tydzien | co tydzien | kazdego tygodnia | w ciagu tygodnia"
        " | a week | per week | each week | every week | weekly | / tydzien | / week | / tyg"
        " | w tyg | na tyg | w kazdym tygodniu | cotygodniowo",
    ),
    (
        Period.MONTH,
        "w miesiacu | miesiecznie | na miesiac | co miesiac | kazdego miesiaca"
        " | a month | per month | each month | every month | monthly | / miesiac | / month"
        " | w mies | na mies",
    ),
)
