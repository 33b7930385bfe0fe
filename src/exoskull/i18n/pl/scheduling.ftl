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

## Błędy

error-job-unknown = Nie ma zadania o nazwie „{ $value }”. Może chodzi o jedno z tych: { $suggestions }?
error-schedule-invalid_start = „{ $value }” nie jest datą ani godziną. Podaj ją jako 2026-03-29, 2026-03-29T07:30 albo 2026-03-29T07:30:00+02:00, między rokiem 1900 a 2200.
error-schedule-invalid_days = { $value } to niemożliwa liczba dni. Podaj liczbę całkowitą od 1 do { $most }.
error-schedule-invalid_hour = „{ $value }” nie jest godziną. Podaj ją jako GG:MM, na przykład 07:30.
error-run-taken_over = To uruchomienie przejął inny proces, bo ten za długo milczał. Nic nie trzeba robić: tamten je dokończy.
