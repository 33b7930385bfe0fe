### Strony, które czytają z wielu miejsc: dlaczego, jak działam, cele, preferencje, wiadomości.

chart-as-table = Pokaż jako tabelę

## Dlaczego

why-title = Dlaczego
why-lead = Złożone teraz z tego, co zapisane, a nie z pamięci.
why-part-noticed = Co mnie skłoniło
why-part-known = Co wiem
why-part-chosen = Skąd ten wybór
why-part-permitted = Co na to pozwala
why-part-done = Co robię
why-part-came = Co z tego wyszło
why-part-next = Co było dalej
why-part-cost = Ile to kosztuje
why-row = { $kind ->
    [measure] { $text }, { $when }
    [message] Twoje słowa { $when }: „{ $text }”
    [goal] Twój cel „{ $text }”, ustawiony { $when }
   *[task] Zadanie „{ $text }”, { $when }
}
why-wish = { $wish ->
    [avoid] Twoje życzenie, unikam: { $side }
   *[prefer] Twoje życzenie, wolę: { $side }
}
why-read = { $count ->
    [0] Żaden wcześniejszy wynik nie był jeszcze znany.
    [one] Znany był { $count } wcześniejszy wynik.
    [few] Znane były { $count } wcześniejsze wyniki.
    [many] Znanych było { $count } wcześniejszych wyników.
   *[other] Znane było { $count } wcześniejszego wyniku.
}
why-no-way = Twoje zasady i godziny nie zostawiają żadnego sposobu, żeby napisać.
why-undrawn = { $count ->
    [one] Był { $count } sposób i nic nie zależało od przypadku: to Twoja prośba.
    [few] Były { $count } sposoby i nic nie zależało od przypadku: to Twoja prośba.
    [many] Było { $count } sposobów i nic nie zależało od przypadku: to Twoja prośba.
   *[other] Było { $count } sposobu i nic nie zależało od przypadku: to Twoja prośba.
}
why-send = { $count ->
    [one] Był { $count } sposób, żeby napisać, albo nie pisać wcale. Szansa na wiadomość: { $chance }.
    [few] Były { $count } sposoby, żeby napisać, albo nie pisać wcale. Szansa na wiadomość: { $chance }.
    [many] Było { $count } sposobów, żeby napisać, albo nie pisać wcale. Szansa na wiadomość: { $chance }.
   *[other] Było { $count } sposobu, żeby napisać, albo nie pisać wcale. Szansa na wiadomość: { $chance }.
}
why-drew-nothing = Zdecydował los, żebym mógł się uczyć, i wypadło: nic nie wysyłać.
why-drew = Los, ważony tym, czego się uczę, wybrał: { $way } ({ $chance }).
why-other-ways = Najbardziej prawdopodobne inne: { $ways }.
why-unavailable = { $count ->
    [one] { $count } sposób odpadł. { $reason }
    [few] { $count } sposoby odpadły. { $reason }
    [many] { $count } sposobów odpadło. { $reason }
   *[other] { $count } sposobu odpadło. { $reason }
}
why-way = { $channel ->
    [email] e-mailem
    [sms] SMS-em
   *[in_app] w aplikacji
} o { $hour }:00, { $framing ->
    [gentle] łagodnie
    [humor] z humorem
   *[direct] wprost
}
why-rule = { $approved ->
    [True] Twoja zgoda na dokładnie to, w ramach zasady: { $rule } ({ $pattern }).
   *[other] Zasada: { $rule } ({ $pattern }).
}
why-rule-refused = Żadna zasada na to nie pozwala: { $rule } ({ $pattern }).
why-rule-asked-later = O zasadę pytam jeszcze raz w chwili wysyłania: { $rule } ({ $pattern }).
why-limit = Wiadomości tego dnia: { $used } z najwyżej { $limit }.
why-act = { $state ->
    [planned] W planie { $channel ->
        [email] e-mailem
        [sms] SMS-em
       *[in_app] w aplikacji
    }: { $when }.
    [awaiting_approval] Czeka na Twoją zgodę; najwcześniej { $when }.
    [sending] Właśnie wychodzi.
    [sent] Wysłane { $channel ->
        [email] e-mailem
        [sms] SMS-em
       *[in_app] w aplikacji
    }, { $when }. { $receipt ->
        [none] Nie ma potwierdzenia.
       *[other] Potwierdzenie: { $receipt }
    }
    [unknown] Nie wiadomo, czy doszło. Najpierw to sprawdzę i nie wyślę drugi raz.
   *[other] Niewysłane.{ $why_not ->
        [none] {""}
       *[other] {""} { $why_not }
    }
}
why-effectiveness = { $days ->
    [one] Skuteczność w ciągu { $days } dnia: { $share }.
    [few] Skuteczność w ciągu { $days } dni: { $share }.
    [many] Skuteczność w ciągu { $days } dni: { $share }.
   *[other] Skuteczność w ciągu { $days } dnia: { $share }.
}
why-effect-part = { $part ->
    [user_response] Twoja odpowiedź: { $share }
    [behavior_change] Zmiana w tym, co mierzysz: { $share }
   *[goal_progress] Postęp celu: { $share }
}
why-waits = Na skutek czekam do: { $when }.
why-unmeasured = Nie ma pomiaru, który mówiłby, na ile to zadziałało.
why-read-later = { $read ->
    [True] Późniejsze decyzje brały ten wynik pod uwagę.
   *[other] Żadna późniejsza decyzja nie brała jeszcze tego wyniku pod uwagę.
}
why-cost = { $calls ->
    [one] Modele: { $cost }, { $calls } wywołanie.
    [few] Modele: { $cost }, { $calls } wywołania.
    [many] Modele: { $cost }, { $calls } wywołań.
   *[other] Modele: { $cost }, { $calls } wywołania.
}
why-cost-none = Nic: żaden model nie był wołany.
why-own-rule = { $family ->
    [clock] Moja reguła: wychodzi co dzień, co tydzień albo co miesiąc o godzinie z ustawień. Żadna preferencja nie miała na to wpływu.
    [reminder] Moja reguła: przypominam o porze, którą podajesz. Żadna preferencja nie miała na to wpływu.
    [app] Moja reguła: proponuję aplikację, gdy ta sama potrzeba pada { $mentions } razy albo gdy o nią prosisz.
    [app_change] Moja reguła: gdy z aplikacji korzystasz często, rzadko albo wcale, proponuję zmianę, a ona czeka na Ciebie.
    [skill] Moja reguła: proponuję umiejętność, gdy kilka razy pada ta sama prośba albo gdy mówisz, że jej chcesz.
    [strategy] Moja reguła: cel, który się opóźnia, dostaje strategię, a po nieudanych dniach (liczba: { $days }) inną.
    [preference] Moja reguła: o preferencji mówię dopiero przy co najmniej { $cases } zmierzonych wiadomościach z każdej strony i 95% pewności.
    [grant] Moja reguła: proponuję szerszą zasadę dopiero po { $approvals } Twoich zgodach z rzędu.
    [task] Moja reguła: cel, który tego potrzebuje, dostaje od jednego do trzech małych działań dziennie, z jego strategii.
    [trial] Moja reguła: próbuję jednej zmiany naraz, mierzę ją i cofam, jeśli nie pomaga.
    [gap] Moja reguła: raz w tygodniu szukam celów, którym nic nie służy.
    [finding] Moja reguła: mówię, co widać w pomiarach, tylko gdy danych jest dość.
    [incident] Moja reguła: daję znać, gdy coś mojego zawodzi kilka razy z rzędu.
    [person] To Twoje działanie albo Twoje słowa. Żadna moja reguła ani preferencja nie miała na to wpływu.
   *[other] Żadna Twoja preferencja ani życzenie nie miały na to wpływu: wynika to z mojej codziennej pracy.
}
why-held = Co było dla mnie pewne wtedy (nauka: { $when }): { $said }
why-held-now = Co jest dla mnie pewne teraz: { $said }
why-held-no-more = Teraz nie mam już co do tego pewności.
why-wish-lifted = To życzenie jest już cofnięte.
why-wish-since = Od tamtej pory pada od Ciebie nowe słowo. { $wish }
why-wish-now = Twoje słowo teraz. { $wish }
why-sure = Moja pewność: { $chance }.
why-nothing-drawn = Nic tu nie zależało od losu, więc nie ma szans, które można by podać.
why-chance-channel = { $level ->
    [email] E-mailem
    [sms] SMS-em
   *[in_app] W aplikacji
}: wybrane z szansą { $chance } spośród { $count } { $count ->
    [one] kanału
   *[other] kanałów
}.
why-chance-hour = O { $level }:00: wybrane z szansą { $chance } spośród { $count } { $count ->
    [one] godziny
   *[other] godzin
}.
why-chance-framing = { $level ->
    [gentle] Łagodnie
    [humor] Z humorem
   *[direct] Wprost
}: wybrane z szansą { $chance } spośród { $count } { $count ->
    [one] tonu
   *[other] tonów
}.
why-rule-limit = Użycia tej zasady tego dnia: { $used } z najwyżej { $limit }.
why-rule-no-limit = Użycia tej zasady tego dnia: { $used }. Własnego limitu dziennego nie ma.
why-rule-gone = Ta zasada już nie obowiązuje, od: { $when }.
why-rule-never-asked = Do pytania o zasadę nie doszło: { $rule } ({ $pattern }).
why-permit-yours = Zgoda nie była potrzebna: to Twoje działanie albo Twoja prośba.
why-permit-asks = Najpierw pytam. Bez Twojej zgody nic się nie stanie.
why-permit-yes = Twoja zgoda na dokładnie to.
why-permit-low = Nie dotyka niczego na zewnątrz i jest mało ryzykowne, więc działa od razu. W każdej chwili można to wyłączyć.
why-hoped-unknown = Jest już rozliczone, a czy stało się to, na co była nadzieja, nie da się powiedzieć.
why-permit-none = Zgoda nie była potrzebna: tylko patrzę i notuję, nic nie wyszło na zewnątrz.
why-record = { $acts ->
    [0] Nie należy do tego żadna wiadomość, więc nie ma potwierdzenia od dostawcy. W moich zapisach stoi jako numer { $number }, { $when }.
   *[other] W moich zapisach stoi jako numer { $number }, { $when }.
}
why-hoped = { $sent ->
    [True] { $came ->
        [yes] Po wiadomości stało się to, na co była nadzieja. Czy dzięki niej, tego jeden przypadek nie powie.
       *[no] Po wiadomości nie stało się to, na co była nadzieja.
    }
   *[False] { $came ->
        [yes] Nic nie wyszło, a to, na co była nadzieja, i tak się stało.
       *[no] Nic nie wyszło i nie stało się to, na co była nadzieja.
    }
}
why-hoped-waits = Czy stanie się to, na co jest nadzieja, jeszcze nie wiadomo.
why-came-days = Dni z nią do tej pory: { $days }.
why-came-none = { $family ->
    [app] Czy jest używana, widać na stronie aplikacji. Innego skutku się nie mierzy.
    [skill] Czy działa, widać na stronie umiejętności. Innego skutku się nie mierzy.
    [trial] Jest mierzone jako próba. Co z niej wyszło, stoi w dzienniku prób.
   *[other] Skutku tego się nie mierzy.
}
why-came-unsent = Nic nie wyszło, więc nic nie mogło z tego wyniknąć.
why-cost-act = Samo działanie: { $cost }.
why-chain = Krok po kroku
why-chain-more = { $count ->
    [one] { $count } wcześniejszego kroku nie pokazuję.
    [few] { $count } wcześniejszych kroków nie pokazuję.
    [many] { $count } wcześniejszych kroków nie pokazuję.
   *[other] { $count } wcześniejszego kroku nie pokazuję.
}

