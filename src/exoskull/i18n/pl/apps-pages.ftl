### Strony aplikacji: galeria, jedna aplikacja, wpisy, plik, ustawienia.

## Słowa

apps-yes = tak
apps-no = nie
apps-nothing = nic
apps-nothing-yet = jeszcze nic
apps-entries = { $count } { $count ->
    [one] wpis
    [few] wpisy
    [many] wpisów
   *[other] wpisu
}
apps-days = { $count } { $count ->
    [one] dzień
    [few] dni
    [many] dni
   *[other] dnia
}
apps-week-of = tydzień od { $date }
apps-month = { $month ->
    [1] styczeń
    [2] luty
    [3] marzec
    [4] kwiecień
    [5] maj
    [6] czerwiec
    [7] lipiec
    [8] sierpień
    [9] wrzesień
    [10] październik
    [11] listopad
   *[12] grudzień
} { $year }
apps-month-short = { $month ->
    [1] sty
    [2] lut
    [3] mar
    [4] kwi
    [5] maj
    [6] cze
    [7] lip
    [8] sie
    [9] wrz
    [10] paź
    [11] lis
   *[12] gru
}
apps-weekday = { $weekday ->
    [1] pn
    [2] wt
    [3] śr
    [4] cz
    [5] pt
    [6] so
   *[7] nd
}
apps-goal = Cel: { $goal }
apps-of-goal = cel: { $goal }
apps-so-far = { $span ->
    [week] w tym tygodniu
   *[day] dziś
}
apps-streak = { $count } { $count ->
    [one] dzień
    [few] dni
    [many] dni
   *[other] dnia
} z rzędu z wpisem
apps-view = { $view ->
    [form] formularz
    [table] tabela
    [calendar] kalendarz
    [line] wykres
    [bar] wykres
   *[streak] seria dni
}

## Galeria

apps-title = Aplikacje
apps-lead = Małe dzienniki, które liczą za Ciebie. Wpis to jedno dotknięcie, a wszystko, co tu jest, możesz zmienić, usunąć i cofnąć.
apps-active-title = Działają
apps-make-title = Nowy tracker
apps-make-first = Pierwszy tracker
apps-make-lead = Napisz własnymi słowami, czego chcesz pilnować i w czym to liczysz. Najpierw zobaczysz podgląd; powstanie dopiero po Twoim „tak”.
apps-make-label = Czego chcesz pilnować?
apps-make-placeholder = np. ile szklanek wody piję dziennie
apps-make-button = Pokaż podgląd
apps-make-example-1 = woda w szklankach
apps-make-example-2 = wydatki w zł
apps-make-example-3 = nastrój wieczorem
apps-make-example-4 = partie szachów, na przykład 3 partie
apps-empty-title = Jeszcze nie ma tu żadnej aplikacji.
apps-empty-said = Można też po prostu rozmawiać: gdy trzy razy wspomnisz, że o czymś zapominasz albo chcesz to śledzić, sam zaproponuję tracker.
apps-empty-self = Wpisy możesz potem dodawać tutaj, na stronie Dziś, albo jednym zdaniem w rozmowie, na przykład „2 szklanki wody”.
apps-archived-title = W archiwum
apps-archived-lead = Dane zostają. Każdą z nich możesz przywrócić, kiedy zechcesz.
apps-gone-title = Usunięte i odrzucone
apps-gone-lead = Po 30 dniach znikają na dobre.
apps-gone-deleted = usunięta, można ją odzyskać jeszcze przez { $days } { $days ->
    [one] dzień
    [few] dni
    [many] dni
   *[other] dnia
}
apps-gone-refused = odrzucona, można ją zrobić jeszcze przez { $days } { $days ->
    [one] dzień
    [few] dni
    [many] dni
   *[other] dnia
}
apps-gone-undo = Odzyskaj
apps-gone-activate = Jednak ją zrób
apps-restore = Przywróć
apps-delete = Usuń
apps-archive = Do archiwum
apps-undo = Cofnij

## Układ widżetów

apps-arrange = Zmień układ
apps-arrange-title = Układ widżetów
apps-arrange-lead = Kolejność i rozmiar aplikacji na stronie Dziś i w galerii. To, co ukryjesz, działa dalej; nie widać tego tylko na stronie Dziś.
apps-arrange-earlier = Wcześniej
apps-arrange-later = Później
apps-arrange-wide = Szeroki
apps-arrange-small = Mały
apps-arrange-hide = Ukryj
apps-arrange-show = Pokaż
apps-arrange-hidden = ukryty
apps-arrange-is-wide = szeroki
apps-arrange-undo = Cofnij ostatnią zmianę
apps-arrange-reset = Tak jak na początku
apps-arrange-hidden-count = { $count ->
    [one] { $count } widżet jest ukryty.
    [few] { $count } widżety są ukryte.
    [many] { $count } widżetów jest ukrytych.
   *[other] { $count } widżetu jest ukryte.
}
apps-drag = Przesuń: { $name }
apps-drag-how = Przeciągnij albo naciśnij spację i użyj strzałek
apps-drag-lifted = Podniesiono: { $name }, miejsce { $place } z { $count }. Strzałki przesuwają, spacja odkłada, Escape zostawia wszystko po staremu.
apps-drag-moved = { $name }: miejsce { $place } z { $count }.
apps-drag-dropped = Odłożono: { $name }, miejsce { $place } z { $count }.
apps-drag-left = { $name } jest znów tam, gdzie przedtem.
apps-drag-failed = Nie udało się zapisać nowej kolejności. Odśwież stronę i spróbuj jeszcze raz.

