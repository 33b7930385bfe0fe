### Odpowiedzi asystenta: co zostało zrobione (z odczytanych wierszy), pytania, „dlaczego?”.
### Mówi ExoSkull (rodzaj męski); do osoby na „Ty”, bez odmiany przez płeć.

## Zapisane

# $what: „4,2 km biegu”; $list: kilka takich, połączonych.
assistant-logged = Zapisane: { $what }.
assistant-logged-many = Zapisane: { $list }.
# Po zapisie: gdzie teraz jest cel. $have_text, $target_text, $period, $direction.
assistant-logged-goal = „{ $goal }”: { part-score }.
assistant-logged-goal-met = „{ $goal }”: { part-score }. Cel osiągnięty!

## Cele

# $title, $target_text, $metric_text, $direction, $period; jeśli są: $by (dzień), $start_text, $metric.
assistant-goal-set = Nowy cel: „{ $title }”. { assistant-goal-how }
assistant-goal-updated = Taki cel już był, więc go zmieniłem: „{ $title }”. { assistant-goal-how }
assistant-goal-how = { $direction ->
    [at_most] Pilnuję limitu: najwyżej { $target_text } { part-per }.
    [reach] Śledzę drogę do celu: { $target_text }{ part-from }{ part-by }.
   *[at_least] Liczę: co najmniej { $target_text } { part-per }.
} { part-how-to-log }
part-per = { $period ->
    [day] dziennie
    [month] w miesiącu
   *[week] w tygodniu
}
part-from = { $start_text ->
    [none] {""}
   *[other] , start: { $start_text }
}
part-by = { $by ->
    [none] {""}
   *[other] , termin: { $by }
}
part-how-to-log = { $metric ->
    [none] Zapisuj zwykłym zdaniem.
   *[other] Zapisuj zwykłym zdaniem, np. „{ part-example }”.
}
assistant-goal-vague = Jasne, „{ $title }”. Ile i w jakim czasie? Napisz jednym zdaniem, np. „chcę biegać 3 razy w tygodniu”.
assistant-goal-vague-unnamed = Jasne. Co dokładnie, ile i w jakim czasie? Np. „chcę biegać 3 razy w tygodniu”.
assistant-goal-same = Taki cel już masz: „{ $title }”. Nic nie zmieniam.

## Zadania

# $due: „jutro”, „w piątek”.
assistant-task-made = { $due ->
    [none] Zadanie dodane: „{ $title }”.
   *[other] Zadanie dodane: „{ $title }”, termin: { $due }.
}
assistant-task-done = Zrobione: „{ $title }”.
assistant-tasks-done = { $count ->
    [one] Zrobione: { $count } zadanie.
    [few] Zrobione: { $count } zadania.
    [many] Zrobione: { $count } zadań.
   *[other] Zrobione: { $count } zadania.
}
assistant-task-already-done = „{ $title }” jest już odhaczone.
assistant-task-which = Które zadanie masz na myśli? { $list }
assistant-task-unknown = Nie mam otwartego zadania „{ $title }”.{ $list ->
    [none] {""}
   *[other] {""} Otwarte: { $list }.
}
assistant-task-none = Nie masz teraz otwartych zadań.

## Przypomnienia

# $when: „jutro o 18:00”.
assistant-reminder-set = Przypomnę { $when }: { $title }.
assistant-reminder-when = Kiedy mam przypomnieć o tym: „{ $title }”? Np. „jutro o 18”.
assistant-reminder-past = Ta pora już minęła. Na kiedy ustawić przypomnienie „{ $title }”? Np. „jutro o 18”.
# $time, $until: „w piątek o 7:00”; $until to chwila, w której naprawdę przyjdzie.
assistant-reminder-quiet = Zapisane ({ $time }): „{ $title }”. To Twoje godziny ciszy, więc wiadomość przyjdzie { $until }. Godziny ciszy zmienisz w ustawieniach.

## Dlaczego

