/// Receives a tree of objects, arrays and scalars in document order: the one way a report is written, whatever the
/// notation (JSON, YAML).
///
/// Calls must nest as in the notation: within an object each value follows its `key`.
public protocol TreeSink {
  /// Starts an object.
  mutating func beginObject()
  /// Ends the innermost object.
  mutating func endObject()
  /// Starts an array.
  mutating func beginArray()
  /// Ends the innermost array.
  mutating func endArray()
  /// Names the next value of the innermost object.
  mutating func key(_ name: StaticString)
  /// Names the next value of the innermost object, for keys known only at run time. Literals take the other overload.
  @_disfavoredOverload
  mutating func key(_ name: String)
  /// Writes a string.
  mutating func string(_ value: String)
  /// Writes a whole number.
  mutating func integer(_ value: Int)
  /// Writes a number; not finite ones become null.
  mutating func number(_ value: Double)
  /// Writes true or false.
  mutating func bool(_ value: Bool)
  /// Writes the absence of a value.
  mutating func null()
}

extension TreeSink {
  /// Writes a string, or null.
  @inlinable
  public mutating func string(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  /// Writes a whole number, or null.
  @inlinable
  public mutating func integer(_ value: Int?) {
    if let value { integer(value) } else { null() }
  }

  /// Writes an array of strings.
  @inlinable
  public mutating func strings(_ values: [String]) {
    beginArray()
    for value in values { string(value) }
    endArray()
  }
}
