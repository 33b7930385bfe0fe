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

# Jeden konkretny krok: zdanie rozkazujące bez kropki.
part-step = { $metric ->
    [water_glasses] nalej teraz szklankę wody
    [coffee_cups] następną kawę zamień na herbatę albo wodę
    [alcohol_drinks] następny napój wybierz bez alkoholu
    [cigarettes] następnego papierosa odłóż o 15 minut
    [fruit_portions] połóż jeden owoc w zasięgu ręki
    [vegetable_portions] dołóż warzywo do najbliższego posiłku
    [sweets] następny deser odłóż do jutra
    [meals] ustal porę następnego posiłku
    [runs] załóż buty i wyjdź choć na 10 minut
    [run_km] załóż buty i wyjdź choć na 10 minut
    [run_minutes] załóż buty i wyjdź choć na 10 minut
    [walks] wyjdź na 10 minut spaceru
    [walk_km] wyjdź na 10 minut spaceru
    [walk_minutes] wyjdź na 10 minut spaceru
    [steps] wyjdź na 10 minut spaceru
    [rides] wsiądź na rower choć na 10 minut
    [cycling_km] wsiądź na rower choć na 10 minut
    [cycling_minutes] wsiądź na rower choć na 10 minut
    [swims] spakuj strój na basen i postaw torbę przy drzwiach
    [swim_km] spakuj strój na basen i postaw torbę przy drzwiach
    [swim_minutes] spakuj strój na basen i postaw torbę przy drzwiach
    [workouts] zacznij od 10 minut ruchu
    [exercise_minutes] zacznij od 10 minut ruchu
    [pushups] zrób teraz pięć pompek
    [squats] zrób teraz pięć przysiadów
    [situps] zrób teraz pięć brzuszków
    [pullups] zrób teraz jedno podciągnięcie
    [plank_minutes] zrób teraz pół minuty deski
    [sleep_hours] ustal, o której dziś gasisz światło
    [weight_kg] zaplanuj dziś spacer, choć 20 minut
    [waist_cm] zaplanuj dziś spacer, choć 20 minut
    [body_fat_percent] zaplanuj dziś spacer, choć 20 minut
    [mood] zrób teraz jedną małą rzecz, którą lubisz
    [energy] zrób teraz jedną małą rzecz, którą lubisz
    [stress] zrób teraz jedną małą rzecz, którą lubisz
    [spending_pln] jeden zakup odłóż do jutra
    [spending_usd] jeden zakup odłóż do jutra
    [spending_eur] jeden zakup odłóż do jutra
    [spending_gbp] jeden zakup odłóż do jutra
    [savings_pln] odłóż dziś choć małą kwotę
    [savings_usd] odłóż dziś choć małą kwotę
    [savings_eur] odłóż dziś choć małą kwotę
    [savings_gbp] odłóż dziś choć małą kwotę
    [meditations] usiądź i weź 10 spokojnych oddechów
    [meditation_minutes] usiądź i weź 10 spokojnych oddechów
    [pages_read] otwórz książkę na dwie strony
    [pages] otwórz książkę na dwie strony
    [books_read] otwórz książkę na dwie strony
    [reading_minutes] otwórz książkę na dwie strony
    [study_hours] otwórz notatki na 10 minut
    [study_minutes] otwórz notatki na 10 minut
    [work_hours] ustal, o której dziś kończysz pracę
    [screen_hours] zostaw telefon na pół godziny w innym pokoju
    [screen_minutes] zostaw telefon na pół godziny w innym pokoju
    [medication] sprawdź, czy dzisiejsza dawka jest już zapisana
    [bp_systolic] zrób pomiar i zapisz wynik
    [bp_diastolic] zrób pomiar i zapisz wynik
    [heart_rate_bpm] zrób pomiar i zapisz wynik
    [glucose_mg_dl] zrób pomiar i zapisz wynik
    [temperature_c] zrób pomiar i zapisz wynik
   *[none] { $direction ->
        [at_most] następnym razem odczekaj 10 minut
       *[at_least] poświęć na to najbliższe 10 minut
    }
}

