package org.sitrep.annotation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitrep.knowledge.Counts;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Finds, by the order of words alone, those counted before or after a word of outcome: "three people, including
 * a judge, were on Friday killed", "wounded at least 45". Pure and thread-safe.
 */
final class OutcomePhrases {

  private static final int PHRASE = 6;
  private static final int ASIDE = 14;
  private static final int AFTER = 5;
  private static final Set<String> LINKS =
      Set.of("were", "was", "are", "is", "been", "have", "has", "had", "be", "being", "to", "on", "in");
  private static final Map<String, String> OPENING =
      Map.of(",", ",", ")", "(", "]", "[", "-", "-", "–", "–", "—", "—", "--", "--");
  private static final Set<String> ENUMERATION = Set.of("including", "among");
  private static final Set<String> SINGLE = Set.of("a", "an", "another");
  private static final Set<String> BOUNDS =
      Set.of("at", "least", "more", "than", "over", "some", "about", "nearly", "almost", "around", "up", "to", "another", "as", "many",
          "a", "total", "only", "well", "approximately");

  private final Counts counts;
  private final Lexicon lexicon;

  OutcomePhrases(Counts counts, Lexicon lexicon) {
    this.counts = counts;
    this.lexicon = lexicon;
  }

  static String word(SyntaxTree tree, int i) {
    return i < 0 || i >= tree.size() ? "" : tree.form(i).toLowerCase(Locale.ROOT);
  }

  boolean isTime(SyntaxTree tree, int i) {
    return lexicon.cue("grammar.times", word(tree, i));
  }

  /** The head of the counted phrase that ends before an outcome, or -1. */
  int before(SyntaxTree tree, int outcome) {
    int at = outcome - 1;
    while (at >= 0 && isBetween(tree, at)) {
      at--;
    }
    int aside = asideStart(tree, at);
    int head = aside < 0 ? -1 : whole(tree, end(tree, aside - 1));
    return head < 0 ? whole(tree, end(tree, at)) : head;
  }

  /** The head of the counted phrase right after an outcome and a time, or -1. */
  int after(SyntaxTree tree, int outcome) {
    for (int i = afterTime(tree, outcome + 1); i < tree.size() && i - outcome <= AFTER; i++) {
      if (isCount(tree, i) && !isTime(tree, i + 1)) {
        int head = i;
        while (head + 1 < tree.size() && isInPhrase(tree, head + 1) && head - i < PHRASE && !isTime(tree, head + 1)) {
          head++;
        }
        return head;
      }
      boolean total = word(tree, i).equals("of") && word(tree, i - 1).equals("total");
      if (!BOUNDS.contains(word(tree, i)) && !total) {
        return -1;
      }
    }
    return -1;
  }

  /** "killed on Friday 25 people": past the time. */
  int afterTime(SyntaxTree tree, int i) {
    int day = word(tree, i).equals("on") ? i + 1 : i;
    return isTime(tree, day) ? day + 1 : i;
  }

  /** The token by which a counted phrase hangs: "others" in "89 others", the number where it is alone. */
  static int top(SyntaxTree tree, int counted, int limit) {
    int at = counted;
    for (int i = 0; i < PHRASE; i++) {
      int head = tree.head(at);
      boolean within = head > counted - PHRASE && head >= 0 && head < limit && head <= counted;
      if (!within || !(tree.is(at, "nummod") || tree.is(at, "compound") || tree.is(at, "amod") || tree.is(at, "flat"))) {
        break;
      }
      at = head;
    }
    return at;
  }

  /** Where what stands between the counted and the verb begins: ", including a judge", "(or 15)", "- a family -". */
  private static int asideStart(SyntaxTree tree, int end) {
    String opening = OPENING.getOrDefault(word(tree, end), "");
    for (int i = end - 1; i > 0 && end - i < ASIDE && tree.upos(i) != Upos.AUX; i--) {
      String word = word(tree, i);
      if (word.equals(opening)) {
        return i;
      }
      if (opening.isEmpty() && ENUMERATION.contains(word)) {
        return OPENING.containsKey(word(tree, i - 1)) ? i - 1 : i;
      }
    }
    return -1;
  }

  /** What may stand between the counted and their outcome: auxiliaries, adverbs, hedges, times. */
  private boolean isBetween(SyntaxTree tree, int i) {
    String word = word(tree, i);
    return tree.upos(i) == Upos.ADV || LINKS.contains(word) || counts.isHedge(word) || isTime(tree, i)
        || word.equals("the") && isTime(tree, i + 1);
  }

  /** The last token of a counted phrase that ends at {@code at}, or -1. */
  private int end(SyntaxTree tree, int at) {
    return at >= 0 && start(tree, at) >= 0 ? at : -1;
  }

  private int start(SyntaxTree tree, int at) {
    boolean nominal = isCount(tree, at) || tree.upos(at) == Upos.NOUN || tree.upos(at) == Upos.PROPN || isPerson(tree, at)
        || tree.upos(at) == Upos.ADJ && at > 0 && isCount(tree, at - 1);
    for (int i = at; nominal && i >= 0 && at - i < PHRASE; i--) {
      if (isCount(tree, i) || i < at && SINGLE.contains(word(tree, i)) && isPerson(tree, at)) {
        return i;
      }
      nominal = isInPhrase(tree, i);
    }
    return -1;
  }

  /** "Eight members of one family": the members were counted, not the family. */
  private int whole(SyntaxTree tree, int end) {
    if (end < 0) {
      return -1;
    }
    int start = start(tree, end);
    int outer = start > 1 && word(tree, start - 1).equals("of") ? end(tree, start - 2) : -1;
    return outer >= 0 && isPerson(tree, outer) ? outer : end;
  }

  private boolean isPerson(SyntaxTree tree, int i) {
    return lexicon.isPerson(word(tree, i)) || lexicon.isPerson(tree.lemma(i).toLowerCase(Locale.ROOT));
  }

  private static boolean isInPhrase(SyntaxTree tree, int i) {
    return switch (tree.upos(i)) {
      case NOUN, PROPN, ADJ -> true;
      default -> tree.form(i).equals("-");
    };
  }

  boolean isCount(SyntaxTree tree, int i) {
    String word = word(tree, i);
    boolean number = i >= 0 && i < tree.size() && tree.upos(i) == Upos.NUM && !tree.form(i).contains(":");
    return number || counts.isNumber(word) || word.equals("others") || word.equals("another");
  }
}