## Jak działam

optimization-title = Jak działam
optimization-lead = Co dały moje wiadomości, czego mnie to uczy, gdzie pętla utknęła i ile to kosztuje.
optimization-effect-title = Skuteczność
optimization-not-enough = Za mało danych
optimization-not-enough-lead = Zmierzone wiadomości: { $n }. Jeszcze { $missing } i podam udział.
optimization-worked = zmierzonych wiadomości zadziałało: { $worked } z { $n } w ciągu 90 dni
optimization-trend-unknown = Jeszcze bez trendu
optimization-trend-missing = Trzeba dziesięciu zmierzonych wiadomości z ostatnich czterech tygodni i dziesięciu z czterech wcześniejszych. Brakuje razem: { $missing }.
optimization-trend = punktów procentowych: ostatnie cztery tygodnie wobec czterech wcześniejszych
optimization-weeks-label = Wiadomości, które zadziałały, tydzień po tygodniu
optimization-weeks-told = tydzień od { $begins }: zadziałało { $worked } z { $n }.
optimization-week = Tydzień od
optimization-week-sent = Zmierzone
optimization-week-worked = Zadziałały
optimization-log-title = Dziennik nauki
optimization-log-empty = Nic jeszcze nie jest pewne
optimization-log-empty-lead = O preferencji mówię dopiero wtedy, gdy potwierdza ją co najmniej dziesięć zmierzonych wiadomości z każdej strony. Swoje życzenia możesz podać w każdej chwili.
optimization-log-link = Powiedz, co wolisz
optimization-tried-title = Strategie w użyciu
optimization-tried-empty = Żadna strategia nie działa
optimization-tried-empty-lead = Gdy cel się opóźnia, wybieram dla niego strategię, a po trzech nieudanych dniach ją zmieniam.
optimization-days = udane: { $done }, nieudane: { $failed }
optimization-built-title = Zbudowane bez proszenia
optimization-built-empty = Jeszcze nic
optimization-built-empty-lead = Gdy trzy razy wspomnisz o tej samej potrzebie, na przykład o wodzie, zbuduję do niej mały dziennik.
optimization-built-why = { $source ->
    [auto_detection] { $count ->
        [one] Wspomniane { $count } raz.
        [few] Wspomniane { $count } razy.
        [many] Wspomniane { $count } razy.
       *[other] Wspomniane { $count } razu.
    }
   *[other] To moja propozycja.
}
optimization-built-state = { $state ->
    [active] działa
    [archived] w archiwum
   *[proposed] czeka na zgodę
}
optimization-built-count = Zbudowane bez proszenia:
optimization-funnel-title = Pętla
optimization-funnel-lead = Jak daleko doszło to, co zauważam, od samego początku: te same decyzje, krok po kroku.
optimization-funnel-stopped = Po drodze: zatrzymane przez zasadę: { $refused }, niewysłane, bo powód minął albo pora była zła: { $suppressed }, czekające na Twoją zgodę: { $awaiting }.
optimization-funnel-beside = { $count ->
    [one] Poza tym wysłałem { $count } wiadomość, która nie wzięła się z żadnej decyzji: plan dnia, podsumowanie albo przypomnienie.
    [few] Poza tym wysłałem { $count } wiadomości, które nie wzięły się z żadnej decyzji: plany dnia, podsumowania i przypomnienia.
    [many] Poza tym wysłałem { $count } wiadomości, które nie wzięły się z żadnej decyzji: plany dnia, podsumowania i przypomnienia.
   *[other] Poza tym wysłałem { $count } wiadomości, które nie wzięły się z żadnej decyzji: plany dnia, podsumowania i przypomnienia.
}
optimization-hop-detected = Zauważone
optimization-hop-permitted = Dozwolone
optimization-hop-sent = Wysłane
optimization-hop-receipted = Potwierdzone
optimization-hop-outcome = Ze skutkiem
optimization-hop-learned = Nauka z tego
optimization-hop-used = Użyte później
optimization-stuck-title = Stoi od ponad dwóch godzin
optimization-stuck-none = Nic nie utknęło.
optimization-stuck-planned_not_sent = W planie, a niewysłane
optimization-stuck-sending_not_ended = Wysyłanie zaczęte i niedokończone
optimization-stuck-sent_without_receipt = Wysłane bez potwierdzenia
optimization-stuck-outcome_not_closed = Skutki, na które nikt nie spojrzał
optimization-stuck-decision_not_final = Decyzje bez rozliczenia
optimization-stuck-no_grants = Nie ma żadnych zasad
optimization-stuck-no_schedule = Nie ma harmonogramu
optimization-stuck-attention_not_looked_at = Powody, by spojrzeć, na które nikt nie spojrzał
optimization-stuck-since = od: { $when }
optimization-mend-link = Zobacz
optimization-mend-planned_not_sent = Wyjdzie, gdy tylko znów ruszy proces roboczy. Możesz też to odłożyć albo cofnąć.
optimization-mend-sending_not_ended = Wysyłanie zostało przerwane. Zanim spróbuję znowu, pytam dostawcę, żeby nic nie poszło dwa razy.
optimization-mend-sent_without_receipt = Dostawca nie dał potwierdzenia, więc nie liczę tego jako doręczone. Jeśli to się powtarza, powiedz osobie, która opiekuje się tą instalacją.
optimization-mend-outcome_not_closed = Zadanie, które szuka skutków, się spóźnia. W harmonogramie widać, czy ruszyło.
optimization-mend-decision_not_final = Zadanie, które rozlicza decyzje, się spóźnia. W harmonogramie widać, czy ruszyło.
optimization-mend-attention_not_looked_at = Pętla spóźnia się z patrzeniem. W harmonogramie widać, czy ruszyła.
optimization-mend-no_grants = Bez zasad nie wolno mi nic. Ustaw jakieś.
optimization-mend-no_schedule = Zapisz swoje godziny jeszcze raz, a harmonogram powstanie od nowa.
optimization-saved-title = Oszczędzone wiadomości
optimization-saved = { $decisions ->
    [one] tylu wiadomości nie wysyłam, choć okazja była { $decisions }
    [few] tylu wiadomości nie wysyłam, choć były { $decisions } okazje
    [many] tylu wiadomości nie wysyłam, choć było { $decisions } okazji
   *[other] tylu wiadomości nie wysyłam, choć było { $decisions } okazji
}
optimization-saved-how = Jak to liczę: z ostatnich 90 dni tylko rozliczone decyzje, w których o pisaniu decydował los. Wiadomością skończyło się: { $sent }, w pozostałych nie pisałem. Nie ma tu tego, co zatrzymały Twoje zasady, limity albo cisza nocna, ani odpowiedzi, czy wiadomość by pomogła.
optimization-next-title = Co dalej
optimization-cost-title = Koszt modeli
optimization-cost-today = Dziś: { $spent } z { $budget }.
optimization-cost-month = W tym miesiącu: { $month }.
optimization-cost-refused = { $count ->
    [one] { $count } wywołanie się nie zmieściło i go nie było.
    [few] { $count } wywołania się nie zmieściły i ich nie było.
    [many] { $count } wywołań się nie zmieściło i ich nie było.
   *[other] { $count } wywołania się nie zmieściło i go nie było.
}

