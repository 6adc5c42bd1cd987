package org.sitrep.claim;

import org.sitrep.text.Span;

/**
 * A stretch of a text that the text hands to somebody: who, by what word, what. All spans are in the article's
 * text.
 *
 * @param source the words for whoever speaks ("a US official")
 * @param cue the words that attribute ("according to")
 * @param content what is reported; over all sentences of a quotation
 * @param kind what the reporting amounts to
 */
public record Reported(Span source, Span cue, Span content, Kind kind) {

  /** What reporting amounts to. */
  public enum Kind {
    /** The source says that it is so. Claims rest on these alone. */
    STATEMENT,
    /** The source wants, judges or shows it, and vouches for nothing. */
    ATTITUDE
  }
}
