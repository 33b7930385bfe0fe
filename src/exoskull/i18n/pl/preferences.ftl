### Czego się nauczyłem o osobie, z liczbami.

# Gdzie, kiedy albo jak: początek zdania.
preference-side-channel = { $level ->
    [email] E-mailem
    [sms] SMS-em
   *[in_app] W aplikacji
}
preference-side-hour = { $level ->
    [9] O 9 rano
    [12] W południe
   *[other] O { $level }:00
}
preference-side-framing = { $level ->
    [gentle] Gdy piszę łagodnie
    [humor] Gdy piszę z humorem
   *[direct] Gdy piszę wprost
}
preference-side-send = Gdy piszę

preference-reply = { $side }{ $factor ->
    [framing] ,
   *[other] {""}
} odpowiadasz w { $hits } z { $n } { $n ->
    [one] przypadku
   *[other] przypadków
} ({ $rate }), poza tym w { $hits_other } z { $n_other } ({ $rate_other }). Z poprawką na przypadek spodziewam się { $expected } wobec { $expected_other }.
preference-outcome = { $side }{ $factor ->
    [framing] ,
   *[other] {""}
} wiadomość działa w { $hits } z { $n } { $n ->
    [one] przypadku
   *[other] przypadków
} ({ $rate }), poza tym w { $hits_other } z { $n_other } ({ $rate_other }). Z poprawką na przypadek spodziewam się { $expected } wobec { $expected_other }.
preference-send = Gdy piszę, udaje się to w { $hits } z { $n } { $n ->
    [one] przypadku
   *[other] przypadków
} ({ $rate }), a gdy nie piszę, w { $hits_other } z { $n_other } ({ $rate_other }). Z poprawką na przypadek spodziewam się { $expected } wobec { $expected_other }.
preference-not-enough = { $side }: za mało danych (na razie { $n } { $n ->
    [one] przypadek
    [few] przypadki
    [many] przypadków
   *[other] przypadku
}, brakuje około { $missing }).
preference-no-difference = { $side }: w { $n } { $n ->
    [one] przypadku
   *[other] przypadkach
} nie widać różnicy.

error-preference-invalid_wish = Życzenie to prefer (wolę) albo avoid (unikaj), a nie „{ $value }”.
error-preference-invalid_factor = Nie ma preferencji „{ $value }”. Podaj channel, hour, framing albo send.
error-preference-invalid_level = „{ $value }” nie jest jedną z wartości: { $known }.
error-preference-no_correction = Nie ma poprawki do cofnięcia: { $factor } { $level }.
error-bench-unknown = Nie ma pomiaru „{ $name }”. Są: { $known }.
error-bench-not_here = Pomiary są w źródłach, a nie w zainstalowanym pakiecie. Uruchom je z klona repozytorium.

feed-preference-withdrawn = Nie mam już pewności: { $statement }
part-preference = { $factor ->
    [channel] { preference-side-channel }
    [hour] { preference-side-hour }
    [framing] { preference-side-framing }
   *[send] { preference-side-send }
}
feed-preference-corrected = { $wish ->
    [avoid] Wiem od Ciebie, czego unikać
   *[prefer] Wiem od Ciebie, co wolisz
}: { part-preference }. Odtąd liczy się to przed wszystkim, czego się uczę.
feed-preference-correction_lifted = Życzenie cofnięte: { part-preference }. Znów liczy się to, czego się uczę.

report-effectiveness = Skuteczność: { $share } (zmierzone wyniki: { $n }).
report-effectiveness-unknown = Skuteczność: na razie za mało danych, brakuje zmierzonych wyników: { $missing }.
report-saved = Decyzje zakończone wiadomością: { $sent }. Wiadomości oszczędzone przez milczenie: { $saved }.
report-effect = Co pisanie zmienia w udziale udanych dni: { $estimate } pkt proc. (przedział 95%: od { $low } do { $high }, losowane decyzje: { $n }). Jeśli w tym przedziale jest zero, może nie zmieniać nic.
report-effect-unknown = Czy pisanie pomaga: na razie za mało danych, brakuje około { $missing } decyzji.
feed-decision-corrected = Wynik dawnej decyzji jest poprawiony: to, co się wtedy stało, dotarło później albo zostało cofnięte.
error-ledger-state_gone = Nie ma już stanu { $version }, z którego losowano tę decyzję, więc nie da się powtórzyć losowania. Przywróć go z kopii zapasowej.
feed-intervention-measured = { $effectiveness ->
    [none] Wiadomość zmierzona: nic nie mówi, jak zadziałała.
   *[other] Wiadomość zmierzona: skuteczność { PERCENT($effectiveness) }.
}

assistant-preference-prefer = Dobrze: { $side }, gdzie tylko się da. Twoje słowo liczy się przed wszystkim, czego się nauczyłem.
assistant-preference-avoid = Dobrze, już nie: { $side }. Twoje słowo liczy się przed wszystkim, czego się nauczyłem.
