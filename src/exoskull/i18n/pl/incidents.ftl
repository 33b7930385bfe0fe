### Awarie: co wciąż się nie udaje i że znów działa.

## W dzienniku

feed-incident-opened = { $cause ->
    [job] Kłopot: { part-job } wciąż się nie udaje.{ part-why-not }
    [channel] Kłopot: { part-channel-by } nic nie dochodzi.{ part-why-not }
    [zone] Kłopot: nie znam Twojej strefy czasowej.
   *[none] Kłopot: coś wciąż się nie udaje.{ part-why-not }
}
feed-incident-closed = { $cause ->
    [job] { part-job } znów działa.
    [channel] Wiadomości wysyłane { part-channel-by } znów dochodzą.
    [zone] Znów znam Twoją strefę czasową.
   *[none] Znów działa.
}

## Co czyta osoba: incident-<rodzaj>-...

incident-job-subject = „{ $name }” wciąż się nie udaje
incident-job-text = „{ $name }”: { $count ->
    [one] { $count } nieudana próba
    [few] { $count } nieudane próby z rzędu
    [many] { $count } nieudanych prób z rzędu
   *[other] nieudane próby z rzędu: { $count }
}, pierwsza { $since }. { $why } Próbuję dalej o stałych porach i dam znać, gdy znów zadziała.
incident-job-closed = „{ $name }” znów działa. Przerwa trwała { $span }.
incident-channel-subject = { $name }: wiadomości nie dochodzą
incident-channel-text = { $name }: { $count ->
    [one] nie doszła { $count } ostatnia wiadomość
    [few] nie doszły { $count } ostatnie wiadomości
    [many] nie doszło { $count } ostatnich wiadomości
   *[other] liczba wiadomości, które nie doszły: { $count }
}, pierwsza z nich { $since }. { $why } Sprawdź swój adres w ustawieniach. Dam tu znać, gdy znów zaczną dochodzić.
incident-channel-closed = { $name }: wiadomości znów dochodzą. Przerwa trwała { $span }.
incident-zone-subject = Nie znam Twojej strefy czasowej
incident-zone-text = Nie znam (już) strefy czasowej { $name }, więc do czasu wybrania innej w ustawieniach trzymam się UTC.
incident-zone-closed = Znów znam Twoją strefę czasową.
incident-closed-subject = Znów działa: { $name }
incident-because-failing = { $count ->
    [one] Nie udało się { $count } raz.
   *[other] Nie udało się { $count } razy z rzędu.
}
incident-because-told = To wiadomość po tej o kłopotach: znów działa.
incident-channel-in_app = Aplikacja
incident-channel-email = E-mail
incident-channel-sms = SMS
