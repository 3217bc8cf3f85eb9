import DossierReading
import DossierText
import Testing

@testable import DossierHost

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite("Files take their place whole or not at all")
struct AtomicFileTests {
  @Test("a new file is there only after the commit, and no temporary one is left")
  func commit() throws {
    let scratch = try ScratchDirectory()
    let file = try AtomicFile(path: "\(scratch.path)/deep/er/x.txt")
    try file.write(Array("words".utf8))
    #expect(scratch.read("deep/er/x.txt") == nil)
    try file.flush()
    try file.commit()
    #expect(scratch.read("deep/er/x.txt") == "words")
    #expect(scratch.names == ["deep"])
  }

  @Test("what was there stays when the new file is abandoned or forgotten")
  func abandon() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("before", to: "x.txt")
    do {
      let file = try AtomicFile(path: "\(scratch.path)/x.txt")
      try file.write(Array("after".utf8))
    }
    #expect(scratch.read("x.txt") == "before")
    #expect(scratch.names == ["x.txt"])
  }

  @Test("the mode of a file that is replaced is kept, and a link is followed")
  func modes() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("before", to: "x.txt")
    chmod("\(scratch.path)/x.txt", 0o640)
    symlink("x.txt", "\(scratch.path)/link.txt")
    let file = try AtomicFile(path: "\(scratch.path)/link.txt")
    try file.write(Array("after".utf8))
    try file.commit()
    var status = stat()
    #expect(lstat("\(scratch.path)/link.txt", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat("\(scratch.path)/x.txt", &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(scratch.read("x.txt") == "after")
  }

  @Test("a full device is an error")
  func fullDevice() throws {
    guard access("/dev/full", W_OK) == 0 else {
      print("SKIPPED: there is no /dev/full here")
      return
    }
    let file = try AtomicFile(path: "/dev/full")
    #expect(throws: Diagnostic.self) { try file.write([1, 2, 3]) }
  }

  @Test("a directory, and a path through a file, are errors")
  func notFiles() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("x", to: "file")
    #expect(throws: Diagnostic.self) { try AtomicFile(path: scratch.path) }
    #expect(throws: Diagnostic.self) { try AtomicFile(path: "\(scratch.path)/file/x") }
  }
}

@Suite("What the user names becomes inputs")
struct InputExpansionTests {
  @Test("directories and patterns are expanded in order, once, without hidden files and other endings")
  func expansion() throws {
    let scratch = try ScratchDirectory()
    for name in ["b.txt", "a.html", ".hidden.txt", "c.png", "sub/d.MD"] { try scratch.write("x", to: name) }
    symlink(".", "\(scratch.path)/loop")
    symlink("nowhere", "\(scratch.path)/dangling.txt")
    var expansion = InputExpansion()
    expansion.add("-")
    expansion.add("\(scratch.path)/b.txt")
    expansion.add(scratch.path)
    expansion.add("\(scratch.path)/*.png")
    let names = expansion.inputs.map(\.name)
    #expect(
      names == [
        "<stdin>", "\(scratch.path)/b.txt", "\(scratch.path)/a.html", "\(scratch.path)/sub/d.MD",
        "\(scratch.path)/c.png",
      ])
    #expect(expansion.diagnostics.isEmpty)
  }

  @Test("names that lead nowhere are reported, the rest is kept")
  func missing() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("x", to: "a.txt")
    var expansion = InputExpansion()
    for name in ["none.txt", "*.none", "a.txt"] { expansion.add("\(scratch.path)/\(name)") }
    #expect(expansion.diagnostics.map(\.id) == ["input.not-found", "input.no-match"])
    #expect(expansion.inputs.count == 1)
    var empty = InputExpansion()
    mkdir("\(scratch.path)/empty", 0o755)
    empty.add("\(scratch.path)/empty")
    #expect(empty.diagnostics.map(\.id) == ["input.empty-directory"])
  }

  @Test("files that cannot be read, or are too large, are reported")
  func unreadable() throws {
    let scratch = try ScratchDirectory()
    try scratch.write("0123456789", to: "a.txt")
    #expect(throws: Diagnostic.self) { try FileContents.read(.file(scratch.path), maximumBytes: 100) }
    #expect(throws: Diagnostic.self) {
      try FileContents.read(.file("\(scratch.path)/a.txt"), maximumBytes: 9)
    }
    #expect(try FileContents.read(.file("\(scratch.path)/a.txt"), maximumBytes: 10).bytes.count == 10)
  }
}

@Suite("Work at once, results in order")
struct OrderedWorkTests {
  @Test("results come in the order of the items, however long each takes", arguments: [1, 2, 7])
  func order(_ inFlight: Int) async {
    var got: [Int] = []
    await OrderedWork.forEach(
      Array(0..<200), inFlight: inFlight,
      work: { item in
        usleep(UInt32(item * 7919 % 13) * 20)
        return item
      },
      consume: {
        got.append($0)
        return true
      })
    #expect(got == Array(0..<200))
  }

  @Test("it stops when asked to")
  func stop() async {
    var got: [Int] = []
    await OrderedWork.forEach(Array(0..<1000), inFlight: 4, work: { $0 }) { item in
      got.append(item)
      return item < 10
    }
    #expect(got == Array(0...10))
  }
}
