### Aplikacje: wiadomości, rozmowa, kanał zdarzeń, błędy.

## Wiadomości

app-notice-activated-subject = Nowa aplikacja: { $name }
app-notice-activated = { $mentions ->
    [0] Stworzyłem tracker { $of }. Zobacz na pulpicie. Usuń jednym kliknięciem.
    [1] Stworzyłem tracker { $of }: wspominasz { $about } { $mentions } raz. Zobacz na pulpicie. Usuń jednym kliknięciem.
   *[other] Stworzyłem tracker { $of }: wspominasz { $about } { $mentions } razy. Zobacz na pulpicie. Usuń jednym kliknięciem.
}
app-notice-reason = { $mentions ->
    [0] To pasuje do Twoich celów i pomiarów.
    [1] Wspominasz { $about } { $mentions } raz.
   *[other] Wspominasz { $about } { $mentions } razy.
}
app-ask-subject = Czy zrobić aplikację: { $name }?
app-ask = { $mentions ->
    [0] Mogę zrobić tracker { $of } z polami: { $columns }.
    [1] Mogę zrobić tracker { $of } z polami: { $columns }. Wspominasz { $about } { $mentions } raz.
   *[other] Mogę zrobić tracker { $of } z polami: { $columns }. Wspominasz { $about } { $mentions } razy.
} { $why ->
    [first_app] To będzie Twoja pierwsza aplikacja, więc pytam.
    [risk] Dotyczy danych, które mogą kogoś wskazać, więc pytam.
   *[other] Wolę zapytać.
} Odpisz TAK { $code }, a zacznie działać, albo NIE { $code }, a do tego nie wrócę.
app-reminder-subject = Wpis: { $name }
app-reminder = Pora na wpis: { $name }. Jedno kliknięcie wystarczy, a „jak ostatnio” jest pod ręką.
app-reminder-reason = To przypomnienie jest ustawione w aplikacji „{ $name }”; dziś nie ma w niej jeszcze wpisu.
app-archived-subject = Do archiwum: { $name }
app-archived = Odkładam aplikację „{ $name }” do archiwum: od tygodni prawie nic w niej nie przybywa. Dane zostają, a przywrócenie to jedno kliknięcie.
app-archived-reason = Dwie propozycje zmian zostały bez odpowiedzi, a wpisów jest mniej niż 3 w tygodniu.
app-suggested-subject = Pomysł do aplikacji: { $name }
app-suggested-reason = W ostatnim tygodniu { $entries ->
    [0] nie było w niej wpisów.
    [one] był w niej { $entries } wpis.
    [few] były w niej { $entries } wpisy.
    [many] było w niej { $entries } wpisów.
   *[other] było w niej { $entries } wpisu.
}

## Propozycje zmian

app-suggest-reminder = W aplikacji „{ $name }” ostatnio mało się dzieje. Mogę przypominać o wpisie o { $hour }. Przyjmij albo odrzuć na stronie Aplikacje.
app-suggest-fewer_fields = W aplikacji „{ $name }” ostatnio mało się dzieje. Formularz może być krótszy, bez pól: { $columns }. Przyjmij albo odrzuć na stronie Aplikacje.
app-suggest-merge = Aplikacje „{ $name }” i „{ $other }” mierzą to samo. Mogę zostawić jedną z nich. Przyjmij albo odrzuć na stronie Aplikacje.
app-suggest-pattern_weekday = W aplikacji „{ $name }” najwięcej wpisów przypada na { $weekday ->
    [0] poniedziałki
    [1] wtorki
    [2] środy
    [3] czwartki
    [4] piątki
    [5] soboty
   *[6] niedziele
}. Mogę pokazać kalendarz jako pierwszy widok. Przyjmij albo odrzuć na stronie Aplikacje.
app-suggest-pattern_hour = W aplikacji „{ $name }” wpisy pojawiają się zwykle około { $hour }. Mogę ustawić tam przypomnienie. Przyjmij albo odrzuć na stronie Aplikacje.
app-suggest-view = W aplikacji „{ $name }” jest już sporo danych. Mogę dodać wykres jako pierwszy widok. Przyjmij albo odrzuć na stronie Aplikacje.
app-suggest-note = W aplikacji „{ $name }” jest dużo wpisów. Mogę dodać pole na notatkę. Przyjmij albo odrzuć na stronie Aplikacje.
app-suggest-related = W aplikacji „{ $name }” widać związek z czymś jeszcze: { $metric_text } ({ $direction ->
    [up] razem rośnie
   *[down] jedno rośnie, gdy drugie spada
}, n = { $n }). Mogę ustawić wykres jako pierwszy widok. Przyjmij albo odrzuć na stronie Aplikacje.