## Cele

goals-title = Cele
goals-lead = Gdzie stoi każdy cel według tego, co mierzysz, a nigdy według liczby zadań, i czego dla niego próbuję.
goals-empty = Nie ma jeszcze celu
goals-empty-lead = Cel to jedno zdanie, na przykład „chcę biegać 3 razy w tygodniu”. Pilnuję jego tempa, podsuwam małe kroki, gdy się opóźnia, i daję spokój, gdy idzie dobrze.
goals-wanted = { $kind ->
    [milestone] { $by ->
        [none] Do zrobienia
       *[other] Do zrobienia do { $by }
    }
    [streak] { $days } { $days ->
        [one] dzień
        [few] dni
        [many] dni
       *[other] dnia
    } z rzędu: { $direction ->
        [at_most] najwyżej
       *[other] co najmniej
    } { $target }
    [reach] Do osiągnięcia: { $target }{ $by ->
        [none] {""}
       *[other] , do { $by }
    }
   *[rhythm] { $direction ->
        [at_most] Najwyżej
       *[other] Co najmniej
    } { $target } { $period ->
        [day] dziennie
        [month] w miesiącu
       *[other] w tygodniu
    }
}
goals-trajectory-on_track = na dobrej drodze
goals-trajectory-at_risk = zagrożony
goals-trajectory-off_track = opóźniony
goals-trajectory-completed = osiągnięty
goals-trajectory-no_data = brak danych
goals-state-active = aktywny
goals-state-completed = osiągnięty
goals-state-dropped = porzucony
goals-state-missed = po terminie
goals-legend-have = Zmierzone
goals-legend-plan = Równe tempo
goals-legend-target = Cel
goals-legend-band = Dokąd to prowadzi (80%)
goals-day = Dzień
goals-strategy-now = Strategia: { $name }
goals-new-title = Ustaw cel
goals-new-lead = Szybciej jednym zdaniem:
goals-new-name = Nazwa
goals-new-metric = Co mierzysz
goals-new-direction = Jak
goals-direction-at_least = co najmniej
goals-direction-at_most = najwyżej
goals-new-target = Ile
goals-new-period = Jak często
goals-period-week = co tydzień
goals-period-day = codziennie
goals-period-month = co miesiąc
goals-period-once = raz, łącznie
goals-new-by = Do kiedy (jeśli jest termin)
goals-new-make = Ustaw cel
goals-ended-title = Zakończone cele
goals-again = Ustaw znowu
goals-pace-title = Tempo wobec planu
goals-projection = { $latest ->
    [none] Jeśli tak dalej pójdzie, cel będzie osiągnięty około { $on }, najwcześniej { $earliest }; końca jeszcze nie da się podać (dni z pomiarem: { $points }).
   *[other] Jeśli tak dalej pójdzie, cel będzie osiągnięty około { $on }, prawdopodobnie między { $earliest } a { $latest } (dni z pomiarem: { $points }).
}
goals-no-data = Nie ma jeszcze pomiarów
goals-no-data-lead = Napisz w czacie, co było zrobione lub zmierzone, na przykład „bieg 5 km” albo „sen 7 godzin”. Wykres zaczyna się od pierwszego pomiaru.
goals-momentum = { $heading ->
    [towards] Rozpęd: ostatnie siedem dni jest lepsze niż poprzednie siedem
    [away] Rozpęd: ostatnie siedem dni jest gorsze niż poprzednie siedem
   *[steady] Rozpęd: ostatnie siedem dni jest podobne do poprzednich siedmiu
} ({ $recent } wobec { $before }).
goals-strategy-title = Strategia
goals-trial = Próba { $number }, od { $since }
goals-chance = { $count ->
    [0] Szansa na udany dzień: { $chance }. To przypuszczenie: takich dni jeszcze nie było.
    [one] Szansa na udany dzień: { $chance }, na podstawie { $count } Twojego dnia.
    [few] Szansa na udany dzień: { $chance }, na podstawie { $count } Twoich dni.
    [many] Szansa na udany dzień: { $chance }, na podstawie { $count } Twoich dni.
   *[other] Szansa na udany dzień: { $chance }, na podstawie { $count } Twojego dnia.
}
goals-source = Podstawa: { $source }
goals-strategy-change = Spróbuj innej strategii
goals-strategy-past = { $count ->
    [one] { $count } wcześniejsza strategia
    [few] { $count } wcześniejsze strategie
    [many] { $count } wcześniejszych strategii
   *[other] { $count } wcześniejszej strategii
}
goals-actions-title = Kroki
goals-actions-empty = Teraz żadnych nie ma. Gdy cel się opóźni, rano pojawi się tu od jednego do trzech małych kroków.
goals-end-title = Zakończ
goals-end-lead = To, co zmierzone, zostaje. Zakończony cel można ustawić znowu.
goals-undo = Cofnij ustawienie
goals-complete = Osiągnięty
goals-drop = Porzuć
error-goal-invalid_target = „Ile” nie jest liczbą. Wpisz cyfry, na przykład 3 albo 7,5.

