### Poranny plan, wieczorne podsumowanie, powitanie. Każdy wiersz osobno; układa je kod.

## Rano

# $date: „5 marca”.
briefing-subject = Plan na dziś, { $date }
briefing-title = Dzień dobry! Dziś { $date }.
# $actions: kroki na dziś, od małej litery, rozdzielone średnikami.
briefing-goal = Dziś dla celu „{ $goal }”: { $actions }.
briefing-goal-pace = { assistant-status-goal }
# Cel na każdy dzień: dzisiejszy dopiero się zaczął.
briefing-goal-day = { $have_text ->
    [none] „{ $goal }”: wczoraj bez wpisu, cel na dzień: { $target_text }.
   *[other] „{ $goal }”: wczoraj { $have_text }, cel na dzień: { $target_text }.
}
briefing-tasks = Zadania na dziś: { $list }.
briefing-overdue = Zaległe: { $list }.
briefing-reminders = Przypomnę dziś: { $list }.
# $list: co zrobione i co zapisane, rozdzielone średnikiem.
briefing-yesterday = Wczoraj: { $list }.
briefing-yesterday-done = zrobione { $done } z { $given }
briefing-yesterday-tasks = zrobione: { $list }
briefing-waiting = { $count ->
    [one] Na Twoją zgodę czeka { $count } pytanie.
    [few] Na Twoją zgodę czekają { $count } pytania.
    [many] Na Twoją zgodę czeka { $count } pytań.
   *[other] Na Twoją zgodę czeka { $count } pytania.
}
briefing-closing = Dobrego dnia!
reason-briefing = To poranny plan dnia, o godzinie z Twoich ustawień.

## Wieczorem

reflection-subject = Podsumowanie dnia, { $date }
reflection-title = Dobry wieczór! Tak minął dzień ({ $date }).
reflection-done = Zrobione zadania: { $done } z { $planned }.
reflection-done-list = Za Tobą: { $list }.
reflection-measured = Zapisane dziś: { $list }.
reflection-goal = { assistant-status-goal }
# Po dniu, w którym nic z planu nie wyszło.
# $list: cele w cudzysłowach, $count: ile ich jest.
reflection-tomorrow-smaller = { $count ->
    [one] Jutro dla celu { $list } wystarczy jeden, najkrótszy krok.
   *[other] Jutro wystarczy po jednym, najkrótszym kroku dla celów: { $list }.
}
# Jedno pytanie za wieczór. $list: zadania, rozdzielone średnikami.
reflection-asks = { $count ->
    [one] Nie mam śladu, czy to się udało: { $list }. Jeśli tak, odpowiedz TAK. Jeśli nie, odpowiedz NIE.
   *[other] Nie mam śladu, czy te rzeczy się udały: { $list }. Jeśli tak, odpowiedz TAK. Jeśli nie, odpowiedz NIE.
}
# $met: ile celów jest osiągniętych.
reflection-closing-met = { $met ->
    [one] { $met } cel osiągnięty. Masz powód do zadowolenia.
    [few] { $met } cele osiągnięte. Masz powody do zadowolenia.
    [many] { $met } celów osiągniętych. Masz powody do zadowolenia.
   *[other] { $met } celu osiągnięte. Masz powody do zadowolenia.
}
# $count: dni z rzędu z wpisem, 2 lub więcej.
reflection-closing-row = Wpis dla celu „{ $goal }” jest już { $count } dni z rzędu. Tak rośnie nawyk.
reflection-closing-all = Wszystko z planu zrobione. Odpocznij z czystą głową.
reflection-closing-some = Część planu za Tobą, reszta może poczekać do jutra. Dobrej nocy.
reflection-closing-none = Plan poczeka, jutro też jest dzień. Odpocznij.
reflection-closing-quiet = Spokojnego wieczoru.
reason-reflection = To wieczorne podsumowanie dnia, o godzinie z Twoich ustawień.

# Odpowiedź na TAK i NIE po wieczornym pytaniu.
evening-answer-yes = { $count ->
    [one] Zapisane jako zrobione: { $list }. Dobra robota! Jeśli to pomyłka, napisz „cofnij”.
   *[other] Zapisane jako zrobione: { $list }. Dobra robota! Jeśli to pomyłka, napisz „cofnij”.
}
evening-answer-yes-before = Dobra robota! To już jest zapisane jako zrobione.
evening-answer-no = Dziękuję za odpowiedź, uwzględnię to w jutrzejszym planie. Odpocznij.

## Strona planu dnia

briefing-page-title = Plan dnia
briefing-page-actions = Do zrobienia dziś dla Twoich celów
briefing-page-no-actions = Na dziś nie ma nic do zrobienia dla Twoich celów. Gdy któryś zacznie się opóźniać, rano pojawią się tu od jednego do trzech kroków.
briefing-page-no-goals = Nie masz jeszcze celu, więc nie ma czego planować. Napisz na czacie np. „chcę biegać 3 razy w tygodniu”, a jutro rano będzie tu plan.
briefing-page-done = Zrobione
briefing-page-is-done = zrobione
briefing-page-messages = Plany i podsumowania
briefing-page-no-messages = Pierwszy plan przyjdzie rano o { $morning }, a podsumowanie wieczorem o { $evening }. Gdy nie ma o czym pisać, nie piszę.
briefing-page-kind = { $kind ->
    [morning_briefing] Plan dnia
   *[evening_reflection] Podsumowanie dnia
}
briefing-page-state = { $state ->
    [sent] wysłane
    [planned] czeka na swoją porę
    [awaiting_approval] czeka na Twoją zgodę
    [refused] niewysłane, zabrania tego Twoja reguła
    [failed] nie udało się wysłać
    [unknown] nie wiadomo, czy doszło
   *[other] niewysłane
}
error-briefing-no_such_action = Tego kroku nie ma już na liście na dziś. Odśwież stronę planu, żeby zobaczyć, co na niej jest.

## Powitanie

welcome-subject = Witaj w ExoSkull
welcome = Cześć, { $name }! Tu ExoSkull. Będę pilnować Twoich celów, odzywać się, gdy to może pomóc, i zawsze mówić dlaczego. Nie robię niczego, na co nie pozwalają Twoje reguły, a każdą z nich zmienisz w uprawnieniach.
