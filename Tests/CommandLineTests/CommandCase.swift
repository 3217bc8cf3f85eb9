import Foundation

/// A page of `Cases/`: files to begin with, and commands with what they print and how they end.
///
/// ````
/// ```file article.txt
/// words
/// ```
/// ```console
/// $ dossier read article.txt
/// what the standard output holds; a line "..." stands for any lines, "..." at a line's end for its rest
/// 2> what the standard error holds
/// ? 1
/// ```
/// ````
///
/// Commands run by `sh` in a directory of their own, one after another; without `?` they must end with 0.
struct CommandCase {
  struct Step {
    let line: Int
    let command: String
    var output: [String] = []
    var messages: [String] = []
    var status: Int32 = 0
  }

  private(set) var files: [(name: String, text: String)] = []
  private(set) var steps: [Step] = []

  init(page: String) {
    var block: (kind: String, name: String, lines: [(number: Int, text: String)])?
    for (index, line) in page.components(separatedBy: "\n").enumerated() {
      if let open = block {
        if line == "```" {
          take(open)
          block = nil
        } else {
          block?.lines.append((index + 1, line))
        }
      } else if line.hasPrefix("```") {
        let words = line.dropFirst(3).split(separator: " ", maxSplits: 1).map(String.init)
        block = (words.first ?? "", words.count > 1 ? words[1] : "", [])
      }
    }
  }

  private mutating func take(_ block: (kind: String, name: String, lines: [(number: Int, text: String)])) {
    switch block.kind {
    case "file":
      files.append((block.name, block.lines.map { $0.text + "\n" }.joined()))
    case "console":
      for (number, line) in block.lines {
        if line.hasPrefix("$ ") {
          steps.append(Step(line: number, command: String(line.dropFirst(2))))
        } else if let last = steps.indices.last {
          if line.hasPrefix("2> ") || line == "2>" {
            steps[last].messages.append(String(line.dropFirst(3)))
          } else if line.hasPrefix("? ") {
            steps[last].status = Int32(line.dropFirst(2)) ?? -1
          } else {
            steps[last].output.append(line)
          }
        }
      }
    default: break
    }
  }

  /// Whether lines are as expected, `...` standing for any number of lines or for the rest of one.
  static func matches(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    if first == "..." {
      return matches(lines, pattern.dropFirst()) || (!lines.isEmpty && matches(lines.dropFirst(), pattern))
    }
    guard let line = lines.first else { return false }
    let fits = first.hasSuffix("...") ? line.hasPrefix(first.dropLast(3)) : line == first
    return fits && matches(lines.dropFirst(), pattern.dropFirst())
  }
}
