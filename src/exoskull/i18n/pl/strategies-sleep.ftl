### Sen: podejścia i ich kroki (zdania rozkazujące bez kropki).

approach-sleep_rise = Stała pora wstawania
step-sleep_rise-alarm = Ustaw budzik na jutro na tę samą godzinę co dziś
step-sleep_rise-light = Wyjdź rano na 10 minut na dzienne światło
step-sleep_rise-lights_out = Ustal, o której dziś gasisz światło, i ustaw na to przypomnienie

approach-sleep_bed_for_sleep = Łóżko tylko do snu
step-sleep_bed_for_sleep-only = Zostaw dziś łóżko tylko do snu: bez telefonu, pracy i seriali
step-sleep_bed_for_sleep-sleepy = Połóż się dopiero, gdy naprawdę chce Ci się spać
step-sleep_bed_for_sleep-get_up = Jeśli sen nie przychodzi przez około 20 minut, wstań i wróć, gdy oczy się kleją

approach-sleep_dim = Wieczór bez ekranu
step-sleep_dim-charger = Podłącz dziś telefon na noc poza sypialnią
step-sleep_dim-paper = Ostatnie pół godziny przed snem spędź z papierową książką albo muzyką
step-sleep_dim-lamps = Godzinę przed snem przygaś światła w mieszkaniu

approach-sleep_caffeine = Kofeina tylko rano
step-sleep_caffeine-last = Wypij dziś ostatnią kawę najpóźniej osiem godzin przed snem
step-sleep_caffeine-swap = Po obiedzie wybierz napój bez kofeiny
step-sleep_caffeine-note = Zapisz wieczorem, o której była ostatnia kofeina

approach-sleep_to_do_list = Lista na jutro przed snem
step-sleep_to_do_list-list = Przez pięć minut wypisz wszystko, co czeka jutro
step-sleep_to_do_list-first = Wybierz z jutrzejszych spraw jedną na początek, resztę zostaw na kartce
step-sleep_to_do_list-worries = Przed kolacją daj zmartwieniom 10 minut na papierze, potem zamknij zeszyt

approach-sleep_warm = Ciepły wieczór
step-sleep_warm-shower = Weź ciepły prysznic albo kąpiel godzinę lub dwie przed snem
step-sleep_warm-quiet = Zrób po kąpieli coś cichego i miłego: zioła, muzyka, krzyżówka
step-sleep_warm-cool = Wywietrz i ochłodź sypialnię przed snem

approach-sleep_quarter = Kwadrans wcześniej
step-sleep_quarter-earlier = Połóż się dziś 15 minut wcześniej niż wczoraj
step-sleep_quarter-clothes = Przebierz się do snu od razu po kolacji
step-sleep_quarter-teeth = Umyj zęby godzinę przed snem, zanim przyjdzie zmęczenie

approach-sleep_diary = Dziennik snu
step-sleep_diary-hours = Zapisz rano, ile godzin trwał sen
step-sleep_diary-mark = Oceń tę noc od 1 do 5 i dopisz jedno słowo dlaczego
step-sleep_diary-best = Przypomnij sobie dwie najlepsze noce tygodnia i zapisz, co je łączy

approach-sleep_house = Domowa cisza nocna
step-sleep_house-agree = Powiedz domownikom albo przyjaciołom, od której dziś cisza i offline
step-sleep_house-good_night = Napisz komuś dobranoc o ustalonej porze i odłóż telefon
step-sleep_house-report = Powiedz komuś rano, o której zgasło światło

approach-sleep_after_bad_night = Spokojnie po złej nocy
step-sleep_after_bad_night-nap = Jeśli musisz, zdrzemnij się do 20 minut, najpóźniej o 15
step-sleep_after_bad_night-clock = Odwróć zegar od łóżka i nie sprawdzaj w nocy godziny
step-sleep_after_bad_night-light_evening = Zaplanuj lżejszy wieczór: nic ważnego po 20
