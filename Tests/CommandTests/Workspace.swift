import Foundation
import TestSupport

/// A folder with the worked case of the contract in it.
final class Workspace {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["candidates.csv", "scheme.yaml", "orals.csv"] {
      try folder.write(name, Workspace.case(name))
    }
  }

  /// The worked case of electives.
  static func electives() throws -> Workspace { try Workspace(electives: ()) }

  private init(electives: Void) throws {
    folder = try TemporaryFolder()
    for name in ["students.csv", "modules.csv", "wishes.csv"] {
      try folder.write(name, Workspace.case("electives/\(name)"))
    }
  }

  /// The worked case of mobility.
  static func mobility() throws -> Workspace { try Workspace(mobility: ()) }

  private init(mobility: Void) throws {
    folder = try TemporaryFolder()
    for name in ["students.csv", "destinations.csv", "quotas.csv", "wishes.csv"] {
      try folder.write(name, Workspace.case("mobility/\(name)"))
    }
  }

  /// The worked case of mentions.
  static func grades() throws -> Workspace { try Workspace(grades: ()) }

  private init(grades: Void) throws {
    folder = try TemporaryFolder()
    try folder.write("notes.csv", Workspace.case("mentions/notes.csv"))
  }

  static let electivesFiles = [
    "--students", "students.csv", "--modules", "modules.csv", "--wishes", "wishes.csv", "--seed", "graine",
  ]

  static let mobilityFiles = [
    "--students", "students.csv", "--destinations", "destinations.csv", "--wishes", "wishes.csv", "--quotas",
    "quotas.csv", "--seed", "graine",
  ]

  /// Runs a subcommand of `allocate` on the files of mobility.
  func mobility(_ subcommand: [String], _ more: [String] = []) throws -> Execution {
    try run(["allocate"] + subcommand + Self.mobilityFiles + more)
  }

  /// Runs a subcommand of `allocate` on the case's files.
  func allocate(_ subcommand: [String], _ more: [String] = []) throws -> Execution {
    try run(["allocate"] + subcommand + Self.electivesFiles + more)
  }

  static func `case`(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  static let rank = [
    "admission", "rank", "candidates.csv", "--scheme", "scheme.yaml", "--general-bar", "12", "--science-bar",
    "11.5", "--seed", "graine",
  ]

  func run(_ arguments: [String], input: String = "") throws -> Execution {
    try Execution(arguments, in: folder.url, input: input)
  }

  func rank(_ more: [String] = []) throws -> Execution { try run(Self.rank + more) }

  /// Replaces the first occurrence in a file.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try folder.text(name)
    let range = text.range(of: old)
    try folder.write(name, text.replacingCharacters(in: range!, with: new))
  }
}
