### Dziennik prób: co zauważam, co próbuję, jak to mierzę i co z tego wyszło.

## Strona

journal-title = Co u siebie poprawiam
journal-lead = Gdy coś mi nie wychodzi, zmieniam jedną rzecz naraz, mierzę i zostawiam zmianę tylko wtedy, gdy pomaga. Każdą z nich możesz cofnąć.
journal-empty-title = Nie ma jeszcze żadnych prób
journal-empty = Rozglądam się raz dziennie. Gdy jakieś moje wiadomości pozostają bez odzewu, kanał zawodzi albo celowi nic nie służy, próbuję jednej zmiany przez dwa tygodnie i opisuję to tutaj. Żeby cokolwiek zauważyć, potrzebuję co najmniej sześciu wiadomości.
journal-now-title = Co teraz zauważam
journal-now-empty = Nic nie idzie na tyle źle, żeby coś zmieniać.
journal-trials-title = Próby
journal-revert = Cofnij
journal-state-running = Próbuję
journal-state-kept = Zostaje
journal-state-reverted = Cofnięte
journal-started = od: { $when }
journal-bar-before = Przedtem
journal-bar-within = W próbie
journal-bar-label = Przedtem: { $hits } z { $n } ({ $share }). W próbie: { $hits_within } z { $n_within } ({ $share_within }).
journal-part-noticed = Zauważam
journal-part-tried = Próbuję
journal-part-hypothesis = Spodziewam się
journal-part-measured = Mierzę
journal-part-outcome = Wynik

## Co zauważam: journal-noticed-<problem>

journal-noticed-ignored-option = Moje wiadomości „{ $symptom_name }” w wersji „{ $option_name }” pozostają bez odzewu: zadziałało { $hits } z { $n }{ $n_other ->
    [0] .
   *[other] , z innych wersji { $hits_other } z { $n_other }.
}
journal-noticed-failing-approach = Dotychczasowy sposób na cel „{ $goal }” nie działa: dni bez powodzenia: { $failed } z { $n }.
journal-noticed-noisy-metric = „{ $symptom_name }” pojawia się i znika: w ciągu ostatnich dni ({ $days }) krótkich epizodów było { $spells }, bo liczby ({ $metric_name }) wahają się o { PERCENT($variation) }.
journal-noticed-failing-channel = Moje wiadomości wysyłane { $channel_name } nie docierają: nie udało się { $failed } z { $n }.
journal-noticed-goal-without-means = Od tygodnia nic nie służy celowi „{ $goal }”: nie ma pomiaru, aplikacji ani zadania.
journal-noticed-failing-skill = Umiejętność „{ $subject }” wciąż zawodzi.
journal-noticed-unused-app = Aplikacja „{ $subject }” prawie nie jest używana.

## Co próbuję: journal-tries-<lever>, journal-lever-<lever>

journal-tries-retire-option = Rezygnuję z wersji „{ $option_name }” w wiadomościach „{ $symptom_name }”.
journal-tries-prefer-option = W wiadomościach „{ $symptom_name }” używam wersji „{ $option_name }”.
journal-tries-plain-wording = Wiadomości „{ $symptom_name }” piszę krótko i wprost.
journal-tries-lengthen-cooldown = Temat „{ $symptom_name }” poruszam nie częściej niż raz na { $days } { $days ->
    [one] dzień
    [few] dni
    [many] dni
   *[other] dnia
}.
journal-tries-raise-threshold = Na „{ $symptom_name }” reaguję dopiero od nasilenia { $severity }.
journal-tries-demote-channel = Do { $until } nie piszę { $channel_name }.

journal-lever-retire-option = rezygnacja z jednej wersji
journal-lever-prefer-option = jedna wersja przed innymi
journal-lever-plain-wording = pisanie krótko i wprost
journal-lever-lengthen-cooldown = dłuższe przerwy
journal-lever-raise-threshold = wyższy próg
journal-lever-demote-channel = odpoczynek od kanału

journal-changed-approach = Nie pomogło: { $before } ({ $failures } { $failures ->
    [one] raz
    [few] razy
    [many] razy
   *[other] razu
} w tej samej sprawie). Zmieniam podejście: { $after }.

## Jak to mierzę

