### Praca w tle i to, co z niej wynika.

job-conductor = Praca w tle
job-conductor-about = Co godzinę, gdy jest na to miejsce, szukam w Twoich miarach wzorców, zmian i pomyłek.
why-not-switched_off = Praca w tle jest wyłączona.
why-not-nothing_worth_doing = Nie było nic, co warto zrobić w tle.

feed-finding-told = { $statement ->
    [none] W Twoich miarach coś widać.
   *[other] { $statement }
}
feed-finding-retired = { $why_ended ->
    [stale] Dawno nie było tu nowych danych, więc już tego nie twierdzę
    [contradicted] Ostatnie dni temu przeczą, więc już tego nie twierdzę
    [replaced] Nowe dane mówią co innego, więc już tego nie twierdzę
   *[other] Nowe dane tego nie potwierdzają, więc już tego nie twierdzę
}{ $statement ->
    [none] .
   *[other] : { $statement }
}
feed-finding-dismissed = { $statement ->
    [none] Znalezisko odrzucone, nie wrócę do niego.
   *[other] Odrzucone, nie wrócę do tego: { $statement }
}
feed-finding-corrected = { $statement ->
    [none] Wpis poprawiony na Twoje życzenie.
   *[other] Poprawione na Twoje życzenie: { $statement }
}
feed-finding-reinstated = { $statement ->
    [none] Znalezisko znów się liczy.
   *[other] Znów się liczy: { $statement }
}

finding-page-title = Co widać w Twoich miarach
finding-page-lead = To wynik statystyki na Twoich własnych dniach: z liczbą danych i z szansą, że to przypadek (p, q). Nic nie zmieniam bez Ciebie.
finding-page-empty = Na razie nic tu nie ma, bo potrzebuję więcej dni. Po dwóch tygodniach dwóch miar (na przykład snu i nastroju) sprawdzam, czy idą w parze, po czterech tygodniach szukam zmian, a po sześciu: dni tygodnia, które się różnią.
finding-page-example = 7 godzin snu, nastrój 6
finding-page-example-lead = Wystarczy pisać w rozmowie, na przykład:
finding-page-since = Znalezione { $when }
finding-dismiss = Odrzuć
finding-correct = Popraw
finding-try = Spróbuj inaczej
finding-undo = Cofnij poprawkę
finding-corrected = Poprawione
finding-picture = Wykres: { $statement }

error-finding-not_found = Nie ma takiego znaleziska. Otwórz listę znalezisk jeszcze raz.
error-finding-not_current = To znalezisko jest już zamknięte ({ $state }). Odśwież listę, aby zobaczyć, co obowiązuje.
error-finding-no_correction = Tu nie ma czego poprawić: to znalezisko nie wskazuje wpisu albo wpis jest już usunięty. Możesz je odrzucić.
error-finding-nothing_to_undo = Tu nie ma czego cofnąć. Cofnąć można odrzucenie albo poprawkę.
error-finding-answered = W tym miejscu jest już nowsze znalezisko. Odrzuć najpierw tamto.
error-work-taken_up = Tę pracę ({ $item }) przejął inny proces. Nic nie trzeba robić: tamten ją dokończy.
