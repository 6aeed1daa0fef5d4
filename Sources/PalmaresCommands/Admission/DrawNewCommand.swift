import ArgumentParser
import FileStore
import Palmares
import Wording

struct DrawNewCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: Message(
        fr: "Fait une graine au hasard, et son engagement (son SHA-256) : graine,engagement.",
        en: "Make a random seed and its SHA-256 commitment: graine,engagement."))
  }

  static var example: String { "palmares admission draw new -o seed.csv" }

  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let run = CommandRun("admission draw new", try InputOptions.parse([]), output)
    let seed = DrawSeed.random()
    do {
      try run.write(seed: seed, placement: .keeping) {
        try SeedTable(seed).write(output.format, to: $0)
      }
    } catch let error as FileStoreError where error.code == .exists {
      throw SeedKept(
        message: Message(
          fr: "\(error). La graine qu'il contient serait perdue, et son engagement est peut-être public",
          en: "\(error). The seed in it would be lost, and its commitment may be public"))
    }
    run.say(.keepTheSeed)
  }
}

/// A seed's file that is not replaced by another one.
struct SeedKept: Error, Worded {
  let message: Message
}
