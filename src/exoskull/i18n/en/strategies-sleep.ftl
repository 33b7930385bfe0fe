### Sleep: approaches and their steps (imperatives without a full stop).

approach-sleep_rise = A fixed time to get up
step-sleep_rise-alarm = Set tomorrow's alarm to the same hour as today's
step-sleep_rise-light = Go out into daylight for 10 minutes this morning
step-sleep_rise-lights_out = Decide when the lights go out tonight and set a reminder for it

approach-sleep_bed_for_sleep = The bed is for sleep
step-sleep_bed_for_sleep-only = Keep the bed for sleep tonight: no phone, no work, no series
step-sleep_bed_for_sleep-sleepy = Go to bed only when you are really sleepy
step-sleep_bed_for_sleep-get_up = If sleep does not come in about 20 minutes, get up and return when sleepy

approach-sleep_dim = An evening off the screen
step-sleep_dim-charger = Charge your phone outside the bedroom tonight
step-sleep_dim-paper = Spend the last half hour before sleep with a paper book or music
step-sleep_dim-lamps = Dim the lights at home an hour before sleep

approach-sleep_caffeine = Caffeine in the morning only
step-sleep_caffeine-last = Have today's last coffee at least eight hours before sleep
step-sleep_caffeine-swap = After lunch choose a drink without caffeine
step-sleep_caffeine-note = Write down tonight when your last caffeine was

approach-sleep_to_do_list = Tomorrow's list before sleep
step-sleep_to_do_list-list = For five minutes write down all that waits for tomorrow
step-sleep_to_do_list-first = Choose one thing to begin tomorrow with, leave the rest on paper
step-sleep_to_do_list-worries = Before dinner give worries 10 minutes on paper, then close the notebook

approach-sleep_warm = A warm evening
step-sleep_warm-shower = Take a warm shower or bath an hour or two before sleep
step-sleep_warm-quiet = Do something quiet and nice after it: herbal tea, music, a crossword
step-sleep_warm-cool = Air and cool the bedroom before sleep

approach-sleep_quarter = A quarter of an hour earlier
step-sleep_quarter-earlier = Go to bed 15 minutes earlier than yesterday
step-sleep_quarter-clothes = Change for the night right after dinner
step-sleep_quarter-teeth = Brush your teeth an hour before sleep, before you get tired

approach-sleep_diary = A sleep diary
step-sleep_diary-hours = Log in the morning how many hours you slept
step-sleep_diary-mark = Rate last night from 1 to 5 and add one word why
step-sleep_diary-best = Recall the week's two best nights and write down what they share

approach-sleep_house = Quiet hours at home
step-sleep_house-agree = Tell those at home, or friends, from what hour you are offline tonight
step-sleep_house-good_night = Wish somebody good night at the hour you set and put the phone away
step-sleep_house-report = Tell somebody in the morning when your lights went out

approach-sleep_after_bad_night = Calm after a bad night
step-sleep_after_bad_night-nap = If you must, nap for up to 20 minutes, not later than three
step-sleep_after_bad_night-clock = Turn the clock away from the bed and do not check the time at night
step-sleep_after_bad_night-light_evening = Plan a lighter evening: nothing important after eight
