### By metric: a step for now, its smaller version, and how the measure is logged.

# One concrete step: an imperative without its full stop.
part-step = { $metric ->
    [water_glasses] pour a glass of water now
    [coffee_cups] make the next coffee a tea or a water
    [alcohol_drinks] make the next drink one without alcohol
    [cigarettes] put the next cigarette off by 15 minutes
    [fruit_portions] put one piece of fruit within reach
    [vegetable_portions] add a vegetable to your next meal
    [sweets] leave the next dessert for tomorrow
    [meals] decide when your next meal is
    [runs] put your shoes on and go out for just 10 minutes
    [run_km] put your shoes on and go out for just 10 minutes
    [run_minutes] put your shoes on and go out for just 10 minutes
    [walks] go for a 10-minute walk
    [walk_km] go for a 10-minute walk
    [walk_minutes] go for a 10-minute walk
    [steps] go for a 10-minute walk
    [rides] get on the bike for just 10 minutes
    [cycling_km] get on the bike for just 10 minutes
    [cycling_minutes] get on the bike for just 10 minutes
    [swims] pack your swimming bag and put it by the door
    [swim_km] pack your swimming bag and put it by the door
    [swim_minutes] pack your swimming bag and put it by the door
    [workouts] start with 10 minutes of movement
    [exercise_minutes] start with 10 minutes of movement
    [pushups] do five push-ups now
    [squats] do five squats now
    [situps] do five sit-ups now
    [pullups] do one pull-up now
    [plank_minutes] hold a plank for half a minute now
    [sleep_hours] decide when the lights go out tonight
    [weight_kg] plan a walk today, even 20 minutes
    [waist_cm] plan a walk today, even 20 minutes
    [body_fat_percent] plan a walk today, even 20 minutes
    [mood] do one small thing you like right now
    [energy] do one small thing you like right now
    [stress] do one small thing you like right now
    [spending_pln] put one purchase off until tomorrow
    [spending_usd] put one purchase off until tomorrow
    [spending_eur] put one purchase off until tomorrow
    [spending_gbp] put one purchase off until tomorrow
    [savings_pln] put even a small amount aside today
    [savings_usd] put even a small amount aside today
    [savings_eur] put even a small amount aside today
    [savings_gbp] put even a small amount aside today
    [meditations] sit down and take 10 slow breaths
    [meditation_minutes] sit down and take 10 slow breaths
    [pages_read] open the book for two pages
    [pages] open the book for two pages
    [books_read] open the book for two pages
    [reading_minutes] open the book for two pages
    [study_hours] open your notes for 10 minutes
    [study_minutes] open your notes for 10 minutes
    [work_hours] decide when you stop work today
    [screen_hours] leave your phone in another room for half an hour
    [screen_minutes] leave your phone in another room for half an hour
    [medication] check that today's dose is logged
    [bp_systolic] take a reading and log it
    [bp_diastolic] take a reading and log it
    [heart_rate_bpm] take a reading and log it
    [glucose_mg_dl] take a reading and log it
    [temperature_c] take a reading and log it
   *[none] { $direction ->
        [at_most] next time, wait 10 minutes before you decide
       *[at_least] give it the next 10 minutes
    }
}

