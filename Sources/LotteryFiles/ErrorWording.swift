public import Wording

extension SeedFileDefect {
  public var message: Message {
    switch self {
    case .empty:
      Message(
        fr: "le fichier n'a pas de graine : sa première ligne est vide",
        en: "the file has no seed: its first line is empty")
    case .notUTF8: Message(fr: "ce n'est pas du texte en UTF-8", en: "not UTF-8 text")
    case .spaceAround:
      Message(
        fr: "la graine commence ou finit par une espace, qui ne se voit pas : enlevez-la",
        en: "the seed begins or ends with a space, which cannot be seen: remove it")
    case .controlCharacter:
      Message(fr: "un caractère de contrôle dans la graine", en: "a control character in the seed")
    case .notJSON:
      Message(
        fr: "ni une ligne de texte, ni un tableau JSON d'objets qui ont une graine",
        en: "neither a line of text nor a JSON array of objects with a graine")
    case .noSeed:
      Message(
        fr: "le tableau n'a pas de graine : aucune ligne sous l'en-tête",
        en: "the table has no seed: no row under its header")
    case .severalSeeds:
      Message(
        fr: "le tableau a plusieurs graines : n'en laissez qu'une",
        en: "the table has several seeds: leave one")
    case .otherCommitment:
      Message(
        fr: "l'engagement à côté de la graine n'est pas son SHA-256",
        en: "the engagement beside the seed is not its SHA-256")
    }
  }
}
