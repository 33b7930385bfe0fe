### Budżet na modele.

job-budget-reset = Zamknięcie dnia w budżecie
job-budget-reset-about = Raz dziennie zamykam wczorajszy rachunek za modele; nowy dzień zaczyna się od pełnego budżetu.
why-not-no_budget_used = Żaden model nie był wczoraj potrzebny.
error-budget-no_reservation = Nie ma rezerwacji { $id }. Zarezerwuj koszt przed wywołaniem modelu i rozlicz tę samą rezerwację.
error-settings-invalid_whole = „{ $value }” nie pasuje do { $field }. Podaj liczbę całkowitą od 0 do { NUMBER($most) }.

# „0 centów”, „1 cent”, „12,5 centa”, „2,50 USD”
cost-amount = { $size ->
    [dollars] { $amount } USD
    [traces] mniej niż { $amount } centa
   *[cents] { $amount ->
        [one] { $amount } cent
        [few] { $amount } centy
        [many] { $amount } centów
       *[other] { $amount } centa
    }
}
# „z 50 centów”, „z 1 centa”, „z 2,50 USD”
cost-of = { $size ->
    [dollars] { $amount } USD
    [traces] mniej niż { $amount } centa
   *[cents] { $amount ->
        [one] { $amount } centa
        [few] { $amount } centów
        [many] { $amount } centów
       *[other] { $amount } centa
    }
}