## Preferencje

preferences-title = Preferencje
preferences-lead = Czego się uczę o tym, jak do Ciebie docierać, z liczbami, które za tym stoją. Twoje słowo zawsze liczy się przed tym, czego się uczę.
preferences-told-title = Twoje słowo
preferences-told-lead = Z pierwszych kroków, tej strony albo czatu. To nie pomiar; obowiązuje, dopóki tego nie cofniesz.
preferences-told-when = Powiedziane: { $when }.
preferences-sure-title = Co wiem na pewno
preferences-sure-empty = Mówię tu coś dopiero wtedy, gdy potwierdza to co najmniej dziesięć zmierzonych wiadomości z każdej strony. Do tego czasu próbuję, w granicach Twoich zasad.
preferences-factor-send = Czy pisać
preferences-factor-channel = Gdzie
preferences-factor-hour = Kiedy
preferences-factor-framing = Jak
preferences-nothing = Jeszcze bez prób.
preferences-numbers = Liczby
preferences-col-here = W ten sposób
preferences-col-other = Inaczej
preferences-row-hits = Zadziałało / razy
preferences-row-expected = Oczekiwane
preferences-interval = Różnica leży między { $low } a { $high } punktu procentowego (95%). Szansa, że ten sposób jest lepszy: { $probability }.
preferences-prefer = Wolę tak
preferences-avoid = Unikaj tego
preferences-prefer-send = Pisz chętnie
preferences-avoid-send = Tylko o co proszę
preferences-lift = Niech decyduje nauka
preferences-said-prefer = Twój wybór
preferences-said-avoid = unikam na Twoją prośbę