# A smaller version: a noun phrase.
part-small = { $metric ->
    [water_glasses] one glass of water
    [coffee_cups] one coffee less
    [alcohol_drinks] one drink less
    [cigarettes] one cigarette less
    [fruit_portions] one piece of fruit
    [vegetable_portions] one vegetable with dinner
    [sweets] one dessert less
    [meals] one meal at a fixed hour
    [runs] 10 minutes of jogging
    [run_km] 10 minutes of jogging
    [run_minutes] 10 minutes of jogging
    [walks] a 10-minute walk
    [walk_km] a 10-minute walk
    [walk_minutes] a 10-minute walk
    [steps] a 10-minute walk
    [rides] 10 minutes on the bike
    [cycling_km] 10 minutes on the bike
    [cycling_minutes] 10 minutes on the bike
    [swims] four easy lengths of the pool
    [swim_km] four easy lengths of the pool
    [swim_minutes] four easy lengths of the pool
    [workouts] 5 minutes of exercise
    [exercise_minutes] 5 minutes of exercise
    [pushups] five push-ups
    [squats] five squats
    [situps] five sit-ups
    [pullups] one pull-up
    [plank_minutes] half a minute of plank
    [sleep_hours] 15 minutes earlier in bed
    [weight_kg] a 15-minute walk
    [waist_cm] a 15-minute walk
    [body_fat_percent] a 15-minute walk
    [mood] 5 minutes for something nice
    [energy] 5 minutes for something nice
    [stress] 5 minutes for something nice
    [spending_pln] one day without small purchases
    [spending_usd] one day without small purchases
    [spending_eur] one day without small purchases
    [spending_gbp] one day without small purchases
    [savings_pln] a small amount put aside
    [savings_usd] a small amount put aside
    [savings_eur] a small amount put aside
    [savings_gbp] a small amount put aside
    [meditations] three quiet minutes
    [meditation_minutes] three quiet minutes
    [pages_read] two pages
    [pages] two pages
    [books_read] two pages
    [reading_minutes] two pages
    [study_hours] 10 minutes of study
    [study_minutes] 10 minutes of study
    [work_hours] stopping work 15 minutes earlier
    [screen_hours] 15 minutes off the screen
    [screen_minutes] 15 minutes off the screen
    [medication] one entry for today's dose
    [bp_systolic] one reading
    [bp_diastolic] one reading
    [heart_rate_bpm] one reading
    [glucose_mg_dl] one reading
    [temperature_c] one reading
   *[none] { $direction ->
        [at_most] one time less than usual
       *[at_least] the first five minutes
    }
}

# How to log it in one sentence.
part-example = { $metric ->
    [water_glasses] 3 glasses of water
    [coffee_cups] 2 coffees
    [tea_cups] 2 teas
    [alcohol_drinks] 1 beer
    [cigarettes] 3 cigarettes
    [calories_kcal] 1800 kcal
    [fruit_portions] 2 portions of fruit
    [vegetable_portions] 2 portions of vegetables
    [sweets] 1 cookie
    [meals] 3 meals
    [runs] ran 4 km
    [run_km] ran 4 km
    [run_minutes] ran 30 minutes
    [walks] walked 30 minutes
    [walk_km] walked 3 km
    [walk_minutes] walked 30 minutes
    [steps] 8000 steps
    [rides] cycled 10 km
    [cycling_km] cycled 10 km
    [cycling_minutes] cycled 40 minutes
    [swims] swam 30 minutes
    [swim_km] swam 1 km
    [swim_minutes] swam 30 minutes
    [workouts] workout 45 minutes
    [exercise_minutes] 30 minutes of exercise
    [pushups] 20 pushups
    [squats] 20 squats
    [situps] 20 situps
    [pullups] 5 pullups
    [plank_minutes] 2 minutes of plank
    [sleep_hours] slept 7 hours
    [nap_minutes] 20 minutes nap
    [weight_kg] weight 71.5 kg
    [waist_cm] waist 80 cm
    [body_fat_percent] 20% body fat
    [mood] mood 6
    [energy] energy 6
    [stress] stress 4
    [pain] pain 3
    [bp_systolic] bp 120/80
    [bp_diastolic] bp 120/80
    [heart_rate_bpm] pulse 64
    [glucose_mg_dl] glucose 95
    [temperature_c] temperature 36.6
    [medication] took my meds
    [meditations] meditated 10 minutes
    [meditation_minutes] 10 minutes of meditation
    [pages_read] 20 pages
    [pages] 20 pages
    [books_read] 1 book
    [reading_minutes] read 30 minutes
    [study_hours] studied 2 hours
    [study_minutes] studied 45 minutes
    [work_hours] worked 8 hours
    [screen_hours] 2 hours of screen time
    [screen_minutes] 90 minutes of screen time
    [spending_pln] spent 45 PLN
    [spending_usd] spent 45 dollars
    [spending_eur] spent 45 euros
    [spending_gbp] spent £45
    [savings_pln] saved 100 PLN
    [savings_usd] saved 100 dollars
    [savings_eur] saved 100 euros
    [savings_gbp] saved £100
   *[none] { $metric_text ->
        [none] 3
       *[other] { $metric_text }: 3
    }
}
