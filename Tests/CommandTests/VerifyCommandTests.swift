import TestSupport
import Testing

struct VerifyCommandTests {
  private func verify(
    _ name: String, seed: String, _ allocation: String, _ certificate: String, _ more: [String] = []
  ) throws -> Execution {
    let workspace = try Workspace.electives()
    for file in ["students.csv", "modules.csv", "wishes.csv", allocation, certificate] {
      try workspace.folder.write(file, Workspace.case("\(name)/\(file)"))
    }
    return try workspace.run(
      [
        "allocate", "verify", "--students", "students.csv", "--modules", "modules.csv", "--wishes",
        "wishes.csv", "--seed", seed, "--allocation", allocation, "--certificate", certificate,
      ] + more)
  }

  @Test func `the largest price there is makes a certificate invalid, and nothing else happens`() throws {
    let run = try verify("verify-overflow", seed: "x", "allocation.csv", "certificate.json")
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("stage 1: "), "\(run.errors)")
  }

  @Test func `valid alone is not said where only a search could prove the optimum`() throws {
    let found = try verify("verify-forged", seed: "g", "alloc.csv", "cert.json")
    #expect(found.output == "valid, optimum not proven: unplaced value 4, bound 2\n" && found.status == 0)
    #expect(
      found.errors
        == "the rules are kept; that it is the best allocation is not proven, only that none has less than 2 in "
        + "unplaced (places not given)\n")
    // Three students left out, and the seal made anew.
    let forged = try verify("verify-forged", seed: "g", "forged.csv", "forged.json")
    #expect(forged.output == "valid, optimum not proven: unplaced value 7, bound 2\n" && forged.status == 0)
    let strict = try verify("verify-forged", seed: "g", "forged.csv", "forged.json", ["--require-optimal"])
    #expect(strict.status == 65 && strict.output == forged.output)
    #expect(strict.errors == "the certificate does not prove the optimum, which --require-optimal asks for\n")
  }
}
