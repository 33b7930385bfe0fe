### Wiadomości, które wysyła pętla: jeden, najwyżej dwa SMS-y. Bez odmiany przez płeć.
### intervention-<objaw>-<opcja>-<ton>, reason-<objaw>, subject-<objaw>.
### Miary przychodzą w mianowniku („1 szklanka”), więc stoją po dwukropku albo w nawiasie.
### Opcjonalne: $metric (nazwa z tabeli miar), $direction (at_least, at_most, reach).

## Części

# „w tym tygodniu 1 bieg, cel: 3 biegi”
part-score = { $direction ->
    [at_most] { part-period } { $have_text }, limit: { $target_text }
   *[at_least] { part-period } { $have_text }, cel: { $target_text }
}
part-period = { $period ->
    [day] dziś
    [week] w tym tygodniu
    [month] w tym miesiącu
   *[none] na razie
}
# Dni razem z dzisiejszym.
part-left = { $period ->
    [day] {""}
   *[none] { $days_left ->
        [none] {""}
        [0] {""} (termin już minął)
        [1] {""} (dziś ostatni dzień)
        [one] {""} (został { $days_left } dzień)
        [few] {""} (zostały { $days_left } dni)
        [many] {""} (zostało { $days_left } dni)
       *[other] {""} (zostało { $days_left } dnia)
    }
}
# Przykład pory, która jeszcze zdąży.
part-soon = { $days_left ->
    [0] dziś wieczorem
    [1] dziś wieczorem
   *[none] jutro o 18
}
part-days = { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}
part-days-since = { $days_since ->
    [one] { $days_since } dzień
    [few] { $days_since } dni
    [many] { $days_since } dni
   *[other] { $days_since } dnia
}
# „od 3 dni”, „z 3 dni”
part-of-days = { $days ->
    [one] { $days } dnia
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}
part-of-days-since = { $days_since ->
    [one] { $days_since } dnia
    [few] { $days_since } dni
    [many] { $days_since } dni
   *[other] { $days_since } dnia
}
part-last-days = { $days ->
    [one] z ostatniego dnia
    [few] z ostatnich { $days } dni
    [many] z ostatnich { $days } dni
   *[other] z ostatnich { $days } dnia
}
part-of-nights = { $nights ->
    [one] z ostatniej nocy
    [few] z ostatnich { $nights } nocy
    [many] z ostatnich { $nights } nocy
   *[other] z ostatnich { $nights } nocy
}

## Cel poniżej tempa

intervention-goal-off-pace-next-step-direct = „{ $goal }”: { part-score }. Następny krok: { part-step }.
intervention-goal-off-pace-next-step-gentle = Bez presji. „{ $goal }”: { part-score }. Jeśli masz dziś chwilę, { part-step }.
intervention-goal-off-pace-next-step-humor = „{ $goal }” macha do Ciebie z kalendarza ({ part-score }). Odmachaj mu: { part-step }.

intervention-goal-off-pace-plan-time-direct = { $direction ->
    [at_most] „{ $goal }”: { part-score }. Od której godziny robisz dziś przerwę? Odpisz, np. „od 18”.
   *[at_least] „{ $goal }”: { part-score }. Kiedy następny krok? Odpisz, np. „{ part-soon }”.
}
intervention-goal-off-pace-plan-time-gentle = { $direction ->
    [at_most] Przy „{ $goal }” może pomóc stała pora końca. Jaka by Ci dziś pasowała? Wystarczy godzina.
   *[at_least] Na „{ $goal }” nadal jest miejsce{ part-left }. Jaka pora by Ci pasowała? Wystarczy np. „{ part-soon }”.
}
intervention-goal-off-pace-plan-time-humor = { $direction ->
    [at_most] „{ $goal }” prosi o wywieszenie godzin otwarcia. Do której dziś czynne? Odpisz, np. „do 16”.
   *[at_least] Kalendarz twierdzi, że nie zna żadnego „{ $goal }”. Przedstawisz ich sobie? Podaj dzień i godzinę.
}

intervention-goal-off-pace-smaller-step-direct = „{ $goal }”: { part-score }. Dziś w mniejszej wersji: { part-small }. To też się liczy.
intervention-goal-off-pace-smaller-step-gentle = Nie wszystko musi być naraz. Dziś dla „{ $goal }” wystarczy { part-small }. Reszta poczeka.
intervention-goal-off-pace-smaller-step-humor = Promocja dnia: „{ $goal }” w rozmiarze mini, czyli { part-small }. Bez gwiazdek i drobnego druku.

