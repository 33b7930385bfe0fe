### Po miarach: krok na teraz, jego mniejsza wersja i jak się miarę zapisuje.

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
