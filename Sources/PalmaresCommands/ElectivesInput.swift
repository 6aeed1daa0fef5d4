import Palmares

/// The files of an allocation of electives, read, and the problem they pose.
struct ElectivesInput {
  let files: ElectivesFiles
  let students: Students
  let electives: Electives
  let wishes: WishesFile
  let problem: AllocationProblem
  let dropped: [Electives.DroppedWish]

  /// - Parameter isSingleSlot: whether several créneaux are an error.
  init(_ files: ElectivesFiles, _ session: Session, isSingleSlot: Bool = false) throws {
    let (students, electives, wishes) = try session.phase("read") {
      let students = try session.withText(files.students) { try StudentsFile($0) }.students
      let modules = try session.withText(files.modules) { try ModulesFile($0) }
      if isSingleSlot { try modules.checkSingleSlot() }
      let wishes = try session.withText(files.wishes) {
        try WishesFile($0, students: students, electives: modules.electives, workers: session.workers)
      }
      return (students, modules.electives, wishes)
    }
    (problem, dropped) = session.phase("model") {
      electives.problem(students, wishes.wishes, draw: Draw(seed: files.seed))
    }
    self.files = files
    self.students = students
    self.electives = electives
    self.wishes = wishes
    if students.count == 0 {
      session.say("\(files.students): a header and no student: the result is empty")
    }
    if electives.offers.isEmpty {
      session.say("\(files.modules): a header and no module: nobody gets anything")
    }
  }

  /// A module in a créneau, as a reader knows it.
  func name(ofOffer offer: Int) -> String {
    if offer >= electives.offers.count { return "quota \(electives.quotaNames[offer - electives.offers.count])" }
    let row = electives.offers[offer]
    return row.slot.isEmpty ? row.module : "\(row.module) (\(row.slot))"
  }

  func name(ofOption option: Int) -> String { name(ofOffer: Int(problem.optionOffers[option])) }
}
