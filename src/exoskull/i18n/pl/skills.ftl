# Życie umiejętności: o co pytamy, co mówimy, strona i co może pójść nie tak.

skill-question-subject = Włączyć umiejętność?
skill-question = Włączyć umiejętność? TAK { $code } albo NIE. { $about } { $able } Bez odpowiedzi w 24 h zostaje wyłączona.
skill-question-reason = Była o tym mowa albo pomoże to w Twoim celu. { $able }
skill-able = Może { $list }.
skill-able-nothing = Tylko liczy z tego, co dostanie.
skill-able-read-measures = czytać Twoje pomiary
skill-able-read-tasks = czytać Twoje zadania
skill-able-read-goals = czytać Twoje cele
skill-able-write-measures = zapisywać pomiary za Ciebie
skill-able-write-tasks = wpisywać zadania na Twoją listę
skill-able-notify = pisać do Ciebie

skill-revoked-subject = Umiejętność wyłączona
skill-revoked = Wyłączam umiejętność: { $about } { $why }
skill-because-failing = Raz po raz zawodziła.
skill-because-not-verified = Nie przechodzi już sprawdzenia.
skill-says-reason = Mówi to Twoja umiejętność: { $about }

skill-chat-by = (Z Twojej umiejętności „{ $name }”.)
skill-chat-failed = Twoja umiejętność „{ $name }” zawiodła i nie umie na to odpowiedzieć.
skill-chat-noted = To pytanie pada po raz { $count }. Do jutra spróbuję zrobić z niego umiejętność.
skill-chat-approved = Umiejętność działa: { $about }
skill-chat-rejected = Umiejętność zostaje wyłączona: { $about }

slot-reason-nothing_suggested = Żaden pomysł na umiejętność nie był dość pewny.
slot-reason-no_skills = Nie ma umiejętności.
slot-reason-sandbox_unavailable = Nie da się uruchomić piaskownicy; więcej powie „exoskull doctor”.

why-not-skill_needs_model = Żaden szablon nie pasuje; do napisania potrzebny byłby model językowy.
why-not-skill_lacking = Brakuje czegoś, co możesz powiedzieć tylko Ty.
why-not-skill_invalid = To, co powstało, nie przeszło sprawdzenia.
why-not-unused = Przez 30 dni nikt jej nie używał.
why-not-failing = Ponad 30% ostatnich uruchomień zawiodło.
why-not-not_verified = Nie przechodzi już sprawdzenia.

skills-title = Umiejętności
skills-intro = Małe narzędzia, które powstały dla Ciebie albo zostały tu dodane z pliku. Każde działa za ścianą i dotyka tylko tego, co jest tu wymienione. Te, które coś zapisują lub piszą, potrzebują Twojego „tak” dla dokładnie tej wersji.
skills-empty = Nie ma jeszcze umiejętności. Zadaj mi trzy razy to samo pytanie, a do rana coś z niego zrobię; albo dodaj plik.
skills-waiting = Czekają na Twoje „tak”
skills-at-work = Działają
skills-ended = Odłożone, wyłączone lub odrzucone
skills-ideas = Pomysły
skills-ideas-empty = Na razie nie ma pomysłów.
skill-state = { $state ->
    [awaiting] czeka na Twoje „tak”
    [active] działa
    [rejected] odrzucona
    [revoked] wyłączona
   *[archived] odłożona
}
skill-risk = { $risk ->
    [low] niskie ryzyko
    [medium] średnie ryzyko
   *[high] wysokie ryzyko
}
skill-kind-instruction = słowa dla modelu, nic nie uruchamia
skill-version = wersja { $version }
skill-runs = Uruchomienia
skill-runs-none = Nie było jeszcze żadnego.
skill-run-line = { $when }: { $error ->
    [none] zrobione
   *[other] nie udało się ({ $error })
}, { $effects ->
    [0] nic z niej nie wyszło
    [one] { $effects } skutek
    [few] { $effects } skutki
    [many] { $effects } skutków
   *[other] { $effects } skutku
}
skill-versions = Wersje
skill-origin = { $origin ->
    [generated] napisana tutaj
    [imported] wniesiona
   *[rollback] przywrócona
}
skill-diff = Co się zmieniło
skill-file = Plik
skill-file-show = Pokaż plik
skill-waits-badge = czeka na Twoje słowo
skill-file-text = Treść pliku
skill-approve = Włącz
skill-reject = Nie, zostaw wyłączoną
skill-ask-again = Zapytaj mnie znowu
skill-revoke = Wyłącz
skill-restore = Przywróć
skill-rollback = Wróć do tej wersji
skill-export = Zapisz jako plik
skill-import = Dodaj z pliku
skill-import-button = Dodaj
skill-import-problems = Plik nie został przyjęty:
skill-make = Zrób teraz
skill-suggestion-status = { $status ->
    [pending] czeka (pewność { $confidence })
    [expired] porzucony po 14 dniach
   *[processed] { $result ->
        [activated] zrobiony, działa
        [asked] zrobiony, czeka na Twoje „tak”
        [needs_model] otwarty: do napisania potrzebny byłby model językowy
        [lacking] otwarty, brakuje { $detail }
        [invalid] nie przeszedł sprawdzenia
        [exists] jakaś umiejętność już to robi
       *[refused] Twoja reguła mówi nie
    }
}

