import Palmares
import Wording

/// The files of an allocation, read, and the problem they pose.
struct CatalogueInput {
  let files: any PlacesFiles
  let seed: DrawSeed
  let students: Students
  /// Modules, or destinations as modules of a single créneau.
  let electives: Catalogue
  /// nil for electives.
  let mobility: Mobility?
  let wishes: WishesFile
  /// With options that nobody wished for, where a published allocation has them.
  private(set) var problem: AllocationProblem
  /// Places of a published allocation that are from exchanges, or beyond the wishes.
  private(set) var marks = PlaceMarks()
  let dropped: [DroppedWish]

  var subject: WishesFile.Subject { mobility == nil ? .module : .destination }

  /// - Parameters:
  ///   - isSingleSlot: whether several créneaux are an error.
  ///   - checkOthers: checks the cells of the command's other files, where those of the allocation are broken.
  init(
    _ files: some PlacesFiles, _ run: CommandRun, isSingleSlot: Bool = false,
    orElse checkOthers: (WishesFile.Subject) throws -> Void = { _ in }
  ) throws {
    self.files = files
    let seed = try run.gather { try run.seed(files.draw) }
    if let modules = files.modules {
      (self.seed, students, electives, wishes) = try run.phase("read") {
        let students = try run.gatherText(files.students) { try StudentsFile($0) }
        let modules = try run.gatherText(modules) {
          let file = try ModulesFile($0)
          if isSingleSlot { try file.checkSingleSlot() }
          return file.catalogue
        }
        _ = try run.gather { if let students, let modules { try students.check(for: modules) } }
        let wishes = try run.gatherText(
          files.wishes, with: students, modules,
          read: { try WishesFile($0, students: $1.students, catalogue: $2, workers: run.workers) },
          cells: { try WishesFile.checkCells($0, subject: .module) })
        if !run.failures.isEmpty { try checkOthers(.module) }
        let read = try run.gathered(seed, students, modules, wishes)
        return (read.0, read.1.students, read.2, read.3)
      }
      mobility = nil
      (problem, dropped) = run.phase("model") { [seed = self.seed, electives, students, wishes] in
        electives.problem(students, wishes.wishes, draw: Draw(seed: seed))
      }
    } else {
      let (places, required, students, wishes) = try run.phase("read") {
        try Self.read(files, run) { try checkOthers(.destination) }
      }
      let seed = try run.gathered(seed)
      (problem, dropped) = run.phase("model") {
        places.problem(students, wishes.wishes, required: required, draw: Draw(seed: seed))
      }
      self.seed = seed
      self.students = students
      self.wishes = wishes
      electives = places.catalogue
      mobility = places
    }
    if students.count == 0 {
      run.sayEmpty(files.students, Message(fr: "d'élève", en: "student"), .nobodyPlaced)
    }
    if electives.offers.isEmpty {
      let (path, subject) = (files.modules ?? files.destinations ?? "", subject.rawValue)
      run.sayEmpty(path, Message(fr: "de \(subject)", en: "\(subject)"), .nobodyPlaced)
    }
  }

  private static func read(
    _ files: some PlacesFiles, _ run: CommandRun, orElse checkOthers: () throws -> Void
  ) throws -> (Mobility, required: [Int], Students, WishesFile) {
    let students = try run.gatherText(files.students) { try StudentsFile($0, hasMobility: true) }
    let destinations = try run.gatherText(files.destinations ?? "") {
      try DestinationsFile($0).destinations
    }
    let quotas = try files.quotas.map { path in
      try run.gatherText(
        path, with: destinations, read: { try QuotasFile($0, destinations: $1).quotas },
        cells: QuotasFile.checkCells)
    }
    let required = try files.quitus.map { path in
      try run.gatherText(
        path, with: students, read: { try StudentList($0, of: $1.students).students },
        cells: StudentList.checkCells)
    }
    let mobility = destinations.map { Mobility(checked: $0, quotas: (quotas ?? []) ?? []) }
    _ = try run.gather { if let students, let mobility { try students.check(for: mobility) } }
    let wishes = try run.gatherText(
      files.wishes, with: students, mobility,
      read: {
        try WishesFile($0, students: $1.students, mobility: $2, workers: run.workers)
      }, cells: { try WishesFile.checkCells($0, subject: .destination) })
    if !run.failures.isEmpty { try checkOthers() }
    let read = try run.gathered(mobility, required ?? [], students, wishes)
    return (read.0, required: read.1, read.2.students, read.3)
  }

  /// Notices on optional columns and conditions of the mobility files.
  var notices: [Message] {
    guard let mobility else { return [] }
    var notices: [Message] = []
    if students.mobility?.hasSemestersAway == false {
      notices.append(.noSemestersAway(files.students))
    }
    let lenient = mobility.destinations.filter { $0.leastECTS < Destination.defaultECTS }.map(\.name)
    if !lenient.isEmpty {
      notices.append(
        .lenientECTS(files.destinations ?? "", lenient, least: Destination.defaultECTS.decimalText()))
    }
    return notices
  }

