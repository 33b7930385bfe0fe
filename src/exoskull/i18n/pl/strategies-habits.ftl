### Podejścia do każdego nawyku: nazwa, potem kroki (zdania rozkazujące bez kropki).

approach-habits_if_then = Plan jeśli-to
step-habits_if_then-write = Zapisz jednym zdaniem, o której i gdzie dziś to zrobisz
step-habits_if_then-place = Ustaw w telefonie alarm na wybraną porę
step-habits_if_then-rehearse = Powtórz w myślach trzy razy: jeśli nadejdzie ta pora, to zaczynam

approach-habits_tiny = Wersja minimum
step-habits_tiny-smallest = Zrób dziś tylko wersję minimum: { part-small }
step-habits_tiny-two_minutes = Zacznij na dwie minuty, potem wolno Ci przestać
step-habits_tiny-celebrate = Po zrobieniu powiedz sobie na głos jedno dobre słowo

approach-habits_tempting_moment = Plan na trudną porę
step-habits_tempting_moment-when = Zapisz, o której i gdzie będzie dziś najtrudniej
step-habits_tempting_moment-then = Dokończ zdanie: jeśli wtedy przyjdzie ochota, to od razu wstaję i wychodzę
step-habits_tempting_moment-alarm = Ustaw przypomnienie na kwadrans przed najtrudniejszą porą

approach-habits_one_less = O jeden mniej
step-habits_one_less-one = Zrób dziś tylko tyle: { part-small }
step-habits_one_less-later = Przesuń dziś pierwszy raz o pół godziny
step-habits_one_less-half = Weź dziś połowę zwykłej porcji, a resztę odłóż

approach-habits_stack = Nowe do starego
step-habits_stack-anchor = Zrób to dziś zaraz po porannym myciu zębów albo kawie
step-habits_stack-note = Przyklej przy czajniku karteczkę z jednym słowem, które przypomni o celu
step-habits_stack-evening = Wybierz jutrzejszą kotwicę: po czym, co i tak robisz, zrobisz ten krok

approach-habits_obstacle = Przeszkoda i odpowiedź
step-habits_obstacle-name = Zapisz jedną rzecz, która może dziś stanąć na drodze
step-habits_obstacle-imagine = Przez minutę wyobraź sobie cel osiągnięty, a potem tę przeszkodę
step-habits_obstacle-answer = Dopisz odpowiedź: jeśli ta przeszkoda się pojawi, to zrobię to i to

approach-habits_within_reach = W zasięgu ręki
step-habits_within_reach-prepare = Połóż na widoku jedną rzecz, od której się zaczyna
step-habits_within_reach-sign = Usuń jedną przeszkodę, która dokłada kroków przed startem
step-habits_within_reach-tomorrow = Przygotuj wieczorem wszystko na jutrzejszy start

approach-habits_out_of_sight = Z dala od oczu
step-habits_out_of_sight-away = Schowaj to, co kusi, do zamkniętej szafki albo poza dom
step-habits_out_of_sight-harder = Dołóż jedną przeszkodę między sobą a pokusą
step-habits_out_of_sight-elsewhere = Spędź dziś porę największej pokusy w innym miejscu niż zwykle

approach-habits_chain = Łańcuch dni
step-habits_chain-mark = Zapisz dzisiejszy wynik, jaki by nie był
step-habits_chain-look = Policz, ile razy udało się w ostatnich siedmiu dniach
step-habits_chain-visible = Powieś kalendarz na widoku i zaznacz dzisiejszy dzień

approach-habits_tell_someone = Ktoś, kto wie
step-habits_tell_someone-tell = Powiedz jednej osobie, co dokładnie chcesz dziś zrobić
step-habits_tell_someone-report = Wyślij wieczorem tej osobie jedno zdanie, jak poszło
step-habits_tell_someone-together = Zrób dziś ten krok razem z kimś albo w czyimś towarzystwie

approach-habits_bundle = Przyjemne z pożytecznym
step-habits_bundle-pair = Połącz dziś ten krok z czymś miłym: muzyką, podcastem, ulubioną herbatą
step-habits_bundle-keep = Zostaw jedną przyjemność tylko na czas pracy nad celem
step-habits_bundle-after = Po zrobieniu weź od razu małą nagrodę, którą lubisz

approach-habits_urge = Przeczekana ochota
step-habits_urge-wait = Gdy przyjdzie ochota, nastaw minutnik na 10 minut i dopiero potem zdecyduj
step-habits_urge-instead = Wybierz teraz jedną rzecz, którą zrobisz zamiast tego
step-habits_urge-breathe = Przy pierwszej ochocie weź dziesięć wolnych oddechów i patrz, jak słabnie

approach-habits_pledge = Słowo i termin
step-habits_pledge-deadline = Obiecaj sobie trzymać się planu do konkretnej godziny i zapisz ją
step-habits_pledge-stake = Ustal drobną karę za dzień poza planem, na przykład moneta do słoika
step-habits_pledge-sign = Napisz obietnicę na dziś i podpisz ją z datą

approach-habits_fresh_start = Nowy początek
step-habits_fresh_start-today = Zacznij dziś od zera, w mniejszej wersji: { part-small }
step-habits_fresh_start-kind_word = Napisz sobie dwa zdania tak, jak do przyjaciela po gorszym dniu
step-habits_fresh_start-lesson = Zapisz jedną rzecz, którą jutro zrobisz inaczej

approach-habits_screen_far = Telefon w innym pokoju
step-habits_screen_far-room = Zostaw wieczorem telefon na pół godziny w innym pokoju
step-habits_screen_far-notifications = Wyłącz powiadomienia jednej aplikacji, która zabiera najwięcej czasu
step-habits_screen_far-grey = Włącz w telefonie odcienie szarości na cały dzień

approach-habits_screen_swap = Coś zamiast ekranu
step-habits_screen_swap-walk = Wyjdź na 10 minut bez telefonu w porze, gdy zwykle przewijasz
step-habits_screen_swap-paper = Poczytaj wieczorem 15 minut na papierze
step-habits_screen_swap-call = Zamiast przewijać, zadzwoń na 10 minut do kogoś bliskiego
