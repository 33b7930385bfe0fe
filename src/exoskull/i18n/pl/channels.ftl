# Adresy.
error-phone-invalid = „{ $value }” nie wygląda na numer telefonu. Wpisz go z numerem kierunkowym kraju, na przykład +48 600 100 200.
error-phone-country_missing = W numerze „{ $value }” brakuje numeru kierunkowego kraju. Dopisz go na początku, na przykład +48 dla Polski.
error-email-invalid = „{ $value }” to nie jest adres e-mail. Wpisz sam adres, na przykład anna@example.org.
error-address-none_in_app = Wiadomości w aplikacji nie potrzebują adresu. Pomiń adres albo wybierz e-mail lub SMS.

# Ustawienia.
error-settings-invalid_smtp_url =
    { $problem ->
        [scheme] EXOSKULL_SMTP_URL musi zaczynać się od smtp:// lub smtps://. Wpisz go w postaci smtp://użytkownik:hasło@serwer:587.
        [option] EXOSKULL_SMTP_URL ma opcję, która nie istnieje albo tu nie pasuje. Po znaku zapytania może stać starttls=required, starttls=offered lub starttls=never (tylko przy smtp://) oraz ca=PLIK.
        [plain_password] EXOSKULL_SMTP_URL wysłałby hasło przez sieć bez szyfrowania. Usuń opcję starttls albo użyj smtps://.
       *[form] EXOSKULL_SMTP_URL jest nieczytelny. Wpisz go w postaci smtp://użytkownik:hasło@serwer:587, a znaki specjalne w haśle zakoduj procentowo (@ jako %40, / jako %2F).
    }
error-settings-invalid_mail_from = EXOSKULL_MAIL_FROM ma wartość „{ $value }”, a to nie jest nadawca. Wpisz adres albo nazwę i adres: ExoSkull <exo@example.org>.
error-settings-invalid_twilio_api_url = EXOSKULL_TWILIO_API_URL musi być adresem https://; http:// jest dozwolone tylko w obrębie tego komputera. Popraw go albo usuń, aby korzystać z samego Twilio.
error-channel-half_configured = Kanał jest ustawiony tylko w połowie: brakuje { $field }. Ustaw tę zmienną albo usuń pozostałe ustawienia kanału.

# Webhooki.
error-webhook-signature_invalid = To wywołanie nie ma ważnego podpisu Twilio. Jeśli wywołuje nas Twilio, sprawdź, czy EXOSKULL_TWILIO_TOKEN to token tego konta, a EXOSKULL_PUBLIC_URL to adres wpisany w Twilio.
error-webhook-malformed = To wywołanie nie jest formularzem Twilio: pola „{ $field }” brakuje albo jest nieczytelne. Kieruj na ten adres tylko webhooki Twilio.

# Stan kanału.
error-channel-ready = Gotowy do wysyłania.
error-channel-not_configured = Ten kanał nie jest ustawiony w tej instalacji. Operator może go ustawić przez EXOSKULL_SMTP_URL (e-mail) albo EXOSKULL_TWILIO_SID, _TOKEN i _FROM (SMS).

# Dlaczego e-mail nie wyszedł.
error-mail-unreachable = Nie można połączyć się z serwerem poczty. Spróbujemy ponownie; jeśli to potrwa, sprawdź serwer i port w EXOSKULL_SMTP_URL.
error-mail-not_secure = Z serwerem poczty nie można połączyć się bezpiecznie: nie oferuje szyfrowania albo jego certyfikat nie jest zaufany. Sprawdź serwer w EXOSKULL_SMTP_URL albo wskaż jego urząd certyfikacji przez ca=PLIK.
error-mail-login_refused = Serwer poczty nas nie wpuszcza. Sprawdź użytkownika i hasło w EXOSKULL_SMTP_URL; do tego czasu próbujemy co kwadrans.
error-mail-deferred = Serwer poczty prosi, żeby spróbować później. Wiadomość zostanie wysłana ponownie sama.
error-mail-connection_lost = Serwer poczty rozłączył się, zanim dostał wiadomość. Zostanie wysłana ponownie sama.
error-mail-answer_lost = Serwer poczty rozłączył się, zanim potwierdził wiadomość, więc mogła dojść. Aby nic nie przyszło dwa razy, nie wyślemy jej sami ponownie; zajrzyj do skrzynki.
error-mail-no_such_address = Na ten adres e-mail nie da się wysłać poczty. Sprawdź go w ustawieniach.
error-mail-refused = Serwer poczty odrzucił tę wiadomość. Następne mogą dojść; jeśli nie dochodzi żadna, sprawdź EXOSKULL_MAIL_FROM i reguły serwera.

# Dlaczego SMS nie wyszedł albo nie doszedł.
error-sms-unreachable = Nie można połączyć się z Twilio. Spróbujemy ponownie; jeśli to potrwa, sprawdź sieć tego komputera.
error-sms-answer_lost = Połączenie zerwało się, zanim Twilio potwierdziło SMS. Zanim wyślemy cokolwiek ponownie, sprawdzamy, co się z nim stało.
error-sms-provider_failed = W Twilio wystąpiła awaria. Zanim wyślemy cokolwiek ponownie, sprawdzamy, co stało się z SMS-em.
error-sms-busy = Twilio prosi, żeby zwolnić. SMS zostanie wysłany ponownie sam.
error-sms-login_refused = Twilio nas nie wpuszcza albo konto nie jest aktywne. Sprawdź EXOSKULL_TWILIO_SID i EXOSKULL_TWILIO_TOKEN; do tego czasu próbujemy co kwadrans.
error-sms-opted_out = Ten numer poprosił, żeby nie wysyłać mu SMS-ów. Aby znów je dostawać, wyślij z niego START na numer, z którego przychodziły.
error-sms-no_such_number = Na ten numer nie da się wysłać SMS-a. Sprawdź go w ustawieniach.
error-sms-refused = Twilio nie dostarczyło tego SMS-a. Następne mogą dojść; jeśli nie dochodzi żaden, sprawdź nadawcę i dozwolone kraje w konsoli Twilio.