## Wiadomości

messages-title = Wiadomości
messages-lead = Wszystko, co chcę napisać: zaplanowane, wysłane z potwierdzeniem i skutkiem albo niewysłane, z powodem. Dziś: { $used } z najwyżej { $limit }.
messages-show-all = Wszystkie
messages-show-sent = Wysłane
messages-show-unsent = Niewysłane
messages-show-waiting = Czekają
messages-past = Dotychczas
messages-empty = Nie ma tu wiadomości
messages-empty-lead = Piszę, gdy cel się opóźnia, mija termin albo to Twoja prośba. Każda wiadomość będzie tu ze swoim potwierdzeniem.
messages-effect = skutek { $share }
messages-state-planned = w planie
messages-state-awaiting_approval = czeka na zgodę
messages-state-sending = wychodzi
messages-state-sent = wysłana
messages-state-failed = nieudana
messages-state-unknown = niepewna
messages-state-refused = zabroniona zasadą
messages-state-suppressed = niewysłana
messages-state-rejected = Twoje „nie”
messages-state-expired = bez odpowiedzi
messages-state-undone = cofnięta

## Uprawnienia

permissions-title = Uprawnienia
permissions-proposals = Czy odtąd mogę?
permissions-accept = Tak, odtąd
permissions-try-title = Co by było, gdyby …
permissions-try-label = Chcę zrobić:
permissions-try = Pokaż
permissions-would-allow = Zrobię to
permissions-would-ask = Najpierw zapytam
permissions-would-deny = Nie zrobię tego
permissions-limits-title = Dzisiejszy limit
permissions-limit-used = Wiadomości dziś: { $used } z { $limit }.
permissions-limit-lead = Limit, cisza nocna i pół godziny między wiadomościami obowiązują każdą wiadomość, cokolwiek pozwalają zasady.
permissions-history-title = Wcześniejsze zasady
permissions-restore = Przywróć
permissions-history-empty = Zasady, które zmieniasz lub usuwasz, będą tutaj, więc zawsze widać, co kiedy obowiązywało.
permissions-was = { $effect ->
    [allow] dozwolone
    [ask] najpierw pytanie
   *[deny] zabronione
}
permissions-until = do: { $when }

