### Pierwsze kroki.

onboarding-title-you = Jak mam się do Ciebie zwracać?
onboarding-title-clock = Gdzie mieszkasz i kiedy śpisz?
onboarding-title-goal = Co chcesz osiągnąć?
onboarding-title-rules = Co mi wolno?
onboarding-title-taste = Jak najlepiej do Ciebie pisać?
onboarding-lead-you = Język zmienia się powyżej.
onboarding-lead-clock = Dzięki temu odezwę się rano Twojego dnia, a nigdy w nocy.
onboarding-lead-goal = Wystarczy jedno zdanie. Będę tego pilnować i pisać tylko wtedy, gdy to może pomóc.
onboarding-lead-rules = Poza tymi zasadami nic się nie dzieje. Każda jest przełącznikiem, działa od razu i można ją później zmienić w Uprawnieniach.
onboarding-lead-taste = Twoje odpowiedzi to Twoje słowo: liczą się przed wszystkim, czego się nauczę. Są na stronie Preferencje i tam każdą można cofnąć.

onboarding-back = Wstecz
onboarding-end = Pomiń resztę
onboarding-finish = Gotowe
onboarding-goals-set = Ustawione do tej pory: { $goals }.
onboarding-goal-another = Kolejny cel (niekoniecznie)

onboarding-zone-hint = Aby zmienić, zacznij wpisywać miasto.
onboarding-zone-found = Znalezione miejsca
onboarding-zone-now = teraz { $time }
onboarding-zone-none = Nie ma takiego miasta na liście. Spróbuj większego w pobliżu albo wpisz strefę, na przykład Europe/Warsaw.
onboarding-quiet-hint = W tych godzinach niczego nie wysyłam.

onboarding-ask-hour = Kiedy najlepiej?
onboarding-answer-hour = { $answer ->
    [open] Nie wiem, sprawdź
    [9] Rano (9)
    [12] W południe
    [15] Po południu (15)
    [18] Wieczorem (18)
   *[other] Późno ({ $answer })
}
onboarding-ask-channel = Gdzie?
onboarding-answer-channel = { $answer ->
    [open] Nie wiem, sprawdź
    [email] E-mailem
    [sms] SMS-em
   *[in_app] Tutaj, w aplikacji
}
onboarding-ask-framing = Jakim tonem?
onboarding-answer-framing = { $answer ->
    [open] Nie wiem, sprawdź
    [gentle] Łagodnie
    [humor] Z humorem
   *[direct] Wprost
}
onboarding-ask-often = Jak często?
onboarding-answer-often = { $answer ->
    [gladly] Chętnie często
    [asked] Tylko o co proszę
   *[open] Gdy to pomaga
}

onboarding-greeting = Cześć, { $name }. { $goal ->
    [none] Nie ma jeszcze żadnego celu: napisz go, kiedy chcesz, a będę go pilnować.
   *[other] Pilnuję Twojego celu „{ $goal }”.
} Zaglądam co 15 minut, a pierwszy plan dnia przyjdzie { $morning }.
onboarding-greeting-reason = to koniec pierwszych kroków.

error-steps-unknown = Nie ma takiego kroku. Wybierz jeden z: { $known }.
error-steps-unknown_answer = Nie ma takiej odpowiedzi. Wybierz jedną z: { $known }.
error-steps-address_needed = { $channel ->
    [sms] Aby pisać SMS-y, potrzebuję Twojego numeru telefonu. Podaj go albo wybierz inny sposób.
   *[email] Aby pisać e-maile, potrzebuję Twojego adresu. Podaj go albo wybierz inny sposób.
}
