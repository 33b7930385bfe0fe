### Podsumowania dnia, tygodnia i miesiąca: e-mail, jego stopka, strona rezygnacji.

# $kind: rodzaj podsumowania; $span: „5 marca” albo „2 marca – 8 marca”.
summary-subject = { $kind ->
    [daily_summary] Dzień w skrócie, { $span }
    [monthly_summary] Twój miesiąc, { $span }
   *[weekly_summary] Twój tydzień, { $span }
}
summary-title = { $kind ->
    [daily_summary] Dzień w skrócie ({ $span })
    [monthly_summary] Twój miesiąc ({ $span })
   *[weekly_summary] Twój tydzień ({ $span })
}
reason-summary = { $kind ->
    [daily_summary] To krótkie podsumowanie dnia: co tego dnia zrobiłem, bez powtarzania wieczornej refleksji.
    [monthly_summary] To podsumowanie miesiąca, wysyłane pierwszego dnia następnego.
   *[weekly_summary] To podsumowanie tygodnia, wysyłane w poniedziałek rano.
}
summary-goals = Cele
summary-measures = Pomiary
summary-tasks = Zadania
summary-loop = Moje wiadomości
summary-learned = Czego się dowiedziałem
summary-changed = Zmienione strategie

## Cele

summary-goal = „{ $goal }”: { $have_text }, cel: { $target_text }. { $trajectory ->
    [completed] { $limit ->
        [yes] Limit dotrzymany.
       *[no] Cel osiągnięty.
    }
    [off_track] { $limit ->
        [yes] Limit przekroczony.
       *[no] Tempo za małe.
    }
    [at_risk] { $limit ->
        [yes] Blisko limitu.
       *[no] Tempo trochę za małe.
    }
   *[on_track] { $limit ->
        [yes] W granicach limitu.
       *[no] Tempo dobre.
    }
}
# $met z $count dni z celem dnia spełnionym.
summary-goal-days = „{ $goal }”: cel dnia spełniony w { $met } z { $count } { $count ->
    [one] dnia
   *[other] dni
}.
# $met z $count tygodni, które się w tym czasie skończyły; $silent: w ilu nie było wpisu.
summary-goal-weeks = „{ $goal }”: cel tygodnia spełniony w { $met } z { $count } { $count ->
    [one] tygodnia
   *[other] tygodni
}.{ $silent ->
    [0] { "" }
    [one] { " " }Bez wpisu: { $silent } tydzień.
    [few] { " " }Bez wpisu: { $silent } tygodnie.
    [many] { " " }Bez wpisu: { $silent } tygodni.
   *[other] { " " }Bez wpisu: { $silent } tygodnia.
}
summary-goal-silent = { $count ->
    [one] Bez wpisu: { $count } dzień.
    [few] Bez wpisu: { $count } dni.
    [many] Bez wpisu: { $count } dni.
   *[other] Bez wpisu: { $count } dnia.
}
summary-goal-no-data = „{ $goal }”: brak wpisów, więc nie wiadomo, jak poszło.
summary-no-entry = bez wpisu
# Dzień tygodnia na wykresie, 1 to poniedziałek.
summary-weekday = { $weekday ->
    [1] pn.
    [2] wt.
    [3] śr.
    [4] czw.
    [5] pt.
    [6] sob.
   *[7] niedz.
}

## Pomiary

# $what: „7,5 godziny snu”.
summary-mean = { $days ->
    [one] średnio { $what } (z { $days } dnia)
   *[other] średnio { $what } (z { $days } dni)
}
summary-metric = { $what }; { $kind ->
    [monthly_summary] miesiąc wcześniej
   *[weekly_summary] tydzień wcześniej
}: { $before }.
summary-metric-new = { $what }; { $kind ->
    [monthly_summary] miesiąc wcześniej
   *[weekly_summary] tydzień wcześniej
} bez wpisów.
summary-metric-few = { $what }; za mało danych, żeby porównać z poprzednim okresem.
summary-nothing-measured = Nic nie zostało zapisane.

## Zadania

summary-done = { $count ->
    [one] Zrobione: { $count } zadanie (poprzednio { $before }).
    [few] Zrobione: { $count } zadania (poprzednio { $before }).
    [many] Zrobione: { $count } zadań (poprzednio { $before }).
   *[other] Zrobione: { $count } zadania (poprzednio { $before }).
}
summary-done-list = Między innymi: { $list }.

## Pętla

