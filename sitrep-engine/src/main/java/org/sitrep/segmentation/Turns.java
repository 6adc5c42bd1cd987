package org.sitrep.segmentation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.knowledge.Layout;

/**
 * Guesses where another reader takes over in a thread that shows neither names nor gaps: by how a paragraph
 * opens, whom it speaks to, and how many words it shares with what was just said (after Hearst's
 * TextTiling, Computational Linguistics 23, 1997).
 */
final class Turns {

  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
  private static final int READ = 1200;

  private final Layout layout;
  private final List<Line> lines;

  Turns(Layout layout, List<Line> lines) {
    this.layout = layout;
    this.lines = lines;
  }

  /**
   * Whether line {@code i} begins another comment after {@code post}. The more lines are signed, by their share, the fewer
   * begin without a sign.
   */
  boolean begins(Post post, int i, double signed) {
    Line line = lines.get(i);
    double score = line.blanks() >= 2 ? 0.6 : -0.4;
    score += opening(line.text());
    score += cohesion(post, line) - 6 * Math.max(0, signed - 0.12);
    score -= post.author != null && post.texts.size() == 1 ? 0.3 : 0;
    if (line.blanks() == 0 || sameKind(lines.get(i - 1).text(), line.text())) {
      score -= 2;
    }
    return score > 0;
  }

  private double opening(String text) {
    int c = text.codePointAt(0);
    if (c == '-' || c == '*' || c == '•' || Character.isDigit(c)) {
      return -1.5;
    }
    if (c == '"' || c == '“') {
      return 0.9;
    }
    Matcher m = Pattern.compile("[\\p{L}'’]+").matcher(text.length() > 60 ? text.substring(0, 60) : text);
    double score = 0;
    for (int k = 0; k < 4 && m.find(); k++) {
      String word = m.group().toLowerCase(Locale.ROOT);
      boolean you = word.startsWith("you");
      boolean reply = layout.is(Layout.Word.INFORMAL, word);
      score += (you ? 0.8 : 0) + (reply && k < 2 ? 0.8 : 0);
      if (k == 0 && layout.is(Layout.Word.NEVER_IN_NAME, word)
          && (word.equals("and") || word.equals("but") || word.equals("so") || word.equals("this"))) {
        score -= 0.6;
      }
    }
    return Math.min(1.6, score);
  }

  private double cohesion(Post post, Line line) {
    Set<String> before = new HashSet<>();
    for (int k = Math.max(0, post.texts.size() - 3); k < post.texts.size(); k++) {
      before.addAll(stems(lines.get(post.texts.get(k)).text()));
    }
    Set<String> here = stems(line.text());
    long shared = here.stream().filter(before::contains).count();
    return shared == 0 ? 0.5 : shared == 1 ? -0.1 : -0.6;
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    Matcher m = WORD.matcher(text.length() > READ ? text.substring(0, READ) : text);
    while (m.find()) {
      String word = m.group().toLowerCase(Locale.ROOT);
      stems.add(word.substring(0, Math.min(5, word.length())));
    }
    return stems;
  }

  /** Two lines of one list: both marked, or both of the form "this = that". */
  private static boolean sameKind(String before, String here) {
    return (before.contains(" = ") && here.contains(" = ") && here.length() < 120)
        || (before.charAt(0) == '-' && here.charAt(0) == '-');
  }
}
