extension String {
  /// Whether the bytes of `part` stand somewhere in the text, as they are: unlike `contains`, nothing is taken for
  /// equal that is written in other bytes. An empty part stands everywhere.
  public func holds(_ part: String) -> Bool {
    withUTF8Bytes { text in
      part.withUTF8Bytes { part in
        guard let first = part.first else { return true }
        var place = 0
        while place + part.count <= text.count {
          if text[place] == first, text[place..<place + part.count].elementsEqual(part) { return true }
          place += 1
        }
        return false
      }
    }
  }
}
