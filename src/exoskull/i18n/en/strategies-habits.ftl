### Approaches to any habit: the name, then the steps (imperatives without a full stop).

approach-habits_if_then = If-then plan
step-habits_if_then-write = Write one sentence: at what time and where you will do it today
step-habits_if_then-place = Set an alarm on your phone for the time you chose
step-habits_if_then-rehearse = Say it in your mind three times: if that time comes, then I begin

approach-habits_tiny = The smallest version
step-habits_tiny-smallest = Do only the smallest version today: { part-small }
step-habits_tiny-two_minutes = Start for two minutes, after which you may stop
step-habits_tiny-celebrate = When it is done, say one good word to yourself out loud

approach-habits_tempting_moment = A plan for the hard moment
step-habits_tempting_moment-when = Write down when and where it will be hardest today
step-habits_tempting_moment-then = Finish the sentence: if the urge comes then, I get up and leave at once
step-habits_tempting_moment-alarm = Set a reminder for a quarter of an hour before the hardest time

approach-habits_one_less = One less
step-habits_one_less-one = Do only this much today: { part-small }
step-habits_one_less-later = Put the first time today off by half an hour
step-habits_one_less-half = Take half of the usual portion today, and put the rest away

approach-habits_stack = New upon old
step-habits_stack-anchor = Do it today right after brushing your teeth or your morning coffee
step-habits_stack-note = Put a note by the kettle with one word that reminds you of the goal
step-habits_stack-evening = Choose tomorrow's anchor: something you do anyway, to do this after

approach-habits_obstacle = Obstacle and answer
step-habits_obstacle-name = Write down one thing that may get in the way today
step-habits_obstacle-imagine = For one minute picture the goal reached, and then that obstacle
step-habits_obstacle-answer = Add the answer: if that obstacle comes up, then I will do this

approach-habits_within_reach = Within reach
step-habits_within_reach-prepare = Put the one thing it starts with where you will see it
step-habits_within_reach-sign = Remove one obstacle that stands before the start
step-habits_within_reach-tomorrow = Get everything ready tonight for tomorrow's start

approach-habits_out_of_sight = Out of sight
step-habits_out_of_sight-away = Put what tempts you in a closed cupboard, or out of the house
step-habits_out_of_sight-harder = Add one obstacle between you and the temptation
step-habits_out_of_sight-elsewhere = Spend the hardest hour of today in another place than usual

approach-habits_chain = A chain of days
step-habits_chain-mark = Log today's result, whatever it is
step-habits_chain-look = Count how many of the last seven days worked out
step-habits_chain-visible = Hang a calendar where you see it and mark today

approach-habits_tell_someone = Somebody who knows
step-habits_tell_someone-tell = Tell one person exactly what you want to do today
step-habits_tell_someone-report = Send that person one sentence tonight on how it went
step-habits_tell_someone-together = Do today's step together with somebody, or in their company

approach-habits_bundle = Useful with pleasant
step-habits_bundle-pair = Join today's step with something nice: music, a podcast, a favourite tea
step-habits_bundle-keep = Keep one pleasure only for the time you spend on this goal
step-habits_bundle-after = When it is done, take a small reward at once

approach-habits_urge = Waiting out the urge
step-habits_urge-wait = When the urge comes, set a timer for 10 minutes and only then decide
step-habits_urge-instead = Choose now one thing that you will do instead
step-habits_urge-breathe = At the first urge take ten slow breaths and watch it fade

approach-habits_pledge = A word and a deadline
step-habits_pledge-deadline = Promise yourself to keep to the plan until a certain hour, and write it down
step-habits_pledge-stake = Set a small price for a day off plan, such as a coin in a jar
step-habits_pledge-sign = Write a promise for today and sign it with the date

approach-habits_fresh_start = A fresh start
step-habits_fresh_start-today = Start from zero today, in a smaller version: { part-small }
step-habits_fresh_start-kind_word = Write yourself two sentences, as to a friend after a bad day
step-habits_fresh_start-lesson = Write down one thing you will do differently tomorrow

approach-habits_screen_far = The phone in another room
step-habits_screen_far-room = Leave your phone in another room for half an hour tonight
step-habits_screen_far-notifications = Turn off notifications of the one app that takes most of your time
step-habits_screen_far-grey = Set your phone to greyscale for the whole day

approach-habits_screen_swap = Something instead of the screen
step-habits_screen_swap-walk = Go out for 10 minutes without your phone when you would usually scroll
step-habits_screen_swap-paper = Read on paper for 15 minutes tonight
step-habits_screen_swap-call = Instead of scrolling, call somebody close for 10 minutes
