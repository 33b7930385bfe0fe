### Co model językowy czyta, proponuje i układa w słowa. Opcjonalne: $theme, $situation.
### intervention-noticed-<opcja>-<ton>: krótko, jak w interventions.ftl.

## Części

part-theme = { $theme ->
    [tired] zmęczenie
    [stressed] stres
    [discouraged] zniechęcenie
    [unwell] gorsze samopoczucie
    [stuck] poczucie utknięcia
   *[busy] natłok spraw
}
part-situation = { $situation ->
    [steady] spokojny, równy rytm
    [gaining] jest coraz lepiej
    [slipping] coś się wymyka
    [overloaded] za dużo naraz
    [unwell] dni gorszego samopoczucia
    [upheaval] zmiana w życiu
    [recovering] powrót do formy po trudnym czasie
   *[unclear] trudno powiedzieć, za mało na to wskazuje
}

## Wiadomość o tym, co zauważone

intervention-noticed-check-in-direct = Z Twoich słów przebija { part-theme } (temat: { $about }). Jak jest teraz? Wystarczy jedno zdanie.
intervention-noticed-check-in-gentle = Między wierszami czytam { part-theme }, a to potrafi ciążyć ({ $about }). Jeśli chcesz, napisz, co u Ciebie.
intervention-noticed-check-in-humor = Radar pokazuje { part-theme } w tej okolicy: { $about }. Fałszywy alarm czy pogadamy?
intervention-noticed-ease-off-direct = Sygnał z Twoich wiadomości: { part-theme }. Dziś liczy się najmniejszy krok albo żaden ({ $about }); reszta poczeka.
intervention-noticed-ease-off-gentle = Gdy doskwiera { part-theme }, to może dziś trochę odpocząć: { $about }. Powoli też się dochodzi.
intervention-noticed-ease-off-humor = W jednej walizce { part-theme } i jeszcze to: { $about }? Niech drugie leci dziś z bagażem podręcznym: pół kroku to też krok.
reason-noticed = Z Twoich słów przebija { part-theme } ({ $about }); tak odczytał to model językowy.
subject-noticed = Co słychać: { LINE($about) }

## Kanał zdarzeń

feed-situation-read = Model językowy odczytał sytuację: { part-situation }{ $signs_count ->
    [none] .
    [0] .
    [one] , i zauważył { $signs_count } rzecz.
    [few] , i zauważył { $signs_count } rzeczy.
    [many] , i zauważył { $signs_count } rzeczy.
   *[other] , i zauważył { $signs_count } rzeczy.
}
feed-options-proposed = Model językowy podsunął, co można zrobić: { $proposals_count ->
    [none] jeden pomysł.
    [one] { $proposals_count } pomysł.
    [few] { $proposals_count } pomysły.
    [many] { $proposals_count } pomysłów.
   *[other] { $proposals_count } pomysłu.
} Między nim a moim wyborem rozstrzyga los.
feed-intervention-phrased = Model językowy ułożył wiadomość: { part-quote }

## Dlaczego

why-part-model = Co miał do powiedzenia model językowy
why-model-read = Odczytał Twoją sytuację ({ $when }): { part-situation }. Opiera się to na { $count ->
    [one] { $count } Twoim wpisie.
    [few] { $count } Twoich wpisach.
    [many] { $count } Twoich wpisach.
   *[other] { $count } Twojego wpisu.
} Koszt: { $cost }.
why-model-offer = Zaproponował inną opcję niż moja i rozstrzygnął los: { $taken ->
    [yes] wypadło na jego opcję.
   *[no] wypadło na moją.
}
why-model-offer-same = Zaproponował tę samą opcję co ja.
why-model-words = Słowa ułożył model ({ $model }, { $prompt }); każda liczba została porównana z faktami. Koszt: { $cost }.

## Tydzień w słowach

summary-in-short = W skrócie

## Powtórki

error-replay-no_model = Nie ustawiono modelu, z którym ma iść powtórka. Ustaw EXOSKULL_MODEL albo podaj go tutaj: --model ollama:llama3.2.
