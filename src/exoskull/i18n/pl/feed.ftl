### Dziennik zdarzeń: jedno zdanie na każdy rodzaj zdarzenia. feed-<rodzaj>, kropki jako łączniki.
### Zmienne to pola `data` zdarzenia; pole obiektu to <obiekt>_<pole>, długość listy <lista>_count.

## Części

part-channel-by = { $channel ->
    [none] wiadomością
    [in_app] w aplikacji
    [web] w przeglądarce
    [email] e-mailem
    [sms] SMS-em
    [telegram] przez Telegram
    [ntfy] powiadomieniem
    [push] powiadomieniem
    [voice] telefonicznie
    [cli] z wiersza poleceń
    [api] przez API
    [notice] w aplikacji
   *[other] ({ $channel })
}
part-chosen-by = { $chosen_channel ->
    [in_app] w aplikacji
    [email] e-mailem
    [sms] SMS-em
    [telegram] przez Telegram
    [voice] telefonicznie
   *[none] wiadomością
}
part-why-not = { $why_not_text ->
    [none] {""}
   *[other] {""} { $why_not_text }
}
part-because = { $reason_text ->
    [none] {""}
   *[other] {""} Powód: { $reason_text }
}
part-quote = { $text ->
    [none] wiadomość.
   *[other] „{ LINE($text) }”
}
part-titled = { $title ->
    [none] bez nazwy
   *[other] „{ $title }”
}
part-named = { $name ->
    [none] bez nazwy
   *[other] „{ $name }”
}
part-fact-goal = { $facts_goal ->
    [none] cel
   *[other] cel „{ $facts_goal }”
}
part-symptom = { $symptom ->
    [goal_off_pace] { part-fact-goal } idzie wolniej, niż zakłada plan
    [goal_without_data] { part-fact-goal } nie ma świeżych danych
    [sleep_debt] krótsze noce niż zwykle
    [overload] zaległe zadania
    [low_mood] gorszy nastrój niż zwykle
    [silence] dłuższa cisza
    [broken_routine] przerwany rytm
    [achievement] powód do pochwały
    [reminder_due] zbliża się pora przypomnienia
    [noticed] coś w Twoich słowach
   *[none] coś wartego uwagi
}
part-job = { $job_name ->
    [none] zadanie
   *[other] { $job_name }
}
part-slot = { $slot ->
    [none] {""}
   *[other] {""} ({ $slot })
}

## Potrzeby, objawy, decyzje

feed-symptom-found = Zauważyłem: { part-symptom }.
feed-cycle-completed = { $symptoms_count ->
    [none] Przegląd zakończony.
    [0] Przegląd zakończony, nic nie wymaga działania.
    [one] Przegląd zakończony, zauważona { $symptoms_count } sprawa.
    [few] Przegląd zakończony, zauważone { $symptoms_count } sprawy.
    [many] Przegląd zakończony, zauważonych { $symptoms_count } spraw.
   *[other] Przegląd zakończony, zauważone sprawy: { $symptoms_count }.
}
feed-decision-made = { $chosen_channel ->
    [none] Tym razem nic nie piszę{ part-p-send }.
   *[other] Decyzja: napisać { part-chosen-by }{ part-p-send }.
}
feed-decision-final = { $outcome ->
    [none] Decyzja rozliczona, wyniku nie zmierzono.
   *[other] Decyzja rozliczona, zmierzony wynik: { PERCENT($outcome) }.
}
part-p-send = { $p_send ->
    [none] {""}
   *[other] {""} (szansa na wysłanie: { PERCENT($p_send) })
}

## Działania