# $reason: pełne zdanie.
assistant-why-reason = Napisałem z takiego powodu: { $reason }
assistant-why-waiting = Jeszcze nie napisałem, ale mam zamiar ({ $when }). Powód: { $reason }
# $rule: wzorzec reguły albo jej opis.
assistant-why-rule = Pozwala mi na to reguła: { $rule }.
assistant-why-approved = Pozwoliło mi na to Twoje „tak”.
assistant-why-default = To jedna z reguł domyślnych, zmienisz ją w uprawnieniach.
# $count: ile sposobów było do wyboru; $chosen: co wypadło.
assistant-why-choice = { $count ->
    [one] Był { $count } możliwy sposób
    [few] Były { $count } możliwe sposoby
    [many] Było { $count } możliwych sposobów
   *[other] Było { $count } możliwego sposobu
}{ $chosen ->
    [none] {""}
   *[other] , wybór: { $chosen }
}.
# „SMS-em, rano, łagodnie”
assistant-way = { part-channel-by }, o { $time }, { part-framing }
part-framing = { $framing ->
    [gentle] łagodnie
    [humor] z humorem
   *[direct] wprost
}
# $p od 0 do 1.
assistant-why-chance = Szansa, że w ogóle napiszę, wynosiła { PERCENT($p) }. Dzięki takiemu losowaniu wiem, czy pisanie naprawdę pomaga.
assistant-why-asked = Nie było tu losowania: to wiadomość na Twoją prośbę.
assistant-why-delivered = Wysłane { $when }, { part-channel-by }. Potwierdzenie: { $receipt }.
assistant-why-learned = Pod uwagę wziąłem też to: { $statement }
# $day: „wczoraj”; $why: pełne zdanie.
assistant-why-nothing-sent = Nic do Ciebie nie napisałem ({ $day }). { $why }
assistant-why-nothing-found = Nic do Ciebie nie napisałem ({ $day }), bo nic nie wymagało działania.
assistant-why-nothing = Nie mam czego wyjaśniać: ostatnio nic nie zrobiłem z własnej inicjatywy.
assistant-why-not-sent = Tej wiadomości nie wysłałem. { $why }

## Jak mi idzie

# $trajectory: on_track, at_risk, off_track, completed, no_data; bez danych $have_text to None.
assistant-status-goal = „{ $goal }”: { $trajectory ->
    [no_data] brak danych, cel: { $target_text }
    [on_track] { part-score }, tempo dobre
    [at_risk] { part-score }, tempo trochę za małe
    [off_track] { $direction ->
        [at_most] { part-score }, limit przekroczony
       *[at_least] { part-score }, tempo za małe
    }
   *[completed] { part-score }, cel osiągnięty
}{ part-left }.
assistant-status-tasks = Otwarte zadania ({ $count }): { $list }.
assistant-status-no-tasks = Otwartych zadań nie ma.
assistant-status-no-goals = Nie masz jeszcze celu. Napisz np. „chcę biegać 3 razy w tygodniu”.
assistant-status-planned = Najbliższe plany: { $list }.
# Jeden plan na liście: „jutro o 9:00 SMS-em”.
assistant-status-plan = { $when } { part-channel-by }
assistant-status-nothing-planned = Na razie nic do Ciebie nie planuję.
assistant-status-reminders = Przypomnienia: { $list }.
assistant-status-metric = { $name } ({ $period ->
    [day] dziś
    [month] w tym miesiącu
   *[week] w tym tygodniu
}): { $value_text }.
assistant-status-unknown = Nie mam jeszcze nic na temat: „{ $subject }”.
assistant-status-paused = { $until ->
    [none] Trwa przerwa, aż napiszesz „wróć”.
   *[other] Trwa przerwa, odezwę się najwcześniej { $until }.
}

## Zgody. Co mam zrobić, opisuje $what.

