import PalmaresCommands

@main
enum PalmaresTool {
  static func main() { PalmaresCommand.runAndExit() }
}
