/// A letter and eight digits, all different below 10⁸ rows, in no order.
func pseudonym(_ letter: Unicode.Scalar, _ row: Int) -> [UInt8] {
  let modulus = 100_000_000
  // The factor has no divisor in common with the modulus.
  var number = (row % modulus * 61_803_399 + 14_159_265) % modulus
  var digits: [UInt8] = []
  for _ in 0..<8 {
    digits.append(UInt8(ascii: "0") + UInt8(number % 10))
    number /= 10
  }
  return [UInt8(ascii: letter)] + digits.reversed()
}
