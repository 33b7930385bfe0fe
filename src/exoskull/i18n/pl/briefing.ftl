### Poranny plan, wieczorne podsumowanie, powitanie. Każdy wiersz osobno; układa je kod.

## Rano

# $date: „5 marca”.
briefing-subject = Plan na dziś, { $date }
briefing-title = Dzień dobry! Dziś { $date }.
# $actions: co zrobić, połączone.
briefing-goal = Dla celu „{ $goal }”: { $actions }.
# Gdy nie ma zadań do celu, sam stan.
briefing-goal-pace = { assistant-status-goal }
# Jedno zadanie na dziś z celu: krok, o którym mowa.
briefing-action = { part-step }
briefing-tasks = Zadania na dziś: { $list }.
briefing-overdue = Zaległe: { $list }.
briefing-no-tasks = Na dziś nie ma zadań z terminem.
briefing-reminders = Przypomnę dziś: { $list }.
briefing-yesterday = Wczoraj: { $list }.
briefing-yesterday-nothing = Z wczoraj nie mam żadnych wpisów.
briefing-waiting = { $count ->
    [one] Na Twoją zgodę czeka { $count } pytanie.
    [few] Na Twoją zgodę czekają { $count } pytania.
    [many] Na Twoją zgodę czeka { $count } pytań.
   *[other] Na Twoją zgodę czeka { $count } pytania.
}
briefing-nothing = Nic pilnego na dziś. Dobrego dnia!
briefing-closing = Dobrego dnia!
reason-briefing = To poranny plan dnia, o godzinie z Twoich ustawień.

## Wieczorem

reflection-subject = Podsumowanie dnia, { $date }
reflection-title = Dobry wieczór! Tak minął dzień ({ $date }).
reflection-done = Zrobione zadania: { $done } z { $planned }.
reflection-done-list = Za Tobą: { $list }.
reflection-none-planned = Na dziś nie było zaplanowanych zadań.
reflection-measured = Zapisane dziś: { $list }.
reflection-nothing-measured = Dziś nie ma wpisów.
reflection-goal = { assistant-status-goal }
# $met: ile celów jest osiągniętych.
reflection-closing-met = { $met ->
    [one] { $met } cel osiągnięty. Masz powód do zadowolenia.
    [few] { $met } cele osiągnięte. Masz powody do zadowolenia.
    [many] { $met } celów osiągniętych. Masz powody do zadowolenia.
   *[other] { $met } celu osiągnięte. Masz powody do zadowolenia.
}
reflection-closing-all = Wszystko z planu zrobione. Odpocznij z czystą głową.
reflection-closing-some = Część planu za Tobą, reszta może poczekać do jutra. Dobrej nocy.
reflection-closing-none = Plan poczeka, jutro też jest dzień. Odpocznij.
reflection-closing-quiet = Spokojnego wieczoru.
reason-reflection = To wieczorne podsumowanie dnia, o godzinie z Twoich ustawień.

## Powitanie

welcome-subject = Witaj w ExoSkull
welcome = Cześć, { $name }! Tu ExoSkull. Będę pilnować Twoich celów, odzywać się, gdy to może pomóc, i zawsze mówić dlaczego. Nie robię niczego, na co nie pozwalają Twoje reguły, a każdą z nich zmienisz w uprawnieniach.
welcome-first-step = Na początek napisz cel, np. „chcę biegać 3 razy w tygodniu”.
welcome-limits = Najwyżej { $limit } wiadomości dziennie, nigdy w godzinach ciszy ({ $from }–{ $until }). „Nie pisz do mnie dzisiaj” działa od razu.
