### Mail from strangers, as a model read it.

part-letter-subject = { $subject ->
    [none] {""}
   *[other] {" "}"{ LINE($subject) }".
}
part-letter-sum = { $amount ->
    [none] {""}
   *[other] {" "}It speaks of { MONEY($amount) }{ $currency ->
        [none] {""}
       *[other] {" "}{ $currency }
    }.
}
part-letter-due = { $due ->
    [none] {""}
   *[other] {" "}It names the date { $due }.
}
part-letter-orders = { $orders ->
    [yes] {" "}It tries to give orders to an assistant; I do not follow them.
   *[other] {""}
}
feed-mail-read = { $sort ->
    [bill] A letter from an address that is not yours looks like a bill, says a model.
    [invitation] A letter from an address that is not yours looks like an invitation, says a model.
    [newsletter] A letter from an address that is not yours looks like a newsletter, says a model.
    [unread] A letter came from an address that is not yours. A model read it and could not tell what it is.
   *[other] A letter came from an address that is not yours.
}{ part-letter-subject }{ part-letter-sum }{ part-letter-due }{ part-letter-orders } I did nothing with it.