  /// Other wishes of the same students for the same places, and the problem they pose.
  func problem(_ path: String, _ run: CommandRun) throws -> (
    wishes: WishesFile, problem: AllocationProblem, dropped: [DroppedWish]
  ) {
    let wishes = try run.withText(path) {
      try WishesFile(
        $0, students: students, catalogue: electives, subject: subject, workers: run.workers)
    }
    let draw = Draw(seed: seed)
    let (problem, dropped) =
      mobility.map { $0.problem(students, wishes.wishes, draw: draw) }
      ?? electives.problem(students, wishes.wishes, draw: draw)
    return (wishes, problem, dropped)
  }

  /// The inputs that a certificate is checked against.
  var input: AllocationInput {
    AllocationInput(
      students: students, catalogue: electives, mobility: mobility, wishes: wishes.wishes, seed: seed,
      problem: problem, dropped: dropped)
  }

  /// Why a student may not have a place, whatever they wish.
  func shortfall(_ student: Int, offer: Int) -> Shortfall? {
    mobility.map { $0.shortfall(student, students, $0.destinations[offer]) }
      ?? electives.shortfall(student, students, offer: offer)
  }

  /// Every reason why a student may not have a wish.
  func shortfalls(_ student: Int, module: Int) -> [Shortfall] {
    mobility.map { $0.shortfalls(student, students, $0.destinations[module]) }
      ?? electives.shortfalls(student, students, module: module)
  }

  /// A module with its créneau, as messages name it.
  func name(ofOption option: Int) -> String { electives.offers[Int(problem.optionOffers[option])].name }

  /// Writes an allocation as a table.
  ///
  /// - Parameters:
  ///   - changed: the problem, where it is no longer that of the files.
  ///   - marks: places that the optimum did not give; nil for those of the published allocation.
  ///   - withdrawn: seats whose wishes no longer count.
  func write(
    _ allocation: Allocation, _ format: TableFormat, of changed: AllocationProblem? = nil,
    withdrawn: Set<Int> = [], marks: PlaceMarks? = nil, workers: Workers,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let problem = changed ?? problem
    if let mobility {
      let wishes = wishes.wishes.without { withdrawn.contains(problem.seat(student: $0, slot: 0)) }
      try MobilityTable(
        allocation, of: problem, students: students, mobility: mobility, wishes: wishes,
        marks: marks ?? self.marks
      )
      .write(format, workers: workers, to: sink)
    } else {
      try AllocationTable(
        allocation, of: problem, students: students, catalogue: electives, marks: marks ?? self.marks
      )
      .write(format, workers: workers, to: sink)
    }
  }

  /// Reads a published allocation, in which exchanges may have given places that were no wishes.
  mutating func published(_ path: String, _ run: CommandRun) throws -> Allocation {
    let data = self
    let file = try run.withText(path) { source in
      try AllocationFile(
        source, data.problem, students: data.students, catalogue: data.electives, subject: data.subject,
        workers: run.workers, admitsUnwished: { data.shortfall($0, offer: $1) == nil })
    }
    problem = file.problem
    marks = file.marks
    if let violation = file.allocation.violation(problem) {
      throw BadData(Message(verbatim: "\(path): ") + violation.message(self))
    }
    return file.allocation
  }

  /// Adds what students ask for after publication and had not wished for.
  ///
  /// - Parameter asked: of the same students and places.
  mutating func admit(_ asked: AllocationProblem, _ allocation: Allocation) -> Allocation {
    var more: [Int: Set<Int>] = [:]
    for seat in 0..<asked.seatCount {
      for option in asked.options(ofSeat: seat) {
        let offer = Int(asked.optionOffers[option])
        if problem.option(ofSeat: seat, for: offer) == nil { more[seat, default: []].insert(offer) }
      }
    }
    return more.isEmpty ? allocation : extend(by: more, allocation)
  }

  /// Adds what exchanges may give although nobody wished for it.
  mutating func admit(_ swaps: [Swap], _ allocation: Allocation) -> Allocation {
    let reach = allocation.placesWithinReach(swaps, problem) { shortfall($0, offer: $1) == nil }
    return extend(by: reach, allocation)
  }

  private mutating func extend(by more: [Int: Set<Int>], _ allocation: Allocation) -> Allocation {
    let extended = problem.addingUnwished(more)
    let translated = allocation.translated(from: problem, to: extended)!
    problem = extended
    return translated
  }
}

extension Elective {
  /// A module with its créneau, as messages name it.
  var name: String { creneau.isEmpty ? module : "\(module) (\(creneau))" }
}
