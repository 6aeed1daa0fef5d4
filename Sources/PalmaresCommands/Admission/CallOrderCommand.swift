import ArgumentParser
import Palmares
import Wording

struct CallOrderCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "call-order",
      abstract: Message(
        fr: """
          L'ordre d'appel de la plateforme : la liste finale, avec les deux taux minimaux. Vérifie les propriétés que \
          la plateforme annonce.
          """,
        en: """
          The platform's order of calls: the final list with both quotas. Checks the properties that the platform \
          states.
          """))
  }

  static var example: String {
    finalListExample + """

      palmares admission call-order final.csv --boursier-min 20 --secteur-min 50 -o order.csv
      """
  }

  @Argument(
    help: ArgumentHelp(
      fr: "La liste finale, telle que admit l'écrit ; - pour l'entrée standard.",
      en: "The final list, as admit writes it; - for standard input.",
      valueName: Message(fr: "liste-finale", en: "final")))
  var final: String

  @Option(
    help: ArgumentHelp(
      fr: "Le taux minimal de boursiers : un pourcentage entier de 0 à 100.",
      en: "The least share of boursiers, whole percent 0 to 100.", valueName: .percent))
  var boursierMin: CallQuota = .none

  @Option(
    help: ArgumentHelp(
      fr: "Le taux minimal de candidats du secteur : un pourcentage entier de 0 à 100.",
      en: "The least share of the secteur, whole percent 0 to 100.", valueName: .percent))
  var secteurMin: CallQuota = .none

  @Option(
    help: ArgumentHelp(
      fr: """
        Candidats ajoutés après coup : rang,candidat, avec boursier et secteur si la liste les a ; les rangs suivants \
        augmentent d'un.
        """,
      en: """
        Candidates inserted late, rang,candidat and the list's boursier and secteur: the ranks from each on go up.
        """, valueName: .file))
  var insertions: String?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      fr: """
        Vérifier les propriétés que la plateforme annonce. Par défaut : jusqu'à \(Self.largestVerified) candidats.
        """,
      en: "Check the properties the platform states. Default: up to \(Self.largestVerified) candidates."))
  var verify: Bool?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  /// Up to as many candidates an order is checked unasked.
  private static let largestVerified = 1_000_000

  func validate() throws {
    try checkOneStandardInput([final, insertions])
  }

  func run() throws {
    let run = CommandRun("admission call-order", input, output)
    let list = try run.phase("read") {
      let list = try run.gatherText(final) {
        try FinalRanking($0, needsBoursiers: boursierMin != .none, needsSecteurs: secteurMin != .none)
      }
      guard let insertions else { return try run.gathered(list) }
      let longer = try run.gatherText(
        insertions, with: list,
        read: { source, list in
          var longer = list
          try longer.insert(source)
          return longer
        }, cells: FinalRanking.checkInsertionCells)
      return try run.gathered(longer)
    }
    if list.count == 0 { run.sayEmpty(final, .ofCandidate) }
    let isVerified = verify ?? (list.count <= Self.largestVerified)
    let order = try run.phase("sort") {
      let order = try CallOrder(list, boursierMinimum: boursierMin, secteurMinimum: secteurMin)
      if isVerified, let violation = order.violation() { throw violation }
      return order
    }
    let flags = [
      "boursier-min": String(boursierMin.percent), "secteur-min": String(secteurMin.percent),
      "verify": String(isVerified),
    ]
    try run.write(flags: flags) {
      try CallOrderTable(order).write(output.format, workers: run.workers, to: $0)
    }
    summarise(order, isVerified, run)
  }

  private func summarise(
    _ order: CallOrder, _ isVerified: Bool, _ run: CommandRun
  ) {
    let moved = order.positions.indices.count { order.positions[$0] != $0 }
    run.say(.callOrder(order.count, moved: moved, boursiers: boursierMin, secteur: secteurMin))
    run.say(isVerified ? .propertiesHold : .propertiesNotChecked)
  }
}
