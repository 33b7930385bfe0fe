### Rozmowa: polecenia z ukośnikiem, karty, szybkie odpowiedzi, pole wiadomości.

## Slash commands, in every channel. $command: the word with its slash.

command-does-status = jak Ci idzie
command-does-why = skąd wzięła się ostatnia wiadomość
command-does-goals = Twoje cele i ile już za Tobą
command-does-log = zapisz pomiar, np. „3 szklanki wody”
command-does-undo = cofnij to, co ostatnie
command-does-approve = zgoda na to, o co pytam
command-does-reject = odmowa na to, o co pytam
command-does-apps = działające aplikacje
command-does-pause = przez jakiś czas nic nie piszę, np. „do piątku”
command-does-resume = koniec przerwy
command-does-stop = żadnych więcej wiadomości
command-does-help = wszystkie polecenia
command-help = Polecenia:
command-line = { $command }: { $does }
# $name: what was written; $meant: the command that was probably meant.
command-unknown = Nie ma polecenia „/{ $name }”. { $meant ->
    [none] {""}
   *[other] Może chodzi o { $meant }?{" "}
}{ $help } pokaże wszystkie.
command-needs-log = Napisz za poleceniem, co zapisać, na przykład: { $command } 3 szklanki wody
command-needs-pause = Nie wiem, do kiedy. Napisz na przykład: { $command } do piątku, albo samo { $command }, a przerwa potrwa do odwołania.
command-apps = { $count ->
    [one] Działa { $count } aplikacja: { $list }.
    [few] Działają { $count } aplikacje: { $list }.
    [many] Działa { $count } aplikacji: { $list }.
   *[other] Działa { $count } aplikacji: { $list }.
}
command-no-apps = Jeszcze żadna aplikacja nie działa. Napisz na przykład „zrób mi tracker wody”.

## On the page

web-nav-chat = Rozmowa
chat-thinking = Myślę…
chat-cancel = Przerwij
chat-cut = Połączenie urwało się, zanim przyszła odpowiedź. Odśwież stronę: co dotarło, jest w rozmowie razem z odpowiedzią.
chat-unsent = Wiadomość nie dotarła. Jej treść jest znowu w polu: wyślij ją, gdy połączenie wróci. Zapisze się tylko raz.
chat-signed-out = Ta przeglądarka jest wylogowana, więc wiadomość nie została wysłana. Jej treść czeka w polu.
chat-sign-in = Zaloguj się
chat-earlier = Pokaż wcześniejsze
chat-whole = Na osobnej stronie
chat-newest = Wróć do najnowszych
chat-to-end = Do najnowszych
chat-commands = Polecenia
# The page puts the number of commands in the place of {count}.
chat-menu-how = Pasujące polecenia: { "{count}" }. Wybierz strzałkami i klawiszem Enter, zamknij klawiszem Escape.
chat-how = Enter wysyła, Shift i Enter zaczyna nową linię, ukośnik otwiera polecenia, strzałka w górę przywraca ostatnią wiadomość, Escape zatrzymuje odpowiedź.
chat-voice = Mów zamiast pisać
chat-replies = Szybkie odpowiedzi
chat-reply-yes = Tak
chat-reply-no = Nie
chat-reply-done = Zrobione
chat-reply-not-done = Nie tym razem
chat-says-done = tak
chat-says-not-done = nie
chat-reply-why = Dlaczego?
chat-reply-resume = Wznów
chat-card-undo = Cofnij
chat-card-done = Zrobione
chat-card-reopen = Jednak nie
chat-card-approve = Tak, zrób to
chat-card-reject = Nie
chat-card-open = Otwórz

error-chat-cut = Odpowiedź urwała się po drodze. Twoja wiadomość jest zapisana; odśwież stronę, żeby zobaczyć, jak jest.
error-chat-no_such_card = Nie ma tu nic, co można by tak zmienić. Odśwież stronę, żeby zobaczyć, jak jest.
error-chat-card_over = Tego nie da się już zrobić: w międzyczasie coś się zmieniło. Odśwież stronę, żeby zobaczyć, jak jest.
