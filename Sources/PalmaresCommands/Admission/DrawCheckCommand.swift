import ArgumentParser
import FileStore
import Palmares
import Wording

struct DrawCheckCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Message(
        fr: "Vérifie qu'une graine est celle de l'engagement publié : code 0 et « valide », ou 65.",
        en: "Verify a seed against its published commitment: exit 0 and 'valid', or 65."))
  }

  static var example: String {
    """
    palmares admission draw check --seed graine \\
      --commitment 9712315c8f2f00925b0aa029a4fc764c82a19fa8004721121928868c19fbfeca
    """
  }

  @OptionGroup var draw: SeedArguments
  @OptionGroup var language: LanguageOptions

  @Option(
    help: ArgumentHelp(
      fr: "L'engagement publié : 64 chiffres hexadécimaux.",
      en: "The published commitment, 64 hexadecimal digits.",
      valueName: Message(fr: "sha256", en: "sha256")))
  var commitment: String

  func validate() throws {
    guard commitment.count == 64, commitment.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw ValidationError(
        Message(
          fr: "--commitment doit avoir 64 chiffres hexadécimaux.",
          en: "--commitment must be 64 hexadecimal digits."))
    }
  }

  func run() throws {
    let run = CommandRun(
      "admission draw check", try InputOptions.parse([]), try OutputOptions.parse([]))
    let seed = try run.seed(draw)
    guard seed.matches(commitment: commitment) else {
      throw BadData(.otherSeed)
    }
    try OutputFile(path: nil).write(Message.valid.text + "\n")
    run.noteCommitment(of: seed)
    run.finish()
  }
}
