# Co jest zapamiętane o osobie: strona, rozmowa, dziennik i błędy.
web-nav-memory = Pamięć
memory-title = Co pamiętam
memory-lead = To, co mówisz mi o sobie, żeby nie trzeba było powtarzać. Przy każdej rzeczy widać, skąd jest, i każdą można usunąć. Nic stąd nie zmienia tego, co mi wolno.
memory-list-title = Co o Tobie wiem
memory-empty = Na razie nic
memory-empty-lead = Napisz w rozmowie na przykład: „zapamiętaj, że nie jem glutenu”. Możesz też dodać coś poniżej.
memory-add-title = Dodaj coś
memory-add-lead = Jedno zdanie, najwyżej 300 znaków, tak jak się mówi.
memory-add-text = Co mam zapamiętać?
memory-add-kind = Czego to dotyczy?
memory-add = Zapamiętaj
memory-delete = Usuń
memory-restore = Przywróć
memory-deleted-title = Niedawno usunięte
memory-deleted-lead = Przez 30 dni można to przywrócić. Potem znika na zawsze.
memory-source-person = Z Twoich słów, { $when }
memory-source-page = Dodane tutaj, { $when }
memory-source-model = Model wyczytał to z Twojej wiadomości, { $when }
memory-source-quote = W wiadomości: „{ $quote }”
memory-kind-name = Imię
memory-kind-people = Ludzie
memory-kind-health = Zdrowie
memory-kind-food = Jedzenie
memory-kind-work = Praca
memory-kind-home = Dom
memory-kind-date = Daty
memory-kind-habit = Zwyczaje
memory-kind-liking = Upodobania
memory-kind-other = Inne

memory-chat-kept = Zapamiętam: { $fact }
memory-chat-undone = Cofnięte, już tego nie pamiętam: { $fact }
memory-chat-known = To już wiem: { $fact }
memory-chat-empty = Jeszcze nic o Tobie nie pamiętam. Napisz na przykład: „zapamiętaj, że nie jem glutenu”.
memory-chat-facts = { $count ->
    [one] Pamiętam o Tobie jedną rzecz. Usuniesz ją na stronie Pamięć:
    [few] Pamiętam o Tobie { $count } rzeczy. Usuniesz je na stronie Pamięć:
    [many] Pamiętam o Tobie { $count } rzeczy. Usuniesz je na stronie Pamięć:
   *[other] Pamiętam o Tobie { $count } rzeczy. Usuniesz je na stronie Pamięć:
}
memory-chat-more = { $count ->
    [one] I jeszcze jedna na stronie Pamięć.
    [few] I jeszcze { $count } na stronie Pamięć.
    [many] I jeszcze { $count } na stronie Pamięć.
   *[other] I jeszcze { $count } na stronie Pamięć.
}
memory-chat-forget-what = O czym mam zapomnieć? Napisz na przykład: „zapomnij o dentyście”.
memory-chat-forget-nothing = Nie pamiętam niczego o: „{ $words }”. Wszystko, co wiem, jest na stronie Pamięć.
memory-chat-forgotten = { $count ->
    [one] Zapomniane. Przez 30 dni można to przywrócić na stronie Pamięć:
    [few] Zapomniane, { $count } rzeczy. Przez 30 dni można je przywrócić na stronie Pamięć:
    [many] Zapomniane, { $count } rzeczy. Przez 30 dni można je przywrócić na stronie Pamięć:
   *[other] Zapomniane, { $count } rzeczy. Przez 30 dni można je przywrócić na stronie Pamięć:
}

part-memory-kind = { $subject ->
    [name] Twojego imienia
    [people] bliskich Ci osób
    [health] Twojego zdrowia
    [food] tego, co jesz
    [work] Twojej pracy
    [home] Twojego domu
    [date] ważnej daty
    [habit] Twojego zwyczaju
    [liking] tego, co lubisz
   *[other] Ciebie
}
feed-memory-remembered = { $by ->
    [model] Z Twojej wiadomości wynika coś, co warto pamiętać. Dotyczy to { part-memory-kind }.
   *[other] Mam zapamiętane coś, co dotyczy { part-memory-kind }.
}
feed-memory-forgotten = Już nie pamiętam czegoś, co dotyczyło { part-memory-kind }.
feed-memory-restored = Znów pamiętam coś, co dotyczy { part-memory-kind }.

error-memory-empty = Nie ma tu nic do zapamiętania. Napisz zdanie, na przykład „nie jem glutenu”.
error-memory-too_long = To za długie, żeby zapamiętać. Napisz najwyżej { $limit } znaków, w razie potrzeby w dwóch zdaniach.
error-memory-invalid_kind = „{ $value }” to nie jest rodzaj faktu. Wybierz jeden z: name, people, health, food, work, home, date, habit, liking, other.
error-memory-full = Nie ma już miejsca: pamiętam najwyżej { $limit } rzeczy. Usuń coś na stronie Pamięć.
error-memory-known = To już pamiętam. Nic nie zostało dodane.
error-memory-no_fact = Nie ma takiej rzeczy w pamięci albo od jej usunięcia minęło ponad 30 dni. Strona Pamięć pokazuje, co jest.