# Mniejsza wersja: rzeczownik w mianowniku.
part-small = { $metric ->
    [water_glasses] jedna szklanka wody
    [coffee_cups] jedna kawa mniej
    [alcohol_drinks] jedna porcja mniej
    [cigarettes] jeden papieros mniej
    [fruit_portions] jeden owoc
    [vegetable_portions] jedno warzywo do obiadu
    [sweets] jeden deser mniej
    [meals] jeden posiłek o stałej porze
    [runs] 10 minut truchtu
    [run_km] 10 minut truchtu
    [run_minutes] 10 minut truchtu
    [walks] 10 minut spaceru
    [walk_km] 10 minut spaceru
    [walk_minutes] 10 minut spaceru
    [steps] 10 minut spaceru
    [rides] 10 minut na rowerze
    [cycling_km] 10 minut na rowerze
    [cycling_minutes] 10 minut na rowerze
    [swims] cztery spokojne długości basenu
    [swim_km] cztery spokojne długości basenu
    [swim_minutes] cztery spokojne długości basenu
    [workouts] 5 minut ćwiczeń
    [exercise_minutes] 5 minut ćwiczeń
    [pushups] pięć pompek
    [squats] pięć przysiadów
    [situps] pięć brzuszków
    [pullups] jedno podciągnięcie
    [plank_minutes] pół minuty deski
    [sleep_hours] kwadrans wcześniej w łóżku
    [weight_kg] 15 minut spaceru
    [waist_cm] 15 minut spaceru
    [body_fat_percent] 15 minut spaceru
    [mood] 5 minut na coś miłego
    [energy] 5 minut na coś miłego
    [stress] 5 minut na coś miłego
    [spending_pln] jeden dzień bez drobnych zakupów
    [spending_usd] jeden dzień bez drobnych zakupów
    [spending_eur] jeden dzień bez drobnych zakupów
    [spending_gbp] jeden dzień bez drobnych zakupów
    [savings_pln] mała, ale odłożona kwota
    [savings_usd] mała, ale odłożona kwota
    [savings_eur] mała, ale odłożona kwota
    [savings_gbp] mała, ale odłożona kwota
    [meditations] trzy spokojne minuty
    [meditation_minutes] trzy spokojne minuty
    [pages_read] dwie strony
    [pages] dwie strony
    [books_read] dwie strony
    [reading_minutes] dwie strony
    [study_hours] 10 minut nauki
    [study_minutes] 10 minut nauki
    [work_hours] koniec pracy kwadrans wcześniej
    [screen_hours] 15 minut bez ekranu
    [screen_minutes] 15 minut bez ekranu
    [medication] jeden wpis o dzisiejszej dawce
    [bp_systolic] jeden pomiar
    [bp_diastolic] jeden pomiar
    [heart_rate_bpm] jeden pomiar
    [glucose_mg_dl] jeden pomiar
    [temperature_c] jeden pomiar
   *[none] { $direction ->
        [at_most] o jeden raz mniej niż zwykle
       *[at_least] pierwsze pięć minut
    }
}

# Jak zapisać miarę jednym zdaniem.
part-example = { $metric ->
    [water_glasses] 3 szklanki wody
    [coffee_cups] 2 kawy
    [tea_cups] 2 herbaty
    [alcohol_drinks] 1 piwo
    [cigarettes] 3 papierosy
    [calories_kcal] 1800 kcal
    [fruit_portions] 2 owoce
    [vegetable_portions] 2 porcje warzyw
    [sweets] 1 ciastko
    [meals] 3 posiłki
    [runs] bieg 4 km
    [run_km] 4 km biegu
    [run_minutes] 30 minut biegu
    [walks] spacer 30 minut
    [walk_km] 3 km spaceru
    [walk_minutes] 30 minut spaceru
    [steps] 8000 kroków
    [rides] rower 10 km
    [cycling_km] 10 km na rowerze
    [cycling_minutes] 40 minut na rowerze
    [swims] pływanie 30 minut
    [swim_km] 1 km pływania
    [swim_minutes] 30 minut pływania
    [workouts] trening 45 minut
    [exercise_minutes] 30 minut ćwiczeń
    [pushups] 20 pompek
    [squats] 20 przysiadów
    [situps] 20 brzuszków
    [pullups] 5 podciągnięć
    [plank_minutes] 2 minuty deski
    [sleep_hours] 7 godzin snu
    [nap_minutes] 20 minut drzemki
    [weight_kg] waga 71,5 kg
    [waist_cm] w pasie 80 cm
    [body_fat_percent] tłuszcz 20%
    [mood] nastrój 6
    [energy] energia 6
    [stress] stres 4
    [pain] ból 3
    [bp_systolic] ciśnienie 120/80
    [bp_diastolic] ciśnienie 120/80
    [heart_rate_bpm] tętno 64
    [glucose_mg_dl] cukier 95
    [temperature_c] temperatura 36,6
    [medication] 1 tabletka
    [meditations] medytacja 10 minut
    [meditation_minutes] 10 minut medytacji
    [pages_read] 20 stron
    [pages] 20 stron
    [books_read] 1 książka
    [reading_minutes] 30 minut czytania
    [study_hours] 2 godziny nauki
    [study_minutes] 45 minut nauki
    [work_hours] 8 godzin pracy
    [screen_hours] ekran 2 godziny
    [screen_minutes] ekran 90 minut
    [spending_pln] wydatki 45 zł
    [spending_usd] wydatki 45 USD
    [spending_eur] wydatki 45 euro
    [spending_gbp] wydatki 45 GBP
    [savings_pln] oszczędności 100 zł
    [savings_usd] oszczędności 100 USD
    [savings_eur] oszczędności 100 euro
    [savings_gbp] oszczędności 100 GBP
   *[none] { $metric_text ->
        [none] 3
       *[other] { $metric_text }: 3
    }
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
