package org.sitrep.claim;

import org.sitrep.text.Span;

/**
 * The characters a claim rests on.
 *
 * @param span where they stand in the document as given, in UTF-16 units
 * @param codePoints the same, in Unicode code points: what leaves the system
 * @param quote the characters themselves; of HTML without its markup
 */
public record Evidence(Span span, Span codePoints, String quote) {}
