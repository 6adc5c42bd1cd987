package org.sitrep.discussion;

import java.util.Optional;

/**
 * One reader's post, as the analysis takes it.
 *
 * @param number its place in the thread, from 0
 * @param author a keyed hash of site and name, where a name was printed
 * @param text what was written; empty once it has been purged
 * @param parent the number of the post answered, where known
 * @param answersNobody whether the page itself shows that it answers no other post
 */
public record Post(
    int number, Optional<String> author, String text, Optional<Integer> parent, boolean answersNobody) {}
