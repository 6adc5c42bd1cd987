package org.sitrep.coding;

import java.util.Set;
import org.sitrep.mention.SyntaxTree;

/**
 * An attack that came to nothing: "repelled an attack", "beat back an assault", "their attack was repulsed", "the failed raid",
 * "the offensive failed". It took place, and those who made it did not succeed.
 */
final class Repulse {

  private static final Set<String> BACK = Set.of("back", "off", "away");
  private static final int CLIMB = 3;

  private Repulse() {}

  /** Whether a verb says that what it has as its object is beaten off. */
  static boolean isVerb(Words words, int verb) {
    return words.isVerb(verb)
        && (words.cue("certainty.beaten.verbs", verb) || words.cue("certainty.beaten.back", verb) && hasBack(words, verb));
  }

  private static boolean hasBack(Words words, int verb) {
    for (int d : words.tree.dependents(verb)) {
      if (BACK.contains(words.lower(d))) {
        return true;
      }
    }
    return words.tree.size() > verb + 1 && BACK.contains(words.lower(verb + 1));
  }

  /** "Fended off an attack", where "off an attack" passes for a phrase of place. */
  static boolean isPhrase(Words words, int noun, int verb) {
    return words.tree.is(noun, "obl") && words.hasCase(noun, BACK) && words.tree.start(noun) > words.tree.start(verb) && isVerb(words, verb);
  }

  /** Whether what a noun names, or the attempt at what a verb names, was beaten off or failed. */
  static boolean isBeaten(Words words, int noun) {
    SyntaxTree tree = words.tree;
    for (int d : tree.list(noun, "amod")) {
      if (words.cue("certainty.beaten.adjectives", d)) {
        return true;
      }
    }
    if (isToldBehind(words, noun)) {
      return true;
    }
    int head = tree.head(noun);
    if (head < 0 || !words.isVerb(head) || isUndone(words, head) || isAhead(words, head)) {
      return false;
    }
    boolean object = tree.is(noun, "obj") || tree.relation(noun).equals("nsubj:pass") || isPhrase(words, noun, head);
    boolean subject = tree.is(noun, "nsubj") && !tree.relation(noun).equals("nsubj:pass");
    boolean in = tree.is(noun, "obl") && words.hasCase(noun, Set.of("in")); // "failed in its attempt"
    return object && isVerb(words, head) || (subject || in) && words.cue("certainty.beaten.failing", head);
  }

  /** "A series of raids was repelled": of what the noun counts, too. */
  static boolean isBeatenOff(Predicate p) {
    int noun = p.token;
    for (int i = 0; p.nominal && i < CLIMB; i++) {
      if (isBeaten(p.words, noun)) {
        return true;
      }
      boolean counted = p.words.tree.is(noun, "nmod") && p.words.hasCase(noun, Set.of("of")) && p.words.cue("grammar.quantity", p.words.tree.head(noun));
      if (!counted) {
        return false;
      }
      noun = p.words.tree.head(noun);
    }
    return false;
  }

  /** "An attack that was repelled by the army". */
  private static boolean isToldBehind(Words words, int noun) {
    for (int d : words.tree.dependents(noun)) {
      boolean passive = words.tree.is(d, "acl") && (words.tree.find(d, "aux:pass") >= 0 || words.tree.xpos(d).equals("VBN"));
      if (passive && isVerb(words, d) && !isUndone(words, d) && !isAhead(words, d)) {
        return true;
      }
    }
    return false;
  }

  /** "Failed to repel the attack", "did not repel it": it came, and was not beaten off. */
  static boolean isWithstood(Words words, int noun) {
    int head = words.tree.head(noun);
    boolean object = words.tree.is(noun, "obj") || words.tree.relation(noun).equals("nsubj:pass");
    return head >= 0 && object && isVerb(words, head) && isUndone(words, head);
  }

  private static boolean isUndone(Words words, int verb) {
    for (int d : words.tree.dependents(verb)) {
      if (words.cue("certainty.negation", d)) {
        return true;
      }
    }
    return words.tree.is(verb, "xcomp") && words.cue("certainty.governing.denied", words.tree.head(verb));
  }

  private static boolean isAhead(Words words, int verb) {
    for (int d : words.tree.dependents(verb)) {
      if (words.cue("certainty.modal.planned", d) || words.cue("certainty.modal.possible", d)) {
        return true;
      }
    }
    return false;
  }
}
