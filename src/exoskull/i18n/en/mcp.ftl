# The door for other programs' agents.
mcp-asked = An agent of yours wants this: { $what } Answer YES { $code } to allow exactly that, once, or NO { $code }.
mcp-waits = Not done yet: the person was asked in the chat, and has to say yes first.
feed-agent-called = { $state ->
    [done] An agent of yours used “{ $tool }”.
    [held] An agent of yours wants to use “{ $tool }”, and waits for your yes.
   *[refused] An agent of yours was not let use “{ $tool }”: a rule forbids it.
  }
error-mcp-no_verb = There is no verb “{ $name }”. There are: { $known }.
error-mcp-wrong_arguments = The arguments do not fit: { $what }. The schema of each verb is in the list of tools.
error-mcp-denied = A rule forbids { $action }. The person can change it under Permissions.
