### Relations: approaches and their steps (imperatives without a full stop).

approach-relations_good_news = Joy at good news
step-relations_good_news-ask = Ask somebody close what went well today, and ask for details
step-relations_good_news-respond = Answer a piece of good news with joy and one question
step-relations_good_news-return = Come back to good news of some days ago and ask how it went on

approach-relations_noticing = Noticing the small things
step-relations_noticing-three = Write down three small things somebody did for you today
step-relations_noticing-say = Say thanks for one small thing today, and what it gave you
step-relations_noticing-strength = Name in your mind three strengths of a person you find hard

approach-relations_thanks = Two sentences of thanks
step-relations_thanks-write = Write two sentences of thanks to somebody who once helped you
step-relations_thanks-voice = Thank somebody out loud, on the phone or in person
step-relations_thanks-note = Leave somebody at home or at work a note with one warm sentence

approach-relations_hello = A short hello
step-relations_hello-message = Write a short message to somebody you have not spoken to for long
step-relations_hello-photo = Send somebody a picture or a memory that you share
step-relations_hello-thought = When somebody comes to mind today, tell them at once in one sentence

approach-relations_voice = Voice instead of text
step-relations_voice-call = Call for 10 minutes today instead of sending a message
step-relations_voice-record = Record a short voice message for somebody
step-relations_voice-walk = Arrange a call for the time of a walk and ring on the way

approach-relations_phone_off = No phone at the table
step-relations_phone_off-meal = Eat one meal with somebody today without a phone on the table
step-relations_phone_off-drawer = Put your phone in a drawer for the first 15 minutes at home
step-relations_phone_off-eyes = In one conversation put everything down and look at the other person

approach-relations_calendar = A fixed time for people
step-relations_calendar-slot = Put a fixed time for a call or a meeting in the calendar
step-relations_calendar-invite = Offer somebody a day and an hour to meet this week
step-relations_calendar-weekend = Plan one thing together for this weekend

approach-relations_questions = One more question
step-relations_questions-follow_up = Ask one question today about what was just said
step-relations_questions-listen = Listen to somebody for 10 minutes without advice or interrupting
step-relations_questions-open = Begin a talk with a question that has no yes or no for an answer

approach-relations_new_things = Something new together
step-relations_new_things-try = Do something together that you never did, even just a new recipe
step-relations_new_things-plan = Choose one new thing for an evening together and set the day
step-relations_new_things-play = Play something together for 20 minutes

approach-relations_outside_view = A quarrel seen from outside
step-relations_outside_view-write = Describe the last quarrel as somebody would who wishes both of you well
step-relations_outside_view-pause = When it gets heated, say: let us come back to this in 20 minutes
step-relations_outside_view-good = Write down one point on which the other side is right

approach-relations_closer = A talk that matters
step-relations_closer-question = Ask somebody what they are most grateful for in life, and answer too
step-relations_closer-share = Tell somebody one thing about you they do not know yet
step-relations_closer-promise = Promise somebody a day for a talk and write it down at once

approach-relations_mend = The first step after friction
step-relations_mend-sorry = Apologise for one particular thing, without any but
step-relations_mend-first = Be the first to write today, with one neutral sentence
step-relations_mend-offer = Offer a small amends and ask whether it would help

approach-relations_circle = The circle of close ones
step-relations_circle-list = List five people who matter to you, with the date of the last contact
step-relations_circle-oldest = Get in touch with the one on the list you have not spoken to longest
step-relations_circle-mark = Mark tonight with whom you had a real talk today
