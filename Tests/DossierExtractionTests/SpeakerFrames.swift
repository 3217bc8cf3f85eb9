/// Sentences of one claim about Russia, with `{P}` for whoever makes it.
enum SpeakerFrames {
  static let frames: [String: [String]] = [
    "en": [
      "{P} blamed Russia for the attack.", "{P} said Russia was behind the attack.",
      "“Russia is behind the attack,” {P} said.", "“Russia is behind the attack,” said {P}.",
      "According to {P}, Russia is behind the attack.", "{P} on Tuesday accused Russia of the attack.",
      "In a statement, {P} accused Russia of the attack.", "{P} has accused Russia of the attack.",
      "Russia was behind the attack, {P} said.", "Russia is behind the attack, according to {P}.",
      "{P} denied that Russia was behind the attack.", "{P} declined to comment on the attack.",
    ],
    "fr": [
      "{P} accuse la Russie d'avoir mené l'attaque.", "{P} a déclaré que la Russie était derrière l'attaque.",
      "« La Russie est derrière l'attaque », a déclaré {P}.",
      "« La Russie est derrière l'attaque », affirme {P}.", "Selon {P}, la Russie est derrière l'attaque.",
      "{P} a accusé mardi la Russie d'avoir mené l'attaque.",
      "Dans un communiqué, {P} a accusé la Russie d'avoir mené l'attaque.",
      "La Russie est derrière l'attaque, a affirmé {P}.", "La Russie est derrière l'attaque, selon {P}.",
      "Pour {P}, la Russie est derrière l'attaque.", "{P} a démenti que la Russie soit derrière l'attaque.",
      "{P} a refusé de commenter l'attaque.",
    ],
  ]

  /// The frame with somebody in it; a comma that closes an apposition goes where another mark follows.
  static func sentence(_ frame: String, _ speaker: String) -> String {
    var sentence = frame.replacing("{P}", with: speaker)
    for (from, to) in [(",.", "."), (",,", ",")] { sentence = sentence.replacing(from, with: to) }
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }
}
