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
    CommandLanguage.$current.withValue(language) { runAndExit(arguments) }
  }

  private static func runAndExit(_ arguments: [String]) -> Never {
    do {
      var command = try parseAsRoot()
      try command.run()
      exit()
    } catch let error as InputFailures {
      fail(error, error.hasBadData ? ExitStatus.badData : ExitStatus.noInput)
    } catch let error as InputDefects {
      fail(FlagAdvice.report([error]), ExitStatus.badData)
    } catch let error as InputRejection {
      fail(FlagAdvice.report(error.files), ExitStatus.badData)
    } catch let error as FileStoreError {
      let isOutput = error.code == .cannotWrite || error.code == .exists
      fail(error, isOutput ? ExitStatus.cannotWrite : ExitStatus.noInput)
    } catch let error as WorkbookWritingError {
      fail(error, ExitStatus.cannotWrite)
    } catch let error as SeedKept {
      fail(error, ExitStatus.cannotWrite)
    } catch let error as UsageError {
      fail(error, ExitCode.validationFailure)
    } catch let error as BadData {
      fail(error, ExitStatus.badData)
    } catch let error as StoppedAtLimit {
      fail(error, ExitStatus.stopped)
    } catch let error as AllocationError {
      fail(error, error.code == .timeLimit ? ExitStatus.stopped : ExitStatus.internalError)
    } catch {
      switch exitCode(for: error) {
      case .failure:
        fail(Message.internalError("\(error)"), ExitStatus.internalError)
      case .validationFailure:
        let refusal = UsageHint.message(fullMessage(for: error), for: arguments)
        fail(Message(verbatim: ParserWords.translated(refusal)), ExitCode.validationFailure)
      case .success:
        let page = fullMessage(for: error, columns: HelpPage.unbroken)
        print(HelpPage(page, width: StandardStreams.outputWidth))
        exit()
      default: exit(withError: error)
      }
    }
  }

  private static func fail(_ error: some Worded, _ status: ExitCode) -> Never {
    writeToStandardError(error.message.text + "\n")
    exit(withError: status)
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
