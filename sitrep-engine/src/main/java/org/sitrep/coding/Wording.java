package org.sitrep.coding;

import java.util.Set;
import java.util.regex.Pattern;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;

/** The phrase by which somebody who speaks is named: titles, names and what the name belongs to, no clauses or glosses. */
final class Wording {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ARTICLE = Pattern.compile("^(?i)(the|a|an)\\s+");
  private static final Set<String> PARTS =
      Set.of("det", "amod", "compound", "flat", "nummod", "nmod", "fixed", "goeswith", "case", "appos");

  private final Words words;
  private final SyntaxTree tree;
  private int first;
  private int last;

  private Wording(Words words, int token) {
    this.words = words;
    this.tree = words.tree;
    this.first = token;
    this.last = token;
    widen(token, true);
  }

  /** Where it stands. */
  static Span span(Words words, int token) {
    Wording wording = new Wording(words, token);
    return new Span(words.tree.start(wording.first), words.tree.end(wording.last));
  }

  /** The words, without a leading article. */
  static String of(Words words, int token) {
    return bare(words.text(span(words, token)));
  }

  /** A phrase with single spaces and without a leading article. */
  static String bare(String phrase) {
    return ARTICLE.matcher(spaced(phrase)).replaceFirst("");
  }

  /** A phrase with single spaces. */
  static String spaced(String phrase) {
    return BLANKS.matcher(phrase.strip()).replaceAll(" ");
  }

  private void widen(int token, boolean top) {
    for (int d : tree.dependents(token)) {
      if (belongs(token, d, top)) {
        first = Math.min(first, d);
        last = Math.max(last, d);
        widen(d, false);
      }
    }
  }

  private boolean belongs(int token, int d, boolean top) {
    String relation = tree.relation(d);
    int colon = relation.indexOf(':');
    if (!PARTS.contains(colon < 0 ? relation : relation.substring(0, colon))) {
      return false;
    }
    return switch (relation) {
      case "case" -> !top || words.lower(d).startsWith("'") || words.lower(d).startsWith("’");
      case "appos" -> isTitle(token, d);
      case "nmod" -> !(top && words.preposition(d).isEmpty()) && words.is(d, "any");
      case "nmod:unmarked" -> words.is(d, "any");
      default -> true;
    };
  }

  /** "spokesman Jan Varga": title and name side by side, with no mark between. */
  private boolean isTitle(int token, int d) {
    for (int i = Math.min(token, d); i < Math.max(token, d); i++) {
      if (tree.is(i, "punct") && !tree.form(i).equals("-") && !tree.form(i).equals(".")) {
        return false;
      }
    }
    return true;
  }
}
