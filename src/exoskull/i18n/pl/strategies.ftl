### Strategie celów: co się o nich mówi. Podejścia i ich kroki mają pliki według kategorii.

part-strategy-old = { $old_name ->
    [none] {""}
   *[other] {""} „{ $old_name }”
}
part-strategy-new = { $new_name ->
    [none] inną
   *[other] „{ $new_name }”
}
part-strategy-failed-days = { $failed_days ->
    [none] kilka dni z rzędu
    [one] { $failed_days } dzień
    [few] { $failed_days } dni z rzędu
    [many] { $failed_days } dni z rzędu
   *[other] { $failed_days } dnia
}

strategy-because-failed = Strategia{ part-strategy-old } dla celu { part-titled } nie działa: { part-strategy-failed-days } bez wykonania. Zmieniam ją na { part-strategy-new }.
strategy-because-asked = Na Twoją prośbę zmieniam strategię dla celu { part-titled } na { part-strategy-new }.

feed-strategy-changed = { $reason ->
    [asked] { strategy-because-asked }
   *[failed] { strategy-because-failed }
}
feed-strategy-chosen = Strategia dla celu { part-titled }{ $approach_name ->
    [none] {""} wybrana.
   *[other] : „{ $approach_name }”.
}

# Rodzaj podejścia, w mianowniku.
approach-kind = { $kind ->
    [schedule] plan na porę i miejsce
    [shrink] mały krok
    [environment] zmiana otoczenia
    [social] wsparcie innych
    [tracking] zapisywanie
    [substitute] zamiana na coś innego
    [reward] przyjemność od razu
    [commitment] zobowiązanie
    [recovery] odpoczynek i powrót
    [reflection] namysł
   *[technique] lepsza metoda
}

error-strategy-goal_ended = Ten cel jest już zakończony, więc nie ma czego zmieniać. Wybierz aktywny cel albo ustaw nowy.
