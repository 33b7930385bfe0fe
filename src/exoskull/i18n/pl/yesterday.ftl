### Karta na stronie dnia: co się działo poprzedniego dnia.

yesterday-title = Wczoraj
yesterday-whole = Cały dzień
yesterday-looks = { $day }. { $count ->
    [0] Tego dnia nie działałem.
    [one] Raz zajrzałem, czy czegoś potrzebujesz.
    [few] { NUMBER($count) } razy zajrzałem, czy czegoś potrzebujesz.
    [many] { NUMBER($count) } razy zajrzałem, czy czegoś potrzebujesz.
   *[other] { NUMBER($count) } razy zajrzałem, czy czegoś potrzebujesz.
}
yesterday-still = Nic nie wymagało wiadomości i nic nie zostało zapisane. Spokojny dzień to też dobra wiadomość.
yesterday-wrote = { $count ->
    [one] Napisałem do Ciebie raz.
    [few] Napisałem do Ciebie { $count } razy.
    [many] Napisałem do Ciebie { $count } razy.
   *[other] Napisałem do Ciebie { $count } razy.
}
yesterday-came = { $came ->
    [0] Na razie bez odzewu.
   *[other] Z odzewem: { $came } z { $asked }. To odpowiedź, wpis albo krok do celu.
}
yesterday-none-asked = Same plany i podsumowania. Nie czekają na odpowiedź.
yesterday-read = Przeczytaj
yesterday-letter = { $time } { part-channel-by }:
yesterday-quote = „{ $text }”
yesterday-came-none = Nie czekała na odpowiedź.
yesterday-came-not-yet = Nie wiadomo jeszcze, co z tego wynikło.
yesterday-came-of-it = { $type ->
    [user_response] Przyszła odpowiedź{ $minutes ->
        [none] .
       *[other] {""} po { NUMBER($minutes, digits: 0) } min.
    }
    [behavior_change] Potem pojawił się wpis.
    [goal_progress] Potem cel się posunął.
   *[ignored] Bez odpowiedzi i bez zmiany.
}
yesterday-left = { $count ->
    [one] Jednej wiadomości nie wysłałem.
    [few] { $count } wiadomości nie wysłałem.
    [many] { $count } wiadomości nie wysłałem.
   *[other] { $count } wiadomości nie wysłałem.
}
yesterday-left-why = { $count }× { $reason }
yesterday-let-be = { $count }× Był powód, żeby napisać, ale celowo nie pisałem: tak sprawdzam, czy wiadomości pomagają.
yesterday-news = { $count ->
    [one] Jednej rzeczy się nauczyłem lub ją zmieniłem.
    [few] { $count } rzeczy się nauczyłem lub je zmieniłem.
    [many] { $count } rzeczy się nauczyłem lub je zmieniłem.
   *[other] { $count } rzeczy się nauczyłem lub je zmieniłem.
}
yesterday-did = { $done ->
    [0] Masz nowe wpisy.
    [one] { $logged ->
        [0] Masz za sobą jedno zadanie.
       *[other] Masz za sobą jedno zadanie i nowe wpisy.
    }
    [few] { $logged ->
        [0] Masz za sobą { $done } zadania.
       *[other] Masz za sobą { $done } zadania i nowe wpisy.
    }
    [many] { $logged ->
        [0] Masz za sobą { $done } zadań.
       *[other] Masz za sobą { $done } zadań i nowe wpisy.
    }
   *[other] { $logged ->
        [0] Zadania za Tobą: { $done }.
       *[other] Zadania za Tobą: { $done }, są też nowe wpisy.
    }
}
yesterday-tasks = Jakie zadania
yesterday-otherwise = Ma być inaczej?
yesterday-more-or-less = Rzadziej albo częściej
yesterday-when-and-how = O innej porze
yesterday-may = Co mi wolno
yesterday-stop = Przerwa na dziś
