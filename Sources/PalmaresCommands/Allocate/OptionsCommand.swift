import ArgumentParser
import Palmares

struct OptionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "options",
    abstract: "Allocates the second-year options of PDIS: electives with a single créneau (règlement 5.4.3).")

  @OptionGroup var files: ElectivesFiles
  @OptionGroup var fill: FillOption
  @OptionGroup var allocation: AllocationRun

  func run() throws {
    try allocation.run("allocate options", fills: fill.isWanted) {
      try CatalogueInput(files, $0, isSingleSlot: true)
    }
  }
}
