import ArgumentParser
import Palmares

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "The note générale and the note scientifique of every candidate.",
    discussion: """
      Example: palmares admission score Datasets/pdis/candidates.csv --scheme Datasets/pdis/scheme.yaml -o notes.csv
      """)

  @OptionGroup var arguments: CandidatesArguments
  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = CommandRun("admission score", input, output)
    let scored = try Scored(arguments, session)
    let table = ScoreTable(scored.candidates, scored.notes)
    try session.write { try table.write(output.format, workers: session.workers, to: $0) }
    session.say("\(scored.candidates.count) candidates scored")
  }
}
