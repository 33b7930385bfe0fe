# People for `simulate`: what can be wrong with them.

error-persons-malformed = "{ $value }" does not name people. Write the file and the class in it with a colon between, as in people.py:Anna.
error-persons-not_loadable = The file { $path } cannot be run: { $reason }. Nothing was simulated. Mend the file and start again.
error-persons-no_class = There is no class { $name } in { $path }. Classes there: { $there }. Name one of them after the colon.
error-person-malformed = What { $person } gave is wrong in { $field }: { $reason }. The simulation has stopped. A person gives lines as a tape has them, none earlier than the time asked about.
error-person-raised = { $person } failed in { $field }: { $reason }. The simulation has stopped. Mend the class and start again.
error-simulate-out_of_range = { $field } is { $value }, and can be from { $low } to { $high }. Choose a number between them.
error-demo-in_use = There are people here already, and a made-up one would not belong among them. Leave --demo out, or set EXOSKULL_HOME to an empty folder.
