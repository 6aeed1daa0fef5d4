import ArgumentParser
import Palmares
import Wording

/// The files an allocation is made from, and the seed of its draw.
protocol PlacesFiles {
  var students: String { get }
  var wishes: String { get }
  var draw: SeedArguments { get }
  /// Of electives.
  var modules: String? { get }
  /// Of mobility.
  var destinations: String? { get }
  var quotas: String? { get }
  var quitus: String? { get }
}

extension PlacesFiles {
  var destinations: String? { nil }
  var quotas: String? { nil }
  var quitus: String? { nil }

  func checkStandardInput() throws {
    try checkOneStandardInput([students, wishes, modules, destinations, quotas, quitus])
  }
}

/// The files an allocation of electives is made from.
struct ElectivesFiles: ParsableArguments, PlacesFiles {
  @Option(
    help: ArgumentHelp(
      fr: "Les élèves : eleve,gpa[,absences][,valides].",
      en: "The students, eleve,gpa[,absences][,valides].", valueName: .file))
  var students: String

  @Option(
    name: .customLong("modules"),
    help: ArgumentHelp(
      fr: "Les modules : module,places[,minimum][,creneau][,prerequis][,absences_max].",
      en: "The modules, module,places[,minimum][,creneau][,prerequis][,absences_max].", valueName: .file))
  var modulesFile: String

  var modules: String? { modulesFile }

  @Option(
    help: ArgumentHelp(
      fr: "Les vœux : eleve,rang,module.",
      en: "The wishes, eleve,rang,module.", valueName: .file))
  var wishes: String

  @OptionGroup var draw: SeedArguments

  func validate() throws { try checkStandardInput() }
}

/// The files an allocation of mobility places is made from.
struct MobilityFiles: ParsableArguments, PlacesFiles {
  @Option(
    help: ArgumentHelp(
      fr: "Les élèves : eleve,gpa[,absences][,ects][,exterieur][,langues].",
      en: "The students, eleve,gpa[,absences][,ects][,exterieur][,langues].", valueName: .file))
  var students: String

  @Option(
    name: .customLong("destinations"),
    help: ArgumentHelp(
      fr: """
        Les destinations : destination,pays,semestre,type,places[,gpa_min][,ects_min][,langue][,niveau_min]\
        [,duree][,priorite][,absences_max].
        """,
      en: """
        The destinations, destination,pays,semestre,type,places[,gpa_min][,ects_min][,langue][,niveau_min]\
        [,duree][,priorite][,absences_max].
        """, valueName: .file))
  var destinationsFile: String

  @Option(
    help: ArgumentHelp(
      fr: "Les vœux : eleve,rang,destination.",
      en: "The wishes, eleve,rang,destination.", valueName: .file))
  var wishes: String

  @Option(
    help: ArgumentHelp(
      fr: "Les quotas : semestre,type,departs_max ; * veut dire tous.",
      en: "The quotas, semestre,type,departs_max; * stands for all.", valueName: .file))
  var quotas: String?

  @Option(
    name: .customLong("require-quitus"),
    help: ArgumentHelp(
      fr: """
        Les élèves qui doivent encore leur semestre à l'étranger (eleve) : placés avant tous les autres.
        """,
      en: "Students who still owe their semester abroad, eleve: placed before all others.", valueName: .file))
  var quitus: String?

  @OptionGroup var draw: SeedArguments

  var modules: String? { nil }
  var destinations: String? { destinationsFile }

  func validate() throws { try checkStandardInput() }
}

/// The files of either kind of allocation.
struct EitherFiles: ParsableArguments, PlacesFiles {
  @Option(
    help: ArgumentHelp(
      fr: "Les élèves, comme les lit electives ou mobility.",
      en: "The students, as electives or mobility reads them.", valueName: .file))
  var students: String

  @Option(
    help: ArgumentHelp(
      fr: "Les modules, pour electives et options.",
      en: "The modules, for electives and options.", valueName: .file))
  var modules: String?

  @Option(
    help: ArgumentHelp(
      fr: "Les destinations, pour mobility.",
      en: "The destinations, for mobility.", valueName: .file))
  var destinations: String?

  @Option(
    help: ArgumentHelp(
      fr: "Les vœux : eleve,rang,module ou eleve,rang,destination.",
      en: "The wishes, eleve,rang,module or eleve,rang,destination.", valueName: .file))
  var wishes: String

  @Option(
    help: ArgumentHelp(
      fr: "Les quotas de mobilité.",
      en: "The quotas of mobility.", valueName: .file))
  var quotas: String?

  @Option(
    name: .customLong("require-quitus"),
    help: ArgumentHelp(
      fr: "Les élèves qui doivent encore leur semestre à l'étranger.",
      en: "Students who still owe their semester abroad.", valueName: .file))
  var quitus: String?

  @OptionGroup var draw: SeedArguments

  func validate() throws {
    guard (modules == nil) != (destinations == nil) else {
      throw ValidationError(Message.oneOf("--modules", "--destinations"))
    }
    if modules != nil, quotas != nil || quitus != nil {
      throw ValidationError(
        Message(
          fr: "--quotas et --require-quitus vont avec --destinations.",
          en: "--quotas and --require-quitus go with --destinations."))
    }
    try checkStandardInput()
  }
}
