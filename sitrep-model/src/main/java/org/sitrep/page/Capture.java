package org.sitrep.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was fetched or handed in: one document as it came, and what is known about it from outside its text.
 *
 * @param doc the document's id: a record's own id, or the file's name without its ending
 * @param origin where it was read from, for messages ("captures.jsonl:17")
 * @param url its address, where known
 * @param publisher the outlet, where known
 * @param title a title stated beside the text, where there is one
 * @param published the day of publication, where stated
 * @param fetched when it was fetched, where stated
 * @param format how {@code content} is to be read
 * @param content the document's characters, decoded, otherwise as they came
 * @param digest SHA-256 of the bytes, in lower-case hexadecimal
 */
public record Capture(
    String doc,
    String origin,
    Optional<String> url,
    Optional<String> publisher,
    Optional<String> title,
    Optional<LocalDate> published,
    Optional<Instant> fetched,
    Format format,
    String content,
    String digest) {

  /** How a document's characters are to be read. */
  public enum Format {
    /** Running text: an article alone. */
    TEXT,
    /** A page flattened to lines: article, furniture and readers' comments. */
    FLATTENED,
    /** HTML markup. */
    HTML
  }
}
