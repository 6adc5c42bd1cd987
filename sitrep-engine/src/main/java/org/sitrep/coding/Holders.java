package org.sitrep.coding;

import java.util.Arrays;
import java.util.Set;
import org.sitrep.mention.SyntaxTree;

/** Clauses that only say who holds a place: "which is controlled by X". Whoever holds it did nothing there. */
final class Holders {

  private static final Set<String> HELD = Set.of("place", "ground", "structure", "settlement");

  private Holders() {}

  /** "The shelling of the village, which is held by X": what is held is the village. */
  static boolean isHeldBetween(Words words, int noun, int verb) {
    return words.cue("grammar.holding", verb)
        && words.is(noun, "event")
        && Arrays.stream(words.tree.dependents(noun)).anyMatch(d -> d > noun && d < verb && words.is(d, HELD));
  }

  /** "Hit a market in X, which is held by Y, killing six": what follows the passive clause hangs on what is told, not on the holder. */
  static int beyond(Words words, int verb) {
    SyntaxTree tree = words.tree;
    int at = verb;
    boolean describes = tree.is(verb, "acl") && words.cue("grammar.holding", verb);
    while (describes && tree.head(at) >= 0) {
      at = tree.head(at);
      if (words.isVerb(at)) {
        return at;
      }
    }
    return verb;
  }
}
