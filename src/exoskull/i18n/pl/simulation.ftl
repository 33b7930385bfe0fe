# Ludzie dla `simulate`: co może być z nimi nie tak.

error-persons-malformed = „{ $value }” nie wskazuje osób. Podaj plik i klasę w nim, z dwukropkiem pomiędzy, np. people.py:Anna.
error-persons-not_loadable = Nie da się wczytać pliku { $path }: { $reason }. Niczego nie zasymulowano. Popraw plik i zacznij jeszcze raz.
error-persons-no_class = W pliku { $path } nie ma klasy { $name }. Są tam: { $there }. Podaj jedną z nich po dwukropku.
error-person-malformed = To, co podała osoba { $person }, jest błędne w polu { $field }: { $reason }. Symulacja się zatrzymała. Osoba podaje wiersze takie jak na taśmie, żaden nie wcześniejszy niż chwila, o którą pytano.
error-person-raised = Osoba { $person } zawiodła w { $field }: { $reason }. Symulacja się zatrzymała. Popraw klasę i zacznij jeszcze raz.
error-simulate-out_of_range = { $field } wynosi { $value }, a może wynosić od { $low } do { $high }. Wybierz liczbę z tego zakresu.
error-demo-in_use = Ktoś już tu mieszka, a zmyślona osoba nie pasuje między prawdziwe. Uruchom bez --demo albo wskaż w EXOSKULL_HOME pusty folder.
