public import Foundation
public import Testing

/// Programs that read and write workbooks, where `Tests/Spreadsheets/setup` has installed them.
public enum SpreadsheetPrograms {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardized
  private static let libreOffice = URL(fileURLWithPath: "/usr/bin/soffice")
  private static let python = root.appendingPathComponent(".build/spreadsheets/bin/python3")

  private static func isThere(_ program: URL) -> Bool {
    FileManager.default.isExecutableFile(atPath: program.path)
  }

  /// Skips a test, and says so, where LibreOffice is not installed.
  public static var needLibreOffice: ConditionTrait {
    .enabled(if: isThere(libreOffice), "needs LibreOffice: see Tests/Spreadsheets/setup")
  }

  /// Skips a test, and says so, where Python's libraries for workbooks are not installed.
  public static var needPython: ConditionTrait {
    .enabled(if: isThere(python), "needs openpyxl, XlsxWriter and pandas: see Tests/Spreadsheets/setup")
  }

  /// Runs a script of `Tests/Spreadsheets`.
  public static func runPython(_ script: String, _ arguments: [String], in folder: URL) throws -> Execution {
    let path = root.appendingPathComponent("Tests/Spreadsheets/\(script)").path
    return try Execution(python, [path] + arguments, in: folder, locale: "C.UTF-8")
  }

  /// The settings of a LibreOffice in French.
  private static let frenchLocale = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">\
    <value>fr-FR</value></prop></item>
    </oor:items>

    """

  /// Opens files in a French LibreOffice and saves them in another format.
  ///
  /// - Parameters:
  ///   - files: in `folder`.
  ///   - format: the extension of the new files, and after a colon the name of LibreOffice's filter and its options.
  ///   - reading: the filter and options to open them with, where the extension does not say it.
  ///   - output: the folder of the new files.
  public static func convert(
    _ files: [String], to format: String, reading: String? = nil, in folder: URL, into output: URL
  ) throws -> Execution {
    let profile = folder.appendingPathComponent(".libreoffice")
    let user = profile.appendingPathComponent("user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    let settings = user.appendingPathComponent("registrymodifications.xcu")
    if !FileManager.default.fileExists(atPath: settings.path) {
      try frenchLocale.write(to: settings, atomically: true, encoding: .utf8)
    }
    return try Execution(
      libreOffice,
      ["-env:UserInstallation=\(profile.absoluteString)", "--headless"]
        + (reading.map { ["--infilter=\($0)"] } ?? [])
        + ["--convert-to", format, "--outdir", output.path] + files, in: folder, locale: "C.UTF-8")
  }
}
