/// The version of this library and of its command.
public enum PalmaresVersion {
  /// A semantic version, `0.1.0`; manifests record it.
  public static let current = "0.1.0"
}
