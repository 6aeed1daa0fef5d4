import ArgumentParser
import FileStore
import Foundation
import Palmares
import Wording
import Workbooks

/// The exit codes of the contract that are this program's own; 0 and 64 are the argument parser's.
enum ExitStatus {
  static let badData = ExitCode(65)
  static let noInput = ExitCode(66)
  static let stopped = ExitCode(69)
  static let internalError = ExitCode(70)
  static let cannotWrite = ExitCode(73)
}

extension PalmaresCommand {
  /// Runs the command line, reports what went wrong on standard error, and exits.
  public static func runAndExit() -> Never {
    StandardStreams.prepare()
    Interruption.exitOnSignals()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let language = CommandLanguage.of(arguments, ProcessInfo.processInfo.environment)
    CommandLanguage.$current.withValue(language) { exit(withError: outcome(of: arguments)) }
  }

  // Whatever branches returns. Of functions that never return, Swift 6.3.1 drops some when it optimizes (its pass
  // DCE, which crashes on smaller ones).

  /// Runs the command line, and reports what went wrong on standard error.
  ///
  /// - Returns: what the process exits with; nil where all went well.
  private static func outcome(of arguments: [String]) -> (any Error)? {
    do {
      var command = try parseAsRoot()
      try command.run()
      return nil
    } catch {
      return reported(error, of: arguments)
    }
  }

  private static func reported(_ error: any Error, of arguments: [String]) -> (any Error)? {
    switch error {
    case let error as InputFailures:
      return said(error, error.hasBadData ? ExitStatus.badData : ExitStatus.noInput)
    case let error as InputDefects: return said(FlagAdvice.report([error]), ExitStatus.badData)
    case let error as InputRejection: return said(FlagAdvice.report(error.files), ExitStatus.badData)
    case let error as FileStoreError:
      let isOutput = error.code == .cannotWrite || error.code == .exists
      return said(error, isOutput ? ExitStatus.cannotWrite : ExitStatus.noInput)
    case let error as WorkbookWritingError: return said(error, ExitStatus.cannotWrite)
    case let error as SeedKept: return said(error, ExitStatus.cannotWrite)
    case let error as UsageError: return said(error, ExitCode.validationFailure)
    case let error as BadData: return said(error, ExitStatus.badData)
    case let error as StoppedAtLimit: return said(error, ExitStatus.stopped)
    case let error as AllocationError:
      return said(error, error.code == .timeLimit ? ExitStatus.stopped : ExitStatus.internalError)
    default: return reported(other: error, of: arguments)
    }
  }

  /// Reports what the parser of arguments throws, and what nobody expects.
  private static func reported(other error: any Error, of arguments: [String]) -> (any Error)? {
    switch exitCode(for: error) {
    case .failure: return said(Message.internalError("\(error)"), ExitStatus.internalError)
    case .validationFailure:
      let refusal = UsageHint.message(fullMessage(for: error), for: arguments)
      return said(Message(verbatim: ParserWords.translated(refusal)), ExitCode.validationFailure)
    case .success:
      let page = fullMessage(for: error, columns: HelpPage.unbroken)
      print(HelpPage(page, width: StandardStreams.outputWidth))
      return nil
    default: return error
    }
  }

  private static func said(_ error: some Worded, _ status: ExitCode) -> ExitCode {
    writeToStandardError(error.message.text + "\n")
    return status
  }
}

/// Data that are well formed and still not what was asked for.
struct BadData: Error, Worded {
  let message: Message

  init(_ message: Message) { self.message = message }
}

/// A result that was written and may not be the best one.
struct StoppedAtLimit: Error, Worded {
  let message: Message

  init(_ message: Message) { self.message = message }
}
