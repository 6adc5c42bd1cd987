package org.sitrep.revision;

import java.util.List;
import java.util.Locale;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Layout;

/** Which changes of wording nobody need look at, provided that no claim changed with them. */
final class Trifles {

  private static final int SHORTEST_MISTYPED = 5;
  private static final int SHORTEST_NAME = 6;
  private static final int LONGEST_METER = 8;

  private static final List<Layout.Phrase> FURNITURE =
      List.of(
          Layout.Phrase.FURNITURE, Layout.Phrase.BANNER, Layout.Phrase.CREDIT, Layout.Phrase.RELATED,
          Layout.Phrase.FORM, Layout.Phrase.THREAD, Layout.Phrase.PROMPT, Layout.Phrase.REPLY_LABEL,
          Layout.Phrase.COMMENT_TIME, Layout.Phrase.DATE_LABEL);

  private final Knowledge knowledge;

  Trifles(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Whether a sentence that came or went is page furniture, or has no word. */
  boolean isFurniture(Sentence sentence) {
    String text = knowledge.layout().without(Layout.Phrase.RELATIVE_TIME, sentence.text()).strip();
    return Sentence.words(text).isEmpty() || FURNITURE.stream().anyMatch(f -> knowledge.layout().is(f, sentence.text()));
  }

  /** Whether two wordings say the same: spacing, punctuation, a typing error, a time reckoned from now. */
  boolean areSame(Sentence before, Sentence after) {
    List<String> a = words(before);
    List<String> b = words(after);
    if (String.join("", a).equalsIgnoreCase(String.join("", b))) {
      return true;
    }
    if (a.size() != b.size()) {
      return false;
    }
    boolean meter = isMeter(before) && isMeter(after);
    for (int i = 0; i < a.size(); i++) {
      boolean same = a.get(i).equalsIgnoreCase(b.get(i)) || isMistyped(a.get(i), b.get(i), i == 0);
      if (!same && !(meter && isNumber(a.get(i)) && isNumber(b.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private List<String> words(Sentence sentence) {
    return Sentence.words(knowledge.layout().without(Layout.Phrase.RELATIVE_TIME, sentence.text()));
  }

  /** A short line that is no sentence, with a number in it: funds raised, views. */
  private static boolean isMeter(Sentence sentence) {
    char last = sentence.text().isEmpty() ? '.' : sentence.text().charAt(sentence.text().length() - 1);
    return sentence.words().size() <= LONGEST_METER
        && ".!?".indexOf(last) < 0
        && sentence.kind() != org.sitrep.page.Block.Kind.HEADLINE;
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0));
  }

  /**
   * One letter too many, too few, wrong, or two exchanged; never the first one, never in numbers, and in
   * names only in long ones: Iran is not Iraq.
   */
  boolean isMistyped(String a, String b, boolean first) {
    boolean name = !first && (Character.isUpperCase(a.charAt(0)) || Character.isUpperCase(b.charAt(0)));
    String x = a.toLowerCase(Locale.ROOT);
    String y = b.toLowerCase(Locale.ROOT);
    int least = Math.min(x.length(), y.length());
    return least >= (name ? SHORTEST_NAME : SHORTEST_MISTYPED)
        && x.charAt(0) == y.charAt(0)
        && !isNumeral(x)
        && !isNumeral(y)
        && isOneOff(x, y);
  }

  private boolean isNumeral(String word) {
    return Character.isDigit(word.charAt(0)) || knowledge.counts().isNumber(word);
  }

  private static boolean isOneOff(String x, String y) {
    String a = x.length() <= y.length() ? x : y;
    String b = a.equals(x) ? y : x;
    int from = 0;
    while (from < a.length() && a.charAt(from) == b.charAt(from)) {
      from++;
    }
    String restA = a.substring(from);
    String restB = b.substring(from);
    if (a.length() + 1 == b.length()) {
      return restA.equals(restB.substring(1));
    }
    if (a.length() != b.length() || restA.isEmpty()) {
      return false;
    }
    boolean wrong = restA.substring(1).equals(restB.substring(1));
    boolean exchanged =
        restA.length() > 1
            && restA.charAt(0) == restB.charAt(1)
            && restA.charAt(1) == restB.charAt(0)
            && restA.substring(2).equals(restB.substring(2));
    return wrong || exchanged;
  }
}
