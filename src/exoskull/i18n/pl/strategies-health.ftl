### Zdrowie: podejścia i ich kroki (zdania rozkazujące bez kropki).

approach-health_water_in_sight = Woda pod ręką
step-health_water_in_sight-bottle = Postaw pełną butelkę wody tam, gdzie spędzasz najwięcej czasu
step-health_water_in_sight-glass = Postaw szklankę wody przy czajniku i przy łóżku
step-health_water_in_sight-carry = Zabierz wodę ze sobą, gdy dziś wychodzisz

approach-health_water_meals = Woda przed posiłkiem
step-health_water_meals-wake = Wypij szklankę wody zaraz po wstaniu
step-health_water_meals-lunch = Wypij szklankę wody przed obiadem
step-health_water_meals-spread = { $today ->
    [none] Wypij szklankę wody do każdego posiłku
   *[other] Rozłóż równo na resztę dnia: { $today }
}

approach-health_coffee_swap = Inny kubek
step-health_coffee_swap-swap = Zamień dziś jedną kawę na herbatę ziołową albo wodę
step-health_coffee_swap-weaker = Zrób następną kawę o połowę słabszą
step-health_coffee_swap-early = Wypij dziś ostatnią kawę przed 14

approach-health_alcohol_free = Wieczór bez procentów
step-health_alcohol_free-buy = Kup na wieczór napój bez alkoholu, który lubisz
step-health_alcohol_free-first = Zacznij wieczór od szklanki wody albo napoju bez alkoholu
step-health_alcohol_free-free_day = Wyznacz dziś dzień bez alkoholu i powiedz o tym komuś

approach-health_alcohol_home = Dom bez zapasów
step-health_alcohol_home-no_stock = Nie kupuj dziś alkoholu na zapas i schowaj to, co jest w domu
step-health_alcohol_home-small_glass = Nalewaj do mniejszego kieliszka i odstawiaj butelkę do szafki
step-health_alcohol_home-other_place = Umów się dziś wieczorem tam, gdzie się nie pije

approach-health_craving_walk = Marsz zamiast papierosa
step-health_craving_walk-walk = Gdy przyjdzie ochota na papierosa, wyjdź na pięć minut szybkiego marszu
step-health_craving_walk-delay = Odłóż pierwszego papierosa o pół godziny
step-health_craving_walk-hands = Miej pod ręką gumę do żucia, marchewkę albo wodę na chwile ochoty

approach-health_smoke_free_places = Miejsca bez dymu
step-health_smoke_free_places-home = Ustal, że dziś w mieszkaniu i w aucie się nie pali
step-health_smoke_free_places-fewer = Weź ze sobą o dwa papierosy mniej niż zwykle
step-health_smoke_free_places-ashtray = Schowaj popielniczki i zapalniczki z widoku

approach-health_quit_support = Wsparcie w rzucaniu
step-health_quit_support-ask = Zapytaj lekarza albo farmaceutę, co pomaga ograniczyć palenie
step-health_quit_support-ally = Poproś jedną osobę, by odbierała, gdy dzwonisz w trudnej chwili
step-health_quit_support-group = Znajdź numer poradni albo grupy dla rzucających i zapisz go

approach-health_plate = Mniejszy talerz
step-health_plate-small = Zjedz dziś główny posiłek z mniejszego talerza
step-health_plate-serve = Nałóż porcję w kuchni i schowaj resztę, zanim usiądziesz
step-health_plate-far = Przełóż słodycze i przekąski do szafki, do której trudno sięgnąć

approach-health_slow_meal = Jeden posiłek z uwagą
step-health_slow_meal-table = Zjedz dziś jeden posiłek przy stole, bez ekranu
step-health_slow_meal-pause = W połowie posiłku zrób przerwę i sprawdź, czy głód jeszcze jest
step-health_slow_meal-slow = Przez pierwsze pięć minut odkładaj sztućce po każdym kęsie

approach-health_food_diary = Dziennik posiłków
step-health_food_diary-photo = Zrób zdjęcie każdego dzisiejszego posiłku
step-health_food_diary-right_after = Zapisz obiad zaraz po jedzeniu, nie wieczorem
step-health_food_diary-result = Zapisz dzisiejszy wynik, jaki by nie był

approach-health_sweet_plan = Najpierw owoc
step-health_sweet_plan-fruit = Gdy przyjdzie ochota na słodkie, zjedz najpierw owoc
step-health_sweet_plan-moment = Zapisz porę największej ochoty i co wtedy zrobisz
step-health_sweet_plan-tea = Po kolacji zaparz herbatę z owocami zamiast deseru

