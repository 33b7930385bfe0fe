### Umiejętności pisane przez model i instrukcje, których model przestrzega.

part-written-by = { $written_by ->
    [none] {""}
   *[other] {" "}Napisał ją model.
}
skill-followed = Napisał model: { $text }
skill-follow = Użyj teraz
skill-follow-said = Czego to dotyczy? To pole może zostać puste.
skill-follow-about = Model językowy czyta instrukcję, Twoje cele, otwarte zadania i pomiary z ostatnich 14 dni, a potem pisze odpowiedź. Niczego więcej nie może zrobić.
skill-follow-now = Zapytaj model

error-skill-no_instruction = Umiejętność „{ $name }” to kod i działa bez modelu. Uruchom ją zwyczajnie.
error-skill-needs_model = Instrukcja wymaga modelu językowego, a żaden nie jest ustawiony. Ustaw EXOSKULL_MODEL albo dodaj własny klucz w ustawieniach.
error-skill-model_declined = Model językowy tym razem nie odpowiedział. Spróbuj później; strona „Ustawienia” pokazuje, ile zostało z budżetu AI.
