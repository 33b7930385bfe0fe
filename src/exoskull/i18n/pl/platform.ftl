### Co może się zepsuć pod programem: baza danych, jej dysk, jej ustawienia.

## Serwer bazy danych, gdziekolwiek jest

# $reason: własne słowa serwera, po angielsku.
error-database-unreachable = Baza danych nie odpowiada ({ $reason }). Sprawdź, czy działa i czy EXOSKULL_DATABASE_URL wskazuje właściwy adres, rolę i hasło.
error-database-not_migrated = Baza danych nie jest przygotowana dla tej wersji. Uruchom: exoskull migrate
error-database-too_new = Bazę danych przygotowała nowsza wersja ExoSkull. Zaktualizuj ten program albo przywróć kopię zapasową z jego czasów.
error-database-too_old = Serwer bazy to PostgreSQL { $version }, a potrzebny jest 16 lub nowszy. Zaktualizuj serwer albo usuń EXOSKULL_DATABASE_URL, żeby użyć wbudowanego.
error-database-role_not_granted = Rola z EXOSKULL_DATABASE_URL nie może stać się rolą { $role }. Nadaj jej CREATEROLE albo poproś administratora o wykonanie: create role { $role } nologin; grant { $role } to (ta rola) with set true.
error-database-not_owner = Rola z EXOSKULL_DATABASE_URL nie jest właścicielem schematu tej bazy ({ $reason }). Wskaż rolę, która go utworzyła, albo pustą bazę należącą do tej roli.
error-database-server_disk_full = Dysk serwera bazy danych jest pełny. Nic nie zostało zmienione: zwolnij tam trochę miejsca i spróbuj ponownie.

## Serwer wbudowany

error-database-disk_full = Dysk, na którym leży { $path }, jest pełny. Zwolnij trochę miejsca albo wskaż w EXOSKULL_HOME większy dysk i spróbuj ponownie.
error-database-home_unwritable = Nie można pisać w { $path } ({ $reason }). Nadaj sobie prawo zapisu albo wskaż w EXOSKULL_HOME swój katalog.
error-database-home_unreachable = Serwer bazy działa jako użytkownik „{ $account }”, który nie może wejść do { $path }. Pozwól mu na to: chmod o+x { $path } - albo wskaż w EXOSKULL_HOME inne miejsce.
error-database-no_account = PostgreSQL nie chce działać jako root, a nie ma żadnego z tych użytkowników: { $names }. Utwórz go: useradd --system exoskull
error-database-no_server = Ta instalacja nie zawiera programów PostgreSQL dla tej maszyny. Wskaż własny serwer w EXOSKULL_DATABASE_URL.
error-database-no_temporary_directory = Nie ma katalogu na pliki tymczasowe, z którego mógłby korzystać serwer bazy. Nadaj /tmp prawa 1777 albo ustaw w TMPDIR krótką ścieżkę.
error-database-not_a_cluster = W { $path } są pliki, które nie są bazą danych. Przenieś je albo wskaż w EXOSKULL_HOME inne miejsce.
error-database-wrong_version = Dane w { $path } utworzył PostgreSQL { $found }, a ta wersja ExoSkull ma { $needed }. Uruchom wersję, która je utworzyła, zrób w niej kopię zapasową i przywróć ją tutaj.
error-database-in_use = { $path } jest używany przez proces, który stąd nie odpowiada: być może w innym kontenerze. Zatrzymaj go i spróbuj ponownie.
error-database-start_failed = Wbudowana baza danych nie wystartowała ({ $reason }). Więcej jest w { $log }.

## Ustawienia i wiersze

error-settings-invalid_port = { $field } ma wartość „{ $value }”, a musi być liczbą od 0 do 65535.
error-row-not_found = Nie ma czegoś takiego: { $what }.
error-settings-invalid_log_level = EXOSKULL_LOG_LEVEL nie może mieć wartości „{ $value }”. Użyj jednej z: { $known }.
