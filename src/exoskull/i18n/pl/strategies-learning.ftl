### Nauka i czytanie: podejścia i ich kroki (zdania rozkazujące bez kropki).

approach-learning_recall = Z pamięci
step-learning_recall-close = Zamknij książkę albo notatki i zapisz z pamięci trzy rzeczy
step-learning_recall-quiz = Zadaj sobie pięć pytań z ostatniego materiału i odpowiedz na głos
step-learning_recall-before = Zanim zaczniesz, zapisz, co już wiesz o dzisiejszym temacie

approach-learning_spaced = Powtórki w odstępach
step-learning_spaced-yesterday = Powtórz przez 10 minut to, co było wczoraj
step-learning_spaced-plan = Zaplanuj powtórki: jutro, za trzy dni i za tydzień
step-learning_spaced-old = Wróć na pięć minut do czegoś sprzed tygodnia

approach-learning_timebox = Krótkie bloki
step-learning_timebox-ten = Nastaw minutnik na 10 minut i pracuj tylko nad tym
step-learning_timebox-twenty_five = Zrób jeden blok 25 minut, potem pięć minut przerwy
step-learning_timebox-open = Otwórz materiały na właściwej stronie i przeczytaj jedno zdanie

approach-learning_phone_away = Telefon poza pokojem
step-learning_phone_away-room = Zostaw telefon w innym pokoju na czas nauki albo czytania
step-learning_phone_away-desk = Zostaw na biurku tylko to, co dziś potrzebne
step-learning_phone_away-tabs = Zamknij wszystkie karty przeglądarki poza jedną

approach-learning_teach = Nauka przez tłumaczenie
step-learning_teach-explain = Wyjaśnij komuś w trzech zdaniach to, co dziś poznasz
step-learning_teach-notes = Przygotuj dziś notatki tak, jakby jutro trzeba było o tym opowiedzieć
step-learning_teach-partner = Umów się z kimś na wspólną naukę albo czytanie w ciszy

approach-learning_mix = Przeplatanie
step-learning_mix-mix = Zrób na zmianę zadania dwóch różnych rodzajów
step-learning_mix-old_new = Do nowych zadań dołóż trzy stare
step-learning_mix-order = Zmień dziś kolejność tematów

approach-learning_why = Pytanie: dlaczego?
step-learning_why-why = Po każdej części zapytaj siebie: dlaczego tak jest?
step-learning_why-own_words = Zapisz jedną trudną rzecz własnymi słowami
step-learning_why-example = Znajdź jeden przykład z własnego życia

approach-learning_forgive = Bez wyrzutów
step-learning_forgive-forgive = Powiedz sobie: wczoraj minęło, dziś zaczynam od małego
step-learning_forgive-small = Zrób dziś tylko tyle: { part-small }
step-learning_forgive-rest = Zaplanuj wieczorem porządny odpoczynek i jutrzejszą porę startu

approach-learning_woop = Życzenie i plan
step-learning_woop-wish = Zapisz życzenie, najlepszy skutek, przeszkodę i plan, po jednym zdaniu
step-learning_woop-if_then = Dokończ zdanie: jeśli coś mnie oderwie, to wrócę do pracy po minucie
step-learning_woop-hour = Wyznacz dzisiejszą porę nauki i zapisz ją w widocznym miejscu

approach-learning_count = Licznik
step-learning_count-plan = { $today ->
    [none] Zapisz, ile zrobisz dzisiaj
   *[other] Plan na dziś: { $today }
}
step-learning_count-log = Zapisz wieczorem, ile dziś wyszło
step-learning_count-remaining = Policz, ile zostało do celu i ile to na jeden dzień

approach-learning_two_pages = Dwie strony
step-learning_two_pages-two = Przeczytaj dziś dwie strony, reszta jest dodatkiem
step-learning_two_pages-bookmark = Zostaw zakładkę w ciekawym miejscu, żeby chciało się wrócić
step-learning_two_pages-portion = { $today ->
    [none] Przeczytaj dziś jeden rozdział albo jego połowę
   *[other] Dzisiejsza porcja: { $today }
}

approach-learning_book_places = Książka na drodze
step-learning_book_places-pillow = Połóż książkę na poduszce, zanim wyjdziesz
step-learning_book_places-bag = Włóż książkę do torby albo plecaka
step-learning_book_places-icon = Zamień ikonę jednej aplikacji na czytnik książek

approach-learning_reading_time = Pora na książkę
step-learning_reading_time-bed = Czytaj 15 minut w łóżku, zanim zgasisz światło
step-learning_reading_time-breakfast = Czytaj 10 minut przy śniadaniu
step-learning_reading_time-waiting = Czytaj, ilekroć dziś na coś czekasz

approach-learning_reading_joy = Czytanie dla przyjemności
step-learning_reading_joy-mood = Czytaj dziś to, na co masz ochotę, nie to, co wypada
step-learning_reading_joy-next_book = Odłóż książkę, która nie wciąga, i weź następną
step-learning_reading_joy-nest = Usiądź w najwygodniejszym miejscu z ulubionym napojem i książką

approach-learning_audio = Książka zamiast przewijania
step-learning_audio-swap = Gdy sięgasz po telefon z nudów, przeczytaj najpierw jedną stronę
step-learning_audio-evening = Zamień jeden odcinek serialu na 20 minut książki
step-learning_audio-toilet = Połóż książkę tam, gdzie zwykle przewijasz telefon
