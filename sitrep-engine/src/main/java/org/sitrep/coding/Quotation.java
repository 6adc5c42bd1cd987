package org.sitrep.coding;

import java.util.Optional;
import org.sitrep.text.Span;

/**
 * A stretch of an article that somebody else speaks: quoted words, over as many sentences and paragraphs as they
 * run, or a statement given in full.
 *
 * @param span where it stands
 * @param whole whether it is made of whole sentences or begins one; else words quoted inside somebody's sentence
 * @param report who speaks it, where that is said
 */
record Quotation(Span span, boolean whole, Optional<Report> report) {

  boolean holds(Span words) {
    int middle = (words.start() + words.end()) / 2;
    return span.start() <= middle && middle < span.end();
  }

  Quotation by(Optional<Report> speaker) {
    return new Quotation(span, whole, speaker);
  }
}