skill-lacks = { $slot ->
    [names] imion po kolei, np. „Czyja kolej na zmywanie: Ania, Tomek czy Zosia?”
    [start] dnia, od którego liczyć, np. „od 1 marca”
    [a_day] kwoty na dzień, np. „20 zł dziennie”
    [budget] kwoty budżetu na miesiąc
    [limit] granicy na dzień
    [least] najmniejszej liczby na dzień
   *[other] { $slot }
}

error-skill-not_found = Nie ma takiej umiejętności. Zobacz /skills albo „exoskull skill list TENANT”.
error-skill-unknown = Nie ma umiejętności „{ $name }”. Są: { $known }.
error-skill-no_version = Nie ma jej wersji { $version }. Zobacz jej wersje.
error-skill-in_force = Wersja { $version } już obowiązuje.
error-skill-not_archived = Umiejętność „{ $name }” nie jest odłożona, więc nie ma czego przywracać.
error-skill-not_active = Umiejętność „{ $name }” nie działa ({ $state }). Najpierw ją włącz.
error-skill-not_waiting = Umiejętność „{ $name }” nie czeka na „tak”.
error-skill-name_taken = Inna umiejętność nazywa się „{ $name }”. Najpierw wyłącz tamtą.
error-skill-ended_already = Umiejętność „{ $name }” jest już wyłączona.
error-skill-other_kind = „{ $name }” to umiejętność innego rodzaju. Nazwij plik inaczej.
error-skill-wrong_input = Dane nie pasują do umiejętności „{ $name }”, miejsce: { $field }. Zobacz jej parametry.
error-skill-invalid_file = Pliku umiejętności nie da się już odczytać ({ $problem }). Wnieś go na nowo.
error-skill-import_refused = Ten plik nie jest umiejętnością: { $problem }. „exoskull skill check PLIK” mówi to wiersz po wierszu.
error-skill-no_suggestion = Ten pomysł już nie czeka.
error-sandbox-unavailable = Nie da się uruchomić piaskownicy, więc nic nie ruszyło. Więcej powie „exoskull doctor”.

job-skill-auto-generator = Robienie umiejętności
job-skill-auto-generator-about = O czwartej rano z dość pewnych pomysłów powstają umiejętności, każda sprawdzona; te, które mogą zaszkodzić, czekają na Twoje „tak”.
job-skill-lifecycle = Doglądanie umiejętności
job-skill-lifecycle-about = Codziennie wyłączam umiejętności, które zawodzą, odkładam nieużywane od 30 dni i sprawdzam je na nowo, gdy zmieniła się piaskownica.

feed-skill-awaiting_approval = Pytam, czy włączyć umiejętność: { part-named }.
feed-skill-archived = Umiejętność odłożona: { part-named }.{ part-why-not }
feed-skill-changed = Umiejętność ma inną wersję: { part-named }.
feed-skill-imported = Dodana z pliku umiejętność: { part-named }.
feed-skill-used = { $text ->
    [none] Zadziałała Twoja umiejętność { part-named }.
   *[other] Twoja umiejętność { part-named } mówi: { LINE($text) }
}
feed-skill-failed = Twoja umiejętność { part-named } zawiodła.{ part-why-not }

skill-wants-subject = Umiejętność pyta o zgodę
skill-wants = Umiejętność „{ $name }” chce zrobić: { $what }. TAK { $code } albo NIE. Bez odpowiedzi w 24 h nic się nie stanie.
skill-wants-reason = Twoja reguła każe o to pytać. To umiejętność: { $about }
skill-effect-record = zapis „{ $what }”
skill-effect-create-task = zadanie „{ $title }”
skill-effect-notify = wiadomość do Ciebie („{ $text }”)
skill-resumed = Zrobione przez umiejętność „{ $name }”: { $list }.
skill-resumed-nothing = Umiejętność „{ $name }” nic nie zrobiła: Twoje reguły na to nie pozwalają.
skill-resumed-asks = O kolejną rzecz pytam osobno.
skill-chat-let-go = Dobrze, umiejętność „{ $name }” tego nie zrobi.
skill-waits = Czeka na Twoje słowo
skill-waits-line = Chce zrobić: { $what }.{ $rest ->
    [0] {""}
    [one] {" "}Potem czeka jeszcze { $rest } rzecz.
    [few] {" "}Potem czekają jeszcze { $rest } rzeczy.
    [many] {" "}Potem czeka jeszcze { $rest } rzeczy.
   *[other] {" "}Potem czeka jeszcze { $rest } rzeczy.
}
skill-waits-yes = Tak, zrób to
skill-waits-no = Nie rób tego

why-not-skill_changed = Umiejętność się zmieniła albo już nie działa.

feed-skill-paused = Umiejętność { part-named } czeka na Twoje słowo: { LINE($what) }.
feed-skill-resumed = Po Twoim „tak” umiejętność { part-named } poszła dalej.
feed-skill-let_go = Umiejętność { part-named } nie zrobiła tego, o co pytała.{ part-why-not }