## Ustawienia

settings-title = Ustawienia
settings-lead = Zmiany obowiązują od razu, a harmonogram się do nich dopasowuje.
settings-saved = Zapisane.
settings-wrong-hour = Podaj godzinę jako GG:MM, na przykład 7:30.
settings-wrong-budget = Podaj całe centy, na przykład 50. Zero wyłącza modele.
settings-wrong-day = Wybierz dzisiejszy dzień albo późniejszy.
settings-you = Ty
settings-name = Imię
settings-timezone = Strefa czasowa
settings-timezone-now = U Ciebie jest { $time } ({ $place }). Aby zmienić, zacznij wpisywać miasto.
settings-week = Początek tygodnia
settings-week-usual = { $day ->
    [sunday] jak zwykle (niedziela)
   *[monday] jak zwykle (poniedziałek)
}
settings-week-monday = poniedziałek
settings-week-sunday = niedziela
settings-hours = Godziny
settings-hours-lead = W ciszy nocnej niczego nie wysyłam. Plan dnia przychodzi rano, a podsumowanie wieczorem.
settings-morning = Poranny plan
settings-evening = Wieczorne podsumowanie
settings-quiet-from = Cisza od
settings-quiet-until = Cisza do
settings-channels = Kanały
settings-channels-lead = Gdzie mogę do Ciebie pisać. Aplikacja działa zawsze.
settings-email = E-mail
settings-phone = Telefon
settings-phone-hint = Z numerem kierunkowym kraju, na przykład +48 600 100 200.
settings-use = Używaj
settings-channel-in_app = W aplikacji
settings-channel-email = E-mail
settings-channel-sms = SMS
settings-test = { $channel ->
    [email] Wyślij próbny e-mail
    [sms] Wyślij próbny SMS
   *[in_app] Wyślij próbę w aplikacji
}
settings-test-subject = Próba z ExoSkull
settings-test-text = To próba z ExoSkull. Dotarła, więc ten kanał działa.
settings-test-reason = to próbna wiadomość na Twoją prośbę.
settings-budget = Budżet na modele
settings-budget-lead = Ile dziennie mogą kosztować wywołania modeli językowych. Wywołania, które się nie mieści, nie będzie. Bez modelu też wszystko tu działa.
settings-budget-label = Centy na dzień
settings-budget-hint = 100 centów to jeden dolar (USD). Zero wyłącza modele.
settings-pause = Przerwa
settings-pause-lead = W czasie przerwy niczego nie piszę. To, co w planie, czeka albo nie wychodzi wcale.
settings-pause-for-good = Do odwołania
settings-pause-until = Do końca dnia
settings-pause-do = Przerwa do tego dnia
settings-data = Twoje dane
settings-data-lead = Wszystko, co Twoje, w jednym pliku ZIP: po pliku na tabelę, do czytania także bez tego programu.
settings-export = Pobierz wszystko
settings-admin = Instalacja, dla osoby, która ją prowadzi
settings-delete = Usuń wszystko
settings-delete-lead = To usuwa Twoją przestrzeń ze wszystkim, co w niej jest, od razu i na zawsze. Jeśli dane mogą się przydać, najpierw je pobierz.
settings-delete-label = Na potwierdzenie wpisz swoje imię: { $name }
settings-delete-do = Usuń wszystko
settings-spent = Dziś, według celu
settings-spent-on = Na co
settings-spent-calls = Wywołania
settings-spent-tokens = Tokeny
settings-spent-cost = Koszt
settings-models = Który model odpowiada, własny model i klucz
settings-tested-going = w drodze
settings-tested-waits = czeka do: { $when }, jak każą Twoje godziny i limity
settings-delete-messages = { $count ->
    [one] { $count } wiadomość w czacie
    [few] { $count } wiadomości w czacie
    [many] { $count } wiadomości w czacie
   *[other] { $count } wiadomości w czacie
}
settings-delete-measures = { $count ->
    [one] { $count } pomiar
    [few] { $count } pomiary
    [many] { $count } pomiarów
   *[other] { $count } pomiaru
}
settings-delete-goals = { $count ->
    [one] { $count } cel
    [few] { $count } cele
    [many] { $count } celów
   *[other] { $count } celu
}
settings-delete-tasks = { $count ->
    [one] { $count } zadanie
    [few] { $count } zadania
    [many] { $count } zadań
   *[other] { $count } zadania
}
settings-delete-apps = { $count ->
    [one] { $count } aplikacja
    [few] { $count } aplikacje
    [many] { $count } aplikacji
   *[other] { $count } aplikacji
}
settings-delete-entries = { $count ->
    [one] { $count } wpis w aplikacjach
    [few] { $count } wpisy w aplikacjach
    [many] { $count } wpisów w aplikacjach
   *[other] { $count } wpisu w aplikacjach
}
settings-delete-skills = { $count ->
    [one] { $count } umiejętność
    [few] { $count } umiejętności
    [many] { $count } umiejętności
   *[other] { $count } umiejętności
}
settings-delete-interventions = { $count ->
    [one] { $count } moja wiadomość, wysłana lub planowana
    [few] { $count } moje wiadomości, wysłane lub planowane
    [many] { $count } moich wiadomości, wysłanych lub planowanych
   *[other] { $count } mojej wiadomości, wysłanej lub planowanej
}
settings-delete-rest = wszystko, czego się o Tobie nauczyłem, uprawnienia, sposoby logowania i zapis tego, co się działo
error-settings-unknown_section = Nie ma takiej części ustawień. Wybierz jedną z: { $known }.
error-settings-name_differs = Nic nie zostało usunięte: wpisane imię jest inne. Wpisz je dokładnie tak, jak widać.

