import Testing

@testable import DelimitedText

@Suite struct FoldedNameTests {
  @Test(
    "case, accents, spaces, underscores, dashes and apostrophes count for nothing in a name",
    arguments: [
      ["creneau", "Créneau", "CRÉNEAU", "cre\u{301}neau", " creneau\u{A0}", "cré\u{202F}neau", "CRE_NEAU"],
      ["gpamin", "GPA min", "gpa_min", "gpa-min", "GPA\u{2011}MIN", "gpa\u{2013}min", "gpa\tmin"],
      [
        "epreuvedeloral", "épreuve de l'oral", "Épreuve de l\u{2019}oral", "epreuve de l\u{2018}oral",
        "epreuve de l\u{2BC}oral", "epreuve de l\u{2032}oral", "epreuve de l\u{B4}oral", "epreuve de l`oral",
      ],
      ["voeu", "Vœu", "VŒU", "voeu"], ["curriculumvitae", "Curriculum vitæ"],
      ["strasse", "Straße", "STRASSE"],
    ])
  func folds(names: [String]) {
    for name in names { #expect(foldedName(name) == names[0]) }
  }

  @Test("the short way to fold a name comes to what the long way comes to")
  func shortWay() {
    for value in UInt32(0x80)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let name = "A \(Character(scalar))b"
      if let short = foldedLatin(name) { #expect(short == foldedScalars(name), "U+\(value)") }
    }
    for name in ["Élève", "Bulletins - Niveau Étude - Libellé", "N°", "Vœu confirmé", "l’été\u{202F}!"] {
      #expect((foldedLatin(name) == nil) == (name == "N°"))
    }
  }

  @Test("letters, digits and other signs keep names apart")
  func keeps() {
    let names = ["note", "notes", "note2", "note 3", "N/A", "N.A", "été+hiver", "ete hiver", ""]
    #expect(Set(names.map(foldedName)).count == names.count)
  }
}
