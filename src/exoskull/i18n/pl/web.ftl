### Strony i to, co sieć mówi, gdy czegoś nie da się zrobić. Bez odmiany przez płeć.

## Wszędzie

web-skip = Przejdź do treści
web-language = Język
web-close = Zamknij
web-loading = Wczytuję…
web-save = Zapisz
web-examples = Przykłady
web-error-title = To się nie udało
web-error-back = Wróć na stronę

## Wokół każdej strony

web-nav-all = Wszystkie strony
web-nav-bar = Główne strony
web-nav-more = Więcej
web-nav-group-day = Na co dzień
web-nav-group-learned = Czego się uczę
web-nav-group-allowed = Co mi wolno
web-nav-group-own = Ty
web-nav-today = Dziś
web-nav-feed = Co robię
web-nav-goals = Cele
web-nav-apps = Aplikacje
web-nav-briefings = Plan dnia
web-nav-overview = Jak działam
web-nav-preferences = Preferencje
web-nav-conductor = Spostrzeżenia
web-nav-optimization = Próby
web-nav-skills = Umiejętności
web-nav-permissions = Uprawnienia
web-nav-interventions = Wiadomości
web-nav-scheduling = Harmonogram
web-nav-settings = Ustawienia
web-nav-summaries = Podsumowania
web-nav-accounts = Konto
web-app-about = Co zrobiła Twoja autonomiczna pętla, dlaczego i jak to zmienić.
web-offline-title = Brak połączenia
web-offline-lead = ExoSkull jest stąd teraz nieosiągalny. Nic nie ginie: działa dalej tam, gdzie go uruchomiono. Ta strona otworzy się sama, gdy połączenie wróci.
web-offline-again = Spróbuj ponownie
web-lost = Utracono połączenie. To, co widzisz, jest z godziny { $time }. Próbuję połączyć się ponownie.
web-lost-back = Połączenie wróciło.
web-lost-unsent = Ostatnia zmiana nie dotarła: powtórz ją, proszę.
date-tick = { $day }.{ $month ->
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
    [10] 10
    [11] 11
   *[12] 12
}

## Logowanie

web-login-title = Logowanie
web-login-once = Ten link wpuszcza jeden raz. Jest tylko dla Ciebie: nie przekazuj go dalej.
web-login-button = Zaloguj
web-login-need-link = Wchodzi się tu jednorazowym linkiem. Kto prowadzi ten ExoSkull, tworzy go poleceniem:
web-login-name = NAZWA
web-login-first = `./exo up` też wypisuje taki link przy każdym starcie.
web-sign-out = Wyloguj

## Pierwsze kroki

web-setup-title = Pierwsze kroki
web-steps = Kroki
web-step-name = Ty
web-step-zone = Zegar
web-step-goal = Cel
web-step-rules = Zasady
web-step-taste = Pytania
web-setup-name-title = Cześć! Jak mam się do Ciebie zwracać?
web-setup-name-lead = Tak powstanie Twoja własna przestrzeń. Wszystko, co w niej jest, zostaje na tej maszynie.
web-setup-name-label = Imię
web-setup-zone-title = Gdzie mieszkasz, { $name }?
web-setup-zone-lead = Dzięki temu odezwę się rano Twojego dnia, a nigdy w nocy.
web-setup-zone-label = Strefa czasowa
web-setup-zone-hint = Wzięta z przeglądarki, jeśli ją podała. Aby zmienić, zacznij wpisywać miasto.
web-setup-next = Dalej
web-goal-label = Twój pierwszy cel
web-goal-placeholder = Chcę biegać 3 razy w tygodniu
web-goal-example-1 = Chcę biegać 3 razy w tygodniu
web-goal-example-2 = Chcę pić 8 szklanek wody dziennie
web-goal-example-3 = Chcę spać co najmniej 7 godzin na dobę
web-goal-begin = Zaczynamy
web-goal-skip = Nie teraz

## Strona

web-today = Dziś
web-hello = Cześć, { $name }
web-status-awake = Pracuję i zaglądam co 15 minut
web-status-quiet = Godziny ciszy: nie piszę do { $until }
web-status-paused = { $until ->
    [none] Przerwa, aż ją zakończysz
   *[other] Przerwa do: { $until }
}
web-pause = Przerwa na dziś
web-resume = Wznów
web-live = na żywo
web-connecting = łączę się…

web-chat-title = Rozmowa
web-chat-label = Twoja wiadomość
web-chat-placeholder = Napisz, co za Tobą, czego chcesz, albo zapytaj „dlaczego?”
web-chat-empty = Jeszcze nic tu nie ma. Napisz cel, ile wody za Tobą, jaki był sen, albo zapytaj „jak mi idzie?”.
web-chat-example-1 = 3 szklanki wody
web-chat-example-2 = przypomnij mi jutro o 18 o dentyście
web-chat-example-3 = jak mi idzie?
web-send = Wyślij
web-you = Ty
web-notice = Powiadomienie
web-by-sms = SMS
web-by-email = e-mail