## Podgląd

apps-preview-title = Czy zrobić: { $name }?
apps-preview-asked = Tak zrozumiałem Twoje słowa.
apps-preview-noticed = { $mentions ->
    [0] Pasuje do Twoich celów i pomiarów.
    [one] Wspominasz o tym { $mentions } raz.
    [few] Wspominasz o tym { $mentions } razy.
    [many] Wspominasz o tym { $mentions } razy.
   *[other] Wspominasz o tym { $mentions } raza.
}
apps-preview-fields = Pola formularza
apps-preview-shows = Na stronie: { $views }.
apps-preview-reminder = Mogę przypominać o { $time }; włączysz to w ustawieniach.
apps-preview-risky = Uwaga: te pola mogą wskazywać konkretną osobę. Zostają na tej maszynie.
apps-preview-yes = Tak, zrób
apps-preview-no = Nie
apps-name = Nazwa

## Propozycje

apps-idea-title = Pomysł: { $name }
apps-idea-preview = Co się zmieni:
apps-idea-take = Zmień tak
apps-idea-refuse = Nie, zostaw
apps-change-archive = aplikacja trafi do archiwum, jej dane zostaną
apps-change-reminder = przypomnienie o { $time }
apps-change-added = nowe pole: { $columns }
apps-change-hidden = formularz bez: { $columns } (dane zostają)
apps-change-first = na początku strony: { $view ->
    [form] formularz
    [table] tabela
    [calendar] kalendarz
    [line] wykres
    [bar] wykres
   *[streak] seria dni
}

## Jedna aplikacja

apps-settings = Ustawienia
apps-is-archived = Ta aplikacja jest w archiwum: niczego w niej nie zapisuję, a dane czekają.
apps-stat-now = { $span ->
    [week] Ten tydzień
   *[day] Dziś
}
apps-stat-streak = Z rzędu
apps-stat-entered = Z wpisem w ostatnich 17 tygodniach
apps-form-title = Nowy wpis
apps-tap-same = Jak ostatnio: { $what }
apps-other-time = W innym czasie niż teraz?
apps-when = Kiedy
apps-enter = Zapisz wpis
apps-less = Mniej: { $label }
apps-more-of = Więcej: { $label }
apps-span = Okres wykresu
apps-span-day = 30 dni
apps-span-week = 26 tygodni
apps-span-month = 12 miesięcy
apps-which-column = Co pokazuje wykres
apps-chart-label = { $goal ->
    [none] Wykres: { $title }. Te same liczby są w tabeli pod nim.
   *[other] Wykres: { $title }. { $goal }. Te same liczby są w tabeli pod nim.
}
apps-chart-empty = W tym okresie nie ma jeszcze liczb. Pojawią się tu z pierwszym wpisem.
apps-as-table = Pokaż jako tabelę
apps-span-column = { $span ->
    [day] Dzień
    [week] Tydzień
   *[month] Miesiąc
}
apps-value-column = Wartość
apps-entries-column = Wpisy
apps-calendar-title = Kalendarz
apps-calendar-caption = Ostatnie 17 tygodni: wiersz to dzień tygodnia, kolumna to tydzień.
apps-heat-less = mniej
apps-heat-more = więcej
apps-table-title = Wpisy
apps-all-entries = Wszystkie wpisy
apps-table-empty = Jeszcze nic tu nie ma. Pierwszy wpis dodasz powyżej albo jednym zdaniem w rozmowie.
apps-table-end = Wcześniejszych wpisów nie ma.
apps-when-column = Kiedy
apps-acts-column = Co z wpisem zrobić
apps-edit = Zmień
apps-edit-entry = Zmień wpis: { $when }
apps-undo-entry = Cofnij wpis: { $when }
apps-earlier = Wcześniejsze
apps-newest = Najnowsze
apps-import = Wczytaj plik

## Jeden wpis

apps-entry-title = Zmiana wpisu
apps-take-back = Cofnij ten wpis
apps-leave = Wróć bez zmian

## Plik CSV

