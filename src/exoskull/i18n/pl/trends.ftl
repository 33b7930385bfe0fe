### Co widać w miarach: zdania o znaleziskach, z liczbą danych i pewnością.

part-trend-weekday = { $weekday ->
    [0] W poniedziałki
    [1] We wtorki
    [2] W środy
    [3] W czwartki
    [4] W piątki
    [5] W soboty
    [6] W niedziele
   *[7] W weekendy
}
part-trend-weeks = { $weeks } { $weeks ->
    [one] tydzień
    [few] tygodnie
    [many] tygodni
   *[other] tygodnia
}
trend-weekday = { part-trend-weekday }: średnio { $there }, w pozostałe dni: { $elsewhere } ({ part-trend-weeks }, p { $p }).
trend-weekday-sleep = { part-trend-weekday } śpisz o { $minutes } { $minutes ->
    [one] minutę
    [few] minuty
    [many] minut
   *[other] minuty
} { $less ->
    [yes] krócej
   *[no] dłużej
} niż w pozostałe dni ({ part-trend-weeks }, p { $p }).
trend-change = Od { $on }: średnio { $after }, wcześniej: { $before } (dni z pomiarem: { $n_after } po zmianie, { $n_before } przed nią, p { $p }).
trend-relation-same = { $first } powyżej Twojego zwykłego poziomu: w takie dni średnio { $high }, w pozostałe: { $low } (wspólne dni: { $n }, rho = { $rho }, q { $q }). To współwystępowanie, a nie dowód przyczyny.
trend-relation-next = { $first } powyżej Twojego zwykłego poziomu: następnego dnia średnio { $high }, po pozostałych dniach: { $low } (wspólne dni: { $n }, rho = { $rho }, q { $q }). To współwystępowanie, a nie dowód przyczyny.
trend-flaw-impossible = { $value } ({ $when }): tyle się nie zdarza, to chyba pomyłka. Mogę usunąć ten wpis.
trend-flaw-unit_slip = { $value } ({ $when }): wygląda na inną jednostkę, bo zwykle jest około { $usual }. Mogę zmienić ten wpis na { $suggested }.
trend-flaw-duplicate = { $value } ({ $when }): ten wpis jest dwa razy, w tej samej minucie. Mogę usunąć drugi.
trend-strategy-weak = Dotychczasowy sposób na cel „{ LINE($title) }” udaje się w { $done } z { $days } dni. Mogę dobrać inny.
