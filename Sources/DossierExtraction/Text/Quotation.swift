import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Words between quotation marks, within one block.
struct Quotation: Sendable, Hashable {
  /// The tokens with their marks.
  var outer: Range<Int>
  /// The tokens between the marks.
  var inner: Range<Int>
  /// Whether it opens but does not close in its block, so that the next block may go on with it.
  var isOpen: Bool
}

/// Pairs quotation marks of every typography: « » “ ” „ “ ‹ › and straight ones; single ones where no other is open.
///
/// A quotation never leaves its block, so an unbalanced mark costs one paragraph at the most. Nested quotations belong
/// to the outermost one.
enum QuotationFinder {
  /// The outermost quotations within a run of tokens of one block. Linear.
  static func quotations(in tokens: [Token], range: Range<Int>, bytes: [UInt8]) -> [Quotation] {
    var found: [Quotation] = []
    var open: (position: Int, straight: Bool)?
    var depth = 0
    /// Marks of the other kind within an open quotation: “He said "no" to us.”
    var nested = 0
    var singleEnd = range.lowerBound
    for index in range where tokens[index].kind == .mark && index >= singleEnd {
      switch Mark(bytes, tokens[index]) {
      case .openingSingle, .straightSingle:
        guard open == nil, let end = single(from: index, tokens: tokens, range: range, bytes: bytes) else {
          continue
        }
        found.append(Quotation(outer: index..<end + 1, inner: index + 1..<end, isOpen: false))
        singleEnd = end + 1
      case .openingQuote:
        if let current = open {
          // “The wrong mark closes,“ he said.
          if !current.straight, depth == 1, !tokens[index].shape.contains(.spaceBefore),
            !tokens[index].shape.contains(.lineBefore), index + 1 < range.upperBound,
            tokens[index + 1].shape.contains(.spaceBefore)
          {
            found.append(
              Quotation(
                outer: current.position..<index + 1, inner: current.position + 1..<index, isOpen: false))
            open = nil
          } else if current.straight {
            nested += 1
          } else {
            depth += 1
          }
        } else {
          open = (index, false)
          depth = 1
          nested = 0
        }
      case .closingQuote:
        guard let current = open else { continue }
        if current.straight, nested > 0 {
          nested -= 1
          continue
        }
        depth -= 1
        // "Mixed marks”
        if depth <= 0 || current.straight {
          found.append(
            Quotation(outer: current.position..<index + 1, inner: current.position + 1..<index, isOpen: false)
          )
          open = nil
        }
      case .straightQuote:
        if let current = open {
          if !current.straight {
            let closes = !tokens[index].shape.contains(.spaceBefore)
            if !closes || nested > 0 {
              nested = closes ? 0 : 1
              continue
            }
            // “Mixed marks", where no mark of the same kind closes.
            guard depth == 1, !closesLater(after: index, tokens: tokens, range: range, bytes: bytes) else {
              continue
            }
          }
          found.append(
            Quotation(outer: current.position..<index + 1, inner: current.position + 1..<index, isOpen: false)
          )
          open = nil
        } else {
          open = (index, true)
          nested = 0
        }
      default: continue
      }
    }
    if let open, open.position + 1 < range.upperBound {
      closeAtEnd(open.position, depth: depth, range: range, tokens: tokens, bytes: bytes, into: &found)
    }
    return found
  }

  /// Whether the next curved mark closes a quotation rather than opens one.
  private static func closesLater(after start: Int, tokens: [Token], range: Range<Int>, bytes: [UInt8])
    -> Bool
  {
    for index in start + 1..<max(start + 1, min(range.upperBound, start + 1_000))
    where tokens[index].kind == .mark {
      switch Mark(bytes, tokens[index]) {
      case .closingQuote: return true
      case .openingQuote: return false
      default: continue
      }
    }
    return false
  }

  /// Where a quotation between single marks ends, if one opens here: the first mark that closes a word and cannot be the
  /// apostrophe of a plural's possessive ("the hackers’ tools"), else the first that can.
  private static func single(from start: Int, tokens: [Token], range: Range<Int>, bytes: [UInt8]) -> Int? {
    let opensWord =
      start == range.lowerBound || tokens[start].shape.contains(.spaceBefore)
      || tokens[start].shape.contains(.lineBefore) || tokens[start - 1].kind == .mark
    guard opensWord, start + 1 < range.upperBound, !tokens[start + 1].shape.contains(.spaceBefore),
      tokens[start + 1].kind == .word
    else { return nil }
    let kind: Mark = Mark(bytes, tokens[start]) == .openingSingle ? .closingSingle : .straightSingle
    var possible: Int?
    for index in start + 2..<max(start + 2, min(range.upperBound, start + 400))
    where tokens[index].kind == .mark {
      let mark = Mark(bytes, tokens[index])
      if mark == .openingQuote || mark == .straightQuote || mark == .openingSingle { break }
      guard mark == kind, !tokens[index].shape.contains(.spaceBefore) else { continue }
      let next = index + 1
      let closesWord =
        next >= range.upperBound || tokens[next].shape.contains(.spaceBefore)
        || tokens[next].shape.contains(.lineBefore) || tokens[next].kind == .mark
      guard closesWord else { continue }
      let isPossessive =
        tokens[index - 1].kind == .word
        && bytes[Int(tokens[index - 1].range.end) - 1] | 0x20 == UInt8(ascii: "s")
        && next < range.upperBound && tokens[next].kind == .word
      if !isPossessive { return index }
      possible = possible ?? index
    }
    return possible
  }

  /// A quotation left open: it goes on in the next paragraph if it opened the block, and otherwise it was a slip of
  /// nesting, and ends at the last closing mark after it, or is none.
  private static func closeAtEnd(
    _ position: Int, depth: Int, range: Range<Int>, tokens: [Token], bytes: [UInt8],
    into found: inout [Quotation]
  ) {
    var last: Int?
    for index in position + 1..<range.upperBound
    where tokens[index].kind == .mark && Mark(bytes, tokens[index]) == .closingQuote {
      last = index
    }
    if depth > 1, let last {
      found.append(Quotation(outer: position..<last + 1, inner: position + 1..<last, isOpen: false))
    } else if position == range.lowerBound || depth <= 1 {
      found.append(
        Quotation(outer: position..<range.upperBound, inner: position + 1..<range.upperBound, isOpen: true))
    }
  }
}
