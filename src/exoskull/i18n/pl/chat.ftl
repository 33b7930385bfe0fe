# Model w rozmowie: o co prosił, co czeka na zgodę i błędy.
chat-verb-log-measure = zapisać pomiar ({ $given })
chat-verb-set-goal = ustawić cel ({ $given })
chat-verb-make-task = dodać zadanie ({ $given })
chat-verb-remind = ustawić przypomnienie ({ $given })
chat-verb-finish-task = odhaczyć zadanie ({ $given })
chat-verb-build-app = pokazać aplikację ({ $given })
chat-verb-remember = zapamiętać coś ({ $given })
chat-verb-undo = cofnąć ostatnią rzecz
chat-verb-pause = wstrzymać wiadomości ({ $given })
chat-verb-resume = wrócić do pisania
chat-verb-status = sprawdzić, jak stoją sprawy
chat-verb-why = sprawdzić powód ({ $given })
chat-verb-list = sprawdzić zapisy ({ $given })
chat-held = To czeka na Twoją zgodę: { $what }. Jeśli tak ma być, odpisz „TAK { $code }”, a jeśli nie, „NIE { $code }”. Kod jest ważny 24 godziny i tylko dla tej jednej rzeczy.
chat-refused = Twoje zasady na to nie pozwalają, więc tego nie ma: { $what }. Można je zmienić na stronie Uprawnienia.
chat-let-go = W porządku, nie zrobię tego: { $what }.

feed-message-revised = Z pomocą modelu odpowiadam na to, co za pierwszym razem było niezrozumiałe.

error-chat-empty = Pole, które miało coś mówić, jest puste. Uzupełnij je.
error-chat-invalid_date = „{ $value }” to nie jest data ani godzina. Napisz np. 2026-03-02 albo 2026-03-02T18:00.
error-chat-not_ahead = „{ $value }” już minęło albo jest zbyt odległe. Podaj czas późniejszy niż teraz, najwyżej za trzy lata.
error-chat-not_lately = „{ $value }” nie mieści się w ostatnich 31 dniach. Podaj czas, który minął od tego dnia.
error-chat-implausible = { $value } wygląda na pomyłkę. Podaj liczbę od { $low } do { $high }.
error-chat-goal_period = Cel „co najmniej” lub „co najwyżej” wymaga okresu (day, week, month), a cel do osiągnięcia nie ma okresu, tylko datę.
error-chat-not_said = Tego cytatu nie ma we własnych słowach tej osoby. Przepisz go dokładnie albo zapytaj.
chat-tool-asked = { $tool } ({ $server }) czeka na Twoją zgodę. Dostanie dokładnie to: { $given }. Jeśli tak ma być, odpisz „TAK { $code }”, a jeśli nie, „NIE { $code }”. Kod jest ważny 24 godziny i tylko dla tej jednej rzeczy.
chat-tool-waits = { $tool } ({ $server }) już czeka na Twoją zgodę, z dokładnie tym: { $given }. Odpisz kodem, który jest wyżej, albo odpowiedz na stronie Narzędzia.
chat-tool-refused = Twoje zasady nie pozwalają na { $tool } ({ $server }), więc narzędzie nie zostało użyte. Można je zmienić na stronie Narzędzia.
chat-tool-said = { $tool } ({ $server }): użyto jeden raz. Odpowiedź: „{ $said }”
chat-tool-failed = { $tool } ({ $server }): nie udało się. Serwer był nieosiągalny albo sam zgłosił błąd. Jego odpowiedź jest na stronie Narzędzia.
chat-tool-unknown = Nie wiadomo, czy { $tool } ({ $server }) to zrobiło: nie było odpowiedzi. Sprawdź tam, zanim poprosisz znowu.
chat-tool-forbidden = { $tool } ({ $server }): narzędzie nie zostało użyte, bo Twoje zasady już na to nie pozwalają.
chat-tool-not-done = { $tool } ({ $server }): narzędzie nie zostało użyte. { $why }
