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

/// Pairs quotation marks of every typography: « » “ ” „ “ ‹ › and straight ones.
///
/// A quotation never leaves its block, so an unbalanced mark costs one paragraph at the most. Nested quotations belong
/// to the outermost one.
enum QuotationFinder {
  /// The outermost quotations within a run of tokens of one block. Linear.
  static func quotations(in tokens: [Token], range: Range<Int>, bytes: [UInt8]) -> [Quotation] {
    var found: [Quotation] = []
    var open: (position: Int, straight: Bool)?
    var depth = 0
    for index in range where tokens[index].kind == .mark {
      switch Mark(bytes, tokens[index]) {
      case .openingQuote:
        if let current = open {
          if !current.straight { depth += 1 }
        } else {
          open = (index, false)
          depth = 1
        }
      case .closingQuote:
        guard let current = open, !current.straight else { continue }
        depth -= 1
        if depth <= 0 {
          found.append(
            Quotation(outer: current.position..<index + 1, inner: current.position + 1..<index, isOpen: false)
          )
          open = nil
        }
      case .straightQuote:
        if let current = open {
          guard current.straight else { continue }
          found.append(
            Quotation(outer: current.position..<index + 1, inner: current.position + 1..<index, isOpen: false)
          )
          open = nil
        } else {
          open = (index, true)
        }
      default: continue
      }
    }
    if let open, open.position + 1 < range.upperBound {
      closeAtEnd(open.position, depth: depth, range: range, tokens: tokens, bytes: bytes, into: &found)
    }
    return found
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
