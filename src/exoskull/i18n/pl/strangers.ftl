### Listy od obcych, tak jak je odczytał model.

part-letter-subject = { $subject ->
    [none] {""}
   *[other] {" "}„{ LINE($subject) }”.
}
part-letter-sum = { $amount ->
    [none] {""}
   *[other] {" "}Jest w nim kwota { MONEY($amount) }{ $currency ->
        [none] {""}
       *[other] {" "}{ $currency }
    }.
}
part-letter-due = { $due ->
    [none] {""}
   *[other] {" "}Jest w nim data: { $due }.
}
part-letter-orders = { $orders ->
    [yes] {" "}Próbuje wydawać polecenia asystentowi; nie wykonuję ich.
   *[other] {""}
}
feed-mail-read = { $sort ->
    [bill] List z obcego adresu wygląda według modelu na rachunek.
    [invitation] List z obcego adresu wygląda według modelu na zaproszenie.
    [newsletter] List z obcego adresu wygląda według modelu na newsletter.
    [unread] Przyszedł list z obcego adresu. Model go odczytał i nie potrafił powiedzieć, co to jest.
   *[other] Przyszedł list z obcego adresu.
}{ part-letter-subject }{ part-letter-sum }{ part-letter-due }{ part-letter-orders } Nic z nim nie robię.
