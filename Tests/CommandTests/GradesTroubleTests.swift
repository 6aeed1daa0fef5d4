import Foundation
import TestSupport
import Testing

/// Files of marks as people have had them, one trouble in each folder of `Cases/troubles`.
struct GradesTroubleTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace.grades() }

  /// Runs the case's command in its own folder of files.
  private func run(_ name: String, _ more: [String] = []) throws -> Execution {
    for file in ["marks.csv", "scheme.yaml"] {
      try workspace.folder.write(file, Workspace.case("troubles/\(name)/\(file)"))
    }
    return try workspace.run(["grades", "validate", "marks.csv", "--scheme", "scheme.yaml"] + more)
  }

  @Test(arguments: [
    // Excused from all of an ECUE: its evaluations are all missed, whatever it weighs in the UE (1.3.3).
    ("gr-V-half", "E1,ANALYSE,,,attente,,1,\n"),
    ("gr-V-whole-ecue", "E1,ANALYSE,,,attente,,1,\nE1,ANGLAIS,14,14,valide,,1,\n"),
    ("regl-V-not-sat", "E1,U,,,attente,,1,\n"),
    ("gr-note-V", "E1,ANALYSE,,,attente,,1,\nE1,ANGLAIS,14,14,valide,,1,\n"),
    ("gr-note-ABJ", "E1,ANALYSE,,,attente,,1,\nE1,ANGLAIS,14,14,valide,,1,\n"),
    ("gr-note-ABI", "E1,ANALYSE,3.25,13/4,rattrapage,examen,1,\nE1,ANGLAIS,14,14,valide,,1,\n"),
    ("gr-ABI-rattrapage", "E1,ANALYSE,3.25,13/4,rattrapage,examen,1,\n"),
    ("gr-note-W", "E1,ANALYSE,13,13,valide,,1,\nE1,ANGLAIS,14,14,valide,,1,\n"),
    ("gr-statut-DIS", "E1,ANALYSE,13,13,valide,,1,\nE1,ANGLAIS,14,14,valide,,1,\n"),
  ])
  func `a file of marks in a way of its own is read as it is meant`(name: String, rows: String) throws {
    let run = try run(name)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == "eleve,ue,moyenne,moyenne_exacte,resultat,rattrapage,session,premiere_exacte\n" + rows)
  }

  @Test(arguments: [
    ("gr-mark-and-ABI", "marks.csv:2: note: a mark beside ABI, which counts 0: leave one of them out (E1)"),
    ("gr-mark-and-ABJ", "marks.csv:2: note: a mark beside V (or ABJ)"),
    ("gr-mark-and-V", "a mark made from the evaluations that were sat (1.3.3) has no statut (E1)"),
    ("gr-note-absent", "marks.csv:2: note: neither a mark from 0 to 20 nor one of: ABI, V, W, F"),
    ("gr-two-headers", "marks.csv:2: : is this a second header line?"),
    ("gr-wide", "marks.csv:1: ANALYSE examen: a column for an ECUE (2 of them in the header)"),
    ("gr-apogee", "this is an Apogée maquette"),
    ("regl-pdis-complementary", "where an evaluation is of the whole UE (5.5.2), give the UE's final mark"),
  ])
  func `a file of marks that cannot be read is refused, with what to do`(name: String, message: String) throws
  {
    let run = try run(name)
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `an unknown statut lists all that are known, with the words of Apogée`() throws {
    try workspace.folder.write("scheme.yaml", "ues: {U: {ects: 1, ecues: {a: 1}}}\n")
    try workspace.folder.write("marks.csv", "eleve,ue,ecue,note,statut\nE1,U,a,,ABS\n")
    let run = try workspace.run(["grades", "validate", "marks.csv", "--scheme", "scheme.yaml"])
    #expect(
      run.errors.contains("statut: not one of: (empty), ABI, V, W, F, ABJ, DIS (E1); the cell says ABS"),
      "\(run.errors)")
  }

  @Test func `a first mark does not stand against its own student, and low marks are counted`() throws {
    #expect(try run("resit-own-mark", ["-o", "results.csv"]).status == 0)
    #expect(try workspace.folder.text("results.csv") == Workspace.case("troubles/resit-own-mark/results.csv"))
    let resit = try workspace.run(["grades", "mentions", "results.csv"])
    #expect(resit.output.contains("E04,U,14.9,A,4,149/10\nE05,U,14,B,5,14\n"), "\(resit.errors)")
    try workspace.folder.write("n.csv", Workspace.case("troubles/ment-fail-empty/n.csv"))
    #expect(
      try workspace.run(["grades", "mentions", "n.csv"]).errors.contains("1 mark under 10 without a statut"))
    let refused = try workspace.run(["grades", "mentions", "n.csv", "--validated-from", "10"])
    #expect(refused.status == 65 && refused.errors.hasPrefix("n.csv:12: note: a mark under --validated-from"))
  }
}
