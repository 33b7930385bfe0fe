### Modele: co mówi strumień zdarzeń i co może pójść nie tak.

feed-model-declined =
    { $why ->
        [budget] Bez modelu językowego ({ part-model-feature }): zabrakło na niego budżetu. Zadziałało moje wbudowane rozumowanie.
        [unpriced] Bez modelu językowego ({ part-model-feature }): nie wiadomo, ile kosztuje. Zadziałało moje wbudowane rozumowanie.
        [timed_out] Model językowy nie odpowiedział na czas ({ part-model-feature }). Zadziałało moje wbudowane rozumowanie.
        [refused] Model językowy odmówił odpowiedzi ({ part-model-feature }). Zadziałało moje wbudowane rozumowanie.
        [invalid] Odpowiedź modelu językowego do niczego się nie nadawała ({ part-model-feature }). Zadziałało moje wbudowane rozumowanie.
       *[unavailable] Nie było połączenia z modelem językowym ({ part-model-feature }). Zadziałało moje wbudowane rozumowanie.
    }
part-model-feature =
    { $feature ->
        [situation] rozpoznanie sytuacji
        [options] wybór działania
        [phrasing] ułożenie wiadomości
        [actions] kroki na dziś
        [needs] rozpoznanie potrzeb
        [memory] zapamiętanie Twoich słów
        [app] projekt aplikacji
        [skill] pisanie umiejętności
        [instruction] zrozumienie polecenia
        [summary] podsumowanie
        [chat] rozmowa
        [untrusted] czytanie cudzych tekstów
       *[other] w tej sprawie
    }
error-settings-invalid_model = { $field } zawiera „{ $value }”, a to nie jest model. Wpisz dostawca:nazwa, na przykład ollama:llama3.2, z jednym z tych dostawców: { $known }.
error-settings-model_without_url = EXOSKULL_MODEL wskazuje model openai-compatible, ale nie wiadomo, gdzie on jest. Ustaw EXOSKULL_MODEL_URL, na przykład http://127.0.0.1:8080/v1.
error-settings-fallbacks_without_model = EXOSKULL_MODEL_FALLBACKS jest ustawione, a EXOSKULL_MODEL nie. Ustaw w EXOSKULL_MODEL model, który ma być pytany jako pierwszy.
error-settings-invalid_model_url = EXOSKULL_MODEL_URL to „{ $value }”. Wpisz adres zaczynający się od http:// lub https://, bez nazwy użytkownika, na przykład http://127.0.0.1:8080/v1.
error-settings-invalid_model_timeout = EXOSKULL_MODEL_TIMEOUT_S to „{ $value }”. Podaj całkowitą liczbę sekund od 1 do 600.
error-settings-short_secret_key = EXOSKULL_SECRET_KEY jest za krótkie. Podaj co najmniej { NUMBER($least) } losowych znaków, na przykład z polecenia `openssl rand -base64 32`, albo pomiń to ustawienie, a klucz powstanie sam.
error-settings-model_without_key = { $model } wymaga klucza. Ustaw EXOSKULL_MODEL_KEY albo { $usually }.
error-settings-invalid_prices = Nie można odczytać cennika { $path }. Dla każdego modelu podaj w nim całkowitą liczbę milionowych części dolara za milion tokenów: tabelę o nazwie „dostawca:nazwa” z polami `in` i `out`. Przykład jest w docs/how-to/models.md.
error-model-extra_missing = Klient dostawcy { $provider } nie jest zainstalowany. Zainstaluj go poleceniem: uv pip install 'exoskull[{ $extra }]'.
error-model-not_your_own = „{ $value }” nie może być własnym modelem. Wpisz dostawca:nazwa z jednym z tych dostawców: { $known }.
error-model-invalid_key = To nie wygląda na klucz. Skopiuj cały klucz ze strony dostawcy: od 8 do { NUMBER($most) } liter, cyfr i znaków, bez spacji.
error-model-no_own = Nie masz własnego modelu, który można by pokazać lub usunąć. Najpierw dodaj go metodą PUT, z polami `model` i `key`.
error-secret-not_opened = Sekret { $name } zapieczętowano innym kluczem. Przywróć poprzednią wartość EXOSKULL_SECRET_KEY lub plik secret.key albo wpisz sekret na nowo.
error-secret-no_key = Nie można odczytać klucza do sekretów użytkowników: { $path }. Przywróć ten plik z kopii zapasowej albo ustaw EXOSKULL_SECRET_KEY.
error-secret-no_vault = Ta instalacja nie przechowuje sekretów. Uruchom ją przez `exoskull up` albo `exoskull web`, które tworzą klucz.
setting-own_model = { $value ->
    [none] Własny model został odłączony.
   *[other] Działa teraz Twój własny model: { $value }.
}

## Strona

models-title = Model językowy
models-lead = Pomaga mi rozumieć, pisać i planować. Radzę sobie też bez niego.
models-who = Kto odpowiada
models-own = Twój własny model: { $model }.
models-own-since = Od: { $when }. Klucz jest przechowywany w postaci zaszyfrowanej i nikt go nie zobaczy.
models-remove = Zapomnij mój klucz
models-installed = Model tej instalacji: { $model }.
models-none = Żaden. Wszystko robi moje wbudowane rozumowanie.
models-cost = Ile to kosztuje
models-budget = Zmień budżet na dzień
models-tokens =
    { $count ->
        [one] { NUMBER($count) } token
        [few] { NUMBER($count) } tokeny
        [many] { NUMBER($count) } tokenów
       *[other] { NUMBER($count) } tokena
    }
models-bring = Własny model
models-bring-lead = Jeśli masz własne konto u dostawcy, pytany będzie dla Ciebie tylko ten model. Liczy się do Twojego budżetu jak każdy inny.
models-model = Model
models-model-hint = dostawca:nazwa, z jednym z tych dostawców: { $known }.
models-key = Klucz
models-key-hint = Ze strony dostawcy. Jest przechowywany w postaci zaszyfrowanej i nie pokaże się ponownie.
models-bring-do = Używaj go
models-latest = Ostatnie pytania
models-empty = Żaden model nie był jeszcze pytany
models-empty-lead = Każde pytanie pojawi się tu razem z kosztem. Treści rozmów tu nie ma.
models-state =
    { $state ->
        [open] w drodze
        [answered] jest odpowiedź
        [invalid] bez pożytku
        [refused] odmowa
        [timed_out] za późno
        [broken] przerwane
        [cancelled] anulowane
       *[unavailable] brak połączenia
    }
