### Learning and reading: approaches and their steps (imperatives without a full stop).

approach-learning_recall = From memory
step-learning_recall-close = Close the book or your notes and write three things from memory
step-learning_recall-quiz = Ask yourself five questions on the last part and answer out loud
step-learning_recall-before = Before you begin, write what you know already about today's subject

approach-learning_spaced = Spaced review
step-learning_spaced-yesterday = Go over what was yesterday for 10 minutes
step-learning_spaced-plan = Plan reviews: tomorrow, in three days and in a week
step-learning_spaced-old = Go back to something of a week ago for five minutes

approach-learning_timebox = Short blocks
step-learning_timebox-ten = Set a timer for 10 minutes and work on this only
step-learning_timebox-twenty_five = Do one block of 25 minutes, then a break of five
step-learning_timebox-open = Open your materials at the right page and read one sentence

approach-learning_phone_away = The phone out of the room
step-learning_phone_away-room = Leave your phone in another room while you study or read
step-learning_phone_away-desk = Leave on the desk only what you need today
step-learning_phone_away-tabs = Close every browser tab but one

approach-learning_teach = Learning by teaching
step-learning_teach-explain = Explain to somebody in three sentences what you learn today
step-learning_teach-notes = Make today's notes as if you had to tell of it tomorrow
step-learning_teach-partner = Arrange with somebody to study or read together in silence

approach-learning_mix = Mixing
step-learning_mix-mix = Do exercises of two different kinds in turn
step-learning_mix-old_new = Add three old exercises to the new ones
step-learning_mix-order = Change the order of the subjects today

approach-learning_why = Asking why
step-learning_why-why = After each part ask yourself: why is it so?
step-learning_why-own_words = Write down one hard thing in your own words
step-learning_why-example = Find one example from your own life

approach-learning_forgive = Without reproach
step-learning_forgive-forgive = Tell yourself: yesterday is gone, today I begin small
step-learning_forgive-small = Do only this much today: { part-small }
step-learning_forgive-rest = Plan a proper rest tonight, and tomorrow's hour to start

approach-learning_woop = Wish and plan
step-learning_woop-wish = Write wish, best outcome, obstacle and plan, one sentence each
step-learning_woop-if_then = Finish the sentence: if something distracts me, then I return at once
step-learning_woop-hour = Set today's hour for it and write it where you see it

approach-learning_count = The counter
step-learning_count-plan = { $today ->
    [none] Write down how much you will do today
   *[other] The plan for today: { $today }
}
step-learning_count-log = Log tonight how much it was today
step-learning_count-remaining = Count how much is left and how much that is for a day

approach-learning_two_pages = Two pages
step-learning_two_pages-two = Read two pages today, anything more is extra
step-learning_two_pages-bookmark = Leave the bookmark at a good place, so that you want to return
step-learning_two_pages-portion = { $today ->
    [none] Read one chapter today, or half of it
   *[other] Today's portion: { $today }
}

approach-learning_book_places = A book in the way
step-learning_book_places-pillow = Put the book on your pillow before you go out
step-learning_book_places-bag = Put the book into your bag
step-learning_book_places-icon = Replace the icon of one app with your book reader

approach-learning_reading_time = Time for a book
step-learning_reading_time-bed = Read for 15 minutes in bed before you turn off the light
step-learning_reading_time-breakfast = Read for 10 minutes at breakfast
step-learning_reading_time-waiting = Read whenever you wait for something today

approach-learning_reading_joy = Reading for pleasure
step-learning_reading_joy-mood = Read what you feel like today, not what you ought to
step-learning_reading_joy-next_book = Put down a book that does not hold you and take the next
step-learning_reading_joy-nest = Sit in your best seat with a favourite drink and the book

approach-learning_audio = A book instead of scrolling
step-learning_audio-swap = When you reach for the phone out of boredom, read one page first
step-learning_audio-evening = Swap one episode for 20 minutes of a book
step-learning_audio-toilet = Put the book where you usually scroll
