import DossierText
import Foundation

// usage: KnowledgeCompiler DATA-FOLDER TABLE-FILE
//
// Compiles the readable catalogues and lexicons to the table that the program embeds, and the techniques to
// `techniques.bin` beside it.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: KnowledgeCompiler DATA-FOLDER TABLE-FILE\n".utf8))
  exit(2)
}
do {
  let result = KnowledgeCompilation.compile(try KnowledgeSources(folder: arguments[1]))
  for diagnostic in result.diagnostics { FileHandle.standardError.write(Data(diagnostic.rendered().utf8)) }
  guard let table = result.table else { exit(1) }
  let file = URL(filePath: arguments[2])
  try Data(table).write(to: file)
  try Data(result.techniques).write(to: file.deletingLastPathComponent().appending(path: "techniques.bin"))
  print("\(arguments[2]): \(table.count) bytes, \(result.summary)")
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
