### Logowanie, strona konta i zaproszenia. Bez odmiany przez płeć.

## Drzwi

accounts-login-label = Imię albo e-mail
accounts-password-label = Hasło
accounts-mail-me = Wyślij mi link
accounts-mailed = Jeśli ktoś taki tu jest i ma adres e-mail, link jest już w drodze. Działa raz, przez { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
    [many] { $minutes } minut
   *[other] { $minutes } minuty
}.
accounts-passkey-use = Użyj klucza dostępu
accounts-passkey-failed = Klucz dostępu nie został użyty: okno zostało zamknięte albo klucz jest do innej strony. Spróbuj jeszcze raz albo zaloguj się inaczej.
accounts-other-way = Nic z tego nie działa?

accounts-mail-subject = Twój link do zalogowania w ExoSkull
accounts-mail-text = Cześć, { $name }.

    Ten link zaloguje Cię jeden raz. Działa przez { $minutes ->
        [one] { $minutes } minutę
        [few] { $minutes } minuty
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }:

    { $url }

    To nie Twoja prośba? Widocznie ktoś wpisał Twój adres. Nie otwieraj linku, a nic się nie stanie.

## Konto

accounts-title = Konto
accounts-lead = Kto może tu wejść, czym i jak to zakończyć. Każda zmiana działa od razu.

accounts-sessions-title = Gdzie trwa Twoja sesja
accounts-sessions-lead = Nie znasz którejś z nich? Wyloguj ją i ustaw nowe hasło.
accounts-browser = { $name ->
    [none] Nieznana przeglądarka
   *[other] { $name }
}{ $system ->
    [none] {""}
   *[other] {""}, { $system }
}
accounts-session-this = ta tutaj
accounts-session-when = Początek: { $begun }, ostatnie użycie: { $used }.
accounts-session-from = Adres: { $address }.
accounts-session-end-one = Wyloguj sesję, początek: { $when }
accounts-sessions-end-others = Wyloguj wszędzie poza tym miejscem

accounts-passkeys-title = Klucze dostępu
accounts-passkeys-lead = Klucz dostępu jest w Twoim telefonie, komputerze albo kluczu sprzętowym. Otwiera się palcem, twarzą lub PIN-em i nikt go stąd nie wykradnie.
accounts-passkeys-empty = Jeszcze nie ma żadnego. Pierwszy zajmie pół minuty.
accounts-passkeys-browser = Ta przeglądarka nie umie tworzyć kluczy dostępu.
accounts-passkey-label = Jak go nazwać
accounts-passkey-example = Mój telefon
accounts-passkey-add = Dodaj klucz dostępu
accounts-passkey-remove-one = Usuń klucz dostępu { $label }
accounts-remove = Usuń
accounts-made = Powstanie: { $when }.
accounts-used = Ostatnie użycie: { $when }.
accounts-unused = Jeszcze bez użycia.

accounts-password-title = Hasło
accounts-password-since = Masz hasło. Ostatnia zmiana: { $when }.
accounts-password-none = Nie masz hasła.
accounts-password-ends = Nowe hasło wyloguje Cię wszędzie indziej.
accounts-password-current = Dotychczasowe hasło
accounts-password-fresh = Logowanie było przed chwilą, więc to pole może zostać puste.
accounts-password-new = Nowe hasło
accounts-password-hint = Co najmniej { $least ->
    [one] { $least } znak
    [few] { $least } znaki
    [many] { $least } znaków
   *[other] { $least } znaku
}. Kilka słów łatwo zapamiętać, a trudno zgadnąć.
accounts-password-remove = Usuń hasło

accounts-mail-title = Linki e-mailem
accounts-mail-on = Kto czyta pocztę { $address }, może poprosić o link i się zalogować.
accounts-mail-off = Linki e-mailem są wyłączone: strona logowania żadnego nie wyśle.
accounts-mail-lacks = Nie ma jak wysłać Ci linku: ta instalacja nie wysyła e-maili albo w ustawieniach nie ma Twojego adresu.
accounts-mail-stop = Wyłącz linki
accounts-mail-allow = Włącz linki

accounts-tokens-title = Tokeny dla programów
accounts-tokens-lead = Program pokazuje token, żeby używać API w Twoim imieniu. Daj każdemu programowi osobny i tylko tyle, ile potrzebuje.
accounts-tokens-empty = Nie ma żadnego. Utwórz go, gdy jakiś program o to poprosi.
accounts-token-once = Oto token. Skopiuj go teraz: zostaje tylko jego skrót, więc nie pojawi się już nigdy więcej.
accounts-token-unnamed = Bez nazwy
accounts-token-label = Do czego jest
accounts-token-example = Zegarek, serwer domowy
accounts-token-scope = Co mu wolno
accounts-token-make = Utwórz token
accounts-token-revoke = Unieważnij
accounts-token-revoke-one = Unieważnij token { $label }
accounts-scope-read = odczyt
accounts-scope-write = zapis
accounts-scope-admin = wszystko
accounts-scope-read-about = Tylko odczyt
accounts-scope-write-about = Odczyt i to, co robisz na co dzień
accounts-scope-admin-about = Wszystko: także ustawienia, uprawnienia i tokeny

