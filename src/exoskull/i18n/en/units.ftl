### Measures, units, dates.
### measure-: a number with its unit; measured-: also what of; metric-: the measure's name.

## Units

unit-glass = { $value } { $value ->
    [one] glass
   *[other] glasses
}
unit-cup = { $value } { $value ->
    [one] cup
   *[other] cups
}
unit-drink = { $value } { $value ->
    [one] drink
   *[other] drinks
}
unit-cigarette = { $value } { $value ->
    [one] cigarette
   *[other] cigarettes
}
unit-portion = { $value } { $value ->
    [one] portion
   *[other] portions
}
unit-meal = { $value } { $value ->
    [one] meal
   *[other] meals
}
unit-run = { $value } { $value ->
    [one] run
   *[other] runs
}
unit-walk = { $value } { $value ->
    [one] walk
   *[other] walks
}
unit-step = { $value } { $value ->
    [one] step
   *[other] steps
}
unit-ride = { $value } { $value ->
    [one] ride
   *[other] rides
}
unit-swim = { $value } { $value ->
    [one] swim
   *[other] swims
}
unit-workout = { $value } { $value ->
    [one] workout
   *[other] workouts
}
unit-rep = { $value } { $value ->
    [one] rep
   *[other] reps
}
unit-h = { $value } { $value ->
    [one] hour
   *[other] hours
}
unit-min = { $value } { $value ->
    [one] minute
   *[other] minutes
}
unit-dose = { $value } { $value ->
    [one] dose
   *[other] doses
}
unit-session = { $value } { $value ->
    [one] session
   *[other] sessions
}
unit-page = { $value } { $value ->
    [one] page
   *[other] pages
}
unit-book = { $value } { $value ->
    [one] book
   *[other] books
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
unit-bpm = { $value } bpm
unit-pln = { MONEY($value) } PLN
unit-usd = { MONEY($value) } USD
unit-eur = { MONEY($value) } EUR
unit-gbp = { MONEY($value) } GBP

## Measures

measure-water_glasses = { unit-glass }
measured-water_glasses = { measure-water_glasses } of water
metric-water_glasses = water

measure-coffee_cups = { $value } { $value ->
    [one] coffee
   *[other] coffees
}
measured-coffee_cups = { measure-coffee_cups }
metric-coffee_cups = coffee

measure-tea_cups = { $value } { $value ->
    [one] tea
   *[other] teas
}
measured-tea_cups = { measure-tea_cups }
metric-tea_cups = tea

measure-alcohol_drinks = { unit-drink }
measured-alcohol_drinks = { measure-alcohol_drinks }
metric-alcohol_drinks = alcohol

measure-cigarettes = { unit-cigarette }
measured-cigarettes = { measure-cigarettes }
metric-cigarettes = cigarettes

measure-calories_kcal = { unit-kcal }
measured-calories_kcal = { measure-calories_kcal }
metric-calories_kcal = calories

measure-fruit_portions = { unit-portion }
measured-fruit_portions = { measure-fruit_portions } of fruit
metric-fruit_portions = fruit

measure-vegetable_portions = { unit-portion }
measured-vegetable_portions = { measure-vegetable_portions } of vegetables
metric-vegetable_portions = vegetables

measure-sweets = { unit-portion }
measured-sweets = { measure-sweets } of sweets
metric-sweets = sweets

measure-meals = { unit-meal }
measured-meals = { measure-meals }
metric-meals = meals

measure-runs = { unit-run }
measured-runs = { measure-runs }
metric-runs = running

measure-run_km = { unit-km }
measured-run_km = { measure-run_km } of running
metric-run_km = kilometres run

measure-run_minutes = { unit-min }
measured-run_minutes = { measure-run_minutes } of running
metric-run_minutes = running time

measure-walks = { unit-walk }
measured-walks = { measure-walks }
metric-walks = walks

measure-walk_km = { unit-km }
measured-walk_km = { measure-walk_km } of walking
metric-walk_km = kilometres walked

measure-walk_minutes = { unit-min }
measured-walk_minutes = { measure-walk_minutes } of walking
metric-walk_minutes = walking time

measure-steps = { unit-step }
measured-steps = { measure-steps }
metric-steps = steps

measure-rides = { unit-ride }
measured-rides = { measure-rides }
metric-rides = cycling

measure-cycling_km = { unit-km }
measured-cycling_km = { measure-cycling_km } of cycling
metric-cycling_km = kilometres cycled

measure-cycling_minutes = { unit-min }
measured-cycling_minutes = { measure-cycling_minutes } of cycling
metric-cycling_minutes = cycling time

measure-swims = { unit-swim }
measured-swims = { measure-swims }
metric-swims = swimming

measure-swim_km = { unit-km }
measured-swim_km = { measure-swim_km } of swimming
metric-swim_km = kilometres swum

measure-swim_minutes = { unit-min }
measured-swim_minutes = { measure-swim_minutes } of swimming
metric-swim_minutes = swimming time

measure-workouts = { unit-workout }
measured-workouts = { measure-workouts }
metric-workouts = workouts

measure-exercise_minutes = { unit-min }
measured-exercise_minutes = { measure-exercise_minutes } of exercise
metric-exercise_minutes = exercise

measure-pushups = { $value } { $value ->
    [one] push-up
   *[other] push-ups
}
measured-pushups = { measure-pushups }
metric-pushups = push-ups

measure-squats = { $value } { $value ->
    [one] squat
   *[other] squats
}
measured-squats = { measure-squats }
metric-squats = squats

measure-situps = { $value } { $value ->
    [one] sit-up
   *[other] sit-ups
}
measured-situps = { measure-situps }
metric-situps = sit-ups

measure-pullups = { $value } { $value ->
    [one] pull-up
   *[other] pull-ups
}
measured-pullups = { measure-pullups }
metric-pullups = pull-ups

measure-plank_minutes = { unit-min }
measured-plank_minutes = { measure-plank_minutes } of plank
metric-plank_minutes = plank

measure-sleep_hours = { unit-h }
measured-sleep_hours = { measure-sleep_hours } of sleep
metric-sleep_hours = sleep

measure-nap_minutes = { unit-min }
measured-nap_minutes = { measure-nap_minutes } of napping
metric-nap_minutes = naps

measure-weight_kg = { unit-kg }
measured-weight_kg = weight { measure-weight_kg }
metric-weight_kg = weight

measure-waist_cm = { unit-cm }
measured-waist_cm = waist { measure-waist_cm }
metric-waist_cm = waist

measure-body_fat_percent = { unit-percent }
measured-body_fat_percent = body fat { measure-body_fat_percent }
metric-body_fat_percent = body fat

measure-mood = { unit-tenths }
measured-mood = mood { measure-mood }
metric-mood = mood

measure-energy = { unit-tenths }
measured-energy = energy { measure-energy }
metric-energy = energy

measure-stress = { unit-tenths }
measured-stress = stress { measure-stress }
metric-stress = stress

measure-pain = { unit-tenths }
measured-pain = pain { measure-pain }
metric-pain = pain

measure-bp_systolic = { unit-mmhg }
measured-bp_systolic = systolic pressure { measure-bp_systolic }
metric-bp_systolic = systolic pressure

measure-bp_diastolic = { unit-mmhg }
measured-bp_diastolic = diastolic pressure { measure-bp_diastolic }
metric-bp_diastolic = diastolic pressure

measure-heart_rate_bpm = { unit-bpm }
measured-heart_rate_bpm = heart rate { measure-heart_rate_bpm }
metric-heart_rate_bpm = heart rate

measure-glucose_mg_dl = { unit-mg-dl }
measured-glucose_mg_dl = glucose { measure-glucose_mg_dl }
metric-glucose_mg_dl = glucose

measure-temperature_c = { unit-celsius }
measured-temperature_c = temperature { measure-temperature_c }
metric-temperature_c = temperature

measure-medication = { unit-dose }
measured-medication = { measure-medication } of medication
metric-medication = medication

measure-meditations = { unit-session }
measured-meditations = { measure-meditations } of meditation
metric-meditations = meditation

measure-meditation_minutes = { unit-min }
measured-meditation_minutes = { measure-meditation_minutes } of meditation
metric-meditation_minutes = meditation time

measure-pages_read = { unit-page }
measured-pages_read = { measure-pages_read } read
metric-pages_read = reading

measure-pages = { unit-page }
measured-pages = { measure-pages }
metric-pages = pages

measure-books_read = { unit-book }
measured-books_read = { measure-books_read } read
metric-books_read = books

measure-reading_minutes = { unit-min }
measured-reading_minutes = { measure-reading_minutes } of reading
metric-reading_minutes = reading time

measure-study_hours = { unit-h }
measured-study_hours = { measure-study_hours } of study
metric-study_hours = study

measure-study_minutes = { unit-min }
measured-study_minutes = { measure-study_minutes } of study
metric-study_minutes = study

measure-work_hours = { unit-h }
measured-work_hours = { measure-work_hours } of work
metric-work_hours = work

measure-screen_hours = { unit-h }
measured-screen_hours = { measure-screen_hours } of screen time
metric-screen_hours = screen time

measure-screen_minutes = { unit-min }
measured-screen_minutes = { measure-screen_minutes } of screen time
metric-screen_minutes = screen time

measure-spending_pln = { unit-pln }
measured-spending_pln = { measure-spending_pln } spent
metric-spending_pln = spending

measure-spending_usd = { unit-usd }
measured-spending_usd = { measure-spending_usd } spent
metric-spending_usd = spending in dollars

measure-spending_eur = { unit-eur }
measured-spending_eur = { measure-spending_eur } spent
metric-spending_eur = spending in euros

measure-spending_gbp = { unit-gbp }
measured-spending_gbp = { measure-spending_gbp } spent
metric-spending_gbp = spending in pounds

measure-savings_pln = { unit-pln }
measured-savings_pln = { measure-savings_pln } saved
metric-savings_pln = savings

measure-savings_usd = { unit-usd }
measured-savings_usd = { measure-savings_usd } saved
metric-savings_usd = savings in dollars

measure-savings_eur = { unit-eur }
measured-savings_eur = { measure-savings_eur } saved
metric-savings_eur = savings in euros

measure-savings_gbp = { unit-gbp }
measured-savings_gbp = { measure-savings_gbp } saved
metric-savings_gbp = savings in pounds

# Measures that are not known beforehand.
measure-any = { $unit ->
    [none] { $value }
   *[other] { $value } { $unit }
}
measured-any = { $name }: { $measure }
metric-any = { $name }

# How often: "3 times a week"; $count is a number.
usual-per-week = { NUMBER($count, digits: 0) } { NUMBER($count, digits: 0) ->
    [one] time
   *[other] times
} a week

## Dates and time

date-short = { $day } { date-month }
date-full = { date-short } { $year }
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-and-time = { $date }, { $time }
time-of-day = { $time }
day-near = { $away ->
    [yesterday] yesterday
    [tomorrow] tomorrow
   *[today] today
}
day-of-week = { $weekday ->
    [1] on Monday
    [2] on Tuesday
    [3] on Wednesday
    [4] on Thursday
    [5] on Friday
    [6] on Saturday
   *[7] on Sunday
}
day-far = on { $date }
day-and-time = { $day } at { $time }

span-moment = less than a minute
span-minutes = { $count } { $count ->
    [one] minute
   *[other] minutes
}
span-hours = { $count } { $count ->
    [one] hour
   *[other] hours
}
span-days = { $count } { $count ->
    [one] day
   *[other] days
}

list-of = { $head } and { $last }
