### Relacje: podejścia i ich kroki (zdania rozkazujące bez kropki).

approach-relations_good_news = Radość z cudzych dobrych wieści
step-relations_good_news-ask = Zapytaj dziś kogoś bliskiego, co dobrego się wydarzyło, i dopytaj o szczegóły
step-relations_good_news-respond = Na dobrą wiadomość odpowiedz z radością i zadaj jedno pytanie
step-relations_good_news-return = Wróć do dobrej wieści sprzed kilku dni i zapytaj, jak poszło dalej

approach-relations_noticing = Dostrzeganie drobiazgów
step-relations_noticing-three = Zapisz trzy drobne rzeczy, które ktoś dziś dla Ciebie zrobił
step-relations_noticing-say = Podziękuj dziś za jeden konkretny drobiazg i powiedz, co dał
step-relations_noticing-strength = Wymień w myślach trzy mocne strony osoby, z którą Ci trudno

approach-relations_thanks = Dwa zdania wdzięczności
step-relations_thanks-write = Napisz dwa zdania podziękowania do osoby, która kiedyś pomogła
step-relations_thanks-voice = Podziękuj komuś na głos, przez telefon albo osobiście
step-relations_thanks-note = Zostaw komuś w domu albo w pracy karteczkę z jednym ciepłym zdaniem

approach-relations_hello = Krótki znak życia
step-relations_hello-message = Napisz krótką wiadomość do kogoś, z kim dawno nie było kontaktu
step-relations_hello-photo = Wyślij komuś zdjęcie albo wspomnienie, które Was łączy
step-relations_hello-thought = Gdy ktoś przyjdzie Ci dziś na myśl, od razu daj mu znać jednym zdaniem

approach-relations_voice = Głos zamiast pisania
step-relations_voice-call = Zadzwoń dziś na 10 minut, zamiast wysyłać wiadomość
step-relations_voice-record = Nagraj komuś krótką wiadomość głosową
step-relations_voice-walk = Umów rozmowę na czas spaceru i zadzwoń w drodze

approach-relations_phone_off = Bez telefonu przy stole
step-relations_phone_off-meal = Zjedz dziś jeden posiłek z kimś bez telefonu na stole
step-relations_phone_off-drawer = Schowaj telefon do szuflady na pierwsze 15 minut po powrocie do domu
step-relations_phone_off-eyes = W jednej rozmowie odłóż wszystko i patrz na rozmówcę

approach-relations_calendar = Stała pora dla bliskich
step-relations_calendar-slot = Wpisz do kalendarza stałą porę na telefon albo spotkanie
step-relations_calendar-invite = Zaproponuj komuś dzień i godzinę spotkania w tym tygodniu
step-relations_calendar-weekend = Zaplanuj na ten weekend jedną rzecz razem

approach-relations_questions = Jedno pytanie więcej
step-relations_questions-follow_up = Zadaj dziś w rozmowie jedno pytanie do tego, co właśnie padło
step-relations_questions-listen = Posłuchaj kogoś 10 minut bez rad i bez przerywania
step-relations_questions-open = Zacznij rozmowę od pytania, na które nie da się odpowiedzieć tak lub nie

approach-relations_new_things = Coś nowego razem
step-relations_new_things-try = Zróbcie dziś razem coś, czego jeszcze nie było, choćby nowy przepis
step-relations_new_things-plan = Wybierzcie jedną nową rzecz na wspólny wieczór i ustalcie dzień
step-relations_new_things-play = Zagrajcie razem 20 minut w cokolwiek

approach-relations_outside_view = Spór oczami kogoś z boku
step-relations_outside_view-write = Opisz ostatni spór oczami kogoś, kto dobrze życzy obu stronom
step-relations_outside_view-pause = Gdy robi się gorąco, powiedz: wróćmy do tego za 20 minut
step-relations_outside_view-good = Zapisz jedną rację drugiej strony

approach-relations_closer = Rozmowa o czymś ważnym
step-relations_closer-question = Zapytaj kogoś, za co w życiu czuje wdzięczność, i odpowiedz też
step-relations_closer-share = Powiedz dziś komuś coś o sobie, czego jeszcze nie wie
step-relations_closer-promise = Obiecaj komuś konkretny dzień rozmowy i zapisz go od razu

approach-relations_mend = Pierwszy krok po zgrzycie
step-relations_mend-sorry = Przeproś za jedną konkretną rzecz, bez żadnego ale
step-relations_mend-first = Odezwij się dziś z własnej inicjatywy, jednym neutralnym zdaniem
step-relations_mend-offer = Zaproponuj drobne zadośćuczynienie i zapytaj, czy pomoże

approach-relations_circle = Krąg bliskich
step-relations_circle-list = Wypisz pięć osób, na których Ci zależy, z datą ostatniego kontaktu
step-relations_circle-oldest = Odezwij się do osoby z listy, z którą przerwa trwa najdłużej
step-relations_circle-mark = Zaznacz wieczorem, z kim dziś była prawdziwa rozmowa
