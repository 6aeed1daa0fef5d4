import Palmares
import TestSupport
import Testing

struct ConditionExhaustiveTests {
  private func text(_ write: (_ sink: (UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws
    -> String
  {
    var text = ""
    try write { text += String(decoding: $0, as: UTF8.self) }
    return text
  }

  private func imported(_ export: RandomExport, threads: Int) throws -> ImportedCandidates {
    let mapping = try Array(export.mapping.utf8).withUnsafeBytes {
      try ExportMapping(yaml: $0, file: "m.yaml")
    }
    return try Array(export.text.utf8).withUnsafeBytes { bytes in
      try SourceText.withText(bytes, file: "e.csv", workers: Workers(count: threads)) {
        try ImportedCandidates($0, mapping: mapping, workers: Workers(count: threads))
      }
    }
  }

  @Test
  func `an import reads what a slow import reads, leaves out what it leaves out, refuses what it refuses`()
    throws
  {
    var kinds: Set<String> = []
    for seed in 0..<1_500 as Range<UInt64> {
      let export = RandomExport(seed: seed)
      let expected = ReferenceImport(export)
      let context: Comment = "seed \(seed)\n\(export.mapping)\n\(export.text)"
      do {
        let found = try imported(export, threads: Int(seed % 3) + 1)
        let lines = try text { try found.table.write(.csv, workers: .one, to: $0) }.split(separator: "\n")
        let omissions = try text { try found.omissions.write(.csv, workers: .one, to: $0) }.split(
          separator: "\n")
        #expect(lines.dropFirst().map(String.init) == expected.lines, context)
        #expect(omissions.dropFirst().map(String.init) == expected.omissions, context)
        #expect(expected.defects.isEmpty, context)
        #expect(found.leftOut + found.count == export.rows.count, context)
        #expect(found.omissions.counts.map(\.count).reduce(0, +) == expected.omissions.count, context)
        kinds.formUnion(found.omissions.counts.map(\.reason.rawValue))
      } catch let defects as InputDefects {
        let found = Set(defects.first.map { "\($0.line): \($0.column)" })
        #expect(found == expected.defects, context)
        kinds.insert("defects")
      }
    }
    #expect(kinds.count == ExportOmissions.Reason.allCases.count + 1)
  }
}
