/// Reproducible random integers: SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195).
///
/// Integers only, so that every machine gives the same ones.
public struct SeededNumbers: Sendable {
  @usableFromInline var state: UInt64

  /// A stream of its own for each seed, subject and row.
  ///
  /// - Parameters:
  ///   - seed: any text.
  ///   - subject: what the numbers are for.
  ///   - row: of the subject.
  public init(seed: String, subject: StaticString, row: Int) {
    // FNV-1a over the seed and the subject.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for byte in seed.utf8 { add(byte) }
    add(0)
    for index in 0..<subject.utf8CodeUnitCount { add(subject.utf8Start[index]) }
    state = hash &+ UInt64(truncatingIfNeeded: row) &* 0xD1B5_4A32_D192_ED03
    _ = next()
  }

  /// 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  /// 0 to `bound` − 1; the bias of the multiplication is below 2⁻³².
  @inlinable
  public mutating func below(_ bound: Int) -> Int { Int(((next() >> 32) * UInt64(bound)) >> 32) }

  /// True in `percent` of 100.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// About normal: mean 0, the given deviation, at most 3.46 deviations out (a sum of four uniforms).
  public mutating func bell(deviation: Int) -> Int {
    let word = next()
    let sum = (0..<4).reduce(0) { $0 + Int(word >> UInt64($1 * 16) & 0xFFFF) } - 2 * 0xFFFF
    // Four uniforms on 2¹⁶ values have a deviation of 2¹⁶ / √3 ≈ 37 837.
    return sum * deviation / 37_837
  }
}
