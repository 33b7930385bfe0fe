### A tape of replay.

error-field-not_whole = { $field } must be a whole number, and "{ $value }" is none. Write it in digits, e.g. 8.
