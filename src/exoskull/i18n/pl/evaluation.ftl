### Ewaluacje.

error-evaluation-unknown = Nie ma ewaluacji „{ $name }”. Są: { $known }.
error-evaluation-no_answer = Model { $model } nie odpowiedział na żadne pytanie. Sprawdź, czy działa i czy klucz jest dobry: „exoskull doctor” z EXOSKULL_MODEL={ $model } zapyta go raz.
error-evaluation-not_all = Tabele strony obejmują wszystkie ewaluacje. Pomiń nazwę albo „--write”.
error-evaluation-all_invalid = Model { $model } odpowiadał, ale nic nie dało się wykorzystać: odpowiedzi w złej formie albo z twierdzeniami, których nie ma w faktach: { $invalid }, na tyle pytań: { $calls }. Połączenie działa; spróbuj większego modelu albo takiego, który odpowiada w JSON według schematu.
