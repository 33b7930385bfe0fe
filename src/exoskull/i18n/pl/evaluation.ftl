### Ewaluacje.

error-evaluation-unknown = Nie ma ewaluacji „{ $name }”. Są: { $known }.
error-evaluation-no_answer = Model { $model } nie odpowiedział na żadne pytanie. Sprawdź, czy działa i czy klucz jest dobry: „exoskull doctor” z EXOSKULL_MODEL={ $model } zapyta go raz.
error-evaluation-not_all = Tabele strony obejmują wszystkie ewaluacje. Pomiń nazwę albo „--write”.