accounts-others-title = Inne osoby
accounts-others-lead = Każda osoba ma tu własną przestrzeń, której nie widzi nikt inny, Ty też nie.
accounts-others-link = Zaproś kogoś

## Zaproszenia

accounts-invitations-title = Zaproszenia
accounts-invitations-lead = Zaproszona osoba dostaje własną przestrzeń w tej instalacji. Nie widzisz jej danych, a ona nie widzi Twoich.
accounts-invitation-label = Dla kogo
accounts-invitation-example = Jan
accounts-invitation-email = E-mail tej osoby (może zostać pusty)
accounts-invitation-email-hint = Tam pójdzie link. Bez adresu przekażesz go w inny sposób.
accounts-invitation-make = Zaproś
accounts-invitation-once = Oto link. Dla kogo: { $label }. Skopiuj go teraz: zostaje tylko jego skrót. Działa raz, przez { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}.
accounts-invitation-mailed = Serwer poczty przyjął e-mail z linkiem.
accounts-invitation-not-mailed = E-maila nie udało się wysłać. Przekaż link w inny sposób.
accounts-invitations-open = Dotychczasowe zaproszenia
accounts-invitations-empty = Nie ma jeszcze żadnych zaproszeń.
accounts-invitation-state = { $state ->
    [used] przyjęte
    [revoked] cofnięte
    [expired] po terminie
   *[open] otwarte
}
accounts-invitation-until = Ważne do: { $when }.
accounts-invitation-made = Powstanie: { $when }.
accounts-invitation-withdraw = Cofnij
accounts-invitation-withdraw-one = Cofnij zaproszenie, dla kogo: { $label }
accounts-invitation-subject = { $name } zaprasza Cię do ExoSkull
accounts-invitation-text = Cześć.

    { $name } zaprasza Cię do własnej przestrzeni w ExoSkull. Tego, co w niej będzie, nie zobaczy nikt poza Tobą.

    Ten link ją utworzy, jeden raz. Działa przez { $days ->
        [one] { $days } dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    }:

    { $url }

## W tym, co się dzieje

feed-account-changed = { $what ->
    [password_set] Masz nowe hasło, a wszystkie inne sesje są wylogowane.
    [password_removed] Twoje hasło zostało usunięte.
    [passkey_added] Doszedł klucz dostępu{ $label ->
        [none] {""}
       *[other] {""}: { $label }
    }.
    [passkey_removed] Klucz dostępu został usunięty.
    [mail_links_on] Znów można logować się linkiem z Twojej poczty.
    [mail_links_off] Linkiem z poczty nie można się już zalogować.
    [token_made] Powstał token dla programu{ $label ->
        [none] {""}
       *[other] {""}: { $label }
    }.
    [token_revoked] Token został unieważniony.
    [invited] Powstało zaproszenie{ $label ->
        [none] {""}
       *[other] {""}: { $label }
    }.
    [provider_linked] Konto gdzie indziej jest połączone: można nim tu wejść.
    [provider_unlinked] Konto gdzie indziej jest rozłączone.
    [invitation_withdrawn] Zaproszenie zostało cofnięte.
   *[none] Zmienił się sposób wchodzenia na Twoje konto.
}

## Co się nie udało

error-sign_in-wrong = To do siebie nie pasuje albo nie ma jeszcze hasła. Sprawdź jedno i drugie lub zaloguj się inaczej.
error-sign_in-too_many = Za dużo prób. Odczekaj { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
    [many] { $minutes } minut
   *[other] { $minutes } minuty
} albo zaloguj się inaczej; klucz dostępu nadal działa.
error-sign_in-who = Najpierw wpisz imię albo e-mail, żeby było wiadomo, do kogo pisać.
error-password-too_short = To hasło jest za krótkie. Najmniejsza liczba znaków: { $least }.
error-password-too_long = To hasło jest za długie. Największa liczba znaków: { $most }.
error-password-too_plain = To hasło za łatwo zgadnąć. Najmniejsza liczba różnych znaków: { $least }; nie może to być też Twoje imię ani adres.
error-password-wrong_current = To nie jest dotychczasowe hasło. Spróbuj jeszcze raz albo zaloguj się na nowo linkiem; wtedy nie trzeba go znać.
error-password-sign_in_again = Żeby ustawić hasło, najpierw zaloguj się jeszcze raz: można to zrobić w ciągu kwadransa od logowania.
error-session-not_found = Ta sesja już się skończyła. Wczytaj stronę jeszcze raz.
error-token-not_found = Ten token już nie działa. Wczytaj stronę jeszcze raz.
error-token-unknown_scope = Nie ma takiego zakresu. Wybierz jeden z: { $known }.
error-token-too_many = Tokenów jest już { $most } i więcej być nie może. Unieważnij któryś niepotrzebny.
error-token-scope = Ten token może tylko { $scope ->
    [read] czytać
   *[other] czytać i zapisywać
}, a tu potrzebny jest zakres „{ $needed }”. Użyj innego tokena; utworzysz go na stronie konta.
error-label-invalid = Nazwa ma od 1 do { $most } znaków w jednym wierszu. Podaj inną.
error-passkey-invalid = Nie udało się zachować klucza dostępu: odpowiedź przeglądarki przyszła za późno albo nie była do tej strony. Spróbuj jeszcze raz.
error-passkey-unknown = Ten klucz dostępu nie jest tu znany albo odpowiedział za późno. Spróbuj jeszcze raz lub zaloguj się inaczej.
error-passkey-no_site = Klucze dostępu wymagają https albo adresu http://localhost. Osoba prowadząca instalację może ustawić EXOSKULL_PUBLIC_URL na jej adres https.
error-passkey-too_many = Kluczy dostępu jest już { $most } i więcej być nie może. Usuń któryś niepotrzebny.
error-passkey-known = Ten klucz dostępu już tu jest.
error-passkey-not_found = Tego klucza dostępu już nie ma. Wczytaj stronę jeszcze raz.
error-invitation-not_owner = Zapraszać może tylko osoba, do której należy ta instalacja. Poproś ją o to.
error-invitation-not_found = To zaproszenie nie jest już otwarte. Wczytaj stronę jeszcze raz.
error-invitation-too_many = Otwartych zaproszeń jest już { $most } i więcej być nie może. Najpierw cofnij któreś.
error-settings-invalid_trusted_proxy = W EXOSKULL_TRUSTED_PROXY jest „{ $value }”, a to nie jest adres IP ani sieć. Napisz na przykład 10.0.0.5 albo 172.16.0.0/12, kilka po przecinku.

