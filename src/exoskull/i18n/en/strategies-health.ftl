### Health: approaches and their steps (imperatives without a full stop).

approach-health_water_in_sight = Water at hand
step-health_water_in_sight-bottle = Put a full bottle of water where you spend most of your time
step-health_water_in_sight-glass = Put a glass of water by the kettle and by the bed
step-health_water_in_sight-carry = Take water along when you go out today

approach-health_water_meals = Water before meals
step-health_water_meals-wake = Drink a glass of water right after getting up
step-health_water_meals-lunch = Drink a glass of water before lunch
step-health_water_meals-spread = { $today ->
    [none] Drink a glass of water with each meal
   *[other] Spread evenly over the day: { $today }
}

approach-health_coffee_swap = Another cup
step-health_coffee_swap-swap = Swap one coffee today for herbal tea or water
step-health_coffee_swap-weaker = Make the next coffee half as strong
step-health_coffee_swap-early = Have today's last coffee before two in the afternoon

approach-health_alcohol_free = An evening without alcohol
step-health_alcohol_free-buy = Buy a drink without alcohol that you like for tonight
step-health_alcohol_free-first = Begin the evening with water or a drink without alcohol
step-health_alcohol_free-free_day = Make today a day without alcohol and tell somebody

approach-health_alcohol_home = A home without stocks
step-health_alcohol_home-no_stock = Buy no alcohol to keep today, and put away what is at home
step-health_alcohol_home-small_glass = Pour into a smaller glass and put the bottle back in the cupboard
step-health_alcohol_home-other_place = Meet somebody tonight in a place where nobody drinks

approach-health_craving_walk = A walk instead of a cigarette
step-health_craving_walk-walk = When the craving comes, go for five minutes of brisk walking
step-health_craving_walk-delay = Put the first cigarette off by half an hour
step-health_craving_walk-hands = Keep gum, a carrot or water at hand for cravings

approach-health_smoke_free_places = Places without smoke
step-health_smoke_free_places-home = Decide that nobody smokes at home or in the car today
step-health_smoke_free_places-fewer = Take two cigarettes less along than usual
step-health_smoke_free_places-ashtray = Put ashtrays and lighters out of sight

approach-health_quit_support = Support in quitting
step-health_quit_support-ask = Ask a doctor or a pharmacist what helps to smoke less
step-health_quit_support-ally = Ask one person to pick up when you call in a craving
step-health_quit_support-group = Find the number of a quitline or a group and write it down

approach-health_plate = A smaller plate
step-health_plate-small = Eat the main meal from a smaller plate today
step-health_plate-serve = Serve in the kitchen and put the rest away before you sit down
step-health_plate-far = Move sweets and snacks to a cupboard that is hard to reach

approach-health_slow_meal = One meal with attention
step-health_slow_meal-table = Eat one meal at the table today, without a screen
step-health_slow_meal-pause = Halfway through a meal pause and see whether you are still hungry
step-health_slow_meal-slow = For the first five minutes put the cutlery down after each bite

approach-health_food_diary = A food diary
step-health_food_diary-photo = Take a picture of every meal today
step-health_food_diary-right_after = Write lunch down right after eating, not in the evening
step-health_food_diary-result = Log today's result, whatever it is

approach-health_sweet_plan = Fruit first
step-health_sweet_plan-fruit = When you feel like something sweet, eat a fruit first
step-health_sweet_plan-moment = Write down when the urge is strongest and what you will do then
step-health_sweet_plan-tea = After dinner make a fruit tea instead of dessert

approach-health_after_meals = Moving after meals
step-health_after_meals-lunch = Go for a 10-minute walk after lunch
step-health_after_meals-dinner = Walk for 15 minutes after dinner
step-health_after_meals-stand = After eating stay on your feet for five minutes: wash up or tidy

approach-health_sit_less = Less sitting
step-health_sit_less-stand_up = Get up every hour today for three minutes of easy walking
step-health_sit_less-call = Take today's phone calls standing or walking
step-health_sit_less-series = Walk around at home between two episodes

approach-health_greens_first = Greens in front
step-health_greens_first-bowl = Put a bowl of fruit out, at the height of your eyes
step-health_greens_first-cut = Cut vegetables into a box and put it in the front of the fridge
step-health_greens_first-handful = Add a handful of vegetables to lunch

approach-health_greens_swap = Greens instead of snacks
step-health_greens_swap-snack = Swap one snack today for a fruit or a carrot
step-health_greens_swap-breakfast = Add a fruit or a tomato to breakfast
step-health_greens_swap-side = Make a salad for dinner instead of a second sandwich

approach-health_meal_times = Fixed meal times
step-health_meal_times-hours = Write down the hours of today's meals
step-health_meal_times-alarm = Set a reminder for the meal you skip most often
step-health_meal_times-ready = Get tomorrow's breakfast ready tonight

approach-health_breath = The long breath out
step-health_breath-sigh = For five minutes take two breaths in by the nose, a long one out
step-health_breath-pause = Before a harder talk take five slow breaths
step-health_breath-bed = Lie down for five minutes and count breaths out up to ten

approach-health_small_pleasure = Small pleasures, planned
step-health_small_pleasure-one = Plan one small pleasure for a certain hour today
step-health_small_pleasure-finish = Finish one small thing today that has been left lying
step-health_small_pleasure-contact = Spend 10 minutes with somebody you feel good with

approach-health_green_time = A while in the green
step-health_green_time-park = Spend 20 minutes in a park or among trees today
step-health_green_time-lunch = Go outside for 10 minutes in your break
step-health_green_time-window = Sit by the window for five minutes without your phone

approach-health_writing = A quarter of an hour on paper
step-health_writing-write = Write for 15 minutes about what moves you, without correcting
step-health_writing-name = Name in one word what you feel now, and write down from what
step-health_writing-done = Write down three things that went well today, and why

approach-health_medicine_anchor = Medicine with a routine
step-health_medicine_anchor-anchor = Join the dose to something fixed: breakfast or brushing your teeth
step-health_medicine_anchor-box = Sort your medicine into a box with the days of the week
step-health_medicine_anchor-check = Check tonight that today's dose is logged

approach-health_home_readings = A reading at a fixed time
step-health_home_readings-sit = Sit quietly for five minutes, measure and log the result
step-health_home_readings-same_hour = Set a reminder to measure at the same hour every day
step-health_home_readings-show = Prepare your last readings to show to a doctor

approach-health_less_salt = Less salt
step-health_less_salt-taste = Taste your food today before you salt it
step-health_less_salt-herbs = Season one dish with herbs or lemon instead of salt
step-health_less_salt-snack = Swap one salty snack for a fruit

approach-health_three_minutes = Three minutes of quiet
step-health_three_minutes-sit = Sit for three minutes and watch your breath
step-health_three_minutes-tea = Drink one drink slowly and do nothing else
step-health_three_minutes-sounds = For two minutes listen to the sounds around you

approach-health_ally = An ally in health
step-health_ally-tell = Tell somebody close what you look after, and ask them to check tonight
step-health_ally-join = Invite somebody to look after it with you for a week
step-health_ally-report = Write somebody one sentence tonight on how it went
