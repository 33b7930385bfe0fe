### Strona dnia i dziennik wszystkiego, co się dzieje.

today-plan-title = Plan na dziś
today-plan-empty = Na dziś nic nie ma. Gdy któryś cel zacznie się opóźniać, rano pojawi się tu od jednego do trzech kroków.
today-plan-no-goals = Nie ma jeszcze żadnego celu. Napisz mi o nim w czacie, na przykład „chcę biegać 3 razy w tygodniu”, a znajdę kroki na dziś.
today-plan-more = { $count ->
    [one] I jeszcze { $count } zadanie na później.
    [few] I jeszcze { $count } zadania na później.
    [many] I jeszcze { $count } zadań na później.
   *[other] I jeszcze { $count } zadania na później.
}
today-done = Zrobione: { $title }
today-done-short = Oznacz jako zrobione
today-late = zaległe
today-is-done = Zrobione
today-undo = Cofnij
today-briefing-read = Przeczytaj poranną wiadomość
today-briefing-all = Wszystkie plany dnia
today-all-messages = Wszystkie wiadomości
today-effect-title = Czy to pomaga?
today-effect-more = Więcej
today-effect-open = Zobacz, co dotąd zadziałało
today-feed-all = Pokaż wszystko, co robię

evolution-title = Co robię
evolution-lead = Wszystko, co zauważam, o czym decyduję, co robię i czego się uczę, a także to, czego nie robię. Każda pozycja powie Ci dlaczego.
evolution-list = Od najnowszych
evolution-filters = Pokaż tylko
evolution-show-all = Wszystko
evolution-show-learned = Nauka
evolution-show-built = Zbudowane
evolution-show-wrote = Wiadomości
evolution-show-left = Niezrobione
evolution-show-goals = Cele i zadania
evolution-show-rules = Zasady
evolution-empty-filter = Nic takiego się jeszcze nie zdarzyło. Gdy się zdarzy, będzie tu razem z powodem.

web-later = Nie teraz
why-not-not_now = Twoja odpowiedź: nie teraz.
error-feed-unknown_filter = W dzienniku nie ma filtra { $value }. Wybierz jeden z: { $known }.
