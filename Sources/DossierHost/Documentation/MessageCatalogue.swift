import DossierText

/// What the messages mean, for `dossier explain` and the documentation.
public enum MessageCatalogue {
  /// A message explained.
  public struct Entry: Sendable {
    /// The ids it is shown under.
    public let ids: [String]
    /// What it means and what to do, in sentences.
    public let text: String
  }

  /// All entries, in the order of the text below.
  public static let entries: [Entry] = (source + "\n\n" + DataMessages.source).split(separator: "\n\n")
    .compactMap { paragraph in
      let lines = paragraph.split(separator: "\n")
      guard let head = lines.first else { return nil }
      return Entry(
        ids: head.split(separator: " ").map(String.init), text: lines.dropFirst().joined(separator: " "))
    }

  /// The entry of an id.
  public static func entry(_ id: String) -> Entry? {
    entries.first { $0.ids.contains(id) }
  }

  /// The nearest known id, for "did you mean".
  public static func nearest(to id: String) -> String? {
    NameSuggestion.nearest(to: id, among: entries.flatMap(\.ids))
  }

  /// Entries as Markdown.
  public static func markdown(_ entries: [Entry]) -> String {
    entries.map { entry in
      "### " + entry.ids.map { "`\($0)`" }.joined(separator: ", ") + "\n\n\(entry.text)\n"
    }.joined(separator: "\n")
  }

