### Work: approaches and their steps (imperatives without a full stop).

approach-work_first_block = The main thing first
step-work_first_block-block = Keep the first half hour of work for this one thing
step-work_first_block-calendar = Put today's time for it in the calendar
step-work_first_block-first_step = Finish the sentence: when I sit down at my desk, I first open

approach-work_small_start = Five minutes to begin
step-work_small_start-five = Work on it for five minutes, then decide whether to go on
step-work_small_start-ugly = Make a poor first version, without correcting
step-work_small_start-split = Break it into three steps and do the smallest

approach-work_open_loops = Open matters on paper
step-work_open_loops-empty = Write down all that is on your mind, each with its next step
step-work_open_loops-three = Choose three things for today, put the rest off to a set day
step-work_open_loops-drop = Cross off one thing that you will not do

approach-work_mail_batches = Mail three times a day
step-work_mail_batches-closed = Keep your mail closed for the first hour of work
step-work_mail_batches-hours = Set three times for mail today and keep to them
step-work_mail_batches-notifications = Turn off mail and chat notifications for two hours

approach-work_own_deadline = Deadlines of your own
step-work_own_deadline-part = Set the hour at which you hand today's piece to somebody
step-work_own_deadline-announce = Write to somebody what you will send by the end of the day
step-work_own_deadline-steps = Lay the whole out on three dates this week

approach-work_ready_to_resume = A note to return by
step-work_ready_to_resume-note = Before each break write down where you are and what comes next
step-work_ready_to_resume-one = For 25 minutes work on one thing, without switching
step-work_ready_to_resume-evening = End the day with one sentence: what I begin with tomorrow

approach-work_breaks = Short breaks
step-work_breaks-micro = Take two breaks of five minutes off the screen today
step-work_breaks-lunch = Eat at noon away from your desk
step-work_breaks-stretch = Get up and stretch when you finish the next thing

approach-work_shutdown = An hour to end
step-work_shutdown-hour = Set the hour at which work ends and put it in the calendar
step-work_shutdown-ritual = End work with a fixed gesture: tomorrow's list and a closed computer
step-work_shutdown-alarm = Set an alarm for 15 minutes before work ends

approach-work_after_hours = Something after work
step-work_after_hours-plan = Arrange something for after work today that has its hour
step-work_after_hours-walk = Walk for 10 minutes right after work, as if coming home from the office
step-work_after_hours-hobby = Give 20 minutes tonight to something that has nothing of work

approach-work_time_off = Agreed time off
step-work_time_off-tell = Tell your colleagues until what hour you answer today
step-work_time_off-decline = Decline one thing today, or offer a later date
step-work_time_off-hand_over = Hand one matter over that does not have to be yours

approach-work_progress_notes = Small wins
step-work_progress_notes-win = Write down one small win of today tonight
step-work_progress_notes-time = Write down how long three things really took today
step-work_progress_notes-hours = Log today's result and one word on what changed it

approach-work_exact_goal = An exact aim for today
step-work_exact_goal-number = Write today's aim as one number and one hour
step-work_exact_goal-done_means = Write in one sentence how you will know that it is done
step-work_exact_goal-feedback = Ask somebody for one remark on what is there already

approach-work_company = Work in company
step-work_company-side_by_side = Work for half an hour beside somebody, or on a video call
step-work_company-morning = Write to somebody in the morning what you will do today
step-work_company-evening = Write to somebody tonight how it went

approach-work_reward = A reward after the block
step-work_reward-coffee = Keep your favourite coffee or tea for after the first block of work
step-work_reward-music = Play music that you keep for this work only
step-work_reward-finish = Choose a reward and take it only when it is done
