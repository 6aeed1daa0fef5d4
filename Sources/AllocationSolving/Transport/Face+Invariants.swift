/// How large structures may be that debug builds check by themselves: small enough that the tests are not slower, and
/// larger than the random problems that they enumerate.
let largestCheckedCount = 256

extension Face {
  /// Ends the process where the face contradicts itself.
  ///
  /// - Complexity: O(*k*) for *k* options.
  func checkInvariants() {
    precondition(starts.count == seats.count + 1 && starts.first == 0 && Int(starts.last!) == options.count)
    precondition(zip(seats, seats.dropFirst()).allSatisfy(<), "seats do not ascend")
    precondition(fixed.count { $0 == Self.open } == seats.count, "a seat neither open nor fixed")
    for seat in 0..<seatCount {
      precondition(fixed[Int(seats[seat])] == Self.open, "an open seat that is fixed")
      precondition(options(ofSeat: seat).count > 1, "an open seat without a choice")
      precondition(options(ofSeat: seat).allSatisfy { 0..<nodeCount ~= Int(options[$0].node) })
    }
    precondition(parents.count == nodeCount - 1 && upperQuota.count == nodeCount - 1)
    precondition(parents.indices.allSatisfy { parents[$0] < nodeCount && parents[$0] != $0 })
    precondition(zip(lowerQuota, upperQuota).allSatisfy { 0 <= $0 && $0 <= $1 }, "quotas that cross")
    precondition(fixedLoads.reduce(0, +) <= fixed.count - seats.count, "loads of seats that are not fixed")
  }
}