feed-intervention-planned = Planuję napisać { part-channel-by }: { part-quote }
feed-intervention-put_off = { $until ->
    [none] Odkładam wysłanie.{ part-why-not }
   *[other] Odkładam wysłanie do { $until }.{ part-why-not }
}
feed-intervention-refused = Nie napisałem { part-channel-by }: { part-quote }{ part-why-not }
feed-intervention-suppressed = Ostatecznie nie napisałem { part-channel-by }: { part-quote }{ part-why-not }
feed-intervention-awaiting_approval = Pytam, czy mogę napisać { part-channel-by }: { part-quote }
feed-intervention-approved = Mam Twoją zgodę na: { part-quote }
feed-intervention-rejected = Na Twoje „nie” rezygnuję z: { part-quote }
feed-intervention-expired = Zgody nie było na czas, więc nie wysłałem: { part-quote }
feed-intervention-sent = Napisałem { part-channel-by }: { part-quote }{ $receipt ->
    [none] {""}
   *[other] {""} (potwierdzenie: { $receipt })
}
feed-intervention-failed = Wysłanie { part-channel-by } nie powiodło się: { part-quote }{ part-why-not }
feed-intervention-unknown = Nie wiem, czy dotarło: { part-quote } Nie wyślę drugi raz, najpierw to sprawdzę.
feed-intervention-undone = Cofnięte, nie wyślę: { part-quote }

feed-outcome-recorded = { $type ->
    [user_response] Wynik: odpowiedź{ part-after-minutes }{ part-effectiveness }.
    [behavior_change] Wynik: wpis po wiadomości{ part-effectiveness }.
    [goal_progress] Wynik: cel się posunął{ part-effectiveness }.
   *[ignored] Wynik: wiadomość bez odpowiedzi{ part-effectiveness }.
}
part-after-minutes = { $response_minutes ->
    [none] {""}
   *[other] {""} po { NUMBER($response_minutes, digits: 0) } min
}
part-effectiveness = { $effectiveness ->
    [none] , skuteczność niezmierzona
   *[other] , skuteczność { PERCENT($effectiveness) }
}
feed-outcome-corrected = Poprawiłem wynik, bo odpowiedź przyszła później{ part-effectiveness }.
feed-preference-learned = { $statement ->
    [none] Nauczyłem się czegoś o tym, jak do Ciebie pisać.
   *[other] Nauczyłem się: { $statement }
}

## Umiejętności i aplikacje

feed-skill-suggested = Pomysł na umiejętność: { part-named }.
feed-skill-generated = Gotowa umiejętność: { part-named }.{ part-written-by }
feed-skill-rejected = Umiejętność odrzucona: { part-named }.{ part-why-not }
feed-skill-activated = Umiejętność działa: { part-named }.
feed-skill-revoked = Umiejętność wyłączona: { part-named }.{ part-why-not }
feed-app-proposed = Proponuję aplikację: { part-named }.{ part-because }
feed-app-activated = Zbudowałem aplikację { part-named }{ $mentions ->
    [none] .
    [one] : { $mentions } wzmianka o tym.
    [few] : { $mentions } wzmianki o tym.
    [many] : { $mentions } wzmianek o tym.
   *[other] : wzmianki o tym ({ $mentions }).
}
feed-app-optimized = Ulepszona aplikacja: { part-named }.{ part-because }
feed-app-archived = Aplikacja w archiwum: { part-named }. Dane zostają.{ part-because }
feed-app-deleted = Aplikacja usunięta: { part-named }.
feed-app-arranged = Widżety Twoich aplikacji są w innym układzie.

## Cele i zadania

feed-goal-created = Nowy cel: { part-titled }.
feed-goal-progress = { $have_text ->
    [none] Brak pomiarów do celu { part-goal-named }.
   *[other] Postęp celu { part-goal-named }: { $have_text }{ part-aim }.
}
part-aim = { $target_text ->
    [none] {""}
   *[other] , cel: { $target_text }
}
part-goal-named = { $goal ->
    [none] { part-titled }
   *[other] „{ $goal }”
}
feed-goal-completed = Cel osiągnięty: { part-titled }.
feed-goal-missed = Minął termin celu { part-titled }. Jeśli nadal jest ważny, ustaw nowy.
feed-goal-dropped = Nie śledzę już celu: { part-titled }.
feed-task-created = { $remind_at ->
    [none] { $due ->
        [none] Nowe zadanie: { part-titled }.
       *[other] Nowe zadanie: { part-titled }, termin: { $due }.
    }
   *[other] Nowe przypomnienie: { part-titled }, { $remind_at }.
}
feed-task-done = Zrobione: { part-titled }.
feed-task-dropped = Zdjęte z listy: { part-titled }.
feed-task-reopened = Znów do zrobienia: { part-titled }.
feed-briefing-sent = Wysłałem poranny plan { part-channel-by }{ $receipt ->
    [none] .
   *[other] {" "}(potwierdzenie: { $receipt }).
}
feed-reflection-sent = Wysłałem wieczorną refleksję { part-channel-by }{ $receipt ->
    [none] .
   *[other] {" "}(potwierdzenie: { $receipt }).
}

