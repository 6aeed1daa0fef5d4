public import DelimitedText

/// What can be wrong with a scheme file, whatever it is a scheme of.
public enum YAMLDefect: DefectReason, Equatable {
  case notUTF8
  case yaml(String)
  case notAMapping
  case notASequence
  case notAScalar
  case unknownKey([String])
  case missingKey
  case untrimmedName
  case tooLarge
  case alias
  case notABoolean
  case notADecimal
  case notOneOf([String])
  /// A word for a missing mark that could be taken for a mark.
  case numericWord
  case emptyWord
}