reason-goal-off-pace = { $direction ->
    [at_most] Cel „{ $goal }” jest blisko limitu albo ponad nim: { part-score }.
   *[at_least] Cel „{ $goal }” idzie wolniej, niż zakłada plan: { part-score }{ part-left }.
}
subject-goal-off-pace = „{ LINE($goal) }”: co dalej

## Cel bez danych

intervention-goal-without-data-log-one-direct = „{ $goal }”: od { part-of-days } brak wpisów ({ $metric_text }). Odpisz jednym zdaniem, np. „{ part-example }”.
intervention-goal-without-data-log-one-gentle = Chętnie policzę, jak idzie „{ $goal }”, tylko brakuje mi danych. W wolnej chwili odpisz, np. „{ part-example }”.
intervention-goal-without-data-log-one-humor = Wykres „{ $goal }” jest od { part-of-days } idealnie gładki, bo pusty. Popsujesz go jednym wpisem? Np. „{ part-example }”.

intervention-goal-without-data-easier-log-direct = „{ $goal }”: od { part-of-days } brak wpisów. Wystarczy raz dziennie napisać np. „{ part-example }”. Rano czy wieczorem?
intervention-goal-without-data-easier-log-gentle = Wpisy nie muszą być dokładne. Przy „{ $goal }” wystarczy mi „{ part-example }”, choćby na oko i raz na kilka dni.
intervention-goal-without-data-easier-log-humor = Bez tabelek i Excela: przy „{ $goal }” wystarczy mi „{ part-example }”. Ortografii nie sprawdzam.

reason-goal-without-data = Od { part-of-days } nie ma wpisów do celu „{ $goal }” ({ $metric_text }), więc nie widać, jak idzie.
subject-goal-without-data = „{ LINE($goal) }”: brakuje wpisu

## Dług snu

intervention-sleep-debt-earlier-bed-direct = Sen { part-of-nights }: średnio { $mean_text }, zwykle { $baseline_text }. Połóż się dziś pół godziny wcześniej.
intervention-sleep-debt-earlier-bed-gentle = Śpisz ostatnio krócej niż zwykle (średnio { $mean_text }). Może dziś dasz sobie pół godziny więcej?
intervention-sleep-debt-earlier-bed-humor = Poduszka przysłała rachunek: { $debt_text } snu. Pierwszą ratę, pół godziny, przyjmuje już dziś wieczorem.

intervention-sleep-debt-wind-down-direct = Sen { part-of-nights }: średnio { $mean_text }. Dziś godzinę przed snem odłóż ekrany i przygaś światło.
intervention-sleep-debt-wind-down-gentle = Za Tobą krótsze noce. Może dziś łagodny koniec dnia: ciepła herbata, mniej światła, telefon w innym pokoju?
intervention-sleep-debt-wind-down-humor = Telefon ziewa i prosi, żeby dziś położyć go spać godzinę przed Tobą. Do odespania: { $debt_text }.

reason-sleep-debt = Średnia { part-of-nights }: { $mean_text } snu, zwykle: { $baseline_text }. Zaległość: { $debt_text }.
subject-sleep-debt = Twój sen z ostatnich nocy

## Zaległe zadania

part-overdue = { $count ->
    [one] { $count } zaległe zadanie
    [few] { $count } zaległe zadania
    [many] { $count } zaległych zadań
   *[other] { $count } zaległego zadania
}
part-days-late = { $days_late ->
    [one] { $days_late } dzień
    [few] { $days_late } dni
    [many] { $days_late } dni
   *[other] { $days_late } dnia
}
intervention-overload-pick-one-direct = Masz { part-overdue }. Wybierz jedno na dziś, np. „{ $oldest }”, i odpisz które.
intervention-overload-pick-one-gentle = Trochę się nazbierało ({ part-overdue }). Nie trzeba nadrabiać wszystkiego. Które jedno da Ci dziś najwięcej ulgi?
intervention-overload-pick-one-humor = „{ $oldest }” mieszka na Twojej liście już { part-days-late } po terminie i wybiera zasłony. Wyprowadzasz dziś to czy inne?

intervention-overload-drop-some-direct = Masz { part-overdue }. Przejrzyj listę i skreśl to, co straciło sens. Na początek „{ $oldest }”.
intervention-overload-drop-some-gentle = Niektóre zadania po prostu przestają być potrzebne. Może „{ $oldest }” też? Wolno skreślić i odetchnąć.
intervention-overload-drop-some-humor = Lista zadań ma już własną grawitację ({ part-overdue }). Skreśl choć jedno, zanim przyciągnie następne.

reason-overload = Zaległe zadania: { $count }. Najstarsze: „{ $oldest }”, { part-days-late } po terminie.
subject-overload = Zaległe zadania: { $count }

## Gorszy nastrój

