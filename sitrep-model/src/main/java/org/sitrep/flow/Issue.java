package org.sitrep.flow;

/**
 * One thing that the system could not read or decide. Issues are counted, stored and shown; where one is
 * found it is neither logged nor thrown.
 *
 * @param kind what sort of trouble
 * @param where the file, record or document, as the user named it
 * @param position line (text, feeds) or byte (archives: where the record begins); 0 where none applies
 * @param message one sentence for the user: what is wrong and what was done about it
 */
public record Issue(Kind kind, String where, long position, String message) {

  /** Sorts of trouble. A rejecting kind means that the named input was not read at all. */
  public enum Kind {
    /** A path that does not exist or may not be read. */
    MISSING(true),
    /** A file or record without any text. */
    EMPTY(true),
    /** Larger than the limit for one document. */
    TOO_LARGE(true),
    /** Bytes that are no text. */
    BINARY(true),
    /** A file format that is not supported. */
    UNSUPPORTED(true),
    /** A record that does not follow its format. */
    MALFORMED(true),
    /** Bytes that are no valid text in the stated charset; they were replaced. */
    ENCODING(false),
    /** A file or record that is damaged or incomplete; what is there was read. */
    DAMAGED(false),
    /** What an archive or feed holds beside documents, counted: images, redirects, captures seen again. */
    SKIPPED(false),
    /** Text in a language that the analyser does not know. */
    LANGUAGE(false),
    /** A sentence beyond the analyser's limits; it was read in parts. */
    LONG_SENTENCE(false),
    /** A time that cannot be read, or cannot well be (before 1900, after the document's own). */
    TIME(false),
    /** A place name with several readings, or none. */
    PLACE(false),
    /** So many claims of one document, or of one place and day, that comparing them takes long; all were compared. */
    CROWDED(false);

    private final boolean rejects;

    Kind(boolean rejects) {
      this.rejects = rejects;
    }

    /** Whether the input was left out. */
    public boolean rejects() {
      return rejects;
    }
  }

  /** "reports/day.jsonl:17: not JSON: ..." */
  @Override
  public String toString() {
    return where + (position > 0 ? ":" + position : "") + ": " + message;
  }
}
