# Co mówią umiejętności, i co mówią o sobie. Wpisywane są w plik umiejętności z pustymi miejscami:
# stąd żadnych form liczby, tylko „dni: 3”.

skill-any-nothing = { $name }: brak zapisów w tym czasie (sprawdzone dni: { $days }).
skill-any-few = { $name }: za mało dni, żeby coś powiedzieć (dni z zapisem: { $with }).

skill-about-total = { $name }: suma z ostatnich dni.
skill-says-total-said = { $name }: razem { $total } (sprawdzone dni: { $days }, z zapisem: { $with }).
skill-about-mean = { $name }: średnia z dni, które mają zapis.
skill-says-mean-said = { $name }: średnio { $mean } (sprawdzone dni: { $days }, z zapisem: { $with }).
skill-about-count = { $name }: w ilu z ostatnich dni.
skill-says-count-said = { $name }, dni z zapisem: { $count } (sprawdzone dni: { $days }).
skill-about-streak = { $name }: ile dni z rzędu.
skill-says-streak-said = { $name }, dni z rzędu: { $streak }.
skill-about-trend = { $name }: jak szybko się zmienia i dokąd to prowadzi.
skill-says-trend-said = { $name }: { $week } na tydzień; w tym tempie za { $ahead } dni: { $then }.
skill-about-records = { $name }: najwyższy i najniższy dzień z trzech miesięcy.
skill-says-records-said = { $name }: najwięcej { $most } ({ $most_on }), najmniej { $least } ({ $least_on }).
skill-about-since-last = { $name }: kiedy ostatnio.
skill-says-since-last-said = { $name }: ostatnio { $on }, dni temu: { $days }.
skill-says-since-last-never = { $name }: brak zapisów z dwóch lat.
skill-about-moving-average = { $name }: średnia z tygodnia obok średniej z czterech tygodni, żeby pojedyncze dni nie myliły.
skill-says-moving-average-said = { $name }: średnio { $week } w ostatnich siedmiu dniach, { $month } w ostatnich czterech tygodniach.
skill-about-share-of-days = { $name }: w jakiej części dni było dość.
skill-says-share-of-days-said = { $name }: co najmniej { $least } w { $percent } dni ({ $good } z { $with }).

skill-about-compare-weeks = { $name }: ten tydzień obok poprzedniego.
skill-says-compare-weeks-said = { $name }: w tym tygodniu { $this }, w poprzednim { $last } (do tego samego dnia tygodnia { $by_now }).
skill-about-compare-months = { $name }: ten miesiąc obok poprzedniego.
skill-says-compare-months-said = { $name }: w tym miesiącu { $this }, w poprzednim { $last } (do tego samego dnia miesiąca { $by_now }).
skill-about-weekdays = { $name }: w który dzień tygodnia jest najwięcej, a w który najmniej.
skill-says-weekdays-said = { $name }: najwięcej { $most } (średnio { $most_mean }), najmniej { $least } ({ $least_mean }).
skill-about-together = { $name } i { $other }: czy idą w parze.
skill-says-together-up = { $name } i { $other } rosną razem (r = { $r }, dni: { $with }). To nie mówi, co jest przyczyną.
skill-says-together-down = { $name } i { $other } idą w przeciwne strony (r = { $r }, dni: { $with }). To nie mówi, co jest przyczyną.
skill-says-together-none = { $name } i { $other }: bez wyraźnego związku (r = { $r }, dni: { $with }).
skill-says-together-few = { $name } i { $other }: za mało dni z oboma zapisami (dni: { $with }, potrzeba co najmniej 7).
skill-says-together-flat = { $name } i { $other }: jedno z nich się nie zmienia (dni: { $with }), więc nic nie można powiedzieć.
skill-about-budget-left = { $name }: ile zostało z budżetu na miesiąc i ile to na dzień.
skill-says-budget-left-said = { $name }: w tym miesiącu zostało { $left } z { $budget } (poszło { $spent }). Na pozostałe dni ({ $days }) to { $a_day } dziennie.
skill-says-budget-left-over = { $name }: { $left } ponad budżet { $budget } na ten miesiąc (poszło { $spent }, pozostałe dni: { $days }).
skill-about-debt = { $name }: ile brakuje z ostatnich dni.
skill-says-debt-said = { $name }: brakuje { $debt }, licząc { $need } dziennie (dni z zapisem: { $with }).
skill-says-debt-none = { $name }: nic nie brakuje, jest { $debt } zapasu, licząc { $need } dziennie (dni z zapisem: { $with }).