## Rozmowa

app-chat-preview = Mogę zrobić tracker { $of }. Pola: { $columns }. { $risk ->
    [low] Odpisz TAK, a zacznie działać.
   *[other] Uwaga: są w nim dane, które mogą kogoś wskazać. Odpisz TAK, jeśli ma zacząć działać.
}
app-chat-exists = Tracker { $of } już działa. Jest na pulpicie.
app-chat-extended = Tracker { $of } już działa; doszły pola: { $columns }.
app-chat-restored = Tracker { $of } wraca z archiwum, razem z danymi.
app-chat-made = Gotowe: tracker { $of } działa. Jest na pulpicie, a usunąć go można jednym kliknięciem.
app-chat-refused = W porządku, trackera { $of } nie robię.
app-chat-undone = Cofnięte: tracker { $of } usunięty. Przez 30 dni można go przywrócić.
app-chat-failed = Tracker { $of } nie przeszedł próby, więc go nie uruchamiam.
app-chat-what = Co ma śledzić ta aplikacja? Napisz na przykład „zrób mi tracker wydatków”.
app-chat-skill = Tracker tu nie wystarczy: { $reason ->
    [calculates] to wymaga obliczeń, a tracker tylko przechowuje i pokazuje wpisy.
    [looks_outside] to wymaga danych z zewnątrz, a tracker ich nie pobiera.
    [acts_outside] to wymaga działania na zewnątrz, a tracker tylko przechowuje i pokazuje wpisy.
   *[other] to wymaga pracy na tekście, a tracker tylko przechowuje i pokazuje wpisy.
} Zapisuję to jako pomysł na umiejętność.
app-field = { $unit ->
    [none] { $label }
   *[other] { $label } ({ $unit })
}

## Zdarzenia

feed-app-refused = Aplikacji nie robię: { part-named }.
feed-app-restored = Aplikacja wraca: { part-named }.
feed-app-awaiting_approval = Pytam, czy zrobić aplikację: { part-named }.
feed-app-suggested = Pomysł do aplikacji: { part-named }.
feed-entry-added = Nowy wpis: { part-named }.
feed-entry-changed = Zmieniony wpis: { part-named }.
feed-entry-undone = Cofnięty wpis: { part-named }.
feed-entry-imported = { $count ->
    [one] Z pliku doszedł { $count } wpis: { part-named }.
    [few] Z pliku doszły { $count } wpisy: { part-named }.
    [many] Z pliku doszło { $count } wpisów: { part-named }.
   *[other] Z pliku doszło { $count } wpisu: { part-named }.
}

## Zadania zegara

job-app-reminders = Przypomnienia aplikacji
job-app-reminders-about = Rano planuję na dany dzień przypomnienia włączone w aplikacjach.
slot-reason-no_apps = Nie działa żadna aplikacja.
slot-reason-no_reminders = W aplikacjach nie było na ten dzień żadnego przypomnienia.
why-not-hardly_used = Prawie nic w niej nie przybywało.
why-not-by_person = Taka jest Twoja decyzja.
why-not-merge = Mierzyła to samo, co inna aplikacja.
job-app-optimizer = Ulepszanie aplikacji
job-app-optimizer-about = Raz w tygodniu patrzę, jak używasz aplikacji, i proponuję zmiany albo archiwum.

## Błędy: aplikacje