approach-health_after_meals = Ruch po posiłku
step-health_after_meals-lunch = Wyjdź na 10-minutowy spacer po obiedzie
step-health_after_meals-dinner = Przejdź się 15 minut po kolacji
step-health_after_meals-stand = Po jedzeniu zostań pięć minut na nogach: pozmywaj albo posprzątaj

approach-health_sit_less = Krótsze siedzenie
step-health_sit_less-stand_up = Wstań dziś co godzinę na trzy minuty spokojnego chodzenia
step-health_sit_less-call = Rozmawiaj dziś przez telefon na stojąco albo chodząc
step-health_sit_less-series = W przerwie między odcinkami przejdź się po mieszkaniu

approach-health_greens_first = Zielone na wierzchu
step-health_greens_first-bowl = Postaw miskę z owocami na wierzchu, na wysokości oczu
step-health_greens_first-cut = Pokrój warzywa do pudełka i postaw je z przodu lodówki
step-health_greens_first-handful = Dołóż garść warzyw do obiadu

approach-health_greens_swap = Warzywo zamiast przekąski
step-health_greens_swap-snack = Zamień dziś jedną przekąskę na owoc albo marchewkę
step-health_greens_swap-breakfast = Dodaj owoc albo pomidora do śniadania
step-health_greens_swap-side = Zrób do kolacji sałatkę zamiast drugiej kanapki

approach-health_meal_times = Stałe pory jedzenia
step-health_meal_times-hours = Zapisz godziny dzisiejszych posiłków
step-health_meal_times-alarm = Ustaw przypomnienie na posiłek, który najczęściej wypada
step-health_meal_times-ready = Przygotuj wieczorem śniadanie na jutro

approach-health_breath = Długi wydech
step-health_breath-sigh = Przez pięć minut oddychaj: dwa wdechy nosem i długi wydech ustami
step-health_breath-pause = Przed trudniejszą rozmową weź pięć powolnych oddechów
step-health_breath-bed = Połóż się na pięć minut i licz wydechy do dziesięciu

approach-health_small_pleasure = Małe przyjemności w planie
step-health_small_pleasure-one = Zaplanuj na dziś jedną małą przyjemność o konkretnej godzinie
step-health_small_pleasure-finish = Dokończ dziś jedną drobną rzecz, która zalega
step-health_small_pleasure-contact = Spędź 10 minut z kimś, przy kim dobrze się czujesz

approach-health_green_time = Chwila wśród zieleni
step-health_green_time-park = Spędź dziś 20 minut w parku albo wśród drzew
step-health_green_time-lunch = Wyjdź w przerwie na 10 minut pod gołe niebo
step-health_green_time-window = Usiądź na pięć minut przy oknie, bez telefonu

approach-health_writing = Kwadrans na papierze
step-health_writing-write = Pisz przez 15 minut o tym, co Cię porusza, bez poprawiania
step-health_writing-name = Nazwij jednym słowem, co teraz czujesz, i zapisz od czego
step-health_writing-done = Zapisz trzy rzeczy, które dziś się udały, i dlaczego

approach-health_medicine_anchor = Lek przy stałej czynności
step-health_medicine_anchor-anchor = Połącz dawkę z czymś stałym: śniadaniem albo myciem zębów
step-health_medicine_anchor-box = Rozłóż leki do pudełka z dniami tygodnia
step-health_medicine_anchor-check = Sprawdź wieczorem, czy dzisiejsza dawka jest zapisana

approach-health_home_readings = Pomiar o stałej porze
step-health_home_readings-sit = Usiądź spokojnie na pięć minut, zmierz i zapisz wynik
step-health_home_readings-same_hour = Ustaw przypomnienie o pomiarze na tę samą godzinę co dzień
step-health_home_readings-show = Przygotuj zapis ostatnich pomiarów, by pokazać go lekarzowi

approach-health_less_salt = Mniej słono
step-health_less_salt-taste = Spróbuj dziś jedzenia, zanim je posolisz
step-health_less_salt-herbs = Przypraw jedno danie ziołami albo cytryną zamiast soli
step-health_less_salt-snack = Zamień jedną słoną przekąskę na owoc

approach-health_three_minutes = Trzy minuty ciszy
step-health_three_minutes-sit = Usiądź na trzy minuty i obserwuj oddech
step-health_three_minutes-tea = Wypij jeden napój powoli, nic innego nie robiąc
step-health_three_minutes-sounds = Przez dwie minuty słuchaj dźwięków dookoła

approach-health_ally = Sojusznik zdrowia
step-health_ally-tell = Powiedz bliskiej osobie, o co dbasz, i poproś, by wieczorem zapytała
step-health_ally-join = Zaproś kogoś, by dbał o to razem z Tobą przez tydzień
step-health_ally-report = Napisz komuś wieczorem jednym zdaniem, jak poszło
