### Ruch: podejścia i ich kroki (zdania rozkazujące bez kropki).

approach-fitness_appointment = Umówiona pora na ruch
step-fitness_appointment-slot = Wpisz dziś ruch do kalendarza: konkretna godzina i miejsce
step-fitness_appointment-bad_weather = Zapisz plan na złą pogodę: jeśli pada, to ruszam się w domu
step-fitness_appointment-begin = O wybranej porze zacznij choćby od małego: { part-small }

approach-fitness_snacks = Ruch na przekąskę
step-fitness_snacks-stairs = Wejdź dziś trzy razy szybkim krokiem po schodach
step-fitness_snacks-minute = Zrób dziś pięć razy po minucie ruchu: przysiady, pajacyki albo schody
step-fitness_snacks-call = Chodź podczas jednej dzisiejszej rozmowy telefonicznej

approach-fitness_gear = Strój na widoku
step-fitness_gear-door = Postaw buty albo torbę sportową przy drzwiach
step-fitness_gear-change = Przebierz się w strój sportowy, zanim zdecydujesz, czy Ci się chce
step-fitness_gear-tomorrow = Przygotuj wieczorem strój na jutrzejszy ruch

approach-fitness_company = Ruch w towarzystwie
step-fitness_company-invite = Napisz do jednej osoby i umów się na wspólny ruch w tym tygodniu
step-fitness_company-report = Powiedz komuś, co dziś zrobisz, i daj znać po wszystkim
step-fitness_company-class = Znajdź jedne zajęcia albo grupę w okolicy i zapisz ich porę

approach-fitness_numbers = Ruch w liczbach
step-fitness_numbers-plan = { $today ->
    [none] Zapisz, ile ruchu planujesz na dziś
   *[other] Zapisz plan na dziś: { $today }
}
step-fitness_numbers-log = Zapisz wieczorem, ile się udało, także gdy wyszło mniej
step-fitness_numbers-compare = Porównaj ten tydzień z poprzednim: wystarczy jedna liczba

approach-fitness_step_count = Krokomierz
step-fitness_step_count-check = Sprawdź w telefonie, ile kroków było wczoraj
step-fitness_step_count-more = Zrób dziś o 1000 kroków więcej niż wczoraj
step-fitness_step_count-noon = Sprawdź w południe licznik i dołóż 10 minut marszu

approach-fitness_pleasant = Lekko i przyjemnie
step-fitness_pleasant-easy = Ruszaj się dziś tak lekko, żeby dało się swobodnie rozmawiać
step-fitness_pleasant-music = Przygotuj ulubioną muzykę albo podcast tylko na czas ruchu
step-fitness_pleasant-place = Wybierz dziś na ruch najładniejsze miejsce w okolicy

approach-fitness_return = Powrót po przerwie
step-fitness_return-short = Wróć dziś na krótko: { part-small }
step-fitness_return-bonus = Obiecaj sobie małą nagrodę za pierwszy dzień po przerwie
step-fitness_return-stretch = Rozciągnij się spokojnie przez pięć minut przed snem

approach-fitness_after_meals = Spacer po posiłku
step-fitness_after_meals-lunch = Wyjdź na 10-minutowy spacer po obiedzie
step-fitness_after_meals-dinner = Wyjdź na 15-minutowy spacer po kolacji
step-fitness_after_meals-breakfast = Przejdź się 10 minut po śniadaniu

approach-fitness_on_the_way = Ruch po drodze
step-fitness_on_the_way-stop = Wysiądź przystanek wcześniej albo zaparkuj dalej i przejdź resztę
step-fitness_on_the_way-stairs = Wybierz dziś schody zamiast każdej windy
step-fitness_on_the_way-errand = Załatw dziś jedną sprawę pieszo albo na rowerze

approach-fitness_stake = Coś do stracenia
step-fitness_stake-jar = Odłóż na bok drobną kwotę: wróci do Ciebie dopiero po dzisiejszym ruchu
step-fitness_stake-word = Zapisz obietnicę na dziś i daj ją komuś do przechowania
step-fitness_stake-pay = Zarezerwuj miejsce na zajęciach albo umów się tak, by trudno było odwołać

approach-fitness_sets = Krótkie serie
step-fitness_sets-split = { $today ->
    [none] Zrób dziś trzy krótkie serie z przerwami
   *[other] Podziel na trzy krótkie serie: { $today }
}
step-fitness_sets-kettle = Zrób krótką serię, gdy czekasz, aż zagotuje się woda
step-fitness_sets-slow = Zrób jedną serię bardzo wolno, licząc do czterech w dół i w górę

approach-fitness_run_walk = Marszobieg
step-fitness_run_walk-alternate = Przez 15 minut zmieniaj: minuta truchtu, dwie minuty marszu
step-fitness_run_walk-slow = Biegnij wolniej niż zwykle, tak żeby dało się mówić pełnymi zdaniami
step-fitness_run_walk-stop = Skończ dziś, póki jeszcze jest siła, i zapisz wynik
