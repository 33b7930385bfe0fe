### What can go wrong under the program: the database, its disk, its settings.

## The database server, wherever it is

# $reason: the server's own words, in English.
error-database-unreachable = The database does not answer ({ $reason }). Check that it runs and that EXOSKULL_DATABASE_URL names the right host, role and password.
error-database-not_migrated = The database has not been set up for this version. Run: exoskull migrate
error-database-too_new = The database was set up by a newer version of ExoSkull. Update this program, or restore a backup of its own time.
error-database-too_old = The database server is PostgreSQL { $version }, and 16 or newer is needed. Update the server, or leave EXOSKULL_DATABASE_URL empty to use the built-in one.
error-database-role_not_granted = The role in EXOSKULL_DATABASE_URL may not become { $role }. Give it CREATEROLE, or have an administrator run: create role { $role } nologin; grant { $role } to that role with set true.
error-database-not_owner = The role in EXOSKULL_DATABASE_URL does not own this database's schema ({ $reason }). Name the role that migrated it, or an empty database that the role owns.
error-database-server_disk_full = The database server's disk is full. Nothing was changed: free some space there and try again.

## The embedded server

error-database-disk_full = The disk that holds { $path } is full. Free some space, or point EXOSKULL_HOME at a larger disk, and try again.
error-database-home_unwritable = { $path } cannot be written ({ $reason }). Make it writable for you, or point EXOSKULL_HOME at a directory of yours.
error-database-home_unreachable = The database server runs as the user "{ $account }", who cannot enter { $path }. Allow it with: chmod o+x { $path } - or point EXOSKULL_HOME elsewhere.
error-database-no_account = PostgreSQL refuses to run as root, and none of these users exists: { $names }. Create one, with: useradd --system exoskull
error-database-no_server = This installation came without the PostgreSQL programs for this machine. Name a server of your own in EXOSKULL_DATABASE_URL.
error-database-no_temporary_directory = There is no directory for temporary files that the database server can use. Make /tmp writable (mode 1777), or set TMPDIR to a short path.
error-database-not_a_cluster = { $path } holds files that are not a database. Move them away, or point EXOSKULL_HOME elsewhere.
error-database-wrong_version = { $path } was made by PostgreSQL { $found }, and this version of ExoSkull brings { $needed }. Run the version that made it, take a backup there, and restore it here.
error-database-in_use = { $path } is in use by a process that does not answer from here: another container, perhaps. Stop it and try again.
error-database-start_failed = The embedded database did not start ({ $reason }). More stands in { $log }.

## Settings and rows

error-settings-invalid_port = { $field } is "{ $value }", and must be a number from 0 to 65535.
error-row-not_found = There is no such { $what }.
error-settings-invalid_log_level = EXOSKULL_LOG_LEVEL cannot be "{ $value }". Use one of: { $known }.
