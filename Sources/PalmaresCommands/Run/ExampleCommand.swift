import ArgumentParser
import Wording

/// A command whose help ends with an example.
protocol ExampleCommand: ParsableCommand {
  /// Command lines that work, one after the other, beside the folder `Datasets` as it is shipped; a line that ends with
  /// `\` goes on.
  static var example: String { get }
}