## Uprawnienia

feed-grant-changed = { grant-pattern }: { grant-effect }{ part-by-hand }.
part-by-hand = { $by ->
    [default] {""} (reguła domyślna)
    [approval] {""} (za Twoją zgodą)
   *[person] {""} (Twoja decyzja)
}
feed-grant-proposed = { grant-pattern }: proponuję pozwolić na stałe. Decyzja należy do Ciebie.
feed-grant-asked = { grant-pattern }: pytam, czy pozwolić na stałe.
feed-grant-refused = { grant-pattern }: brak zgody.{ part-why-not }
feed-grant-defaults_applied = Nie było żadnych reguł, więc obowiązują domyślne.

## Budżet

feed-budget-reserved = Zarezerwowane na model: { part-cents }.
feed-budget-settled = Wydane na model: { part-cents }.
feed-budget-refused = Model by się nie zmieścił w budżecie dnia, więc radzę sobie bez niego.
part-cents = { $cents ->
    [none] część budżetu
    [one] { $cents } cent
    [few] { $cents } centy
    [many] { $cents } centów
   *[other] { $cents } centa
}

## Zegar

feed-slot-ran = Wykonane: { part-job }{ part-slot }.
feed-slot-skipped = Pominięte: { part-job }{ part-slot }.{ part-why-not }
feed-slot-failed = Nie udało się: { part-job }{ part-slot }.{ part-why-not }
feed-slot-missed = Przegapione: { part-job }{ part-slot }.{ part-why-not }

## Rozmowa, miary, ustawienia

feed-message-received = Wiadomość od Ciebie ({ part-channel-by }): { part-quote }
feed-message-answered = Odpowiedziałem: { part-quote }
feed-measure-logged = { $measured ->
    [none] Zapisałem miarę.
   *[other] Zapisane: { $measured }.
}
feed-measure-undone = { $measured ->
    [none] Wpis usunięty.
   *[other] Wpis usunięty: { $measured }.
}
feed-settings-changed = { $changes ->
    [none] Ustawienia zmienione.
   *[other] { $changes }
}
setting-name = Twoje imię to teraz „{ $value }”.
setting-language = Język zmieniony na { $value ->
    [en] angielski
   *[pl] polski
}.
setting-timezone = Strefa czasowa zmieniona na { $value }.
setting-email = Twój adres e-mail został zmieniony.
setting-phone = Twój numer telefonu został zmieniony.
setting-channels = { $value ->
    [none] Wszystkie kanały są wyłączone, więc piszę tylko w aplikacji.
   *[other] Od teraz mogę do Ciebie pisać: { $value }.
}
setting-quiet_from = Godziny ciszy zaczynają się teraz o { $value }.
setting-quiet_until = Godziny ciszy kończą się teraz o { $value }.
setting-morning_at = Poranny plan przychodzi teraz o { $value }.
setting-evening_at = Wieczorna refleksja przychodzi teraz o { $value }.
setting-ai_budget_cents = Dzienny budżet na model to teraz { $value ->
    [one] { $value } cent
    [few] { $value } centy
    [many] { $value } centów
   *[other] { $value } centa
}.
setting-paused_until = { $value ->
    [none] Koniec przerwy, znów piszę.
    [open] Na Twoją prośbę nie piszę, dopóki nie zakończysz przerwy.
   *[other] Na Twoją prośbę nie piszę do { $value }.
}
setting-onboarded_at = Pierwsze kroki za Tobą.
setting-week_starts = { $value ->
    [sunday] Twój tydzień zaczyna się teraz w niedzielę.
    [monday] Twój tydzień zaczyna się teraz w poniedziałek.
   *[none] Twój tydzień zaczyna się tak, jak to jest u Ciebie przyjęte.
}
setting-other = Zmienione ustawienie: { $name }.
feed-tenant-created = { $name ->
    [none] Witaj w ExoSkull!
   *[other] Witaj, { $name }! Twoja przestrzeń jest gotowa, z ostrożnymi regułami na start.
}

