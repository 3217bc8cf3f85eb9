/// What the messages about YAML, JSON and the reports in them mean; a part of `MessageCatalogue`.
enum DataMessages {
  /// One paragraph a message: its ids, then what it means.
  static let source = """
    yaml.tab
    A tab stands in the indentation of a YAML text. YAML takes spaces only.

    yaml.unclosed-quote
    A quotation mark opens a text that is never closed.

    yaml.syntax
    The text is not YAML at this place.

    yaml.invalid-utf8 json.invalid-utf8
    The file holds bytes that are not UTF-8. Save it as UTF-8.

    yaml.control-character
    YAML allows no control characters but tab and line breaks. In double quotation marks they can be written as
    escapes.

    yaml.unknown-alias
    An alias '*name' refers to an anchor '&name' that does not stand before it.

    yaml.recursive-alias
    An alias stands within what it refers to, which would have no end.

    yaml.alias-expansion
    The aliases of a small text expand to more values than any configuration or report needs.

    yaml.merge-key
    Merge keys ('<<') belong to YAML 1.1. Write the keys out, or give the whole mapping by an alias.

    yaml.several-documents
    A second document starts after '---'. One is expected here.

    yaml.key
    A key is a list, a mapping or an alias. Keys are text.

    yaml.tag
    A tag is not one of YAML's core schema, or does not fit its value.

    yaml.too-deep
    Lists and mappings are nested deeper than any configuration or report needs.

    yaml.memory
    There is no memory left to read YAML.

    json.syntax
    The text is not JSON (RFC 8259) at this place: no comments, no trailing commas, no key twice.

    report.schema
    The input is of another version than this program reads.

    report.no-claim
    A relation has no claim. Nothing else may assert.

    report.no-evidence
    A claim has no evidence. Every claim shows at least one place where it stands.

    report.not-exact
    Words of evidence or of a mention are not what the source has at that place. Offsets count Unicode code points of
    the source's plain text, from 0, the end not included.

    report.empty-span
    A place in a source is empty, reversed or outside of it.

    report.bad-id
    An id is not of the form it must have.

    report.duplicate-id
    Two parts of one kind have one id.

    report.unknown-reference
    Something refers to a part of the report that is not there.

    report.self-answer
    A claim answers itself.

    report.self-reference
    An entity is part of itself, directly or through others.

    report.undisputed
    A relation whose claim somebody denies does not say so in 'disputed_by'.
    """
}
