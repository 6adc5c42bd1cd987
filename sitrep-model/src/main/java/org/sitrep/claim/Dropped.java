package org.sitrep.claim;

import org.sitrep.text.Span;

/**
 * Something in a sentence that coding looked at and left out: a word of happening that became no claim of its own, or a
 * mention that fills no slot.
 *
 * @param span the words, in the article's text
 * @param considered what they were considered for: a frame ("capture/take"), or the name of a slot
 * @param why the reason for leaving them out, for a person
 */
public record Dropped(Span span, String considered, String why) {}
