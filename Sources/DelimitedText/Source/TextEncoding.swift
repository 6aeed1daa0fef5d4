/// How the bytes of a file stand for characters.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8.
  case utf8 = "utf-8"
  /// The code page 1252 of Windows, in which a French Excel writes its CSV.
  case windows1252 = "windows-1252"
}

extension TextEncoding {
  /// The most bytes of UTF-8 that one byte of text can stand for.
  var longestUTF8: Int { self == .utf8 ? 1 : 3 }

  func string(_ bytes: some Collection<UInt8>) -> String {
    guard self == .windows1252 else { return String(decoding: bytes, as: UTF8.self) }
    var decoded: [UInt8] = []
    Array(bytes).withUnsafeBytes { appendUTF8(fromWindows1252: $0, to: &decoded) }
    return String(decoding: decoded, as: UTF8.self)
  }
}
