import ArgumentParser
import Palmares
import Wording

struct ScoreCommand: ExampleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "score",
      abstract: Message(
        fr: "La note générale et la note scientifique de chaque candidat.",
        en: "The note générale and the note scientifique of every candidate."))
  }

  static var example: String {
    """
    palmares admission score Datasets/pdis/candidates.csv --scheme Datasets/pdis/scheme.yaml \\
      -o notes.csv
    """
  }

  @OptionGroup var arguments: CandidatesArguments
  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let run = CommandRun("admission score", input, output)
    let scores = try run.scores(arguments)
    try run.write { try ScoreTable(scores).write(output.format, workers: run.workers, to: $0) }
    run.say(.scored(scores.count))
  }
}
