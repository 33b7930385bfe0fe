"""Words that carry nothing the reader needs: they are passed over and never nagged about."""

from exoskull.language.wordset import wordset

FILLERS = wordset(
    "stopnia stopni stopnie degrees melduje raportuje zglaszam notuje zapisuje loguje czczo tak"
    " do spadla wzrosla pokazala pokazuje przepraszam ups niewazne a ach ah ale az bo byle choc"
    " chyba co cala caly cale dalam dalem rade dzis dzisiaj dokladnie dopiero dosc eh ech ej aha"
    " ha haha hmm hej hura hurra i ja jakies jakos jednak jej jeszcze juz ledwo lacznie lol mam"
    " mi mniej no nareszcie nawet o oj ojej ok okolo okej oraz po prostu ponad prawie razem rowne"
    " rowno raptem sa sie sobie spoko super sumie swoje swoja swoj szt sztuk sztuki ta taa tak"
    " tam teraz te tez to tu tylko uff udalo w wiec wow wreszcie wynosi jest wszystko zaledwie za"
    " z ze znowu znow zeszlo wynik wyszlo jejku rano wieczorem bardzo naprawde kolejna kolejne"
    " kolejny kolejnych nastepna nastepne ostatecznie tego tej tym ten na moja moj moje mojej"
    " mojego porcja porcje porcji poziom poziomie ocena oceniam zapisz zanotuj wpisz zaloguj"
    " odnotuj dodaj wpis pomiar pomiaru dzisiejsza dzisiejszy dzisiejsze poranna poranny poranne"
    " wieczorna wieczorny wieczorne czysta czystej zimnej cieplej mineralnej niegazowanej duza"
    " duze duzy duzych mala male maly malych szybka szybkie szybki szybkich solidna solidne"
    " calych pelne pelnych dobra dobre dobrego dlugi dlugiego krotki krotkiego lekki lekkiego"
    " spokojnego spokojny spokojnej glebokiego snie about actually again all almost already also"
    " alright an and another approx around at away bit but cool current day did done easy even"
    " exactly far finally for from good got great gym guess had hey hm hooray hurrah in is it its"
    " it's i'm just level like log longer man maybe morning evening night my nearly new nice now"
    " of oh okay on only over phew plus pretty quick quickly really record right roughly score so"
    " some still straight that the then there this today total track update was well woo woohoo"
    " yay yeah yes yep yesterday sorry oops never mind dropped rose shows says blood heart rate"
    " body resting big small large little fresh cold hot strong black deep solid whole full long"
    " short slow light slowly me myself measured reading result reps rep portions portion"
    " servings serving pieces x"
)

COPULAS = wordset("to jest sa is are kosztuje kosztuja costs cost wystarczy za")
"""Behind a number they make it a statement about the number, not a record."""
