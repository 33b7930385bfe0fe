### Pieniądze: podejścia i ich kroki (zdania rozkazujące bez kropki).

approach-finance_day_of_thought = Doba do namysłu
step-finance_day_of_thought-list = Wpisz dzisiejszą zachciankę na listę i wróć do niej jutro
step-finance_day_of_thought-cart = Zostaw rzeczy w koszyku w sklepie do jutra
step-finance_day_of_thought-hours = Przelicz cenę jednej rzeczy na godziny swojej pracy

approach-finance_envelopes = Koperty
step-finance_envelopes-split = Podziel pieniądze na ten tydzień na siedem kopert albo subkont
step-finance_envelopes-today = Włóż do kieszeni tylko kwotę na dziś, resztę zostaw w domu
step-finance_envelopes-label = Podpisz każdą kopertę tym, na co jest

approach-finance_cash = Gotówka zamiast karty
step-finance_cash-cash = Zapłać dziś gotówką i zostaw kartę w domu
step-finance_cash-unlink = Usuń zapisaną kartę z jednego sklepu w internecie
step-finance_cash-unsubscribe = Wypisz się z jednego newslettera z promocjami

approach-finance_diary = Dziennik pieniędzy
step-finance_diary-evening = Zapisz wieczorem wszystkie dzisiejsze wydatki
step-finance_diary-balance = Sprawdź stan konta i zapisz jedną liczbę
step-finance_diary-biggest = Znajdź największy zbędny wydatek ostatnich siedmiu dni

approach-finance_pay_yourself = Najpierw sobie
step-finance_pay_yourself-today = { $today ->
    [none] Przelej dziś na oszczędności choć małą kwotę
   *[other] Przelej dziś na oszczędności: { $today }
}
step-finance_pay_yourself-order = Ustaw stałe zlecenie na dzień po wypłacie, choćby małe
step-finance_pay_yourself-raise = Zapisz: przy następnej podwyżce połowa różnicy idzie na oszczędności

approach-finance_separate_account = Konto na uboczu
step-finance_separate_account-open = Załóż osobne subkonto tylko na ten cel
step-finance_separate_account-no_card = Ukryj konto oszczędnościowe na ekranie głównym aplikacji banku
step-finance_separate_account-move = Przenieś wieczorem na to konto to, co dziś zostało

approach-finance_future_self = Cel z twarzą
step-finance_future_self-picture = Ustaw zdjęcie tego, na co zbierasz, jako tapetę
step-finance_future_self-letter = Napisz trzy zdania do siebie za dziesięć lat
step-finance_future_self-name = Nazwij konto oszczędnościowe tak jak cel

approach-finance_pennies = Drobne na co dzień
step-finance_pennies-coffee = Odłóż dziś równowartość jednej kawy
step-finance_pennies-round = Zaokrąglij dzisiejsze wydatki w górę i odłóż różnicę
step-finance_pennies-jar = Wrzuć do słoika wszystkie monety z kieszeni

approach-finance_cheaper_twin = Tańszy odpowiednik
step-finance_cheaper_twin-food = Zabierz albo zjedz dziś jedzenie z domu zamiast kupionego
step-finance_cheaper_twin-free = Wybierz na dziś darmową rozrywkę: spacer, biblioteka, gra
step-finance_cheaper_twin-shelf = Zamień jeden produkt na tańszy z niższej półki

approach-finance_together = Pieniądze nie w pojedynkę
step-finance_together-tell = Powiedz komuś zaufanemu, jaką kwotę masz na celu
step-finance_together-weekly = Umów się z kimś na krótką wiadomość co tydzień: ile wyszło
step-finance_together-ask = Zapytaj kogoś oszczędnego o jeden jego sposób

approach-finance_list = Zakupy z listą
step-finance_list-list = Zrób listę przed zakupami i kup tylko to, co na niej
step-finance_list-eat = Zjedz coś, zanim pójdziesz na zakupy
step-finance_list-day = Wyznacz jeden dzień tygodnia na zakupy, resztę zostaw bez nich

approach-finance_new_page = Czysta karta
step-finance_new_page-today = Zacznij dziś od nowa: { part-small }
step-finance_new_page-gap = Zapisz, co zjadło plan, i skreśl to bez wyrzutów
step-finance_new_page-smaller = Ustal na trzy dni łatwiejszy plan i zapisz go

approach-finance_treat = Nagroda za darmo
step-finance_treat-pair = Sprawdzaj wydatki tylko przy ulubionej muzyce albo herbacie
step-finance_treat-reward = Wybierz darmową nagrodę za dzień zgodny z planem
step-finance_treat-cheer = Zaznacz dzień zgodny z planem dużym znakiem w kalendarzu
