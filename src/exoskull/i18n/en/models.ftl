### Models: what the feed tells, and what can go wrong.

feed-model-declined =
    { $why ->
        [budget] I did without the language model for { part-model-feature }: there was no budget left for it. My built-in reasoning took over.
        [unpriced] I did without the language model for { part-model-feature }: nobody knows what it costs. My built-in reasoning took over.
        [timed_out] The language model did not answer in time, so I did without it for { part-model-feature }.
        [refused] The language model would not answer, so I did without it for { part-model-feature }.
        [invalid] The language model's answer was of no use, so I did without it for { part-model-feature }.
       *[unavailable] The language model could not be reached, so I did without it for { part-model-feature }.
    }
part-model-feature =
    { $feature ->
        [situation] understanding the situation
        [options] choosing what to do
        [phrasing] wording a message
        [actions] planning the day's steps
        [needs] noticing what you need
        [memory] noting what you told me
        [app] designing an app
        [skill] writing a skill
        [instruction] understanding an instruction
        [summary] writing a summary
        [chat] talking with you
        [untrusted] reading what others wrote
       *[other] this
    }
error-settings-invalid_model = { $field } has "{ $value }", which is no model. Write provider:name, such as ollama:llama3.2, with one of these providers: { $known }.
error-settings-model_without_url = EXOSKULL_MODEL names an openai-compatible model, and nobody knows where it is. Set EXOSKULL_MODEL_URL, such as http://127.0.0.1:8080/v1.
error-settings-fallbacks_without_model = EXOSKULL_MODEL_FALLBACKS is set, and EXOSKULL_MODEL is not. Set EXOSKULL_MODEL to the model that is asked first.
error-settings-invalid_model_url = EXOSKULL_MODEL_URL is "{ $value }". Write an address that begins with http:// or https://, without a user name, such as http://127.0.0.1:8080/v1.
error-settings-invalid_model_timeout = EXOSKULL_MODEL_TIMEOUT_S is "{ $value }". Give a whole number of seconds from 1 to 600.
error-settings-short_secret_key = EXOSKULL_SECRET_KEY is too short. Give at least { NUMBER($least) } characters of chance, such as `openssl rand -base64 32` prints, or leave it out to have a key made.
error-settings-model_without_key = { $model } wants a key. Set EXOSKULL_MODEL_KEY, or { $usually }.
error-settings-invalid_prices = The price table { $path } cannot be read. It holds, for each model, whole micros for a million tokens: a table named "provider:name" with `in` and `out`. docs/how-to/models.md has an example.
error-model-extra_missing = The client for { $provider } is not installed. Install it with: uv pip install 'exoskull[{ $extra }]'.
error-model-not_your_own = "{ $value }" cannot be a model of one's own. Write provider:name with one of these providers: { $known }.
error-model-invalid_key = That does not look like a key. Copy the whole key from the provider's page: 8 to { NUMBER($most) } letters, digits and signs, without spaces.
error-model-no_own = There is no model of your own to show or remove. PUT one first, with `model` and `key`.
error-secret-not_opened = The secret { $name } was sealed with another key. Set EXOSKULL_SECRET_KEY, or the file secret.key, back to what it was; or enter the secret anew.
error-secret-no_key = The key that opens people's secrets cannot be read at { $path }. Put the file back from a backup, or set EXOSKULL_SECRET_KEY.
error-secret-no_vault = This installation keeps no secrets. Start it with `exoskull up` or `exoskull web`, which make a key.
setting-own_model = { $value ->
    [none] You took back the model of your own.
   *[other] You set a model of your own: { $value }.
}

## The page

models-title = The language model
models-lead = It helps me understand, word and plan. I work without one too.
models-who = Who answers
models-own = Your own model: { $model }.
models-own-since = Since { $when }. Your key is kept encrypted and is shown to nobody.
models-remove = Forget my key
models-installed = The model of this installation: { $model }.
models-none = None. My built-in reasoning does everything.
models-cost = What it costs
models-budget = Change the budget of a day
models-tokens =
    { $count ->
        [one] { NUMBER($count) } token
       *[other] { NUMBER($count) } tokens
    }
models-bring = A model of your own
models-bring-lead = With an account of your own at a provider, only that model is asked for you. It counts in your budget like any other.
models-model = Model
models-model-hint = provider:name, with one of these providers: { $known }.
models-key = Key
models-key-hint = From the provider's page. It is kept encrypted and not shown again.
models-bring-do = Use it
models-latest = What was asked lately
models-empty = No model was asked yet
models-empty-lead = Each question stands here with what it cost. What was said does not.
models-state =
    { $state ->
        [open] on its way
        [answered] answered
        [invalid] of no use
        [refused] refused
        [timed_out] too late
        [broken] broke off
        [cancelled] cancelled
       *[unavailable] not reached
    }
