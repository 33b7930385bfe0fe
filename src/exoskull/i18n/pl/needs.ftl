### Potrzeby: do czego osoba wciąż wraca.

error-needs-malformed_line = W wierszu { $line } jest błąd, pole „{ $field }”: { $reason }. Nic nie zostało odczytane. Każdy wiersz to jeden obiekt JSON z polami „id”, „at” i „text”; popraw ten wiersz i spróbuj ponownie.
error-need-not_found = Nie ma takiej potrzeby. GET /api/v1/needs podaje te, które są.

## Co usłyszano

part-need = { $family ->
    [hydration] picie
    [sleep] sen
    [exercise] ruch
    [medication] leki
    [spending] wydatki
    [mood] nastrój
    [weight] waga
    [reading] czytanie
    [smoking] palenie
    [caffeine] kofeina
    [alcohol] alkohol
    [screen_time] czas przed ekranem
    [meals] posiłki
    [study] nauka
    [pain] ból
    [cycle] cykl
    [gratitude] wdzięczność
    [cleaning] sprzątanie
    [plants] rośliny
    [pets] zwierzęta
    [blood_pressure] ciśnienie
    [glucose] cukier we krwi
    [meditation] medytacja i modlitwa
    [family_calls] telefony do rodziny
    [work_hours] godziny pracy
    [sweets] słodycze
    [savings] oszczędności
    [steps] kroki
   *[other] { $label ->
        [none] coś, co chcesz śledzić
       *[other] „{ $label }”
    }
}
part-need-sure = { $confidence ->
    [none] {""}
   *[other] {""} (pewność { PERCENT($confidence) })
}
part-need-days = { $days ->
    [none] {""}
    [one] {""} jednego dnia
    [few] {""} w { $days } różnych dniach
    [many] {""} w { $days } różnych dniach
   *[other] {""} w { $days } różnych dniach
}
feed-need-detected = { $mentions ->
    [none] Temat z rozmowy: { part-need }.
    [one] Temat z rozmowy: { part-need }. Słucham, czy wróci{ part-need-sure }.
    [few] Temat z rozmowy: { part-need }, { $mentions } razy{ part-need-days }{ part-need-sure }.
    [many] Temat z rozmowy: { part-need }, { $mentions } razy{ part-need-days }{ part-need-sure }.
   *[other] Temat z rozmowy: { part-need }, { $mentions } razu{ part-need-days }{ part-need-sure }.
}
feed-need-closed = { $state ->
    [refused] Nic nie buduję na ten temat: { part-need }. Tak chcesz, więc przestaję liczyć.
   *[other] Temat zamknięty: { part-need }. Z tego, co piszesz, to już załatwione, więc przestaję liczyć.
}

job-post-conversation = Słuchanie
job-post-conversation-about = Po dziesięciu minutach ciszy szukam w tym, co piszesz, spraw, do których wracasz.
slot-reason-nothing_said = Nie padło nic nowego.