  /// One paragraph a message: its ids, then what it means.
  private static let source = """
    usage
    The command line cannot be understood. Nothing was done. 'dossier COMMAND --help' shows what can be written.

    usage.no-input
    No input is named. Name files, directories or patterns, or '-' for the standard input, or name inputs in a
    configuration.

    usage.twice-stdin
    Both sides of 'dossier diff' are the standard input. Save one in a file.

    input.no-report
    A side of 'dossier diff' holds neither a report nor claims nor an article, such as an empty directory or feed.

    usage.no-output
    No output is named. Name formats with --format, or a configuration with --config; 'dossier exporters' lists the
    formats.

    usage.no-path
    Several formats cannot all be written to the standard output. Name a directory with --to.

    usage.option
    An option given with --option is not of the form EXPORTER.OPTION=VALUE, or names an exporter that no output of this
    run uses.

    usage.unknown-exporter
    There is no exporter of this name. 'dossier exporters' lists them.

    usage.unknown-code
    No message has this id, and no input this name. Ids stand in square brackets at the end of a message.

    usage.unknown-claim
    The article's report has no claim of this id. 'dossier extract --format text' lists them.

    usage.explain-format
    'dossier explain' shows an article as text or HTML, and messages as text, JSON or Markdown.

    config.unreadable
    The configuration cannot be read. Relative paths start from the working directory. 'dossier init' writes a first
    one.

    config.empty
    The configuration holds nothing. 'dossier init' writes a first one.

    config.unknown-key report.unknown-key options.unknown-key names.unknown-key
    A key stands in the file that has no meaning at its place: a slip, or a key of another section. Unknown keys are
    refused so that no wish is silently dropped. The message lists the keys known there, and the nearest one.

    config.duplicate-key report.duplicate-key options.duplicate-key names.duplicate-key yaml.duplicate-key
    A key stands twice in one mapping. Only one value can hold; remove the other.

    config.wrong-type report.wrong-type options.wrong-type names.wrong-type
    A value is of another kind than its key takes, such as a number where text is expected. Text that looks like a
    number, like true, false or null, stands between quotation marks.

    config.bad-value report.bad-value options.bad-value names.bad-value
    A value is of the right kind, but not one that its key takes. The message says which are.

    config.missing-key report.missing-key names.missing-key
    A mapping lacks a key that it needs.

    config.unknown-exporter
    An output names an exporter that is neither built in nor found as a program. 'dossier exporters' lists all.

    config.defang
    'defang' is asked for in a format that machines read. A defanged address is none any more, and would be lost to
    them. Addresses are defanged in formats for people alone.

    config.same-path
    Two outputs would write one file, so that one would be lost. Nothing was done. Give each a path of its own.

    config.no-output
    The configuration names no output, so a run has nothing to do.

    names.unreadable
    A names file that 'extraction.names' gives cannot be read. Its path starts from the configuration's directory.

    names.bad-form
    A name or alias cannot be looked for: it has no word, begins with a mark, has more than 16 words or 400 bytes.

    names.duplicate
    One thing has the same name twice; case, accents and hyphens make no difference. The second is not used.

    names.conflict
    Two things have one name, or a name is a stop-name too. Which of them a text means could not be told. Delete one, or
    make one entry of both with 'aliases'.

    names.unknown-owner
    'part_of' names nothing that the names or the built-in catalogues have.

    names.circle
    Following 'part_of' from this name leads back to it.

    names.too-many
    There are more names than one table can hold. Keep those that the texts can hold.

    names.too-many-mistakes
    There are more mistakes in the names than anybody reads at once. Correct those shown and check again.

    exporter.name
    An exporter of this program has a name that configurations cannot write. Names are lower-case letters, digits and
    hyphens, beginning with a letter.

    exporter.duplicate
    Two exporters of this program have one name.

    input.not-found
    An input is not there, or cannot be reached. The other inputs are read; the exit code is 1.

    input.no-match
    No file matches a pattern. '*', '?' and '[...]' match within one part of a path.

    input.empty-directory
    A directory holds no file whose ending is that of a format we read. Files named one by one may have any ending.

    input.unreadable
    A file or a directory cannot be read, for the reason given. The other inputs are read; the exit code is 1.

    input.too-large read.too-large
    The input is larger than the bound, as it is or unpacked. Articles are not: split the file, or raise the bound by
    '--max-input' or 'limits.input_megabytes' of a configuration. It takes up to some ten times its size in memory.

    report.headline
    The headline has somebody blame a party, and the text under it only has them support, judge, decline or deny. The
    claim of the headline is kept, with its place; what the text says is surer.

    report.long-article
    The article is longer than any book: claims and names are read in its beginning only, indicators in all of it. If it
    is many articles, give them apart, or one a line as JSON with the keys title and text; else raise
    'limits.article_megabytes' in a configuration.

    report.language
    The article is in a language that no claims are read in. It is read all the same: its metadata, the names that the
    catalogues know and its indicators are in the report.

    report.no-threat
    Nothing in the article tells that it is about attacks, attackers or who is blamed for them, so that no claims are read
    in it. '--scope all' reads every reported statement; 'scope: all' under 'extraction' of a configuration does too.

    report.copy
    Of the merged articles one repeats another nearly word for word, as papers do with an agency's report. Both are
    sources of the report, but a claim that stands in both in the same words has one place of evidence, so that a copy
    confirms nothing.

    read.empty
    The input holds no text.

    read.other-json
    The input is JSON and none of what is read: a report, claims, a STIX bundle of Dossier's, a feed, articles as objects
    with 'text' or 'html'. MISP events and layers lose facts and are not read back.

    read.foreign-stix
    The STIX bundle holds no report with Dossier's property extension. Objects of others do not tell who says what about
    whom in which words, so nothing is read from them.

    read.stix-not-whole
    A report in the STIX bundle names objects that the bundle lacks, or has other numbers of parts than when it was
    written, so claims would be missing. Read the bundle as it was written.

    read.stix-left
    The STIX bundle also holds objects that Dossier did not write with its reports, such as notes added by a platform.
    They are not read; the reports are.

    read.binary
    The input is neither text nor a format we read.

    read.invalid-utf8
    Some bytes are not UTF-8, although the text says it is; they were replaced by U+FFFD.

    read.wrong-charset
    The input is not in the encoding that it declares. It was read in the one that fits its bytes.

    read.deep-nesting
    The page's elements are nested deeper than any real page's. The tags of the innermost are left out; their text is
    read.

    read.no-article
    No article was found in the page, the feed or the line: there is no running text in it, or readers without an
    account do not see it.

    read.no-text
    A message or a PDF holds no text, only pictures or attachments.

    read.broken-xml
    A feed or an agency's file is not well-formed XML. What could be read was read.

    read.not-a-feed read.not-a-pdf
    The input was to be read as a format that it is not. Without --as the content decides.

    read.broken-gzip
    A compressed file is cut off, or its check sum is wrong. Nothing of it is read.

    read.compression-bomb
    A compressed file unpacks to more than a hundred times its size, or holds compressed files in compressed files. No
    article does.

    read.missing-program
    Reading this input needs a program that is not installed: 'pdftotext' of poppler-utils for PDF, 'zstd' for files
    compressed with it.

    read.program-failed
    The program that was to read the input failed, or did not answer within a minute.

    read.unknown-language
    The article is in a language we have no words for: it is read, but no claim is found in it.

    output.pattern
    A path holds a place that is not known or not closed. Known are {slug}, {id} and {date}.

    output.unwritable
    A file cannot be written, for the reason given. What stood at its path before is untouched; the other outputs are
    written; the exit code is 1.

    output.same-path
    Two reports, or two outputs, would write one file in one run. The first is written, the second is not. Put {id}
    into the path.

    output.overwrites-input
    An output would write over a file that is read in the same run. It is not written.

    output.name
    An exporter names a file that would not lie beside its main one: absolute, with '..' or with characters that no
    path should hold. The output fails as a whole.

    output.above-ceiling
    A report is marked above the 'tlp_ceiling' of the output, and was left out of it. Everything in it counts as lost to
    that output, so that --fail-on-loss refuses the run. Of a report that was merged in this run, only what stands in
    nothing but the more strictly marked inputs is left out.

    output.redacted
    Names were hidden from an output, as 'redact' asks. Each fact that is hidden is a loss: --losses lists them.

    output.nothing-to-redact
    A name that 'redact' is to hide stands in none of the output's reports. Perhaps it is spelt in another way there, and
    was not hidden.

    output.missing-program
    Compressing an output needs a program that is not installed: 'zstd' for zstd. gzip needs none.

    output.several-files
    An exporter writes more than one file, and the output goes to the standard output, which is one. Name a path.

    output.exists
    The file is there already and is not written over without --force.

    output.loss output.losses
    An output does not hold some facts of the report: its format cannot, or the configuration keeps them out. --losses
    lists them, --fail-on-loss makes them an error with exit code 3.

    output.written
    A file took its place. Shown with --log-format json.

    template.unclosed template.unclosed-tag template.unknown-name template.not-open template.wrong-close template.refused-tag template.bad-name template.too-long template.too-deep
    A template of yours cannot be used, for the reason given at its line and column. Templates have values {{name}},
    sections {{#name}} to {{/name}} and {{^name}} to {{/name}}, and nothing else: they read no files and run no code.

    template.too-much-work template.too-much-output
    A template asks for more than any page needs: sections within sections multiply. The output fails; the others are
    written.

    plugin.search
    A directory under 'plugins.search' or in DOSSIER_PLUGIN_PATH cannot be searched.

    plugin.unusable
    A program of the name is there, but cannot be used, for the reason given: it is a directory, not executable, a loop
    of links, or its name is built in.

    plugin.not-used
    A program of the output's name was found, but another is used: the first one, or the built-in exporter of that name.

    plugin.shadows
    An output names a built-in exporter and a program for it. A program cannot take a built-in exporter's place.

    plugin.not-started
    The system could not start the program, for the reason given. A script begins with a line such as #!/bin/sh.

    plugin.describe
    With --describe, a program must print one JSON object with 'protocol', 'manifest' and 'options', and end with 0.

    plugin.protocol
    The program speaks no version of the protocol that this program speaks.

    plugin.timeout
    The program neither read nor wrote for 'plugins.timeout_seconds'. It was ended with its children; its output was
    dropped.

    plugin.too-much-output
    The program wrote more than 'plugins.max_output_megabytes'. It was ended; its output was dropped.

    plugin.closed-input
    The program stopped reading before it had all reports.

    plugin.exit
    The program ended with an exit code other than 0. Its output was dropped. The end of its standard error is shown.

    plugin.signal
    The program was ended by a signal. Its output was dropped. The end of its standard error is shown.

    plugin.no-done
    The program ended well, but without {"type":"done"} as its last line, so nobody knows whether it was done.

    plugin.malformed
    A line that the program wrote breaks the protocol. Its standard output is for the protocol alone.

    plugin.duplicate-file
    The program wrote one file twice. Pieces of a file carry "more": true, all but the last.

    plugin.said
    The program says so.

    plugin.conformance
    The program breaks a rule of the protocol.
    """
}