intervention-low-mood-check-in-direct = Nastrój { part-last-days }: średnio { $mean_text }, zwykle { $baseline_text }. Co się dzieje? Odpisz choć jednym słowem.
intervention-low-mood-check-in-gentle = Ostatnie dni wyglądają na cięższe. Jak się dziś czujesz? Wystarczy jedno słowo albo liczba od 0 do 10.
intervention-low-mood-check-in-humor = Barometr nastroju pokazuje { $mean_text }, zwykle { $baseline_text }. Jaka prognoza na dziś? Odpisz liczbą albo słowem.

intervention-low-mood-small-pleasure-direct = Nastrój { part-last-days }: średnio { $mean_text }. Zaplanuj dziś 15 minut na coś, co lubisz.
intervention-low-mood-small-pleasure-gentle = Bywają cięższe dni i nic w tym złego. Zrób dziś dla siebie coś małego i dobrego: spacer, muzyka, telefon do bliskiej osoby.
intervention-low-mood-small-pleasure-humor = Misja na dziś: 15 minut czegoś zupełnie niepożytecznego, ale miłego. Raportu nie trzeba.

reason-low-mood = Średni nastrój { part-last-days } to { $mean_text }, a zwykle { $baseline_text }.
subject-low-mood = Jak się dziś masz?

## Cisza

intervention-silence-check-in-direct = Od { part-of-days } nie mam od Ciebie żadnego znaku. Wszystko w porządku? Jeśli wolisz ciszę, odpisz „nie pisz”.
intervention-silence-check-in-gentle = { $days ->
    [one] Minął { $days } dzień
    [few] Minęły { $days } dni
    [many] Minęło { $days } dni
   *[other] Minęło { $days } dnia
} bez wiadomości od Ciebie. Niczego nie trzeba nadrabiać. Po prostu pytam, co słychać.
intervention-silence-check-in-humor = { part-days } ciszy. Zaczynam rozmawiać z kalendarzem, a on umie tylko o terminach. Co u Ciebie?

reason-silence = Od { part-of-days } nie ma od Ciebie żadnej wiadomości ani wpisu.
subject-silence = Co słychać?

## Przerwany rytm

intervention-broken-routine-restart-small-direct = Przerwa w rytmie ({ $metric_text }): { part-days-since }, zwykle { $usual_text }. Na początek wystarczy { part-small }.
intervention-broken-routine-restart-small-gentle = Przerwy się zdarzają i niczego nie przekreślają. Do rytmu ({ $metric_text }) możesz wrócić łagodnie: { part-small }.
intervention-broken-routine-restart-small-humor = Twój nawyk ({ $metric_text }) wziął urlop: { part-days-since }. Na miękki powrót do pracy: { part-small }.

intervention-broken-routine-ask-reason-direct = Od { part-of-days-since } brak wpisów ({ $metric_text }), zwykle { $usual_text }. Co się zmieniło? Odpisz jednym zdaniem.
intervention-broken-routine-ask-reason-gentle = Widzę zmianę w rytmie ({ $metric_text }). Coś stoi na drodze, czy to po prostu odpoczynek? Każda odpowiedź jest dobra.
intervention-broken-routine-ask-reason-humor = Zaginął rytm ({ $metric_text }), ostatnio widziany { part-days-since } temu. Masz jakieś poszlaki?

reason-broken-routine = Zwykle { $usual_text } ({ $metric_text }), a ostatni wpis był { part-days-since } temu.
subject-broken-routine = Przerwa w rytmie: { LINE($metric_text) }

## Osiągnięcie

intervention-achievement-word-direct = „{ $goal }”: { $value_text }. Udało Ci się. Dobra robota.
intervention-achievement-word-gentle = „{ $goal }”: { $value_text }. Miło na to patrzeć. Daj sobie chwilę, żeby się tym nacieszyć.
intervention-achievement-word-humor = „{ $goal }”: { $value_text }. Fanfary gram cicho, żeby nie budzić sąsiadów, ale gram.

reason-achievement = Jest wynik przy celu „{ $goal }”: { $value_text }.
subject-achievement = „{ LINE($goal) }”: udało się

## Przypomnienie

intervention-reminder-due-remind-direct = Przypominam: { $title } ({ $time }).
intervention-reminder-due-remind-gentle = Spokojnie, tylko przypominam: { $title }. Umówiona pora to { $time }.
intervention-reminder-due-remind-humor = Puk, puk. Kto tam? Przypomnienie: { $title }, { $time }.

reason-reminder-due = Mam zapisaną prośbę o przypomnienie: { $title } ({ $time }).
subject-reminder-due = Przypomnienie: { LINE($title) }
