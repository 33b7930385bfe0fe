### Money: approaches and their steps (imperatives without a full stop).

approach-finance_day_of_thought = A day to think
step-finance_day_of_thought-list = Put today's wish on a list and come back to it tomorrow
step-finance_day_of_thought-cart = Leave things in the online cart until tomorrow
step-finance_day_of_thought-hours = Turn the price of one thing into hours of your work

approach-finance_envelopes = Envelopes
step-finance_envelopes-split = Split this week's money into seven envelopes or pots
step-finance_envelopes-today = Take along only today's money, leave the rest at home
step-finance_envelopes-label = Write on each envelope what it is for

approach-finance_cash = Cash instead of the card
step-finance_cash-cash = Pay in cash today and leave the card at home
step-finance_cash-unlink = Remove your saved card from one online shop
step-finance_cash-unsubscribe = Unsubscribe from one newsletter with offers

approach-finance_diary = A money diary
step-finance_diary-evening = Write down all of today's spending tonight
step-finance_diary-balance = Check your balance and write down one number
step-finance_diary-biggest = Find the largest needless expense of the last seven days

approach-finance_pay_yourself = Pay yourself first
step-finance_pay_yourself-today = { $today ->
    [none] Move even a small sum to your savings today
   *[other] Move to your savings today: { $today }
}
step-finance_pay_yourself-order = Set a standing order for the day after payday, even a small one
step-finance_pay_yourself-raise = Write down: of the next raise, half of the difference goes to savings

approach-finance_separate_account = An account out of the way
step-finance_separate_account-open = Open a separate pot for this goal only
step-finance_separate_account-no_card = Hide the savings account from the main screen of your bank's app
step-finance_separate_account-move = Move what is left of today to that account tonight

approach-finance_future_self = A goal with a face
step-finance_future_self-picture = Set a picture of what you save for as your wallpaper
step-finance_future_self-letter = Write three sentences to yourself ten years from now
step-finance_future_self-name = Name your savings account after the goal

approach-finance_pennies = Small change every day
step-finance_pennies-coffee = Put aside the price of one coffee today
step-finance_pennies-round = Round today's spending up and put the difference aside
step-finance_pennies-jar = Put all the coins in your pockets into a jar

approach-finance_cheaper_twin = The cheaper twin
step-finance_cheaper_twin-food = Take or eat food from home today instead of buying it
step-finance_cheaper_twin-free = Choose something free for today: a walk, the library, a game
step-finance_cheaper_twin-shelf = Swap one product for a cheaper one of the lower shelf

approach-finance_together = Money, not alone
step-finance_together-tell = Tell somebody you trust what amount you aim at
step-finance_together-weekly = Agree with somebody on a short message every week: how much it was
step-finance_together-ask = Ask somebody thrifty for one thing they do

approach-finance_list = Shopping with a list
step-finance_list-list = Make a list before shopping and buy only what is on it
step-finance_list-eat = Eat something before you go shopping
step-finance_list-day = Choose one shopping day a week and keep the others free of it

approach-finance_new_page = A clean page
step-finance_new_page-today = Start anew today: { part-small }
step-finance_new_page-gap = Write down what ate the plan, and cross it out without reproach
step-finance_new_page-smaller = Set an easier plan for three days and write it down

approach-finance_treat = A reward that is free
step-finance_treat-pair = Go over your spending only with favourite music or tea
step-finance_treat-reward = Choose a free reward for a day that goes to plan
step-finance_treat-cheer = Mark a day that went to plan with a big sign in the calendar
