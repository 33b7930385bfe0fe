### Fitness: approaches and their steps (imperatives without a full stop).

approach-fitness_appointment = An appointment to move
step-fitness_appointment-slot = Put today's exercise in the calendar: an exact hour and place
step-fitness_appointment-bad_weather = Write a plan for bad weather: if it rains, then I move at home
step-fitness_appointment-begin = At the hour you chose begin, even if small: { part-small }

approach-fitness_snacks = Exercise snacks
step-fitness_snacks-stairs = Climb stairs briskly three times today
step-fitness_snacks-minute = Move for one minute five times today: squats, jumping jacks or stairs
step-fitness_snacks-call = Walk during one of today's phone calls

approach-fitness_gear = Gear in sight
step-fitness_gear-door = Put your shoes or sports bag by the door
step-fitness_gear-change = Change into sports clothes before you decide whether you feel like it
step-fitness_gear-tomorrow = Lay out your sports clothes tonight for tomorrow

approach-fitness_company = Exercise in company
step-fitness_company-invite = Write to one person and arrange to exercise together this week
step-fitness_company-report = Tell somebody what you will do today, and let them know afterwards
step-fitness_company-class = Find one class or group nearby and write down its hours

approach-fitness_numbers = Exercise in numbers
step-fitness_numbers-plan = { $today ->
    [none] Write down how much you plan to do today
   *[other] Write down the plan for today: { $today }
}
step-fitness_numbers-log = Log tonight how much it was, also if it was less
step-fitness_numbers-compare = Compare this week with the last one: a single number is enough

approach-fitness_step_count = The step counter
step-fitness_step_count-check = Check on your phone how many steps yesterday had
step-fitness_step_count-more = Take 1000 steps more than yesterday
step-fitness_step_count-noon = Check the counter at noon and add a 10-minute walk

approach-fitness_pleasant = Easy and pleasant
step-fitness_pleasant-easy = Go so easy today that you could talk all the way
step-fitness_pleasant-music = Get music or a podcast ready that you keep for exercise only
step-fitness_pleasant-place = Choose the nicest place around for today's exercise

approach-fitness_return = Back after a break
step-fitness_return-short = Come back for a short one today: { part-small }
step-fitness_return-bonus = Promise yourself a small reward for the first day back
step-fitness_return-stretch = Stretch gently for five minutes before sleep

approach-fitness_after_meals = A walk after meals
step-fitness_after_meals-lunch = Go for a 10-minute walk after lunch
step-fitness_after_meals-dinner = Go for a 15-minute walk after dinner
step-fitness_after_meals-breakfast = Walk for 10 minutes after breakfast

approach-fitness_on_the_way = Exercise on the way
step-fitness_on_the_way-stop = Get off one stop earlier, or park further away, and walk the rest
step-fitness_on_the_way-stairs = Take the stairs instead of every lift today
step-fitness_on_the_way-errand = Do one errand on foot or by bike today

approach-fitness_stake = Something to lose
step-fitness_stake-jar = Put a small sum aside: it is yours again only after today's exercise
step-fitness_stake-word = Write a promise for today and give it to somebody to keep
step-fitness_stake-pay = Book a class, or arrange it so that it is hard to call off

approach-fitness_sets = Short sets
step-fitness_sets-split = { $today ->
    [none] Do three short sets today with rests between
   *[other] Split into three short sets: { $today }
}
step-fitness_sets-kettle = Do a short set while the kettle boils
step-fitness_sets-slow = Do one set very slowly, counting to four down and up

approach-fitness_run_walk = Run and walk
step-fitness_run_walk-alternate = For 15 minutes alternate one minute of jogging and two of walking
step-fitness_run_walk-slow = Run slower than usual, so that you could speak in full sentences
step-fitness_run_walk-stop = Stop today while you still have strength, and log it