error-app-unknown = Nie ma aplikacji „{ $name }”. Są: { $known }.
error-app-not_active = Aplikacja „{ $name }” nie działa. Przywróć ją, zanim coś do niej wpiszesz.
error-app-wrong_state = Z aplikacją „{ $name }” nie da się tego teraz zrobić: jej stan to { $state }. Odśwież listę i sprawdź, co można.
error-app-smoke_failed = Aplikacja „{ $name }” nie przeszła próby (krok: { $step }), więc nie zacznie działać. Popraw jej pola.
error-app-slug_taken = Aplikacja „{ $name }” nie może wrócić, bo jej nazwę ma już „{ $other }”. Najpierw usuń tamtą.
error-app-nothing_to_undo = W aplikacji „{ $name }” nie ma czego cofnąć z ostatnich 30 dni.
error-app-column_in_use = Kolumna „{ $name }” ma już wpisy, więc nie może zniknąć ani zmienić rodzaju. Ukryj ją i dodaj nową.
error-app-not_an_object = Pole { $field } ma być obiektem JSON z nazwami pól i wartościami.
error-app-unknown_field = Definicja aplikacji nie ma pola „{ $name }”. Usuń je.
error-app-invalid_text = Pole { $field } ma być jednym wierszem tekstu, od 1 do { $limit } znaków.
error-app-invalid_slug = „{ $value }” nie może być nazwą dla programów. Użyj małych liter bez ogonków, cyfr i podkreśleń, najwyżej 40 znaków.
error-app-no_columns = Aplikacja potrzebuje co najmniej jednej widocznej kolumny.
error-app-too_many_columns = Aplikacja może mieć najwyżej { $limit } kolumn.
error-app-column_twice = Nazwa „{ $name }” jest użyta dwa razy. Nazwij jedno inaczej.
error-app-invalid_key = „{ $value }” nie może być kluczem tej kolumny. Pomiń to pole, klucz nada się sam.
error-app-empty_range = W tym zakresie nic się nie mieści: od { $low } do { $high }. Zamień granice.
error-app-rating_without_range = Ocena potrzebuje zakresu: podaj „low” i „high”.
error-app-no_currency = Kwota potrzebuje waluty: podaj „unit” jako trzy wielkie litery, na przykład PLN.
error-app-invalid_options = Lista wyboru potrzebuje od 2 do { $limit } różnych opcji.
error-app-no_such_number = Nie ma kolumny z liczbami o nazwie „{ $name }”. Podaj jedną z kolumn tej aplikacji.
error-app-nothing_named = Podaj, co aplikacja ma śledzić: „family”, „label” albo całą definicję w „spec”.
error-app-placed_twice = Aplikacja „{ $name }” ma dwa miejsca. Podaj każdą aplikację raz.
error-app-invalid_order = Kolejność to identyfikatory aplikacji oddzielone przecinkami. Odśwież stronę i przesuń widżet jeszcze raz.
error-app-no_views = Podaj co najmniej jeden widok, na przykład „form”.
error-app-suggestion_closed = Ta propozycja jest już zamknięta. Odśwież stronę.

## Błędy: wpisy

error-entry-not_found = Nie ma takiego wpisu. Może został cofnięty.
error-entry-unknown_field = Ta aplikacja nie ma kolumny „{ $name }”. Ma: { $known }.
error-entry-missing = Pole „{ $label }” jest wymagane. Wpisz wartość.
error-entry-empty = Wpis jest pusty. Wypełnij choć jedno pole.
error-entry-not_number = Pole { $field } przyjmuje liczbę, na przykład 2,5.
error-entry-not_whole = Pole „{ $label }” przyjmuje liczbę całkowitą, na przykład 2.
error-entry-not_money = Pole „{ $label }” przyjmuje kwotę z najwyżej dwoma miejscami po przecinku, na przykład 12,50.
error-entry-not_duration = Pole „{ $label }” przyjmuje minuty albo czas, na przykład 90 albo 1:30.
error-entry-out_of_range = W polu „{ $label }” mieści się od { $low } do { $high }. Wpisz wartość z tego zakresu.
error-entry-not_boolean = Pole { $field } przyjmuje tak albo nie.
error-entry-not_text = Pole { $field } przyjmuje tekst do { $limit } znaków.
error-entry-not_an_option = Pole „{ $label }” przyjmuje jedną z opcji: { $options }.
error-entry-not_date = Pole „{ $label }” przyjmuje datę, na przykład 2026-03-02.
error-entry-not_time = Pole { $field } przyjmuje godzinę, na przykład 07:30.
error-entry-in_the_future = Wpis nie może dotyczyć czasu dalej niż dzień naprzód. Podaj wcześniejszą chwilę.
error-entry-key_reused = Ten Idempotency-Key był już użyty do innego wpisu. Nadaj nowy.
error-entry-invalid_cursor = Nie znam takiego miejsca na liście. Zacznij ją od początku.
error-entry-span_too_long = Jedno pytanie obejmuje najwyżej { $limit } dni, a „first” nie może być po „last”. Zawęź zakres.

## Błędy: pliki CSV

error-csv-no_header = Plik nie ma nagłówka. W pierwszym wierszu podaj nazwy kolumn.
error-csv-unknown_column = Kolumny „{ $name }” nie ma w aplikacji albo jest podana dwa razy. Znane: { $known }.
error-csv-too_long = Plik ma więcej niż { $limit } wierszy. Podziel go.
error-csv-too_many_fields = Wiersz ma więcej niż { $limit } pól. Sprawdź cudzysłowy i przecinki.
error-csv-not_text = Plik nie jest tekstem UTF-8. Zapisz go jako CSV UTF-8.
error-csv-bad_rows = Plik nie został wczytany, bo { $count ->
    [one] { $count } pole jest błędne.
    [few] { $count } pola są błędne.
    [many] { $count } pól jest błędnych.
   *[other] { $count } pola są błędne.
} Pierwszy błąd jest w wierszu { $line }, w polu { $field }. Popraw plik i wczytaj go znowu.
