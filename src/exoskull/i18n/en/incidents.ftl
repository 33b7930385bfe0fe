### Incidents: what keeps failing, and that it works again.

## In the feed

feed-incident-opened = { $cause ->
    [job] Trouble: { part-job } keeps failing.{ part-why-not }
    [channel] Trouble: nothing gets through { part-channel-by }.{ part-why-not }
    [zone] Trouble: I do not know your time zone.
   *[none] Trouble: something keeps failing.{ part-why-not }
}
feed-incident-closed = { $cause ->
    [job] { part-job } works again.
    [channel] Messages get through { part-channel-by } again.
    [zone] I know your time zone again.
   *[none] It works again.
}

## What the person is told: incident-<kind>-...

incident-job-subject = “{ $name }” keeps failing
incident-job-text = “{ $name }” has failed { NUMBER($count, digits: 0) } times in a row, first { $since }. { $why } I keep trying at its hours, and will tell you once it works again.
incident-job-closed = “{ $name }” works again. It did not for { $span }.
incident-channel-subject = Nothing gets through by { $name }
incident-channel-text = The last { NUMBER($count, digits: 0) } messages by { $name } did not get through, the first { $since }. { $why } Check your address in the settings. I will tell you here once it works again.
incident-channel-closed = Messages get through by { $name } again. They did not for { $span }.
incident-zone-subject = I do not know your time zone
incident-zone-text = I do not know the time zone { $name } (any more), so until you choose another one in the settings I go by UTC.
incident-zone-closed = I know your time zone again.
incident-closed-subject = It works again: { $name }
incident-because-failing = It failed { NUMBER($count, digits: 0) } times in a row.
incident-because-told = I told you that it was failing, and it works again.
incident-channel-in_app = the app
incident-channel-email = e-mail
incident-channel-sms = SMS
