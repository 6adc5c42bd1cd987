package org.sitrep.page;

import org.sitrep.text.Span;

/**
 * One paragraph-like part of a page.
 *
 * @param kind what it is
 * @param span where it stands in {@link Page#text()}
 * @param firstLine its first line in the document, from 1; 0 where the document has no lines
 * @param lastLine its last line
 */
public record Block(Kind kind, Span span, int firstLine, int lastLine) {

  /** Sorts of parts. */
  public enum Kind {
    HEADLINE,
    STANDFIRST,
    DATELINE,
    BODY,
    BLOCK_QUOTE,
    CAPTION,
    BOILERPLATE,
    COMMENT;

    /** Whether claims may be coded from it: headline, standfirst, body and block quotes. */
    public boolean isArticle() {
      return this == HEADLINE || this == STANDFIRST || this == BODY || this == BLOCK_QUOTE;
    }
  }
}
