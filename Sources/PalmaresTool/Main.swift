import PalmaresCommands

@main
enum Main {
  static func main() { PalmaresCommand.runAndExit() }
}