## Konto gdzie indziej

accounts-provider-use = Zaloguj przez: { $provider }
accounts-provider-setup = Zacznij przez: { $provider }
accounts-provider-title = Konto gdzie indziej
accounts-provider-lead = { $provider ->
    [none] Konta, którymi można tu wejść.
   *[other] Połączone konto ({ $provider }) wpuszcza Cię tutaj. Dowiaduje się tylko o logowaniu, a nie o tym, co tu robisz.
}
accounts-provider-empty = Żadne nie jest jeszcze połączone.
accounts-provider-since = Połączone: { $when }.
accounts-provider-link = Połącz konto: { $provider }
accounts-provider-remove = Rozłącz
accounts-provider-remove-one = Rozłącz { $label }
accounts-provider-leaving = Dalej: { $provider }
accounts-provider-leaving-lead = Tam potwierdzisz, kim jesteś, i wrócisz tutaj.
accounts-provider-go = Przejdź: { $provider }

error-identity-no_provider = Nie ma tu ustawionego dostawcy tożsamości. Kto prowadzi ten ExoSkull, może ustawić EXOSKULL_OIDC_ISSUER i EXOSKULL_OIDC_CLIENT_ID. Zaloguj się inaczej.
error-identity-provider_down = { $provider } nie odpowiada tak, jak trzeba ({ $what }). Zaloguj się inaczej albo spróbuj później.
error-identity-code_refused = { $provider } nie potwierdza swojej odpowiedzi. Spróbuj jeszcze raz; jeśli to się powtarza, kto prowadzi ten ExoSkull, musi sprawdzić identyfikator i sekret klienta.
error-identity-refused = { $provider } nie wpuszcza albo padło tam „nie”. Spróbuj jeszcze raz albo zaloguj się inaczej.
error-identity-request_unknown = Ta odpowiedź nie pasuje do żadnego pytania tej przeglądarki: była już użyta, trwało to ponad dziesięć minut albo pytało inne okno. Spróbuj jeszcze raz.
error-identity-token_invalid = Tej odpowiedzi nie można zaufać ({ $why }), więc nikt się nie zalogował. Spróbuj jeszcze raz; jeśli to się powtarza, powiedz o tym osobie, która prowadzi ten ExoSkull.
error-identity-unknown = Żadna przestrzeń nie jest tu połączona z tym kontem ({ $provider }). Zaloguj się inaczej i połącz je na stronie Konto.
error-identity-taken = To konto jest połączone z inną przestrzenią. Najpierw je tam rozłącz.
error-identity-somebody_else = Zalogowana jest tu już inna osoba, więc nic nie zostało połączone. Wejdź na stronę Konto i połącz jeszcze raz.
error-identity-too_many = Jest tu już { $most ->
    [one] { $most } połączone konto
    [few] { $most } połączone konta
    [many] { $most } połączonych kont
   *[other] { $most } połączonego konta
}. Najpierw jakieś rozłącz.
error-identity-not_found = Nie ma takiego połączonego konta. Wszystkie są na stronie Konto.
error-settings-oidc_incomplete = Do dostawcy tożsamości potrzeba i EXOSKULL_OIDC_ISSUER, i EXOSKULL_OIDC_CLIENT_ID. Ustaw brakującą zmienną albo żadnej.
error-settings-invalid_oidc_issuer = „{ $value }” nie jest wydawcą. Podaj jego adres https tak, jak zapisuje go dostawca, np. https://id.example.org/realms/home.
