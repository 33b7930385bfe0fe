### Miary, jednostki, daty. Miary stoją w mianowniku: „1 szklanka”, „7,5 godziny”.
### measure-: liczba z jednostką; measured-: także czego; metric-: nazwa miary.

## Jednostki

unit-glass = { $value } { $value ->
    [one] szklanka
    [few] szklanki
    [many] szklanek
   *[other] szklanki
}
unit-cup = { $value } { $value ->
    [one] kubek
    [few] kubki
    [many] kubków
   *[other] kubka
}
unit-drink = { $value } { $value ->
    [one] porcja
    [few] porcje
    [many] porcji
   *[other] porcji
}
unit-cigarette = { $value } { $value ->
    [one] papieros
    [few] papierosy
    [many] papierosów
   *[other] papierosa
}
unit-portion = { $value } { $value ->
    [one] porcja
    [few] porcje
    [many] porcji
   *[other] porcji
}
unit-meal = { $value } { $value ->
    [one] posiłek
    [few] posiłki
    [many] posiłków
   *[other] posiłku
}
unit-run = { $value } { $value ->
    [one] bieg
    [few] biegi
    [many] biegów
   *[other] biegu
}
unit-walk = { $value } { $value ->
    [one] spacer
    [few] spacery
    [many] spacerów
   *[other] spaceru
}
unit-step = { $value } { $value ->
    [one] krok
    [few] kroki
    [many] kroków
   *[other] kroku
}
unit-ride = { $value } { $value ->
    [one] przejażdżka
    [few] przejażdżki
    [many] przejażdżek
   *[other] przejażdżki
}
unit-swim = { $value } { $value ->
    [one] trening pływacki
    [few] treningi pływackie
    [many] treningów pływackich
   *[other] treningu pływackiego
}
unit-workout = { $value } { $value ->
    [one] trening
    [few] treningi
    [many] treningów
   *[other] treningu
}
unit-rep = { $value } { $value ->
    [one] powtórzenie
    [few] powtórzenia
    [many] powtórzeń
   *[other] powtórzenia
}
unit-h = { $value } { $value ->
    [one] godzina
    [few] godziny
    [many] godzin
   *[other] godziny
}
unit-min = { $value } { $value ->
    [one] minuta
    [few] minuty
    [many] minut
   *[other] minuty
}
unit-dose = { $value } { $value ->
    [one] dawka
    [few] dawki
    [many] dawek
   *[other] dawki
}
unit-session = { $value } { $value ->
    [one] sesja
    [few] sesje
    [many] sesji
   *[other] sesji
}
unit-page = { $value } { $value ->
    [one] strona
    [few] strony
    [many] stron
   *[other] strony
}
unit-book = { $value } { $value ->
    [one] książka
    [few] książki
    [many] książek
   *[other] książki
}
unit-kcal = { $value } kcal
unit-km = { $value } km
unit-kg = { $value } kg
unit-cm = { $value } cm
unit-g = { $value } g
unit-l = { $value } l
unit-ml = { $value } ml
unit-m = { $value } m
unit-mmhg = { $value } mmHg
unit-mg-dl = { $value } mg/dl
unit-celsius = { $value }°C
unit-percent = { $value }%
unit-tenths = { NUMBER($value, digits: 1) }/10
unit-bpm = { $value } ud./min
unit-pln = { MONEY($value) } zł
unit-usd = { MONEY($value) } USD
unit-eur = { MONEY($value) } EUR
unit-gbp = { MONEY($value) } GBP

## Miary

measure-water_glasses = { unit-glass }
measured-water_glasses = { measure-water_glasses } wody
metric-water_glasses = woda

measure-coffee_cups = { $value } { $value ->
    [one] kawa
    [few] kawy
    [many] kaw
   *[other] kawy
}
measured-coffee_cups = { measure-coffee_cups }
metric-coffee_cups = kawa

measure-tea_cups = { $value } { $value ->
    [one] herbata
    [few] herbaty
    [many] herbat
   *[other] herbaty
}
measured-tea_cups = { measure-tea_cups }
metric-tea_cups = herbata

measure-alcohol_drinks = { unit-drink }
measured-alcohol_drinks = { measure-alcohol_drinks } alkoholu
metric-alcohol_drinks = alkohol

measure-cigarettes = { unit-cigarette }
measured-cigarettes = { measure-cigarettes }
metric-cigarettes = papierosy

measure-calories_kcal = { unit-kcal }
measured-calories_kcal = { measure-calories_kcal }
metric-calories_kcal = kalorie

measure-fruit_portions = { unit-portion }
measured-fruit_portions = { measure-fruit_portions } owoców
metric-fruit_portions = owoce