## Instalacja

admin-title = Instalacja
admin-lead = Same liczby: nie ma tu niczego, co ktokolwiek napisał, zmierzył lub zaplanował.
admin-queue-title = Kolejka
admin-waiting = terminów czeka
admin-running = terminów w toku
admin-trouble-title = Co wciąż się nie udaje
admin-trouble-none = Wszystko się udaje.
admin-trouble-of = { $name }, od: { $when }
admin-beside = { $count ->
    [one] Poza tym wyszła { $count } wiadomość, która nie wzięła się z żadnej decyzji.
    [few] Poza tym wyszły { $count } wiadomości, które nie wzięły się z żadnej decyzji.
    [many] Poza tym wyszło { $count } wiadomości, które nie wzięły się z żadnej decyzji.
   *[other] Poza tym wyszło { $count } wiadomości, które nie wzięły się z żadnej decyzji.
}
admin-badly = W ostatnich 24 godzinach: nieudane: { $failed }, pominięte: { $missed }.
admin-trouble-more = { $count ->
    [one] Jeszcze { $count } nie jest tu pokazany.
    [few] Jeszcze { $count } nie są tu pokazane.
    [many] Jeszcze { $count } nie jest tu pokazanych.
   *[other] Jeszcze { $count } nie jest tu pokazane.
}
admin-mend-planned_not_sent = Sprawdź, czy działa proces roboczy: exoskull doctor.
admin-mend-sending_not_ended = Proces roboczy padł przy wysyłaniu. Sprzątanie to podejmie; jeśli nie, uruchom exoskull doctor.
admin-mend-sent_without_receipt = Kanał nie daje potwierdzeń. Zajrzyj na konto u dostawcy.
admin-mend-outcome_not_closed = Zadanie od skutków się spóźnia. Sprawdź, czy działa proces roboczy.
admin-mend-decision_not_final = Zadanie, które rozlicza decyzje, się spóźnia. Sprawdź, czy działa proces roboczy.
admin-mend-attention_not_looked_at = Pętla się spóźnia. Obok tego procesu może działać więcej: exoskull work.
admin-mend-no_grants = Uruchom exoskull migrate: daje domyślne zasady każdemu, kto nie ma żadnych.
admin-mend-no_schedule = Harmonogram, gdzie go brak, tworzy proces roboczy. Sprawdź, czy działa.
admin-people-title = { $count ->
    [one] { $count } osoba
    [few] { $count } osoby
    [many] { $count } osób
   *[other] { $count } osoby
}
admin-before = Wcześniejsze osoby
admin-after = Późniejsze osoby
admin-page = Strona { $number } z { $pages }. Liczby powyżej dotyczą wszystkich.
admin-stuck = Utknęło
admin-failed = Nieudane w 24 h
error-admin-not_owner = Ta strona jest dla osoby, która prowadzi instalację. Zwróć się do niej albo zajrzyj do swoich ustawień.
