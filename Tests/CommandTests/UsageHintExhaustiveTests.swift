import Foundation
import TestSupport
import Testing

/// A command line with a word that does not exist is answered with the one that is most like it.
struct UsageHintExhaustiveTests {
  @Test(arguments: [
    ("admisson", "Unknown command 'admisson'. Did you mean 'admission'? The commands are: admission,"),
    ("admission rnk", "Did you mean 'rank'?"),
    ("allocate electives --polcy satisfaction", "Unknown option '--polcy'. Did you mean '--policy'?"),
    ("admission score c.csv --scheme s --fromat=csv", "Did you mean '--format'?"),
    (
      "allocate electives --policy satisfacton",
      "one of 'satisfaction', 'rank-maximal', 'generous' or 'merit'. Did you mean 'satisfaction'?"
    ),
    ("admission score c.csv --scheme s --format=cvs", "Did you mean 'csv'?"),
    ("grades mentions n.csv --ties donw", "Did you mean 'down'?"),
    ("admission score c.csv --scheme s -- --fromat", "Unexpected argument"),
  ])
  func `the nearest command, flag or value is offered for one that does not exist`(
    line: String, message: String
  ) throws {
    let run = try Execution(
      line.split(separator: " ").map(String.init), in: FileManager.default.temporaryDirectory)
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.contains("Usage: palmares"))
    #expect(run.output.isEmpty)
  }
}