journal-hypothesis-worked = Wiadomości „{ $symptom_name }” zadziałają częściej niż { $hits } z { $n } ({ $share }).
journal-hypothesis-delivered = Dotrze więcej wiadomości niż { $hits } z { $n } ({ $share }).
journal-hypothesis-free-days = Dni, w których nie występuje „{ $symptom_name }”, nie będzie mniej: dotąd { $hits } z { $n } ({ $share }).
journal-hypothesis-goal-days = Dni, w których coś dzieje się dla celu, będzie więcej niż { $hits } z { $n } ({ $share }).
journal-measured = Liczę { $days ->
    [yes] dni
   *[no] wiadomości
}: { $ends } kończę, potrzebuję co najmniej { $n_min }. Zmiana zostaje, jeśli jest lepsza z prawdopodobieństwem co najmniej { $enough }, inaczej ją cofam.
journal-measured-no-worse = Liczę dni: { $ends } kończę, potrzebuję co najmniej { $n_min }. Zmiana mniej od Ciebie wymaga, więc zostaje, jeśli z prawdopodobieństwem co najmniej { $enough } pogarsza wynik najwyżej o { $margin }, inaczej ją cofam.
journal-running = { $extended ->
    [yes] Próba trwa. Na razie widać za mało, więc ten jeden raz ją przedłużam.
   *[no] Próba trwa.
}
journal-ended = { $ended }: { $result }
journal-verdict-better = Zostaje. Przedtem: { $hits } z { $n } ({ $share }), w próbie: { $hits_within } z { $n_within } ({ $share_within }). Robi, co powinna, z prawdopodobieństwem { $probability }.
journal-verdict-not-better = Cofam. Przedtem: { $hits } z { $n } ({ $share }), w próbie: { $hits_within } z { $n_within } ({ $share_within }). Robi, co powinna, z prawdopodobieństwem tylko { $probability }.
journal-verdict-inconclusive = Cofam: widać za mało, żeby coś powiedzieć. Przedtem: { $hits } z { $n }, w próbie: { $hits_within } z { $n_within }.
journal-verdict-by-person = Cofnięte Twoją ręką.
journal-verdict-gone = Cofam: tego, czego dotyczyła próba, już nie ma.

## Nazwy: journal-symptom-<kind>, journal-option-<option>, journal-channel-<channel>

journal-symptom-goal-off-pace = cel idzie za wolno
journal-symptom-goal-without-data = cel bez danych
journal-symptom-sleep-debt = krótkie noce
journal-symptom-overload = zaległe zadania
journal-symptom-low-mood = gorszy nastrój
journal-symptom-silence = dłuższa cisza
journal-symptom-broken-routine = przerwany rytm
journal-symptom-achievement = osiągnięcie
journal-symptom-reminder-due = przypomnienie
journal-symptom-noticed = coś w Twoich słowach
journal-option-next-step = następny krok
journal-option-plan-time = wybór pory
journal-option-smaller-step = mniejszy krok
journal-option-log-one = jeden wpis
journal-option-easier-log = łatwiejszy wpis
journal-option-earlier-bed = wcześniej do łóżka
journal-option-wind-down = wyciszenie
journal-option-pick-one = wybór jednego
journal-option-drop-some = odpuszczenie części
journal-option-check-in = pytanie, co słychać
journal-option-small-pleasure = mała przyjemność
journal-option-restart-small = mały powrót
journal-option-ask-reason = pytanie o powód
journal-option-word = dobre słowo
journal-option-remind = przypomnienie
journal-option-ease-off = odpuszczenie
journal-channel-in-app = w aplikacji
journal-channel-email = e-mailem
journal-channel-sms = SMS-em

## Dziennik zdarzeń

feed-trial-started = Próbuję coś poprawić. { $statement }
feed-trial-kept = Próba się skończyła, zmiana zostaje. { $statement }
feed-trial-reverted = Próba się skończyła, wszystko jest jak przedtem. { $statement }
feed-trial-changed_approach = { $statement }
feed-gap-found = Od tygodnia nic nie służy celowi „{ $goal }”: nie ma pomiaru, aplikacji ani zadania.

## Dlaczego nic nie wychodzi, i zadanie z zegara

why-not-channel_demoted = Ten kanał na próbę odpoczywa: zajrzyj do dziennika prób.
why-not-below_threshold = To na razie zbyt drobne, żeby reagować, taką mam próbę: zajrzyj do dziennika prób.
why-not-resting = Na próbę poruszam to rzadziej: zajrzyj do dziennika prób.
job-gap-detection = Cele bez wsparcia
job-gap-detection-about = Raz w tygodniu szukam celów, którym nic nie służy: ani pomiar, ani aplikacja, ani zadanie.
slot-reason-no_gaps = Każdemu celowi coś służy.

## Błędy

error-trial-not_found = Nie ma takiej próby. W dzienniku prób są wszystkie, które istnieją.
error-trial-already_reverted = Ta próba jest już cofnięta, więc wszystko jest tak, jak przed nią.
error-trial-superseded = Późniejsza próba zmieniła to samo. Najpierw cofnij tamtą.