feed-tape-refused = Tego z taśmy nie dało się zrobić.{ part-why-not }
feed-entry-refused = Tego wpisu nie dało się zapisać.{ part-why-not }
feed-integrity-alarm = Uwaga, w pętli coś utknęło: { part-hop }{ $count ->
    [none] {""}
   *[other] {""} ({ $count })
}.
part-hop = { $hop ->
    [planned_not_sent] zaplanowana wiadomość nie wyszła na czas
    [sending_not_ended] wysyłanie nie dobiegło końca
    [sent_without_receipt] wysłana wiadomość nie ma potwierdzenia
    [outcome_not_closed] okno wyniku nie zostało zamknięte
    [decision_not_final] decyzja nie ma wyniku
    [no_grants] nie ma żadnych reguł
    [no_schedule] nie ma harmonogramu
    [attention_not_looked_at] sprawa czeka za długo na przegląd
   *[none] jedno z ogniw
}

## Na stronie

evolution-times = { $count ->
    [one] { $count } raz tego dnia
    [few] { $count } razy tego dnia
    [many] { $count } razy tego dnia
   *[other] { $count } raza tego dnia
}
evolution-receipt = Potwierdzenie:

feed-other = Zdarzenie: { $kind }.

## Dlaczego nie: why-not-<powód>

why-not-denied_by_rule = Zabrania tego Twoja reguła.
why-not-asks_by_rule = Według Twojej reguły najpierw mam zapytać.
why-not-limit_reached = Dzienny limit tej reguły jest już wykorzystany.
why-not-spend_limit_reached = Dzienny limit wydatków tej reguły jest już wykorzystany.
why-not-nothing_matches_irreversible = Żadna reguła na to nie pozwala, a tego nie da się cofnąć, więc tego nie robię.
why-not-nothing_matches_reversible = Żadna reguła o tym nie mówi, więc najpierw pytam o zgodę.
why-not-lookup_failed = Nie udało się sprawdzić reguł, więc dla bezpieczeństwa tego nie robię.
why-not-quiet_hours = { $until ->
    [none] Trwają godziny ciszy.
   *[other] Trwają godziny ciszy (do { $until }).
}
why-not-daily_limit = Dzienny limit wiadomości jest już wykorzystany.
why-not-spacing = Od poprzedniej wiadomości minęło za mało czasu.
why-not-paused = { $until ->
    [none] Trwa przerwa, o którą była prośba.
   *[other] Trwa przerwa, o którą była prośba (do { $until }).
}
why-not-opted_out = Nie chcesz dostawać wiadomości, więc nic nie wysyłam.
why-not-reason_gone = Powód wiadomości zniknął, zanim nadeszła jej pora.
why-not-no_channel = Nie ma kanału, którym można by to wysłać. Dodaj adres albo włącz kanał w ustawieniach.
why-not-channel_failed = Kanał nie przyjął wiadomości.
why-not-learner_chose_nothing = Tym razem wypadło, żeby nie pisać. Tak sprawdzam, czy wiadomości naprawdę pomagają.
why-not-cooldown = Ta sprawa była poruszana niedawno, daję jej odpocząć.
why-not-already_planned = Wiadomość w tej sprawie jest już zaplanowana.
why-not-decisions_of_the_day_made = Na dziś było już dość decyzji o pisaniu do Ciebie.
why-not-hour_has_passed = Pory, o których piszę, na dziś już minęły.
why-not-no_hour = Na dziś nie ma już dobrej pory.
why-not-expired = Wiadomość straciła ważność, zanim mogła wyjść.
why-not-undone = Wiadomość została cofnięta.
why-not-awaiting_approval = Czekam na Twoją zgodę.
why-not-rejected_by_person = Twoja odpowiedź brzmiała „nie”.
why-not-not_approved_in_time = Nie było Twojej zgody na czas, a milczenie to nie zgoda.
why-not-crashed = Program przerwał pracę w trakcie wysyłania, więc nie wiadomo, czy wiadomość dotarła.
why-not-done_before = To było już zrobione.
why-not-nothing_to_say = Nie było nic do powiedzenia.
why-not-other = Powód: { $reason }.
