# Błędy drzwi dla programów do rozmowy.
error-completions-no_such_model = Nie ma tu modelu „{ $name }”: wpisz „{ $ours }”, czyli samego asystenta.
error-completions-one_answer = Na pytanie jest tu jedna odpowiedź: pomiń n albo wpisz 1.
error-completions-not_a_question = Ostatnia wiadomość musi być Twoja (rola „user”), bo to na nią pada odpowiedź.
error-completions-only_text = Czytam tu tylko tekst: pomiń obrazy, dźwięk i pliki.
error-completions-client_task = To zadanie samego programu do rozmowy (tytuł, etykiety), a nie Twoja wiadomość, więc nic z tego nie zostało zapisane. Wyłącz takie zadania w programie albo daj im inny model.