skill-about-bmi = Twoje BMI, ze wzrostu i najnowszej wagi.
skill-says-bmi-said = BMI: { $bmi } (waga { $weight } kg). To zgrubna miara, nie diagnoza.
skill-says-bmi-nothing = Nie ma jeszcze wagi. Podaj ją: „ważę 70 kg”.
skill-about-convert = Przelicza jednostki długości, masy, objętości, czasu i temperatury.
skill-says-convert-said = { $value } { $from } = { $result } { $to }
skill-says-convert-cannot = { $from } nie da się przeliczyć na { $to }.
skill-about-split-bill = Dzieli rachunek, z napiwkiem, jeśli jest.
skill-says-split-bill-said = Po { $each } (osób: { $people }, razem { $total }).
skill-about-percent-change = O ile procent jedna liczba różni się od drugiej.
skill-says-percent-change-said = Z { $before } na { $after }: { $change }%.
skill-about-pace = Tempo i prędkość z dystansu i czasu.
skill-says-pace-said = { $km } km: { $pace } min/km, { $speed } km/h.
skill-about-saving-time = Ile miesięcy odkładania zajmie kwota.
skill-says-saving-time-said = Miesiące: { $months } (brakuje { $lacking }, odkładane { $a_month } na miesiąc).
skill-says-saving-time-there = Wszystko już jest.

skill-about-countdown = Ile dni do { $date }{ $label ->
    [none] {""}
   *[other] {" "}({ $label })
}.
skill-says-countdown-said = Dni do { $on }: { $days }.
skill-says-countdown-today = To dziś: { $on }.
skill-says-countdown-past = { $on } już minął, dni temu: { $days }.
skill-about-saved-since = Ile zostało w kieszeni od { $start }, licząc { $a_day } dziennie.
skill-says-saved-since-said = Oszczędności do dziś: { $saved } (dni: { $days }).
skill-about-turns = Czyja jest kolej: { $names }. Zmiana co tyle dni: { $every }, od { $start }.
skill-says-turns-said = Teraz kolej: { $now }; potem: { $next }.
skill-about-overdue-tasks = Które zadania są po terminie.
skill-says-overdue-tasks-said = Po terminie: { $count } ({ $list }).
skill-says-overdue-tasks-none = Nic nie jest po terminie.
skill-about-tasks-done = Ile zadań zrobiono w ostatnich dniach.
skill-says-tasks-done-said = Zrobione zadania: { $count } (sprawdzone dni: { $days }); otwarte: { $open }.
skill-about-a-day-for-goal = { $name }: ile dziennie potrzeba jeszcze do celu.
skill-says-a-day-for-goal-said = { $name }: do celu { $left }, czyli { $a_day } dziennie (pozostałe dni: { $days }).
skill-says-a-day-for-goal-met = { $name }: cel na ten czas jest osiągnięty.
skill-says-a-day-for-goal-no_goal = { $name }: nie ma do tego celu.

skill-about-when-silent = { $days ->
    [1] { $name }: pisze do Ciebie, gdy przez cały dzień nic nie było.
   *[other] { $name }: pisze do Ciebie, gdy przez { $days } dni nic nie było.
}
skill-says-when-silent-notice = { $name }: od jakiegoś czasu nic (dni: { $days }). Dobry moment, żeby wrócić.
skill-says-when-silent-said = { $name }: dni od ostatniego razu: { $days }.
skill-about-over-limit = { $name }: pisze do Ciebie w dniu, w którym przekroczysz { $limit }.
skill-says-over-limit-notice = { $name }: dziś { $have }, a Twój limit to { $limit }.
skill-says-over-limit-said = { $name }: dziś { $have } (limit { $limit }).
skill-about-weekly-report = { $name }: raz w tygodniu pisze do Ciebie, jak poszło.
skill-says-weekly-report-notice = { $name }, ostatnie siedem dni: { $result } (dni z zapisem: { $with }).
skill-about-recurring-task = Raz w tygodniu wpisuje na listę „{ $label }”.
skill-says-recurring-task-made = Na liście: { $label }.
skill-says-recurring-task-not_today = Dziś nie: { $label }.
skill-about-repetition = Wpisuje na listę „{ $label }” po 1, 3, 7, 14, 30 i 60 dniach, żeby zostało w pamięci.
skill-says-repetition-task = Powtórka: { $label }
skill-says-repetition-said = { $label }: dni do następnej powtórki: { $days }.
skill-says-repetition-over = { $label }: wszystkie powtórki za Tobą.

skill-weekday = { $weekday ->
    [1] poniedziałek
    [2] wtorek
    [3] środa
    [4] czwartek
    [5] piątek
    [6] sobota
   *[7] niedziela
}
