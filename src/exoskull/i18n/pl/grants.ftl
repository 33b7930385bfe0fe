### Tabela uprawnień: dlaczego coś wolno lub nie, i co jest nie tak z regułą. Bez odmiany przez płeć.
### $action, $pattern: tak, jak się je zapisuje, „send_sms:wellness”, „create_task:*”.

## Części

grant-effect = { $effect ->
    [allow] wolno
    [ask] najpierw pytam
    [deny] nie wolno
    [revoked] bez reguły
   *[other] { $effect }
}
grant-by = { $by ->
    [default] od początku
    [person] Twoja decyzja
    [tape] Twoja decyzja, z nagrania
    [approval] Twoja zgoda na propozycję
   *[other] { $by }
}
grant-verb = { $verb ->
    [activate_app] Włączanie aplikacji
    [activate_skill] Włączanie umiejętności
    [all] Wszystko, co możliwe
    [archive_app] Archiwizowanie aplikacji
    [complete_task] Odhaczanie zadań
    [create_app] Tworzenie aplikacji
    [create_goal] Ustalanie celów
    [create_task] Dodawanie zadań
    [delete_data] Usuwanie danych
    [log_health] Zapisywanie pomiarów
    [modify_source] Zmienianie własnego programu
    [send_email] Wysyłanie e-maili
    [send_notification] Wysyłanie powiadomień
    [send_sms] Wysyłanie SMS-ów
    [spend_money] Wydawanie pieniędzy
    [trigger_checkin] Pytanie o samopoczucie
    [update_app] Zmienianie aplikacji
    [update_goal] Zmienianie celów
    [update_task] Zmienianie zadań
   *[other] { $verb }
}
grant-scope = { $scope ->
    [goal] w sprawie Twoich celów
    [stranger] do obcych
    [summary] z podsumowaniem
    [wellness] w sprawie samopoczucia
   *[other] ({ $scope })
}
# „Wysyłanie SMS-ów w sprawie Twoich celów”
grant-pattern = { $verb ->
    [all] { grant-verb }
   *[other] { $scope ->
        [all] { grant-verb }
       *[other] { grant-verb } { grant-scope }
    }
}
grant-part-times = { $daily_limit ->
    [one] { $daily_limit } raz
   *[other] { $daily_limit } razy
}
# „wydano 1 cent, 3 centy, 5 centów”
grant-part-spent = { $spent ->
    [one] { $spent } cent
    [few] { $spent } centy
    [many] { $spent } centów
   *[other] { $spent } centa
}
# „z 1 centa, z 3 centów”, „do 1 centa, do 3 centów”
grant-part-spend-limit = { $spend_limit ->
    [one] { $spend_limit } centa
   *[other] { $spend_limit } centów
}
grant-part-cost = { $cost ->
    [one] { $cost } cent
    [few] { $cost } centy
    [many] { $cost } centów
   *[other] { $cost } centa
}

## Dlaczego

grant-reason-allowed-by-rule = Reguła { $pattern } pozwala na { $action }.
grant-reason-asks-by-rule = Reguła { $pattern } każe zapytać Cię przed { $action }.
grant-reason-denied-by-rule = Reguła { $pattern } nie pozwala na { $action }.
grant-reason-limit-reached = { $daily_limit ->
    [0] Reguła { $pattern } nie pozwala na nic w ciągu dnia, więc { $action } się nie wydarzy.
   *[other] Reguła { $pattern } pozwala na to { grant-part-times } dziennie i dziś limit jest już wykorzystany.
}
grant-reason-spend-limit-reached = Koszt { $action } to { grant-part-cost }. Z { grant-part-spend-limit } na dziś dla { $pattern } wydano już { grant-part-spent }.
grant-reason-nothing-matches-reversible = Żadna reguła nie mówi o { $action }. To da się cofnąć, więc najpierw pytam.
grant-reason-nothing-matches-irreversible = Żadna reguła nie pozwala na { $action }, a tego nie da się cofnąć, więc to się nie wydarzy.
grant-reason-lookup-failed = Nie udało się odczytać Twoich reguł, więc { $action } się nie wydarzy. Spróbuj ponownie za chwilę; `exoskull doctor` powie, co jest nie tak.

