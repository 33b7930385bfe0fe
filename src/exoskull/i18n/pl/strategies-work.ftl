### Praca: podejścia i ich kroki (zdania rozkazujące bez kropki).

approach-work_first_block = Najważniejsze na początek
step-work_first_block-block = Zarezerwuj pierwsze pół godziny pracy na tę jedną rzecz
step-work_first_block-calendar = Wpisz do kalendarza dzisiejszą porę na ten cel
step-work_first_block-first_step = Dokończ zdanie: gdy usiądę przy biurku, najpierw otworzę

approach-work_small_start = Pięć minut na początek
step-work_small_start-five = Popracuj nad tym pięć minut, potem zdecyduj, czy dalej
step-work_small_start-ugly = Napisz byle jaką pierwszą wersję, bez poprawiania
step-work_small_start-split = Rozbij sprawę na trzy kroki i zrób najmniejszy

approach-work_open_loops = Sprawy z głowy na papier
step-work_open_loops-empty = Wypisz wszystko, co zaprząta Ci głowę, i przy każdym następny krok
step-work_open_loops-three = Wybierz trzy sprawy na dziś, resztę odłóż na konkretny dzień
step-work_open_loops-drop = Skreśl z listy jedną rzecz, której nie zrobisz

approach-work_mail_batches = Poczta trzy razy dziennie
step-work_mail_batches-closed = Zamknij pocztę na pierwszą godzinę pracy
step-work_mail_batches-hours = Wyznacz dziś trzy pory na pocztę i trzymaj się ich
step-work_mail_batches-notifications = Wyłącz powiadomienia poczty i komunikatorów na dwie godziny

approach-work_own_deadline = Własne terminy
step-work_own_deadline-part = Wyznacz godzinę, o której oddasz komuś dzisiejszy kawałek
step-work_own_deadline-announce = Napisz komuś, co wyślesz do końca dnia
step-work_own_deadline-steps = Rozpisz całość na trzy terminy w tym tygodniu

approach-work_ready_to_resume = Notatka do powrotu
step-work_ready_to_resume-note = Przed każdą przerwą zapisz, na czym stoisz i co dalej
step-work_ready_to_resume-one = Przez 25 minut pracuj nad jedną rzeczą, bez przełączania
step-work_ready_to_resume-evening = Zakończ dzień jednym zdaniem: od czego zacznę jutro

approach-work_breaks = Krótkie przerwy
step-work_breaks-micro = Zrób dziś dwie pięciominutowe przerwy bez ekranu
step-work_breaks-lunch = Zjedz w południe z dala od biurka
step-work_breaks-stretch = Wstań i rozciągnij się, gdy skończysz następną rzecz

approach-work_shutdown = Godzina końca
step-work_shutdown-hour = Ustal godzinę końca pracy i wpisz ją do kalendarza
step-work_shutdown-ritual = Zakończ pracę stałym gestem: lista na jutro i zamknięty komputer
step-work_shutdown-alarm = Ustaw alarm na 15 minut przed końcem pracy

approach-work_after_hours = Coś po pracy
step-work_after_hours-plan = Zaplanuj na dziś po pracy coś o konkretnej godzinie
step-work_after_hours-walk = Przejdź się 10 minut zaraz po pracy, jak powrót z biura
step-work_after_hours-hobby = Daj 20 minut wieczoru zajęciu, które nie ma nic z pracy

approach-work_time_off = Umówiony czas wolny
step-work_time_off-tell = Powiedz współpracownikom, do której dziś odpowiadasz
step-work_time_off-decline = Odmów dziś jednej rzeczy albo zaproponuj późniejszy termin
step-work_time_off-hand_over = Przekaż komuś jedną sprawę, która nie musi być Twoja

approach-work_progress_notes = Małe postępy
step-work_progress_notes-win = Zapisz wieczorem jeden mały postęp z dzisiaj
step-work_progress_notes-time = Zapisz, ile czasu naprawdę zajęły dziś trzy rzeczy
step-work_progress_notes-hours = Zapisz dzisiejszy wynik i jedno słowo, co go zmieniło

approach-work_exact_goal = Dokładny cel na dziś
step-work_exact_goal-number = Zapisz dzisiejszy cel jedną liczbą i godziną
step-work_exact_goal-done_means = Napisz jednym zdaniem, po czym poznasz, że to zrobione
step-work_exact_goal-feedback = Poproś kogoś o jedną uwagę do tego, co już jest

approach-work_company = Praca w towarzystwie
step-work_company-side_by_side = Popracuj dziś pół godziny obok kogoś albo na wspólnej rozmowie wideo
step-work_company-morning = Napisz komuś rano, co dziś zrobisz
step-work_company-evening = Napisz tej samej osobie wieczorem, jak poszło

approach-work_reward = Nagroda po bloku
step-work_reward-coffee = Zostaw ulubioną kawę albo herbatę na czas po pierwszym bloku pracy
step-work_reward-music = Włącz muzykę, której słuchasz tylko przy tym zadaniu
step-work_reward-finish = Wybierz rano nagrodę i weź ją dopiero po zrobieniu
