### Signing in, the account page, and invitations.

## The door

accounts-login-label = Name or e-mail
accounts-password-label = Password
accounts-mail-me = Mail me a link
accounts-mailed = If that is somebody here who has an e-mail address, a link is on its way. It is good for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} and works once.
accounts-passkey-use = Use a passkey
accounts-passkey-failed = The passkey was not used: it was put aside, or it is for another site. Try again, or sign in another way.
accounts-other-way = None of these works?

accounts-mail-subject = Your link to sign in to ExoSkull
accounts-mail-text = Hello, { $name }.

    This link signs you in, once, within { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }:

    { $url }

    You did not ask for it? Then somebody typed your address. Leave the link alone, and nothing happens.

## The account

accounts-title = Account
accounts-lead = Who can come in, by what, and how to end it. Each change holds at once.

accounts-sessions-title = Where you are signed in
accounts-sessions-lead = You do not know one of these? Sign it out and set a new password.
accounts-browser = { $name ->
    [none] Unknown browser
   *[other] { $name }
}{ $system ->
    [none] {""}
   *[other] {""}, { $system }
}
accounts-session-this = this one
accounts-session-when = Since { $begun }, last used { $used }.
accounts-session-from = From { $address }.
accounts-session-end-one = Sign out the session that began { $when }
accounts-sessions-end-others = Sign out everywhere else

accounts-passkeys-title = Passkeys
accounts-passkeys-lead = A passkey lives on your telephone, computer or security key. It opens by your finger, face or PIN, and nobody can steal it from here.
accounts-passkeys-empty = You have none yet. The first one takes half a minute.
accounts-passkeys-browser = This browser cannot make passkeys.
accounts-passkey-label = What you call it
accounts-passkey-example = My telephone
accounts-passkey-add = Add a passkey
accounts-passkey-remove-one = Remove the passkey { $label }
accounts-remove = Remove
accounts-made = Made { $when }.
accounts-used = Last used { $when }.
accounts-unused = Not used yet.

accounts-password-title = Password
accounts-password-since = You have a password, set { $when }.
accounts-password-none = You have no password.
accounts-password-ends = A new one signs you out everywhere else.
accounts-password-current = The password until now
accounts-password-fresh = You have just signed in, so you may leave this empty.
accounts-password-new = New password
accounts-password-hint = At least { $least ->
    [one] { $least } character
   *[other] { $least } characters
}. Several words are easy to remember and hard to guess.
accounts-password-remove = Remove the password

accounts-mail-title = Links by e-mail
accounts-mail-on = Whoever reads the mail of { $address } can ask for a link and sign in.
accounts-mail-off = Links by e-mail are off: the sign-in page sends you none.
accounts-mail-lacks = There is no way to mail you a link: this installation sends no e-mail, or you have no address in the settings.
accounts-mail-stop = Switch links off
accounts-mail-allow = Switch links on

accounts-tokens-title = Tokens for programs
accounts-tokens-lead = A program shows its token to use the API as you. Give each program its own, and no more than it needs.
accounts-tokens-empty = You have none. Make one when a program asks for it.
accounts-token-once = This is the token. Copy it now: only its fingerprint is kept, so it is never shown again.
accounts-token-unnamed = Without a name
accounts-token-label = What it is for
accounts-token-example = Watch, home server
accounts-token-scope = What it may do
accounts-token-make = Make a token
accounts-token-revoke = Revoke
accounts-token-revoke-one = Revoke the token { $label }
accounts-scope-read = read
accounts-scope-write = write
accounts-scope-admin = everything
accounts-scope-read-about = Read only
accounts-scope-write-about = Read, and do what you do in a day
accounts-scope-admin-about = Everything: also settings, permissions and tokens

accounts-others-title = Other people
accounts-others-lead = Each person has a space of their own here, which nobody else sees, you neither.
accounts-others-link = Invite somebody

## Invitations

accounts-invitations-title = Invitations
accounts-invitations-lead = Whoever you invite gets their own space on this installation. You do not see theirs, and they do not see yours.
accounts-invitation-label = Whom it is for
accounts-invitation-example = Jan
accounts-invitation-email = Their e-mail (optional)
accounts-invitation-email-hint = The link is mailed there. Without an address you pass it on yourself.
accounts-invitation-make = Invite
accounts-invitation-once = This is the link for { $label }. Copy it now: only its fingerprint is kept. It works once, within { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
accounts-invitation-mailed = The mail with the link has been handed to the mail server.
accounts-invitation-not-mailed = The mail could not be sent. Pass the link on yourself.
accounts-invitations-open = Invitations so far
accounts-invitations-empty = You have invited nobody yet.
accounts-invitation-state = { $state ->
    [used] accepted
    [revoked] taken back
    [expired] expired
   *[open] open
}
accounts-invitation-until = Good until { $when }.
accounts-invitation-made = From { $when }.
accounts-invitation-withdraw = Take back
accounts-invitation-withdraw-one = Take back the invitation for { $label }
accounts-invitation-subject = { $name } invites you to ExoSkull
accounts-invitation-text = Hello.

    { $name } has invited you to a space of your own in ExoSkull. Nobody but you sees what is in it.

    This link makes it, once, within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }:

    { $url }

## In the feed

