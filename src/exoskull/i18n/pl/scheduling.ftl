### Zadania, losy ich terminów i błędy w pytaniach o nie.

## Zadania: job-<nazwa>, job-<nazwa>-about

job-loop-15 = Pętla
job-loop-15-about = Co kwadrans sprawdzam, czy warto coś dla Ciebie zrobić.
job-outcome-sweep = Wyniki
job-outcome-sweep-about = Co kwadrans zapisuję, jaki skutek miały moje działania.
job-morning-briefing = Poranne podsumowanie
job-morning-briefing-about = O Twojej porannej godzinie planuję dzień i piszę Ci o nim.
job-evening-reflection = Wieczorna refleksja
job-evening-reflection-about = O Twojej wieczornej godzinie patrzę wstecz na dzień i poprawiam plan na jutro.
job-learning-update = Nauka
job-learning-update-about = Co noc sprawdzam na podstawie pomiarów, co Ci pomaga.
job-learning-pool = Nauka z całości
job-learning-pool-about = Co noc sprawdzam, co pomaga ludziom w ogóle; poza czyjąkolwiek przestrzeń wychodzą tylko średnie.
job-integrity-check = Kontrola spójności
job-integrity-check-about = Raz dziennie sprawdzam, czy nic Twojego nie utknęło po drodze.
job-incident-watch = Czuwanie nad awariami
job-incident-watch-about = Co godzinę sprawdzam, czy coś wciąż się nie udaje, i o każdej przyczynie mówię raz.
job-retention = Porządki
job-retention-about = Raz dziennie usuwam stare zapisy własnego zegara; niczego z Twoich słów i żadnego potwierdzenia.
job-installation-retention = Porządki w instalacji
job-installation-retention-about = Raz dziennie usuwam stare zapisy samej instalacji.

## Losy terminu: slot-<stan>, slot-reason-<powód>

slot-due = czeka
slot-running = trwa
slot-ran = zrobione
slot-skipped = nie było nic do zrobienia
slot-failed = nie udało się
slot-missed = przepadło
slot-reason-too_late = Było już na to za późno, zanim można było zacząć.
slot-reason-zone_changed = Strefa czasowa się zmieniła i ten dzień skończył się, zanim nadeszła ta godzina.
slot-reason-attempts_exhausted = Kilka prób i za każdym razem coś je przerwało.
slot-reason-nothing_to_look_at = Nie było nic nowego do sprawdzenia.
slot-reason-still_running = Poprzednie jeszcze trwało.
slot-reason-nothing_changed = Nic się nie zmieniło.
slot-reason-nothing_old = Nie było nic dość starego.
slot-reason-nothing_new = Nie było nic nowego do nauki.
slot-reason-too_few_people = Jest za mało osób, żeby uczyć się z całości.

## Błędy

error-job-unknown = Nie ma zadania o nazwie „{ $value }”. Może chodzi o jedno z tych: { $suggestions }?
error-schedule-invalid_start = „{ $value }” nie jest datą ani godziną. Podaj ją jako 2026-03-29, 2026-03-29T07:30 albo 2026-03-29T07:30:00+02:00, między rokiem 1900 a 2200.
error-schedule-invalid_days = { $value } to niemożliwa liczba dni. Podaj liczbę całkowitą od 1 do { $most }.
error-schedule-invalid_hour = „{ $value }” nie jest godziną. Podaj ją jako GG:MM, na przykład 07:30.
error-settings-invalid_days = { $field } ma wartość „{ $value }”, a musi być całkowitą liczbą dni od { $least } do { $most }.
error-run-taken_over = To uruchomienie przejął inny proces, bo ten za długo milczał. Nic nie trzeba robić: tamten je dokończy.

## Strona i API: schedule-...

schedule-title = Harmonogram
schedule-lead = Wszystko, co robię według zegara, i co z tego wyszło. Godziny są według Twojego zegara.
schedule-trouble-title = Kłopoty
schedule-trouble-since = Pierwszy raz: { $when }
schedule-trouble-until = Koniec: { $when }
schedule-coming-title = Co będzie dalej
schedule-coming-empty = Nic nie jest zaplanowane według zegara.
schedule-past-title = Co z tego wyszło
schedule-past-empty = Żaden termin jeszcze nie nadszedł. Najbliższy jest na początku listy powyżej.
schedule-past-end = Starszych tu nie ma.
schedule-quiet = { $name }: w ostatnich 24 godzinach { $count ->
    [one] { $count } raz nie było nic do zrobienia
   *[other] { $count } razy nie było nic do zrobienia
}{ $busy ->
    [0] .
    [one] , a raz poprzednie jeszcze trwało.
   *[other] , a { $busy } razy poprzednie jeszcze trwało.
}
schedule-coalesced = Za { $count ->
    [one] { $count } termin.
    [few] { $count } terminy, które minęły, gdy program nie działał.
    [many] { $count } terminów, które minęły, gdy program nie działał.
   *[other] { $count } terminu, które minęły, gdy program nie działał.
}
schedule-attempts = { $count ->
    [one] { $count } podejście.
    [few] { $count } podejścia.
    [many] { $count } podejść.
   *[other] { $count } podejścia.
}
schedule-every = { $count ->
    [60] Co godzinę.
    [one] Co minutę.
    [few] Co { $count } minuty.
    [many] Co { $count } minut.
   *[other] Co { $count } minuty.
}
schedule-daily = Codziennie o { $time }.
schedule-weekly = Co tydzień { $weekday ->
    [1] w poniedziałek
    [2] we wtorek
    [3] w środę
    [4] w czwartek
    [5] w piątek
    [6] w sobotę
   *[7] w niedzielę
} o { $time }.
schedule-monthly = Co miesiąc, { NUMBER($day, digits: 0) }. dnia, o { $time }.
schedule-late-coalesce = Jeśli program nie działał, robię to raz za wszystko, co przepadło.
schedule-late-run_late = Jeśli program nie działał, każde z nich robię później.
schedule-late-drop_after = Jeśli program nie działał, robię to z opóźnieniem do { $count ->
    [one] { $count } godziny; potem przepada.
   *[other] { $count } godzin; potem przepada.
}
