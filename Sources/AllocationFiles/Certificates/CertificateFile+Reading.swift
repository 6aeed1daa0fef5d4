import Allocations
import DelimitedText
import Foundation
import Wording

extension JSONTree {
  /// The first place that is not as written, whatever the order of keys and the spaces between.
  func difference(
    from written: JSONTree, path: String = ""
  ) -> (path: String, reason: CertificateFileDefect)? {
    switch (self, written) {
    case (.object(let mine), .object(let theirs)):
      for (key, value) in theirs {
        let path = Self.path(path, key)
        guard let own = mine.first(where: { $0.key == key })?.value else {
          return (path, .notReadable(.missingKey))
        }
        if let found = own.difference(from: value, path: path) { return found }
      }
      let unknown = mine.first { member in !theirs.contains { $0.key == member.key } }
      return unknown.map { (Self.path(path, $0.key), .unknownKey) }
    case (.array(let mine), .array(let theirs)):
      for (index, (own, value)) in zip(mine, theirs).enumerated() {
        if let found = own.difference(from: value, path: "\(path)[\(index)]") { return found }
      }
      return mine.count == theirs.count ? nil : (path, .notAsWritten)
    default: return self == written ? nil : (path, .notAsWritten)
    }
  }
}
