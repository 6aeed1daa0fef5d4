public import ArgumentParser
public import Palmares
import Wording

extension Mark: ExpressibleByArgument {
  /// `12.5` or `12,5`.
  public init?(argument: String) {
    guard let decimal = try? FixedDecimal(parsing: argument), let mark = Mark(decimal) else { return nil }
    self = mark
  }
}

extension DrawSeed: ExpressibleByArgument {
  /// Any text but an empty one, or one that was not UTF-8: different bytes would then be the same seed.
  public init?(argument: String) {
    guard !argument.unicodeScalars.contains("\u{FFFD}") else { return nil }
    self.init(argument)
  }
}

extension CallQuota: ExpressibleByArgument {
  public var defaultValueDescription: String { "\(percent)" }

  /// `20`: whole percent, 0 to 100.
  public init?(argument: String) {
    guard argument.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), let percent = Int(argument),
      let quota = try? CallQuota(percent: percent)
    else { return nil }
    self = quota
  }
}

extension DailyChance: ExpressibleByArgument {
  /// `12.5` or `12,5` percent.
  public init?(argument: String) {
    guard let percent = try? FixedDecimal(parsing: argument),
      let chance = try? DailyChance(percent: percent)
    else { return nil }
    self = chance
  }
}

extension TextEncoding: ExpressibleByArgument {}