feed-account-changed = { $what ->
    [password_set] You have a new password, and are signed out everywhere else.
    [password_removed] Your password was removed.
    [passkey_added] A passkey was added{ $label ->
        [none] {""}
       *[other] {""}: { $label }
    }.
    [passkey_removed] A passkey was removed.
    [mail_links_on] You can sign in by links from your mail again.
    [mail_links_off] Links by e-mail no longer sign you in.
    [token_made] A token for a program was made{ $label ->
        [none] {""}
       *[other] {""}: { $label }
    }.
    [token_revoked] A token was revoked.
    [invited] An invitation was made{ $label ->
        [none] {""}
       *[other] {""}: { $label }
    }.
    [provider_linked] An account elsewhere was linked: you can come in by it.
    [provider_unlinked] An account elsewhere was unlinked.
    [invitation_withdrawn] An invitation was taken back.
   *[none] A way into your account was changed.
}

## What went wrong

error-sign_in-wrong = These do not belong together, or there is no password yet. Check both, or sign in another way.
error-sign_in-too_many = That was too many tries. Wait { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}, or sign in another way; a passkey still works.
error-sign_in-who = Write your name or e-mail first, so that I know whom to write to.
error-password-too_short = That password is too short. Take at least { $least } characters.
error-password-too_long = That password is too long. At most { $most } characters fit.
error-password-too_plain = That password is too easy to guess. Take at least { $least } different characters, and not your own name or address.
error-password-wrong_current = That is not your password until now. Try again, or sign in anew by a link; then you need not know it.
error-password-sign_in_again = To set a password, sign in again first: within a quarter of an hour after that you can.
error-session-not_found = That session has ended already. Load the page again.
error-token-not_found = That token does not work any more. Load the page again.
error-token-unknown_scope = There is no such scope. Take one of: { $known }.
error-token-too_many = You have { $most } tokens, which is as many as can be. Revoke one that is not needed.
error-token-scope = This token may only { $scope ->
    [read] read
   *[other] read and write
}, and this needs the scope “{ $needed }”. Use another token; the account page makes them.
error-label-invalid = A name has 1 to { $most } characters on one line. Give another one.
error-passkey-invalid = The passkey could not be kept: the browser's answer was too late or not for this site. Try again.
error-passkey-unknown = This passkey is not known here, or answered too late. Try again, or sign in another way.
error-passkey-no_site = Passkeys need https, or http://localhost. The operator can set EXOSKULL_PUBLIC_URL to the https address of this installation.
error-passkey-too_many = You have { $most } passkeys, which is as many as can be. Remove one that is not needed.
error-passkey-known = This passkey is there already.
error-passkey-not_found = That passkey is not there any more. Load the page again.
error-invitation-not_owner = Only the person whose installation this is can invite others. Ask them.
error-invitation-not_found = That invitation is not open any more. Load the page again.
error-invitation-too_many = There are { $most } open invitations, which is as many as can be. Take one back first.
error-settings-invalid_trusted_proxy = EXOSKULL_TRUSTED_PROXY has “{ $value }”, which is no IP address or network. Write for example 10.0.0.5 or 172.16.0.0/12, several with commas between.

## Another account

accounts-provider-use = Sign in by { $provider }
accounts-provider-setup = Begin by { $provider }
accounts-provider-title = An account elsewhere
accounts-provider-lead = { $provider ->
    [none] The accounts by which you can come in.
   *[other] Once linked, your account at { $provider } lets you in here. It learns that you sign in, and nothing of what you do.
}
accounts-provider-empty = None is linked yet.
accounts-provider-since = Linked { $when }.
accounts-provider-link = Link an account at { $provider }
accounts-provider-remove = Unlink
accounts-provider-remove-one = Unlink { $label }
accounts-provider-leaving = On to { $provider }
accounts-provider-leaving-lead = They ask who you are and send you back here.
accounts-provider-go = Go to { $provider }

error-identity-no_provider = No identity provider is set up here. Whoever runs this ExoSkull can set EXOSKULL_OIDC_ISSUER and EXOSKULL_OIDC_CLIENT_ID. Sign in another way.
error-identity-provider_down = { $provider } does not answer as it should ({ $what }). Sign in another way, or try again later.
error-identity-code_refused = { $provider } did not stand by its answer. Try once more; if it stays so, whoever runs this ExoSkull has to check its client id and secret.
error-identity-refused = { $provider } did not let you through, or you said no there. Try once more, or sign in another way.
error-identity-request_unknown = This answer belongs to no question of this browser: it was used before, took longer than ten minutes, or was asked in another window. Try once more.
error-identity-token_invalid = The answer cannot be believed ({ $why }), so nobody was signed in. Try once more; if it stays so, tell whoever runs this ExoSkull.
error-identity-unknown = No space here is linked to that account at { $provider }. Sign in another way, and link it on the page Account.
error-identity-taken = That account is linked to another space here. Unlink it there first.
error-identity-somebody_else = You are signed in as somebody else by now, so nothing was linked. Go to the page Account and link again.
error-identity-too_many = There are { $most ->
    [one] { $most } linked account
   *[other] { $most } linked accounts
} already. Unlink one first.
error-identity-not_found = There is no such linked account. Look at the page Account, where all of them stand.
error-settings-oidc_incomplete = For an identity provider both EXOSKULL_OIDC_ISSUER and EXOSKULL_OIDC_CLIENT_ID are needed. Set the one that is missing, or neither.
error-settings-invalid_oidc_issuer = "{ $value }" is no issuer. Give its https address as the provider writes it, e.g. https://id.example.org/realms/home.
