import Wording

// Gone when every sentence is worded in both languages.
extension BadData { init(description: String) { self.init(Message(untranslated: description)) } }
extension StoppedAtLimit { init(description: String) { self.init(Message(untranslated: description)) } }
extension UsageError { init(_ text: String) { self.init(Message(untranslated: text)) } }
extension CommandRun {
  func say(_ line: String) { say(Message(untranslated: line)) }
  func warn(_ line: String) { warn(Message(untranslated: line)) }
  func note(_ line: String) { note(Message(untranslated: line)) }
}
