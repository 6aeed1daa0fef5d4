public import ArgumentParser
import Wording

/// The language in which a run of the command speaks.
enum CommandLanguage {
  /// The language of the run under way.
  @TaskLocal static var current = Language.english

  /// The language of a command line: what `--lang` says, else that of the environment.
  ///
  /// It is looked for before the command line is parsed, since help and errors of that are worded in it.
  static func of(_ arguments: [String], _ environment: [String: String]) -> Language {
    var asked: String?
    var words = arguments[...]
    while let word = words.popFirst(), word != "--" {
      if word == "--lang" { asked = words.first }
      if word.hasPrefix("--lang=") { asked = String(word.dropFirst("--lang=".count)) }
    }
    return asked.flatMap(Language.init(rawValue:)) ?? Language(environment: environment)
  }
}

extension Message {
  /// The wording in the language of the run.
  var text: String { text(in: CommandLanguage.current) }
}

extension Language: ExpressibleByArgument {}

/// The language a command speaks, as an option of each command.
struct LanguageOptions: ParsableArguments {
  // Read by ``CommandLanguage/of(_:_:)``.
  @Option(
    help: ArgumentHelp(
      fr: "Langue des messages. Par défaut : celle du système (LC_ALL, LC_MESSAGES, LANG).",
      en: "Language of the messages. Default: the system's (LC_ALL, LC_MESSAGES, LANG).",
      valueName: Message(fr: "langue", en: "lang")))
  var lang: Language?
}

extension ArgumentHelp {
  /// The help of an argument in the language of the run.
  ///
  /// - Parameter valueName: what stands for the value, in both languages; by default the argument's name.
  init(
    fr: @autoclosure () -> Sentence<French>, en: @autoclosure () -> Sentence<English>,
    valueName: Message? = nil
  ) {
    // The parser makes the help of all flags anew many times: one wording is enough.
    let text = CommandLanguage.current == .french ? fr().text : en().text
    self.init(text, valueName: valueName?.text)
  }
}

extension CommandConfiguration {
  /// The configuration of a command that speaks the language of the run.
  init(
    commandName: String, abstract: Message, discussion: Message? = nil, version: String = "",
    subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: commandName, abstract: abstract.text, discussion: discussion?.text ?? "", version: version,
      subcommands: subcommands)
  }
}

extension ValidationError {
  /// Refuses a command line, in the language of the run.
  init(_ message: Message) { self.init(message.text) }
}
