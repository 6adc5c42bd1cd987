package org.sitrep.page;

import java.util.Optional;
import org.sitrep.text.Span;

/**
 * A reader's comment. It can never become evidence: nothing on the path from annotation to events knows
 * this type.
 *
 * @param author the name as printed, where stated
 * @param time as printed, where stated
 * @param votes readers' votes as printed, for less against, where stated
 * @param text what was written, without the author's line
 * @param span from the author's line to the end, in {@link Page#text()}
 * @param firstLine its first line, from 1
 * @param lastLine its last line
 * @param parent index of the comment answered, in {@link Page#comments()}, where it answers one
 * @param parentKnown whether the page itself states whom it answers, or that it answers nobody
 * @param depth how deep the page indents it, from 0; its deepest level may hold replies to replies
 */
public record Comment(
    Optional<String> author,
    Optional<String> time,
    Optional<Integer> votes,
    String text,
    Span span,
    int firstLine,
    int lastLine,
    Optional<Integer> parent,
    boolean parentKnown,
    int depth) {}
