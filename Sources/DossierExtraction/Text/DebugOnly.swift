import DossierText
import Foundation
import DossierSyntax
let debugTrees = ProcessInfo.processInfo.environment["DOSSIER_TREES"] != nil
func debugTree(_ s: Segment, _ text: AnalysedText) {
  guard debugTrees else { return }
  var l = "TREE "
  for n in 0..<s.count { l += "\(n):\(text.word(s.positions[n]))/\(s.tree.tags[n])/\(s.tree.relations[n])>\(s.tree.heads[n]) " }
  FileHandle.standardError.write((l + "\n").data(using: .utf8) ?? Data())
}