measure-vegetable_portions = { unit-portion }
measured-vegetable_portions = { measure-vegetable_portions } warzyw
metric-vegetable_portions = warzywa

measure-sweets = { unit-portion }
measured-sweets = { measure-sweets } słodyczy
metric-sweets = słodycze

measure-meals = { unit-meal }
measured-meals = { measure-meals }
metric-meals = posiłki

measure-runs = { unit-run }
measured-runs = { measure-runs }
metric-runs = bieganie

measure-run_km = { unit-km }
measured-run_km = { measure-run_km } biegu
metric-run_km = kilometry biegu

measure-run_minutes = { unit-min }
measured-run_minutes = { measure-run_minutes } biegu
metric-run_minutes = czas biegu

measure-walks = { unit-walk }
measured-walks = { measure-walks }
metric-walks = spacery

measure-walk_km = { unit-km }
measured-walk_km = { measure-walk_km } spaceru
metric-walk_km = kilometry spaceru

measure-walk_minutes = { unit-min }
measured-walk_minutes = { measure-walk_minutes } spaceru
metric-walk_minutes = czas spaceru

measure-steps = { unit-step }
measured-steps = { measure-steps }
metric-steps = kroki

measure-rides = { unit-ride }
measured-rides = { measure-rides } na rowerze
metric-rides = jazda na rowerze

measure-cycling_km = { unit-km }
measured-cycling_km = { measure-cycling_km } na rowerze
metric-cycling_km = kilometry na rowerze

measure-cycling_minutes = { unit-min }
measured-cycling_minutes = { measure-cycling_minutes } na rowerze
metric-cycling_minutes = czas na rowerze

measure-swims = { unit-swim }
measured-swims = { measure-swims }
metric-swims = pływanie

measure-swim_km = { unit-km }
measured-swim_km = { measure-swim_km } pływania
metric-swim_km = kilometry pływania

measure-swim_minutes = { unit-min }
measured-swim_minutes = { measure-swim_minutes } pływania
metric-swim_minutes = czas pływania

measure-workouts = { unit-workout }
measured-workouts = { measure-workouts }
metric-workouts = treningi

measure-exercise_minutes = { unit-min }
measured-exercise_minutes = { measure-exercise_minutes } ćwiczeń
metric-exercise_minutes = ćwiczenia

measure-pushups = { $value } { $value ->
    [one] pompka
    [few] pompki
    [many] pompek
   *[other] pompki
}
measured-pushups = { measure-pushups }
metric-pushups = pompki

measure-squats = { $value } { $value ->
    [one] przysiad
    [few] przysiady
    [many] przysiadów
   *[other] przysiadu
}
measured-squats = { measure-squats }
metric-squats = przysiady

measure-situps = { $value } { $value ->
    [one] brzuszek
    [few] brzuszki
    [many] brzuszków
   *[other] brzuszka
}
measured-situps = { measure-situps }
metric-situps = brzuszki

measure-pullups = { $value } { $value ->
    [one] podciągnięcie
    [few] podciągnięcia
    [many] podciągnięć
   *[other] podciągnięcia
}
measured-pullups = { measure-pullups }
metric-pullups = podciąganie

measure-plank_minutes = { unit-min }
measured-plank_minutes = { measure-plank_minutes } deski
metric-plank_minutes = deska

measure-sleep_hours = { unit-h }
measured-sleep_hours = { measure-sleep_hours } snu
metric-sleep_hours = sen

measure-nap_minutes = { unit-min }
measured-nap_minutes = { measure-nap_minutes } drzemki
metric-nap_minutes = drzemka

measure-weight_kg = { unit-kg }
measured-weight_kg = waga { measure-weight_kg }
metric-weight_kg = waga

measure-waist_cm = { unit-cm }
measured-waist_cm = obwód pasa { measure-waist_cm }
metric-waist_cm = obwód pasa

measure-body_fat_percent = { unit-percent }
measured-body_fat_percent = tkanka tłuszczowa { measure-body_fat_percent }
metric-body_fat_percent = tkanka tłuszczowa

measure-mood = { unit-tenths }
measured-mood = nastrój { measure-mood }
metric-mood = nastrój

measure-energy = { unit-tenths }
measured-energy = energia { measure-energy }
metric-energy = energia

measure-stress = { unit-tenths }
measured-stress = stres { measure-stress }
metric-stress = stres

measure-pain = { unit-tenths }
measured-pain = ból { measure-pain }
metric-pain = ból

measure-bp_systolic = { unit-mmhg }
measured-bp_systolic = ciśnienie skurczowe { measure-bp_systolic }
metric-bp_systolic = ciśnienie skurczowe

measure-bp_diastolic = { unit-mmhg }
measured-bp_diastolic = ciśnienie rozkurczowe { measure-bp_diastolic }
metric-bp_diastolic = ciśnienie rozkurczowe

