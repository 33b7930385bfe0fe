### Cele: dlaczego cel stoi tak, jak stoi, zamykanie dnia i co bywa z celem nie tak.

## Dlaczego cel stoi tak, jak stoi: goal-because-<reguła>

goal-because-nothing_measured = Od { $since } nic nie zostało zmierzone.
goal-because-not_measured_lately = Ostatnia wartość to { $have_text }, z dnia { $as_of }: za stara, żeby mówić o dzisiaj.
goal-because-nothing_says_otherwise = W tym { part-goal-period } nic nie zostało zmierzone, więc nic nie świadczy przeciw. Cel: { $target_text }.
goal-because-target_met = { $kind ->
    [streak] Dni z rzędu: { $best }, a potrzeba było { $of }.
    [milestone] To już zrobione.
   *[other] Zmierzone: { $have_text }. Cel: { $target_text }.
}
goal-because-no_date = Zmierzone: { $have_text }. Cel: { $target_text }, bez terminu.
goal-because-at_pace = Zmierzone: { $have_text }. Przy równym tempie: { $expected_text }. Cel: { $target_text }.
goal-because-a_little_behind = Zmierzone: { $have_text }, trochę za równym tempem ({ $expected_text }). Cel: { $target_text }.
goal-because-far_behind = Zmierzone: { $have_text }, daleko za równym tempem ({ $expected_text }). Cel: { $target_text }.
goal-because-under_limit = Zmierzone: { $have_text }. Granica: { $target_text }.
goal-because-near_limit = Zmierzone: { $have_text }, blisko granicy ({ $target_text }).
goal-because-over_limit = Zmierzone: { $have_text }, ponad granicę ({ $target_text }).
goal-because-run_begins = Dziś pierwszy z { $of } dni z rzędu.
goal-because-run_goes_on = { $days } { $days ->
    [one] dzień
    [few] dni
    [many] dni
   *[other] dnia
} z rzędu, a cel to { $of }.
goal-because-run_unknown = Wczoraj nic nie zostało zmierzone, więc nie wiadomo, czy dni z rzędu trwają. Wystarczy wpis za wczoraj.
goal-because-run_broken = Ostatni dzień nie był taki, jak trzeba ({ $direction ->
    [at_most] najwyżej
   *[other] co najmniej
}: { $target_text }). Liczenie { $of } dni z rzędu zaczyna się od nowa.
goal-because-run_too_late = Dni z rzędu: { $days }, a cel to { $of }. Do terminu zostało za mało dni.
goal-because-time_left = Jest czas: { $days_left } { $days_left ->
    [one] dzień
    [few] dni
    [many] dni
   *[other] dnia
}, licząc z dzisiejszym.
goal-because-time_short = Zostało mało czasu: { $days_left } { $days_left ->
    [one] dzień
    [few] dni
    [many] dni
   *[other] dnia
}, licząc z dzisiejszym.
goal-because-date_passed = Termin minął, a celu jeszcze nie ma. Cel: { $target_text }.
part-goal-period = { $period ->
    [day] dniu
    [month] miesiącu
   *[other] tygodniu
}

## Zadanie zegara

job-goal-progress = Cele dzień po dniu
job-goal-progress-about = Co rano zapisuję, jak stał każdy cel na koniec wczorajszego dnia, i zamykam te, które są osiągnięte albo których termin minął.
slot-reason-no_goals = Nie było żadnego aktywnego celu.

## W rozmowie

assistant-goal-streak = Liczę dni z rzędu, aż będzie ich { $days }. Dzień bez wpisu przerywa serię.

## Błędy

error-goal-invalid_streak = Dni z rzędu to liczba całkowita od { $least } do { $most }, na przykład 14.
error-goal-streak_not_of_days = Seria liczy dni: usuń okres albo wybierz day (dzień) i wybierz kierunek at_least (co najmniej) lub at_most (najwyżej).
error-goal-invalid_milestone = Pole milestone to true albo false. Przy każdym innym celu można je pominąć.
error-goal-milestone_without_date = Cel „tak albo nie” ma termin, a nie ma okresu. Podaj termin w polu by, np. 2026-05-31, i usuń okres.
error-goal-invalid_unit = „{ $value }” nie da się przeliczyć na jednostkę tej miary ({ $unit }). Wybierz jednostkę tego samego rodzaju albo pomiń ją.
error-week_start-unknown = „{ $value }” nie jest dniem, od którego zaczyna się tydzień. Wybierz monday (poniedziałek) albo sunday (niedziela).
