"""What people talk about: the words of each topic, and its metric for each kind of quantity."""

from dataclasses import dataclass, field

from exoskull.language.units import Dimension
from exoskull.language.wordset import wordset

_D = Dimension


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of measures.

    `metrics`: for a dimension, the metric and how many of its units one base unit is.
    `session`: the metric that counts how often it was done. `nouns`: its words, those with a *
    meaning one of it when they stand alone ("kawę"). `count`: metric of a bare number.
    """

    name: str
    metrics: dict[Dimension, tuple[str, float]]
    nouns: str = ""
    session: str | None = None
    main: str = field(default="")


def _one(metric: str, *dimensions: Dimension) -> dict[Dimension, tuple[str, float]]:
    return dict.fromkeys(dimensions, (metric, 1.0))


def _sport(prefix: str) -> dict[Dimension, tuple[str, float]]:
    return {
        _D.DISTANCE: (f"{prefix}_km", 1.0),
        _D.DURATION: (f"{prefix}_minutes", 1.0),
    }


def _money(prefix: str) -> dict[Dimension, tuple[str, float]]:
    return {unit: (f"{prefix}_{unit.value}", 1.0) for unit in (_D.PLN, _D.USD, _D.EUR, _D.GBP)}


TOPICS: dict[str, Topic] = {
    topic.name: topic
    for topic in (
        Topic(
            "water",
            {
                _D.GLASS: ("water_glasses", 1.0),
                _D.CUP: ("water_glasses", 1.0),
                _D.VOLUME: ("water_glasses", 1 / 250),
                _D.NONE: ("water_glasses", 1.0),
            },
            "woda wody wode wodzie water wodo nawodnienie nawodnienia hydration",
            main="water_glasses",
        ),
        Topic(
            "coffee",
            _one("coffee_cups", _D.NONE, _D.CUP, _D.GLASS, _D.TIMES),
            "kawa* kawe* kawy kaw kawie kawka* kawke* kawki kawusia* kawusie* espresso* latte*"
            " cappuccino* americano* coffee* coffees espressos lattes kofeiny kofeina caffeine",
            main="coffee_cups",
        ),
        Topic(
            "tea",
            _one("tea_cups", _D.NONE, _D.CUP, _D.GLASS, _D.TIMES),
            "herbata* herbate* herbaty herbat herbatka* herbatke* herbatki tea* teas",
            main="tea_cups",
        ),
        Topic(
            "alcohol",
            _one("alcohol_drinks", _D.NONE, _D.SERVING, _D.GLASS, _D.CUP, _D.TIMES),
            "piwo* piwa piw piwko* piwka piwek wino* wina drinka* drinki drinkow drinks wodki"
            " wodka wodke wodeczki whisky whiskey beer* beers wine* wines alkohol alkoholu alcohol"
            " szampana prosecco nalewki gin vodka cocktail* cocktails",
            main="alcohol_drinks",
        ),
        Topic(
            "smoking",
            _one("cigarettes", _D.NONE),
            "palenie palenia smoking papieros* papierosa* papierosy papierosow papieroska*"
            " papieroski fajka* fajke* fajki fajek szluga* szlugi szlugow cigarette* cigarettes"
            " cig* cigs smokes",
            main="cigarettes",
        ),
        Topic(
            "food",
            {_D.ENERGY: ("calories_kcal", 1.0), _D.NONE: ("calories_kcal", 1.0)},
            "jedzenie kcal kalorie kalorii calories",
            main="calories_kcal",
        ),
        Topic(
            "fruit",
            _one("fruit_portions", _D.NONE),
            "owoc* owoca owoce owocow jablko* jablka jablek banan* banana* banany bananow fruit"
            " fruits apple* apples bananas orange* oranges pomarancze pomaranczy",
            main="fruit_portions",
        ),
        Topic(
            "vegetables",
            _one("vegetable_portions", _D.NONE),
            "warzywo* warzywa warzyw vegetables veggies veg vegetable* salatka* salatke* salatki",
            main="vegetable_portions",
        ),
        Topic(
            "sweets",
            _one("sweets", _D.NONE),
            "slodycz slodycze slodyczy ciastko* ciastka ciastek paczka* paczki paczkow baton*"
            " batona* batony batonow sweets cookie* cookies candy candies donut* donuts lody"
            " lodow",
            main="sweets",
        ),
        Topic(
            "meals",
            _one("meals", _D.NONE, _D.TIMES),
            "posilek* posilki posilkow posilku meal* meals",
            main="meals",
        ),
        Topic(
            "run",
            _sport("run"),
            "bieg biegu biegi biegow bieganie biegania bieganiu bieganiem run runs running jog"
            " jogging joggingu przebiezka przebiezke przebiezki treningu_biegowego",
            session="runs",
            main="runs",
        ),
        Topic(
            "walk",
            _sport("walk"),
            "spacer spaceru spacery spacerow spacerze spacerek spacerku marsz marszu walk walks"
            " walking hike hiking wedrowka wedrowki wedrowke",
            session="walks",
            main="walks",
        ),
        Topic(
            "steps",
            _one("steps", _D.NONE),
            "krok kroki krokow kroku step steps",
            main="steps",
        ),
        Topic(
            "cycling",
            _sport("cycling"),
            "rower roweru rowerem rowerze rowerek rowerku rowerkiem bike cycling bicycle biking"
            " ride rides",
            session="rides",
            main="rides",
        ),
        Topic(
            "swimming",
            _sport("swim"),
            "basen basenu basenie plywanie plywania plywaniu swim swims swimming pool",
            session="swims",
            main="swims",
        ),
        Topic(
            "exercise",
            {_D.DURATION: ("exercise_minutes", 1.0)},
            "trening treningu treningi treningow treningiem cwiczenia cwiczen cwiczeniach workout"
            " workouts exercise exercises exercising training gym silownia silowni silownie silke"
            " silka fitness joga jogi joge jodze yoga pilates pilatesu pilatesie stretching"
            " rozciaganie rozciagania crossfit crossfitu gimnastyka gimnastyki gimnastyke zumba"
            " zumby zumbe wspinaczka wspinaczki tenis tenisa tennis kardio cardio football pilka"
            " pilke",
            session="workouts",
            main="workouts",
        ),
        Topic(
            "pushups",
            _one("pushups", _D.NONE),
            "pompka pompki pompek pushup pushups push-ups push-up",
            main="pushups",
        ),
        Topic(
            "squats",
            _one("squats", _D.NONE),
            "przysiad przysiady przysiadow squat squats",
            main="squats",
        ),
        Topic(
            "situps",
            _one("situps", _D.NONE),
            "brzuszek brzuszki brzuszkow situp situps sit-ups crunches",
            main="situps",
        ),
        Topic(
            "pullups",
            _one("pullups", _D.NONE),
            "podciagniecie podciagniecia podciagniec pullup pullups pull-ups chinups",
            main="pullups",
        ),
        Topic(
            "plank",
            {_D.DURATION: ("plank_minutes", 1.0)},
            "plank planku planka deska deski deske planking",
            main="plank_minutes",
        ),
        Topic(
            "sleep",
            {_D.DURATION: ("sleep_hours", 1 / 60), _D.NONE: ("sleep_hours", 1.0)},
            "sen snu spania spanie spaniu sleep sleeping shut-eye snem",
            main="sleep_hours",
        ),
        Topic(
            "nap",
            {_D.DURATION: ("nap_minutes", 1.0)},
            "drzemka drzemki drzemke nap naps napping",
            main="nap_minutes",
        ),
        Topic(
            "weight",
            {_D.MASS: ("weight_kg", 1.0), _D.NONE: ("weight_kg", 1.0)},
            "waga wagi wage wadze weight bodyweight masa",
            main="weight_kg",
        ),
        Topic(
            "waist",
            {_D.LENGTH: ("waist_cm", 1.0), _D.NONE: ("waist_cm", 1.0)},
            "talia talii talie waist pas pasie",
            main="waist_cm",
        ),
        Topic(
            "body_fat",
            {_D.PERCENT: ("body_fat_percent", 1.0)},
            "tluszcz tluszczu fat bodyfat",
            main="body_fat_percent",
        ),
        Topic(
            "mood",
            _one("mood", _D.SCORE, _D.NONE),
            "nastroj nastroju nastrojem humor humoru samopoczucie samopoczucia mood feeling",
            main="mood",
        ),
        Topic(
            "energy",
            _one("energy", _D.SCORE, _D.NONE),
            "energia energii energie energy",
            main="energy",
        ),
        Topic(
            "stress",
            _one("stress", _D.SCORE, _D.NONE),
            "stres stresu stresem stress",
            main="stress",
        ),
        Topic(
            "pain",
            _one("pain", _D.SCORE, _D.NONE),
            "bol bolu bolem pain",
            main="pain",
        ),
        Topic(
            "blood_pressure",
            {_D.PRESSURE: ("bp_systolic", 1.0)},
            "cisnienie cisnienia cisnieniem bp pressure",
            main="bp_systolic",
        ),
        Topic(
            "heart_rate",
            _one("heart_rate_bpm", _D.PULSE, _D.NONE),
            "tetno tetna puls pulsu pulse heartrate hr",
            main="heart_rate_bpm",
        ),
        Topic(
            "glucose",
            _one("glucose_mg_dl", _D.SUGAR, _D.NONE),
            "cukier cukru glukoza glukozy glukoze glucose sugar",
            main="glucose_mg_dl",
        ),
        Topic(
            "temperature",
            _one("temperature_c", _D.NONE),
            "temperatura temperatury temperature goraczka goraczki goraczke fever temp",
            main="temperature_c",
        ),
        Topic(
            "medication",
            _one("medication", _D.NONE, _D.TIMES),
            "lek* lekarstwo* lekarstwa leki lekow tabletka* tabletke* tabletki tabletek pigulka*"
            " pigulke* pigulki pigulek kapsulka* kapsulke* kapsulki kapsulek witaminy witamine*"
            " antybiotyk* suplementy insuline* magnez* pill* pills med meds medicine* medication*"
            " medications tablet* tablets vitamins vitamin* capsule* capsules antibiotic* insulin*",
            session="medication",
            main="medication",
        ),
        Topic(
            "meditation",
            {_D.DURATION: ("meditation_minutes", 1.0)},
            "medytacja medytacji medytacje medytowania medytowanie meditation meditating"
            " mindfulness medytacyjna",
            session="meditations",
            main="meditations",
        ),
        Topic(
            "reading",
            {_D.DURATION: ("reading_minutes", 1.0), _D.NONE: ("pages_read", 1.0)},
            "strona* strone* strony stron stronice stronic page* pages",
            main="pages_read",
        ),
        Topic(
            "read_time",
            {_D.DURATION: ("reading_minutes", 1.0)},
            "czytania czytanie lektury lektura lekture reading",
            main="reading_minutes",
        ),
        Topic(
            "books",
            _one("books_read", _D.NONE),
            "ksiazka* ksiazke* ksiazki ksiazek book* books",
            main="books_read",
        ),
        Topic(
            "study",
            {_D.DURATION: ("study_hours", 1 / 60)},
            "nauka nauki nauke studying study uczenia angielski angielskiego niemiecki niemieckiego"
            " hiszpanski hiszpanskiego francuski francuskiego wloski wloskiego english spanish"
            " german french lekcji korepetycji homework",
            main="study_hours",
        ),
        Topic(
            "work",
            {_D.DURATION: ("work_hours", 1 / 60)},
            "praca pracy prace work",
            main="work_hours",
        ),
        Topic(
            "screen",
            {_D.DURATION: ("screen_hours", 1 / 60)},
            "ekran ekranu ekranem ekranie telefon telefonu telefonem telefonie screen screentime"
            " phone netflix netflixa netfliksa instagram instagrama instagramie facebook"
            " facebooka tiktok tiktoka tiktoku tv telewizji telewizora telewizor seriali serial"
            " social media",
            main="screen_hours",
        ),
        Topic(
            "spending",
            _money("spending"),
            "wydatki wydatek wydatkow zakupy zakupow expenses spending expense",
            main="spending_pln",
        ),
        Topic("savings", _money("savings"), "oszczednosci oszczednosc savings", main="savings_pln"),
        Topic(
            "drink",
            {
                _D.GLASS: ("water_glasses", 1.0),
                _D.VOLUME: ("water_glasses", 1 / 250),
            },
            main="water_glasses",
        ),
    )
}
"""Every topic by its name. `drink` is a verb's: what is drunk without a name is water."""


def _nouns() -> dict[str, tuple[str, bool]]:
    table: dict[str, tuple[str, bool]] = {}
    for topic in TOPICS.values():
        for word in topic.nouns.split():
            bare = word.removesuffix("*")
            table.setdefault(bare, (topic.name, bare != word))
    return table


NOUNS = _nouns()
"""Every noun: its topic, and whether it alone means one."""

COUNTED = wordset(
    "coffee tea alcohol smoking fruit vegetables sweets meals steps pushups squats situps pullups"
    " medication reading books food"
)
"""Topics whose nouns are counted themselves: 3 papierosy, 2 piwa, 12 stron."""