measure-heart_rate_bpm = { unit-bpm }
measured-heart_rate_bpm = tętno { measure-heart_rate_bpm }
metric-heart_rate_bpm = tętno

measure-glucose_mg_dl = { unit-mg-dl }
measured-glucose_mg_dl = glukoza { measure-glucose_mg_dl }
metric-glucose_mg_dl = glukoza

measure-temperature_c = { unit-celsius }
measured-temperature_c = temperatura { measure-temperature_c }
metric-temperature_c = temperatura

measure-medication = { unit-dose }
measured-medication = { measure-medication } leku
metric-medication = leki

measure-meditations = { unit-session }
measured-meditations = { measure-meditations } medytacji
metric-meditations = medytacja

measure-meditation_minutes = { unit-min }
measured-meditation_minutes = { measure-meditation_minutes } medytacji
metric-meditation_minutes = czas medytacji

measure-pages_read = { unit-page }
measured-pages_read = { measure-pages_read }
metric-pages_read = czytanie

measure-pages = { unit-page }
measured-pages = { measure-pages }
metric-pages = strony

measure-books_read = { unit-book }
measured-books_read = { measure-books_read }
metric-books_read = książki

measure-reading_minutes = { unit-min }
measured-reading_minutes = { measure-reading_minutes } czytania
metric-reading_minutes = czas czytania

measure-study_hours = { unit-h }
measured-study_hours = { measure-study_hours } nauki
metric-study_hours = nauka

measure-study_minutes = { unit-min }
measured-study_minutes = { measure-study_minutes } nauki
metric-study_minutes = nauka

measure-work_hours = { unit-h }
measured-work_hours = { measure-work_hours } pracy
metric-work_hours = praca

measure-screen_hours = { unit-h }
measured-screen_hours = { measure-screen_hours } przed ekranem
metric-screen_hours = czas przed ekranem

measure-screen_minutes = { unit-min }
measured-screen_minutes = { measure-screen_minutes } przed ekranem
metric-screen_minutes = czas przed ekranem

measure-spending_pln = { unit-pln }
measured-spending_pln = wydatki { measure-spending_pln }
metric-spending_pln = wydatki

measure-spending_usd = { unit-usd }
measured-spending_usd = wydatki { measure-spending_usd }
metric-spending_usd = wydatki w dolarach

measure-spending_eur = { unit-eur }
measured-spending_eur = wydatki { measure-spending_eur }
metric-spending_eur = wydatki w euro

measure-spending_gbp = { unit-gbp }
measured-spending_gbp = wydatki { measure-spending_gbp }
metric-spending_gbp = wydatki w funtach

measure-savings_pln = { unit-pln }
measured-savings_pln = oszczędności { measure-savings_pln }
metric-savings_pln = oszczędności

measure-savings_usd = { unit-usd }
measured-savings_usd = oszczędności { measure-savings_usd }
metric-savings_usd = oszczędności w dolarach

measure-savings_eur = { unit-eur }
measured-savings_eur = oszczędności { measure-savings_eur }
metric-savings_eur = oszczędności w euro

measure-savings_gbp = { unit-gbp }
measured-savings_gbp = oszczędności { measure-savings_gbp }
metric-savings_gbp = oszczędności w funtach

# Miary, których nie znamy z góry.
measure-any = { $unit ->
    [none] { $value }
   *[other] { $value } { $unit }
}
measured-any = { $name }: { $measure }
metric-any = { $name }

# Jak często: „3 razy w tygodniu”; $count to liczba.
usual-per-week = { NUMBER($count, digits: 0) } { NUMBER($count, digits: 0) ->
    [one] raz
    [few] razy
    [many] razy
   *[other] razy
} w tygodniu

## Daty i czas

date-short = { $day } { date-month }
date-full = { date-short } { $year }
date-month = { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
}
date-and-time = { $date }, { $time }
time-of-day = { $time }
day-near = { $away ->
    [yesterday] wczoraj
    [tomorrow] jutro
   *[today] dziś
}
day-of-week = { $weekday ->
    [1] w poniedziałek
    [2] we wtorek
    [3] w środę
    [4] w czwartek
    [5] w piątek
    [6] w sobotę
   *[7] w niedzielę
}
day-far = { $date }
day-and-time = { $day } o { $time }

span-moment = mniej niż minuta
span-minutes = { $count } { $count ->
    [one] minuta
    [few] minuty
    [many] minut
   *[other] minuty
}
span-hours = { $count } { $count ->
    [one] godzina
    [few] godziny
    [many] godzin
   *[other] godziny
}
span-days = { $count } { $count ->
    [one] dzień
    [few] dni
    [many] dni
   *[other] dnia
}

list-of = { $head } i { $last }