web-waiting-title = Co chcę wysłać
web-waiting-asks = Czy mogę?
web-waiting-closed = Czeka na odpowiedź
web-waiting-planned = Chcę napisać
web-waiting-when = { $when }, { $channel ->
    [in_app] w aplikacji
    [email] e-mailem
    [sms] SMS-em
   *[other] { $channel }
}
web-waiting-until = Bez Twojej odpowiedzi ({ $when }) nic nie zrobię.
web-waiting-empty = Nic nie jest zaplanowane. Co chcę wysłać, najpierw stoi tutaj i możesz to cofnąć.
web-waiting-more = Pokaż dalsze (jeszcze { $count })
web-waiting-nearest = Wróć do najbliższych
web-waiting-end = Dalej nic już nie czeka.
web-because = Powód: { $reason }
web-approve = Tak, zrób to
web-reject = Nie
web-undo = Nie wysyłaj

web-feed-title = Co robię
web-feed-empty = Tu zobaczysz na bieżąco wszystko, co zauważę, postanowię i zrobię, i dlaczego.
web-feed-earlier = Pokaż wcześniejsze
web-earlier = Pokaż wcześniejsze (jeszcze { $count })
web-newest = Wróć do najnowszych
web-why = Dlaczego?
web-chain-rule = Reguła:
web-chain-receipt = Potwierdzenie:
web-chain-trace = Łańcuch
web-remedy = { $limit ->
    [none] Pozwól: { $rule }
   *[other] Pozwól: { $rule }, do { $limit } dziennie
}
web-remedy-done = Zmienione. Obowiązuje od teraz.

web-rules-title = Co mi wolno
web-rules-lead = Każde zdanie to przełącznik. Działa od razu, także na to, co już zaplanowane.
web-rules-empty = Nie ma żadnych reguł, więc nie robię niczego, czego nie da się cofnąć, a o resztę pytam.
web-effect-allow = Wolno
web-effect-ask = Pytaj
web-effect-deny = Nigdy
web-rule-by = { $by ->
    [default] od początku
    [approval] Twoja zgoda na propozycję
   *[person] Twoja decyzja
}
web-rule-used = { $limit ->
    [none] dziś: { $used }
   *[other] dziś: { $used } z { $limit }
}
web-rule-until = wygasa: { $when }
web-rule-more = Więcej
web-rule-limit = Najwyżej dziennie
web-rule-no-limit = bez limitu
web-rule-remove = Usuń regułę

## Co poszło nie tak

error-route-not_found = Pod { $path } nic nie ma. Sprawdź, czy adres jest bez literówki, albo wróć na stronę główną. Adresy dla programów wymienia /openapi.json.
error-method-not_allowed = { $method } nie jest tu możliwe. Co jest, mówi nagłówek Allow.
error-body-too_large = To za dużo naraz: mieści się najwyżej { $limit } KiB. Wyślij to w częściach.
error-body-malformed = Tego, co przyszło, nie da się odczytać. Wyślij całość jako JSON lub formularz i podaj to w Content-Type.
error-input-missing = Brakuje pola { $field }. Podaj jego wartość.
error-input-extra_forbidden = Nie ma tu pola { $field }. Sprawdź pisownię albo je pomiń.
error-input-naive_instant = W polu { $field } brakuje strefy czasowej. Podaj czas z przesunięciem, np. 2026-03-02T08:00:00+01:00.
error-input-out_of_range = Wartość pola { $field } jest poza zakresem. Granica to { $limit }.
error-input-too_long = Pole { $field } jest za długie. Zmieści się najwyżej { $limit } znaków.
error-input-wrong_type = Pole { $field } ma złą wartość: { $expected ->
    [string] podaj tekst
    [int] podaj liczbę całkowitą
    [float] podaj liczbę
    [bool] podaj true albo false
    [date] podaj datę, np. 2026-05-31
    [datetime] podaj czas z przesunięciem, np. 2026-03-02T08:00:00+01:00
    [uuid] podaj identyfikator w takiej postaci, w jakiej przyszedł
    [list] podaj listę
   *[other] porównaj z /openapi.json
}.
error-token-missing = Potrzebny jest token w nagłówku „Authorization: Bearer TOKEN”. Zrobisz go poleceniem `exoskull tenant token`.
error-session-missing = Trzeba się zalogować. Otwórz swój jednorazowy link; nowy zrobisz poleceniem `exoskull tenant token`.
error-setup-link_invalid = Ten link nie działa: wygasł albo był już użyty. `./exo up` wypisuje nowy przy każdym starcie.
error-request-cross_site = To żądanie przyszło z innej strony, więc nic się nie stało. Użyj samej tej strony.
error-idempotency_key-invalid = Idempotency-Key to od 1 do { $limit } zwykłych znaków ASCII. Podaj inny albo żadnego.
error-message-key_reused = Ten Idempotency-Key należy już do innej wiadomości. Do nowej wiadomości weź nowy klucz.
error-event-invalid_position = Last-Event-ID musi być numerem zdarzenia, liczbą całkowitą. Pomiń go, aby zacząć od teraz.
error-event-unknown_trace = Nie ma takiego łańcucha zdarzeń albo nie jest Twój. Otwórz go z listy zdarzeń.
error-port-unusable = Nie da się nasłuchiwać na { $host }, port { $port }. Sprawdź EXOSKULL_HOST i --port; porty poniżej 1024 wymagają roota.