summary-sent = { $count ->
    [one] Wysłana { $count } wiadomość.
    [few] Wysłane { $count } wiadomości.
    [many] Wysłanych { $count } wiadomości.
   *[other] Wysłane { $count } wiadomości.
}
# Jedna wiadomość dnia, z godziną.
summary-message = { $time } { part-channel-by }: „{ $text }”{ $answered ->
    [yes] ; potem była odpowiedź albo wpis.
   *[no] .
}
summary-answered = { $count ->
    [0] Żadna nie doczekała się odpowiedzi ani wpisu.
    [one] Odpowiedź albo wpis po nich: { $count } raz.
   *[other] Odpowiedź albo wpis po nich: { $count } razy.
}
summary-held = { $count ->
    [one] Wstrzymana { $count } wiadomość, powód jest w dzienniku.
    [few] Wstrzymane { $count } wiadomości, powody są w dzienniku.
    [many] Wstrzymanych { $count } wiadomości, powody są w dzienniku.
   *[other] Wstrzymane { $count } wiadomości, powody są w dzienniku.
}
summary-sent-none = Poza planami dnia i podsumowaniami nic nie zostało wysłane.
summary-learned-nothing = Za mało danych, żeby powiedzieć coś nowego.

## Stopka i rezygnacja

summary-footer = { $kind ->
    [daily_summary] To krótkie podsumowanie dnia od ExoSkull.
    [monthly_summary] To podsumowanie miesiąca od ExoSkull.
   *[weekly_summary] To podsumowanie tygodnia od ExoSkull.
}
summary-footer-stop = Nie przysyłaj takich podsumowań
summary-kind = { $kind ->
    [daily_summary] Krótkie podsumowanie dnia
    [monthly_summary] Podsumowanie miesiąca
   *[weekly_summary] Podsumowanie tygodnia
}
summary-kind-about = { $kind ->
    [daily_summary] Wieczorem, tylko w dni, w które coś zrobiłem.
    [monthly_summary] Pierwszego dnia miesiąca rano.
   *[weekly_summary] W poniedziałek rano, z wykresem.
}
summary-page-title = Podsumowania e-mailem
summary-page-lead = Wybierz, które podsumowania mają przychodzić. Zmiana działa od razu, także dla tych, które czekają na wysłanie.
summary-page-no-email = Nie znam Twojego adresu e-mail albo poczta nie jest ustawiona, więc na razie żadne nie wyjdzie.
summary-page-on = Przychodzi
summary-page-off = Nie przychodzi
summary-page-stop = Nie przysyłaj
summary-page-resume = Przysyłaj
unsubscribe-title = Rezygnacja z podsumowań
unsubscribe-question = { $kind ->
    [daily_summary] Nie przysyłać więcej krótkich podsumowań dnia?
    [monthly_summary] Nie przysyłać więcej podsumowań miesiąca?
   *[weekly_summary] Nie przysyłać więcej podsumowań tygodnia?
}
unsubscribe-button = Nie przysyłaj
unsubscribe-done = { $kind ->
    [daily_summary] Gotowe. Krótkie podsumowania dnia nie będą już przychodzić.
    [monthly_summary] Gotowe. Podsumowania miesiąca nie będą już przychodzić.
   *[weekly_summary] Gotowe. Podsumowania tygodnia nie będą już przychodzić.
}
unsubscribe-undo = Cofnij, przysyłaj dalej
unsubscribe-undone = { $kind ->
    [daily_summary] Krótkie podsumowania dnia będą przychodzić dalej.
    [monthly_summary] Podsumowania miesiąca będą przychodzić dalej.
   *[weekly_summary] Podsumowania tygodnia będą przychodzić dalej.
}
error-summary-unknown_link = Ten link do rezygnacji nie jest znany. Skopiuj go w całości z ostatniego podsumowania albo zaloguj się i wybierz podsumowania na stronie /summaries.
error-summary-unknown_kind = Nie ma podsumowania o nazwie „{ $value }”. Są: { $known }.

## Dziennik i zegar

feed-summary-sent = Wysłane podsumowanie { $symptom ->
    [daily_summary] dnia
    [monthly_summary] miesiąca
   *[weekly_summary] tygodnia
} { part-channel-by }{ $receipt ->
    [none] .
   *[other] {" "}(potwierdzenie: { $receipt }).
}
feed-summary-stopped = Na Twoją prośbę nie wysyłam już podsumowań { $summary ->
    [daily_summary] dnia
    [monthly_summary] miesiąca
   *[weekly_summary] tygodnia
}.
feed-summary-resumed = Na Twoją prośbę znowu wysyłam podsumowania { $summary ->
    [daily_summary] dnia
    [monthly_summary] miesiąca
   *[weekly_summary] tygodnia
}.
job-daily-summary = Podsumowanie dnia
job-daily-summary-about = Wieczorem piszę Ci e-mailem krótko, co tego dnia zrobiłem, jeśli coś zrobiłem.
job-weekly-summary = Podsumowanie tygodnia
job-weekly-summary-about = W poniedziałek rano wysyłam e-mailem podsumowanie tygodnia z wykresem.
job-monthly-summary = Podsumowanie miesiąca
job-monthly-summary-about = Pierwszego dnia miesiąca wysyłam e-mailem podsumowanie poprzedniego.
slot-reason-unsubscribed = Takich podsumowań sobie nie życzysz.
slot-reason-no_email = Nie ma jak wysłać e-maila.
