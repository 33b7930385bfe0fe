### Co poszło nie tak i jak to naprawić. error-<klucz>, kropki jako łączniki.
### Błędy poszczególnych części stoją w ich własnych plikach.

error-unexpected = Coś poszło nie tak ({ $detail }). Spróbuj ponownie, a jeśli to wróci, `exoskull doctor` powie więcej.
error-usage = { $problem ->
    [none] Tak nie można użyć tego polecenia. Dopisz --help, żeby zobaczyć, jak działa.
   *[other] Tak nie można użyć tego polecenia: { $problem }. Dopisz --help, żeby zobaczyć, jak działa.
}

## Taśma

error-tape-malformed = Wiersz { $line } taśmy jest błędny{ $field ->
    [none] {""}
   *[other] , pole „{ $field }”
}: { $reason }. Niczego nie uruchomiono. Popraw ten wiersz i spróbuj ponownie.
error-tape-unknown_kind = Wiersz { $line } taśmy ma nieznany rodzaj „{ $value }”. Niczego nie uruchomiono. Rodzaje wierszy opisuje dokumentacja taśmy.

error-field-not_instant = „{ $value }” nie jest chwilą z przesunięciem strefy. Podaj ją np. jako 2026-03-02T08:00:00+01:00.
error-field-not_text = Pole „{ $field }” musi być tekstem.
error-field-not_one_of = „{ $value }” nie pasuje do pola „{ $field }”. Do wyboru: { $options }.
error-app-not_found = Nie ma takiej aplikacji. Listę znajdziesz na pulpicie.
error-entry-invalid_values = Wartości wpisu muszą być obiektem JSON.

## Osoba i jej ustawienia

error-timezone-unknown = Nie znam strefy czasowej „{ $value }”. { $suggestions ->
    [none] Podaj nazwę IANA, np. Europe/Warsaw.
   *[other] Może chodzi o: { $suggestions }?
}
error-language-unknown = Nie znam języka „{ $value }”. Wybierz pl albo en.
error-name-invalid = Tej nazwy nie da się przyjąć. Użyj od 1 do { $limit } zwykłych znaków, w jednym wierszu.
error-tenant-not_found = { $name ->
    [none] Nie ma takiej osoby. Listę pokaże `exoskull tenant list`.
   *[other] Nie ma osoby „{ $name }”. { $known ->
        [none] Listę pokaże `exoskull tenant list`.
       *[other] Są: { $known }.
    }
}
error-tenant-exists = Osoba „{ $name }” już istnieje. Wybierz inną nazwę.
error-tenant-delete_unconfirmed = To usunie osobę „{ $name }” i wszystkie jej dane, bezpowrotnie. Jeśli o to chodzi, dopisz --yes.
error-token-invalid = Ten link albo token nie działa: wygasł, był już użyty lub jest błędny. Nowy zrobisz poleceniem `exoskull tenant token`.
error-settings-unknown = Nie ma ustawienia „{ $name }”. Sprawdź pisownię.
error-settings-invalid = Ustawienie „{ $name }” nie może mieć wartości „{ $value }”. Godziny podaj jako GG:MM, kanały z listy in_app, email, sms, budżet w całych centach.

## Wiadomości, miary, cele, zadania

error-message-too_long = Wiadomość jest za długa: zmieści się najwyżej { $limit } KiB. Podziel ją na części.
error-message-empty = Wiadomość jest pusta. Napisz choć jedno słowo.
error-message-not_text = Treść wiadomości musi być tekstem.
error-measure-invalid_metric = „{ $value }” nie może być nazwą miary. Użyj małych liter bez ogonków, cyfr i podkreśleń, zaczynając od litery, np. run_km.
error-measure-invalid_value = „{ $value }” nie jest liczbą, którą da się zapisać. Podaj zwykłą liczbę, nie większą niż bilion.
error-measure-not_found = Nie ma takiego wpisu. Być może jest już usunięty.
error-goal-invalid_title = Cel potrzebuje nazwy od 1 do { $limit } znaków.
error-goal-invalid_direction = „{ $value }” nie jest kierunkiem celu. Wybierz at_least (co najmniej), at_most (najwyżej) albo reach (dojść do).
error-goal-invalid_period = „{ $value }” nie jest okresem celu. Wybierz day (dzień), week (tydzień) albo month (miesiąc).
error-goal-invalid_date = „{ $value }” nie jest datą. Podaj ją jako RRRR-MM-DD, np. 2026-05-31.
error-goal-period_with_reach = Cel, do którego się dochodzi, nie ma okresu. Usuń okres, a termin podaj w polu by.
error-goal-date_without_reach = Cel na każdy dzień, tydzień lub miesiąc nie ma terminu. Usuń pole by albo wybierz kierunek reach.
error-goal-not_found = Nie ma takiego celu. Być może jest już zakończony.
error-task-invalid_title = Zadanie potrzebuje nazwy od 1 do { $limit } znaków.
error-task-invalid_date = „{ $value }” nie jest datą. Podaj ją jako RRRR-MM-DD, np. 2026-05-31.
error-task-not_found = Nie ma takiego zadania. Być może jest już zrobione.

## Działania i zgody

error-intervention-not_found = Nie ma takiej wiadomości ani działania.
error-intervention-too_late = Tego nie da się już cofnąć{ $state ->
    [sent] {""}: wiadomość wyszła
    [sending] {""}: wiadomość właśnie wychodzi
    [unknown] {""}: wiadomość mogła już wyjść
    [undone] {""}, bo jest już cofnięte
   *[none] {""}, bo sprawa jest już zamknięta
}.
error-approval-not_found = Nie ma takiego pytania o zgodę.
error-approval-nothing_open = Nic teraz nie czeka na zgodę.
error-approval-not_open = To pytanie jest już zamknięte: ma odpowiedź albo straciło ważność.
error-approval-changed = Treść zmieniła się od czasu pytania, więc ta zgoda jej nie dotyczy. Poczekaj na nowe pytanie.
error-approval-wrong_code = Ten kod nie pasuje do żadnego otwartego pytania. Sprawdź go i odpisz jeszcze raz.
error-approval-code_missing = Zgoda potrzebuje kodu z pytania, np. „TAK 1234”.
error-approval-locked = Było za dużo błędnych kodów, więc pytanie jest zamknięte. Jeśli nadal będzie potrzeba, zapytam ponownie.

error-trace-invalid_id = „{ $value }” nie jest identyfikatorem. Skopiuj go w całości, np. z wyniku --json.
error-trace-not_found = Nie ma niczego o identyfikatorze { $id }. Sprawdź, czy jest cały i z tej instalacji.

## Maszyna

error-port-taken = Port { $port } jest już zajęty. Zatrzymaj program, który go używa, albo wybierz inny: --port.
error-disk-full = Dysk, na którym leży { $path }, jest pełny. Zwolnij trochę miejsca i spróbuj ponownie.
error-file-not_found = Nie ma pliku { $path }. Sprawdź ścieżkę.
error-file-unreadable = Nie da się odczytać pliku { $path }{ $reason ->
    [none] {""}
   *[other] {""} ({ $reason })
}. Sprawdź uprawnienia i to, czy jest zapisany w UTF-8.
error-file-not_written = Nie da się zapisać pliku { $path }{ $reason ->
    [none] {""}
   *[other] {""} ({ $reason })
}. Sprawdź uprawnienia i miejsce na dysku.
error-replay-home_in_use = W { $path } są już osoby, a odtwarzanie taśmy musi zacząć od pustego miejsca. Wskaż w --home inny, pusty katalog.