## Co by to zmieniło

grant-remedy-allow = Aby działo się to bez pytania, zezwól na { $pattern }.
grant-remedy-limit = Aby stało się to jeszcze dziś, podnieś dzienny limit { $pattern } do { $daily_limit }.
grant-remedy-spend-limit = Aby stało się to jeszcze dziś, podnieś dzienny limit wydatków { $pattern } do { grant-part-spend-limit }.

## Każda reguła i każdy limit

grant-standing = { $standing ->
    [decides] rozstrzyga
    [outranked] ustępuje innej
   *[expired] wygasła
}
grant-limit-daily-count = { $limit ->
    [none] Dziś: { $used }, bez limitu.
   *[other] Dziś: { $used } z { $limit }.
}
grant-limit-daily-spend-cents = { $limit ->
    [none] Wydane dziś centy: { $used }, bez limitu.
   *[other] Wydane dziś centy: { $used } z { $limit }.
}

## Propozycja

grant-proposal = { $approvals ->
    [one] To już { $approvals } Twoja zgoda
    [few] To już { $approvals } Twoje zgody
    [many] To już { $approvals } Twoich zgód
   *[other] To już { $approvals } Twojej zgody
} bez ani jednej odmowy: { $pattern }. Czy od teraz mam to robić bez pytania?
grant-question-subject = Robić to bez pytania?
grant-question = { $asked } TAK { $code } albo NIE { $code }. Bez odpowiedzi nic się nie zmienia.
grant-question-reason = Wynika to z Twoich odpowiedzi. Regułę możesz zmienić w każdej chwili na stronie uprawnień.
assistant-rule-made = Od teraz bez pytania: { $about }. Zmienisz to na stronie uprawnień.
assistant-rule-left = Zostaje, jak jest, i dalej pytam: { $about }.

## Błędy

error-grant-invalid_action = „{ $value }” nie jest działaniem. Zapisz je małymi literami jako czasownik:zakres, na przykład send_sms:wellness.
error-grant-invalid_pattern = „{ $value }” nie jest wzorcem. Zapisz czasownik:zakres, czasownik:* albo *:*, na przykład send_sms:wellness lub create_task:*.
error-grant-invalid_effect = „{ $value }” nie jest decyzją. Wybierz allow (wolno), ask (pytaj) lub deny (nie wolno).
error-grant-invalid_limit = { $value } nie może być limitem. Podaj liczbę całkowitą od 0 do { $maximum }.
error-grant-limit_on_deny = Reguła, która zabrania, nie potrzebuje limitu. Pomiń limit dla { $pattern } albo wybierz allow lub ask.
error-grant-naive_expiry = W dacie wygaśnięcia brakuje strefy czasowej. Dopisz przesunięcie, na przykład 2026-03-02T08:00:00+01:00.
error-grant-expired_already = Termin { $value } już minął. Podaj datę wygaśnięcia w przyszłości albo żadnej.
error-grant-negative_cost = Działanie nie może kosztować { $value } centów. Podaj 0 lub więcej.
error-grant-not_found = Nie ma reguły { $pattern }, którą można by odwołać. Istniejące pokaże `exoskull grants list`.
error-grant-no_such_record = Nie ma takiej wcześniejszej zasady. Zajrzyj na stronę Uprawnienia, do części Wcześniejsze zasady.
error-grant-authorization_not_found = Ta osoba nie ma pozwolenia { $id }. Sprawdź numer i to, do kogo należy.
error-grant-place_given_back = Pozwolenie na { $action } zostało już zwrócone. Poproś o nowe, zanim zaczniesz działać.
error-grant-proposal_not_found = Nie ma takiej propozycji. Te, które czekają na Ciebie, są wśród Twoich uprawnień.
error-grant-proposal_closed = Ta propozycja została już rozstrzygnięta. Regułę możesz zmienić wśród swoich uprawnień.
error-grant-proposal_overtaken = Twoje własne reguły rozstrzygnęły już sprawę { $pattern }. Możesz to zmienić wśród swoich uprawnień.
