### Taśma odtwarzania.

error-field-not_whole = { $field } musi być liczbą całkowitą, a „{ $value }” nią nie jest. Podaj ją cyframi, np. 8.
