# Drzwi dla agentów z innych programów.
mcp-asked = Twój agent prosi o zgodę: { $what } Odpowiedz TAK { $code }, żeby pozwolić dokładnie na to, jeden raz, albo NIE { $code }.
mcp-waits = Jeszcze nie zrobione: pytanie czeka w rozmowie na „tak”.
feed-agent-called = { $state ->
    [done] Twój agent użył polecenia „{ $tool }”.
    [held] Twój agent chce użyć polecenia „{ $tool }” i czeka na Twoje „tak”.
   *[refused] Twój agent nie mógł użyć polecenia „{ $tool }”: zabrania tego zasada.
  }
error-mcp-no_verb = Nie ma polecenia „{ $name }”. Są: { $known }.
error-mcp-wrong_arguments = Argumenty nie pasują: { $what }. Opis każdego polecenia jest na liście narzędzi.
error-mcp-denied = Zasada zabrania { $action }. Osoba może to zmienić na stronie Zgody.
