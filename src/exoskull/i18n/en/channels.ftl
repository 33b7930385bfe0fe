# Addresses.
error-phone-invalid = “{ $value }” does not look like a phone number. Write it with its country code, for example +48 600 100 200.
error-phone-country_missing = The number “{ $value }” has no country code. Put it in front, for example +48 for Poland.
error-email-invalid = “{ $value }” is not an e-mail address. Write the address alone, for example anna@example.org.
error-address-none_in_app = Messages in the app need no address. Leave the address out, or choose e-mail or SMS.

# Settings.
error-settings-invalid_smtp_url =
    { $problem ->
        [scheme] EXOSKULL_SMTP_URL must begin with smtp:// or smtps://. Write it as smtp://user:password@host:587.
        [option] EXOSKULL_SMTP_URL has an option that does not exist or does not fit. After the question mark there may be starttls=required, starttls=offered or starttls=never (with smtp:// only), and ca=FILE.
        [plain_password] EXOSKULL_SMTP_URL would send its password over the network unencrypted. Leave out the starttls option, or use smtps://.
       *[form] EXOSKULL_SMTP_URL cannot be read. Write it as smtp://user:password@host:587, with special characters in the password percent-encoded (@ as %40, / as %2F).
    }
error-settings-invalid_mail_from = EXOSKULL_MAIL_FROM is “{ $value }”, which is not a sender. Write an address, or a name and an address: ExoSkull <exo@example.org>.
error-settings-invalid_twilio_api_url = EXOSKULL_TWILIO_API_URL must be an https:// address; http:// is allowed only to this very machine. Correct it, or leave it out to use Twilio itself.
error-channel-half_configured = A channel is set up by half: { $field } is missing. Set it, or remove the channel's other settings.

# Webhooks.
error-webhook-signature_invalid = The call does not carry a valid Twilio signature. If it is Twilio that calls, check that EXOSKULL_TWILIO_TOKEN is the account's token and that EXOSKULL_PUBLIC_URL is the address entered at Twilio.
error-webhook-malformed = The call is not a Twilio form: “{ $field }” is missing or unreadable. Point only Twilio's own webhooks at this address.

# The state of a channel.
error-channel-ready = Ready to send.
error-channel-not_configured = This channel is not set up on this installation. The operator can set it up by EXOSKULL_SMTP_URL (e-mail) or EXOSKULL_TWILIO_SID, _TOKEN and _FROM (SMS).

# Why a mail did not go out.
error-mail-unreachable = The mail server cannot be reached. It will be tried again; if that goes on, check the host and port in EXOSKULL_SMTP_URL.
error-mail-not_secure = The mail server cannot be reached safely: it offers no encryption, or its certificate is not trusted. Check the host in EXOSKULL_SMTP_URL, or name its authority by ca=FILE.
error-mail-login_refused = The mail server does not let us in. Check the user and the password in EXOSKULL_SMTP_URL; until then it is tried every quarter of an hour.
error-mail-deferred = The mail server asked us to come back later. The message will be tried again by itself.
error-mail-connection_lost = The mail server hung up before it had the message. It will be tried again by itself.
error-mail-answer_lost = The mail server hung up before it confirmed the message, which may have arrived. To send nothing twice, it is not sent again by itself; look into the mailbox.
error-mail-no_such_address = This e-mail address cannot receive mail. Check it in the settings.
error-mail-refused = The mail server refused this message. Later messages may still get through; if none does, check EXOSKULL_MAIL_FROM and the server's rules.

# Why an SMS did not go out, or did not arrive.
error-sms-unreachable = Twilio cannot be reached. It will be tried again; if that goes on, check the network of this machine.
error-sms-answer_lost = The connection to Twilio broke before it confirmed the SMS. We are asking what became of it before anything is sent again.
error-sms-provider_failed = Twilio had a fault of its own. We are asking what became of the SMS before anything is sent again.
error-sms-busy = Twilio asked us to slow down. The SMS will be tried again by itself.
error-sms-login_refused = Twilio does not let us in, or the account is not active. Check EXOSKULL_TWILIO_SID and EXOSKULL_TWILIO_TOKEN; until then it is tried every quarter of an hour.
error-sms-opted_out = This number asked for no more SMS. To get them again, write START from it to the number they came from.
error-sms-no_such_number = This number cannot receive SMS. Check it in the settings.
error-sms-refused = Twilio did not deliver this SMS. Later ones may still get through; if none does, check the sender and the allowed countries in the Twilio console.
