public import DelimitedText

/// What can be wrong with a YAML file: coefficients, rules, or the mapping of an import.
public enum YAMLDefect: DefectReason, Equatable {
  /// The file is not UTF-8.
  case notUTF8
  /// The file is not YAML, for the reason given in the parser's English; the character of the line, from 1, at which
  /// that shows.
  case syntax(String?, character: Int?)
  /// The same key stands twice.
  case repeatedKey
  /// The value must be a mapping, `name: value`.
  case notAMapping
  /// The value must be a list.
  case notASequence
  /// The value must be a single one.
  case notAScalar
  /// The mapping has a key that has no meaning; those that have one are given.
  case unknownKey([String])
  /// The mapping lacks a key that it must have.
  case missingKey
  /// A name is empty, or has spaces around it, so that no cell of a table can match it.
  case untrimmedName
  /// The file is longer than any such file has reason to be.
  case tooLarge
  /// The file uses an anchor again (`&`, `*`), with which a few lines can stand for more than memory holds.
  case alias
  /// The value must be yes or no.
  case notABoolean
  /// The value must be a decimal number.
  case notADecimal
  /// The value must be one of the words given.
  case notOneOf([String])
  /// A word for a missing mark that could be taken for a mark.
  case numericWord
  /// An empty word for a missing mark, which every empty cell is.
  case emptyWord
}
