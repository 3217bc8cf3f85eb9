import DossierHost
import DossierText

/// Loading the configuration that a flag names.
enum ConfigurationOptions {
  /// The configuration at `path`, or the defaults; the mistakes in its form are shown, and `isGood` is false then.
  ///
  /// - Throws: `ExitStatus.usage` after showing why, if it cannot be read at all.
  static func load(_ path: String?, _ messages: MessageWriter) throws -> (Configuration, isGood: Bool) {
    guard let path else { return (Configuration(), true) }
    do throws(Diagnostic) {
      let (configuration, mistakes) = try Configuration.load(path: path)
      messages.write(mistakes)
      return (configuration, !mistakes.contains { $0.severity == .error })
    } catch {
      throw messages.usage(error)
    }
  }
}

extension MessageWriter {
  /// Shows a mistake of usage and gives the exit status to throw.
  func usage(_ diagnostic: Diagnostic) -> ExitStatus {
    write(diagnostic)
    return .usage
  }
}