# $expires: „jutro o 9:00”; $code jako tekst, nie liczba.
assistant-approved = { $what ->
    [none] Dziękuję, zgoda zapisana.
   *[other] Dziękuję, zgoda zapisana: { $what }.
}
assistant-rejected = { $what ->
    [none] W porządku, nie zrobię tego.
   *[other] W porządku, nie zrobię tego: { $what }.
}
assistant-approve-nothing = Nic teraz nie czeka na Twoją zgodę.
assistant-approve-needs-code = Żeby mieć pewność, że to Ty, potrzebuję kodu z pytania. Odpisz np. „TAK 1234”.
assistant-approve-wrong-code = { $tries_left ->
    [none] Ten kod nie pasuje do żadnego pytania.
    [0] Ten kod nie pasuje, a prób już nie ma. Pytanie zamykam, niczego nie robię.
    [one] Ten kod nie pasuje. Została { $tries_left } próba.
    [few] Ten kod nie pasuje. Zostały { $tries_left } próby.
    [many] Ten kod nie pasuje. Zostało { $tries_left } prób.
   *[other] Ten kod nie pasuje. Zostało { $tries_left } próby.
}
assistant-approve-expired = To pytanie straciło ważność, więc niczego nie robię. Jeśli nadal będzie potrzeba, zapytam ponownie.
assistant-approve-changed = Treść zmieniła się od czasu pytania, więc ta zgoda już jej nie dotyczy. Zapytam ponownie.
assistant-approve-first-line = Zgoda albo odmowa liczy się tylko w pierwszej linii, razem z kodem. Z tą niżej nic nie robię. Odpisz np. „TAK 1234” i nic nad tym nie zostawiaj.
assistant-approve-stranger = Zgoda liczy się tylko z Twojego adresu lub numeru. Niczego nie zrobiłem.

## Cofanie

assistant-undone-measure = Cofnięte, usuwam wpis: { $what }.
assistant-undone-goal = Cofnięte, nie śledzę już celu „{ $title }”.
assistant-undone-task = Cofnięte, usuwam zadanie „{ $title }”.
assistant-undone-reminder = Cofnięte, nie przypomnę: „{ $title }”.
assistant-undone-done = Cofnięte, „{ $title }” znów jest do zrobienia.
assistant-undone-message = Cofnięte, tej wiadomości nie wyślę: „{ $text }”
assistant-undo-late = Tego nie da się już cofnąć: { $what }.
assistant-undo-late-message = Wiadomość już wyszła, więc nie da się jej cofnąć.
assistant-undo-nothing = Nie ma nic do cofnięcia.

## Przerwa

# $until: „w piątek o 7:00”.
assistant-paused = Dobrze, nie piszę. Odezwę się najwcześniej { $until }. Wcześniej wystarczy napisać „wróć”.
assistant-paused-open = Dobrze, nie piszę, aż dasz znać. Wystarczy napisać „wróć”.
assistant-resumed = Przerwa skończona. Mogę znów do Ciebie pisać.
assistant-resumed-already = Nie ma przerwy, mogę do Ciebie pisać.
assistant-stopped = Dobrze, nie wyślę już żadnej wiadomości. Gdy zechcesz, napisz „START”.

## Rozmowa

assistant-greeting = Cześć! Co u Ciebie? Możesz coś zapisać („3 szklanki wody”), ustawić cel albo zapytać „jak mi idzie?”.
assistant-thanks = Proszę bardzo.
assistant-ok = Dobrze.
assistant-bye = Do usłyszenia.
assistant-help = Możesz napisać na przykład:
    • „3 szklanki wody”, „7,5 godziny snu”, „4 km biegu”
    • „chcę biegać 3 razy w tygodniu”
    • „przypomnij mi jutro o 18 o dentyście”
    • „dodaj zadanie: kupić bilety do piątku”, „zrobione: bilety”
    • „jak mi idzie?”, „dlaczego do mnie wczoraj napisałeś?”
    • „cofnij”, „nie pisz do mnie dzisiaj”, „wróć”
assistant-understood-ok = Rozumiem, dziękuję za odpowiedź.
# Coś opowiedzianego, bez liczby do zapisania.
assistant-remark = Rozumiem.{ $metric ->
    [none] {""}
   *[other] {""} Jeśli chcesz, zapiszę to liczbą, np. „{ part-example }”.
}

assistant-only-quoted = W tej wiadomości nie widzę nic od Ciebie, tylko cytat. Napisz coś nad nim.
assistant-not-understood = Nie wiem, co zrobić z: „{ $text }”. Spróbuj np. „3 szklanki wody”, „przypomnij mi jutro o 18 o dentyście” albo „pomoc”.
# Gdy resztę wiadomości udało się zrozumieć.
assistant-not-understood-part = Nie wiem tylko, co zrobić z: „{ $text }”.
assistant-too-long = Ta wiadomość jest za długa. Zmieszczę najwyżej { $limit } KiB, więc podziel ją na części.
assistant-empty = Ta wiadomość jest pusta. Napisz np. „3 szklanki wody” albo „pomoc”.
assistant-implausible = Czy na pewno „{ $what }”? Taka liczba wygląda na pomyłkę, więc jej nie zapisałem.
