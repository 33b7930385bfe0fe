"""`przypomnij mi o dentyście`: the noun behind `o` in its basic form, where it is a known one.

The pairs (folded locative, nominative) were made with the Morfeusz 2 dictionary for nouns that
reminders are about; nothing of it is needed at run time.
"""

from exoskull.language.fold import fold

_PAIRS = """
    abonamencie=abonament aktualizacji=aktualizacja antybiotyku=antybiotyk aptece=apteka
    aucie=auto babci=babcia backupie=backup badaniach=badania badaniu=badanie banku=bank
    basenie=basen baterii=bateria bibliotece=biblioteka biegu=bieg bieganiu=bieganie
    bilecie=bilet biletach=bilety bracie=brat budziku=budzik celu=cel celach=cele chlebie=chleb
    ciescie=ciasto cioci=ciocia cisnieniu=ciśnienie cukrze=cukier czynszu=czynsz corce=córka
    deadlinie=deadline dentyscie=dentysta diecie=dieta domu=dom domenie=domena dowodzie=dowód
    drzemce=drzemka drzwiach=drzwi dziadku=dziadek dzieciach=dzieci dziecku=dziecko
    dzienniku=dziennik egzaminie=egzamin elektryku=elektryk fakturze=faktura fakturach=faktury
    filmie=film fizjoterapeucie=fizjoterapeuta formularzu=formularz fryzjerze=fryzjer gazie=gaz
    gotowaniu=gotowanie hasle=hasło herbacie=herbata hostingu=hosting hydrauliku=hydraulik
    imieninach=imieniny imprezie=impreza insulinie=insulina internecie=internet
    jedzeniu=jedzenie jodze=joga karmie=karma karcie=karta kartce=kartka kawie=kawa kinie=kino
    kluczu=klucz kluczach=klucze kolacji=kolacja koledze=kolega kolejce=kolejka
    kolezance=koleżanka kolokwium=kolokwium komputerze=komputer koncercie=koncert
    konferencji=konferencja koncie=konto kopii=kopia kosmetyczce=kosmetyczka kocie=kot
    kosciele=kościół kremie=krem kroplach=krople kroplowce=kroplówka ksiazce=książka
    ksiazkach=książki kurierze=kurier kursie=kurs kwiatkach=kwiatki kwiatach=kwiaty leku=lek
    lekarzu=lekarz lekcji=lekcja lekcjach=lekcje lekach=leki liscie=list lodowce=lodówka
    locie=lot lunchu=lunch mailu=mail mailach=maile mamie=mama masazu=masaż masci=maść
    mechaniku=mechanik meczu=mecz medytacji=medytacja mieszkaniu=mieszkanie mleku=mleko
    modlitwie=modlitwa mszy=msza mezu=mąż naprawie=naprawa nauce=nauka notatce=notatka
    notatkach=notatki obiedzie=obiad odkurzaniu=odkurzanie odpoczynku=odpoczynek ogrodzie=ogród
    oknach=okna oknie=okno okularach=okulary okuliscie=okulista oponach=opony oplacie=opłata
    oplatach=opłaty owocach=owoce paczce=paczka paliwie=paliwo paszporcie=paszport psie=pies
    pigulce=pigułka planie=plan planach=plany pociagu=pociąg poczcie=poczta podatku=podatek
    podatkach=podatki podlewaniu=podlewanie podpisie=podpis podrozu=podróż podrozy=podróż
    pomiarze=pomiar posilku=posiłek pracy=praca pralce=pralka praniu=pranie
    prasowaniu=prasowanie prezencie=prezent prezentacji=prezentacja prezentach=prezenty
    projekcie=projekt przedszkolu=przedszkole przegladzie=przegląd przekasce=przekąska
    przelewie=przelew przerwie=przerwa przesylce=przesyłka przychodni=przychodnia
    przyjacielu=przyjaciel pradzie=prąd psycholog=psycholog rachunku=rachunek
    rachunkach=rachunki randce=randka raporcie=raport racie=rata recepcie=recepta
    rehabilitacji=rehabilitacja reklamacji=reklamacja rekrutacji=rekrutacja remoncie=remont
    rocznicy=rocznica rowerze=rower rozciaganiu=rozciąganie rozmowie=rozmowa roslinach=rośliny
    samochodzie=samochód samolocie=samolot senie=sen serwerze=serwer siostrze=siostra
    silowni=siłownia skladce=składka soczewkach=soczewki spacerze=spacer spotkaniach=spotkania
    spotkaniu=spotkanie spowiedzi=spowiedź sprzataniu=sprzątanie subskrypcji=subskrypcja
    synu=syn syropie=syrop szczepieniu=szczepienie szczepionce=szczepionka szefie=szef
    szkoleniu=szkolenie szkole=szkoła szpitalu=szpital tabletce=tabletka tabletkach=tabletki
    tacie=tata teatrze=teatr telefonie=telefon terapii=terapia terminie=termin torcie=tort
    treningu=trening ubezpieczeniu=ubezpieczenie umowie=umowa urlopie=urlop urodzinach=urodziny
    urzedzie=urząd wadze=waga wakacjach=wakacje warsztacie=warsztat warzywach=warzywa
    wazeniu=ważenie weselu=wesele weterynarzu=weterynarz wiadomosci=wiadomość
    witaminach=witaminy wizie=wiza wizycie=wizyta wizytach=wizyty wniosku=wniosek wodzie=woda
    wolontariacie=wolontariat wujku=wujek wyjezdzie=wyjazd wykladzie=wykład wystawie=wystawa
    wywiadzie=wywiad wywiadowce=wywiadówka zadaniach=zadania zadaniu=zadanie zajeciach=zajęcia
    zakupach=zakupy zamowieniu=zamówienie zastrzyku=zastrzyk zdjeciach=zdjęcia zdjeciu=zdjęcie
    zebraniach=zebrania zebraniu=zebranie zmywaniu=zmywanie zmywarce=zmywarka zwrocie=zwrot
    cwiczeniach=ćwiczenia ladowarce=ładowarka slubie=ślub smieciach=śmieci sniadaniu=śniadanie
    swietej=święta zonie=żona zyczeniach=życzenia
"""
_LOCATIVES = {pair.partition("=")[0]: pair.partition("=")[2] for pair in _PAIRS.split()}


def about(phrase: str) -> str:
    """What stood behind `o`, in the nominative where its first word is known; else `o phrase`."""
    first, space, rest = phrase.partition(" ")
    known = _LOCATIVES.get(fold(first))
    return f"{known}{space}{rest}" if known else f"o {phrase}"
