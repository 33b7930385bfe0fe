### Co może pójść źle, gdy uczenie służy jako biblioteka.

error-learning-invalid_arms = Potrzebny jest co najmniej jeden sposób wysyłki, a każdy tylko raz. Usuń powtórzenia.
error-learning-unknown_arm = Nie znam sposobu wysyłki { $arm }. Podaj go przy tworzeniu modułu uczenia albo usuń z listy tego, co można wysłać.
error-learning-invalid_context = Wartość „{ $field }” musi być liczbą, a nie „{ $value }”. Podaj liczbę albo ją pomiń, wtedy przyjmę 0.
error-learning-invalid_cost = Koszt kanału { $channel } musi być liczbą, a nie „{ $value }”. Podaj cenę jednej wysyłki w jednostkach wyniku, np. 0.05.
error-learning-invalid_outcome = „{ $field }” musi leżeć między 0 a 1, a jest { $value }. Pomiń tę wartość tam, gdzie nic nie zmierzono.
error-learning-unknown_choice = Nie było wyboru „{ $id }”. Użyj identyfikatora, który podało choose; wybory zapomnianej osoby znikają razem z nią.
error-learning-malformed_state = Nie da się odczytać zapisanego stanu: brakuje pola „{ $field }” albo jest uszkodzone. Użyj tego, co podało state, bez zmian, albo zacznij z tą osobą od nowa.
error-learning-invalid_constraint = Z „{ $value }” nie da się zrobić życzenia. Potrzebne są: życzenie (prefer lub avoid), czynnik (channel, hour, framing, option lub send) i poziom.
error-learning-not_enough_data = Za mało danych (dotąd { $n }, brakuje co najmniej { $missing }). Zapytaj ponownie, gdy więcej decyzji będzie miało wynik.
error-learning-shapes_differ = Kolumny { $field } nie mają tyle samo wierszy. W każdej podaj jeden wiersz na decyzję.
error-learning-invalid_action = Działanie to 0 (nic nie zrobiono) albo 1 (zrobiono). Przekoduj kolumnę „{ $field }”.
error-learning-invalid_probability = Kolumna „{ $field }” musi zawierać prawdopodobieństwa, z jakimi zdecydował los: powyżej 0 i najwyżej 1 (poniżej 1, gdy liczysz efekt). Pomiń decyzje, o których los nie decydował: samo „przed i po” to jeszcze nie efekt.