apps-import-title = Wpisy z pliku
apps-import-lead = Najpierw pokażę, co jest w pliku. Zapiszę dopiero, gdy wszystkie wiersze są w porządku i się zgodzisz.
apps-import-file-title = Plik
apps-import-file = Plik CSV (UTF-8)
apps-import-paste = Albo wklej tutaj
apps-import-columns = Kolumny w pierwszym wierszu:
apps-import-look = Sprawdź plik
apps-import-found = { $count ->
    [0] W pliku nie ma żadnych wpisów
    [one] W pliku jest { $count } dobry wiersz
    [few] W pliku są { $count } dobre wiersze
    [many] W pliku jest { $count } dobrych wierszy
   *[other] W pliku jest { $count } dobrego wiersza
}
apps-import-wrong = { $count ->
    [one] { $count } pole jest błędne
    [few] { $count } pola są błędne
    [many] { $count } pól jest błędnych
   *[other] { $count } pola jest błędne
}
apps-import-mend = Niczego nie zapisuję, dopóki choć jedno pole jest błędne. Popraw je w pliku i sprawdź jeszcze raz.
apps-import-line = Wiersz { $line }:
apps-import-more = { $count ->
    [one] i jeszcze { $count }
    [few] i jeszcze { $count }
    [many] i jeszcze { $count }
   *[other] i jeszcze { $count }
}
apps-import-preview = Pierwsze wiersze
apps-import-line-column = Wiersz
apps-import-keep = { $count ->
    [one] Zapisz { $count } wpis
    [few] Zapisz { $count } wpisy
    [many] Zapisz { $count } wpisów
   *[other] Zapisz { $count } wpisu
}

## Ustawienia

apps-settings-title = Ustawienia aplikacji
apps-settings-lead = Żadna z tych zmian nie rusza tego, co już jest wpisane, i każdą możesz cofnąć przez 30 dni.
apps-reminder-title = Przypomnienie
apps-reminder-lead = Odezwę się o tej godzinie tylko w dni bez wpisu, w granicach limitów i ciszy nocnej.
apps-reminder-on = Przypominaj
apps-reminder-time = Godzina przypomnienia
apps-columns-title = Pola
apps-columns-lead = Ukryte pole znika z formularza, a jego dane zostają.
apps-column-label = { $type ->
    [integer] Liczba całkowita
    [number] Liczba
    [boolean] Tak albo nie
    [text] Tekst
    [choice] Wybór z listy
    [date] Data
    [time] Godzina
    [duration] Czas trwania
    [rating] Ocena
   *[money] Kwota
}
apps-column-shown = W formularzu
apps-column-options = Możliwości, każda w swoim wierszu
apps-add-column-title = Nowe pole
apps-add-column-label = Nazwa pola
apps-add-column-type = Rodzaj
apps-add-column-unit = Jednostka (km, strony, PLN)
apps-add-column-options = Możliwości wyboru z listy, każda w swoim wierszu
apps-add-column-button = Dodaj pole
apps-type = { $type ->
    [integer] liczba całkowita
    [number] liczba
    [boolean] tak albo nie
    [text] tekst
    [choice] wybór z listy
    [date] data
    [time] godzina
    [duration] czas trwania
    [rating] ocena od 1 do 10
   *[money] kwota
}
apps-end-title = Na koniec
apps-archive-lead = Archiwum: aplikacja znika z pulpitu, dane zostają.
apps-delete-lead = Usunięcie: od razu, z możliwością cofnięcia przez 30 dni.

## Pulpit

apps-open-form = Pełny wpis
apps-widgets-empty = Nie ma jeszcze żadnego trackera.
apps-widgets-make = Zrób pierwszy

## Co właśnie się stało

apps-said-previewed = Poniżej jest podgląd: { $name }. Powstanie po Twoim „tak”.
apps-said-made = Gotowe: { $name } działa.
apps-said-exists = To już jest: { $name }.
apps-said-extended = To już jest: { $name }. Ma teraz nowe pola.
apps-said-restored = { $name }: działa znowu, z wszystkimi danymi.
apps-said-skill = Tracker tego nie potrafi: tylko przechowuje i pokazuje wpisy. Zapisuję to jako pomysł na umiejętność.
apps-said-failed = { $name }: nie przechodzi testu, więc jej nie uruchamiam.
apps-said-refused = { $name }: nie robię. Przez 30 dni możesz zmienić zdanie, na dole strony.
apps-said-archived = { $name }: w archiwum. Dane zostają.
apps-said-deleted = { $name }: usunięta. Przez 30 dni możesz ją odzyskać.
apps-said-undone = { $name }: cofnięte.
apps-said-changed = Zapisane.
apps-said-taken = Zmienione, zgodnie z propozycją.
apps-said-declined = Zostaje, jak jest.
apps-said-added = Zapisane.
apps-said-edited = Wpis zmieniony.
apps-said-entry_undone = Wpis cofnięty.
apps-said-imported = { $count ->
    [one] Z pliku: { $count } wpis.
    [few] Z pliku: { $count } wpisy.
    [many] Z pliku: { $count } wpisów.
   *[other] Z pliku: { $count } wpisu.
}

## Błędy

error-app-no_words = Napisz, czego tracker ma pilnować, na przykład „woda w szklankach”.
