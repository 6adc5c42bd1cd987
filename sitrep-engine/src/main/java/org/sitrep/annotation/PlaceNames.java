package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.PlaceWords;
import org.sitrep.knowledge.PlaceWords.Kind;
import org.sitrep.knowledge.Places;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/** Finds the stretches of a sentence that are spelt like names, and looks them up in the gazetteer. */
final class PlaceNames {

  private static final int LONGEST = 6;

  /**
   * A stretch spelt like a name.
   *
   * @param from its first token
   * @param to its last token
   * @param runFrom the first token of the whole run of capitalised words it is part of
   * @param runTo the last token of that run
   * @param candidates the places of that name; empty where the gazetteer knows none
   */
  record Name(int from, int to, int runFrom, int runTo, List<Candidate> candidates) {

    boolean isKnown() {
      return !candidates.isEmpty();
    }

    boolean isExact() {
      return isKnown() && candidates.getFirst().step().equals(Places.EXACT);
    }
  }

  private final Places places;
  private final PlaceWords words;

  PlaceNames(Places places) {
    this.places = places;
    this.words = places.words();
  }

  List<Name> find(SyntaxTree tree, String text) {
    List<Name> names = new ArrayList<>();
    for (int at = 0; at < tree.size(); ) {
      if (!starts(tree, at)) {
        at++;
        continue;
      }
      int end = runEnd(tree, text, at);
      split(tree, text, at, end, names);
      at = end + 1;
    }
    return names;
  }

  /** Cuts a run into the longest names that the gazetteer knows and the unknown stretches between them. */
  private void split(SyntaxTree tree, String text, int from, int end, List<Name> names) {
    int unknown = -1;
    for (int at = from; at <= end; ) {
      Name known = starts(tree, at) ? longest(tree, text, at, from, end) : null;
      boolean cut = known != null || isOrdinary(tree, at) || words.is(Kind.OPERATION, tree.form(at));
      if (cut && unknown >= 0) {
        names.add(new Name(unknown, at - 1, from, end, List.of()));
        unknown = -1;
      }
      if (known != null) {
        names.add(known);
        at = known.to + 1;
        continue;
      }
      if (!cut && unknown < 0 && starts(tree, at)) {
        unknown = at;
      }
      at++;
    }
    if (unknown >= 0) {
      names.add(new Name(unknown, end, from, end, List.of()));
    }
  }

  private @Nullable Name longest(SyntaxTree tree, String text, int at, int runFrom, int runTo) {
    for (int to = Math.min(runTo, at + LONGEST); to >= at; to--) {
      boolean headAlone = to == at && at < runTo && words.is(Kind.HEAD, tree.form(at));
      if (headAlone || isLink(tree, to) || (to == at && (isOrdinary(tree, at) || isOdd(tree, at)))) {
        continue;
      }
      List<Candidate> found =
          places.listCandidates(text.substring(tree.start(at), tree.end(to)).replace('\n', ' '));
      boolean loose = isOrdinary(tree, at) || isOrdinary(tree, to);
      if (!found.isEmpty() && !(loose && !found.getFirst().step().equals(Places.EXACT))) {
        return new Name(at, to, runFrom, runTo, found);
      }
    }
    return null;
  }

  /** A capitalised word that the language has anyway: no name by itself. */
  private boolean isOrdinary(SyntaxTree tree, int i) {
    String form = tree.form(i);
    return words.is(Kind.TYPE, form)
        || words.is(Kind.AROUND, form)
        || words.is(Kind.DIRECTION, form)
        || words.is(Kind.ORGANISATION, form)
        || words.is(Kind.TITLE, form.replace(".", ""))
        || !mayBeName(tree.upos(i));
  }

  /** A common word, or a person's name, that no word beside it calls a place. */
  private boolean isOdd(SyntaxTree tree, int i) {
    return words.is(Kind.NEVER, tree.form(i).replace(".", ""))
        && !(i + 1 < tree.size() && isType(tree, i + 1))
        && !(i > 0 && isType(tree, i - 1))
        && !(i > 1 && tree.form(i - 1).equals("of") && isType(tree, i - 2));
  }

  private boolean isType(SyntaxTree tree, int i) {
    String form = tree.form(i);
    return words.is(Kind.TYPE, form) && !PlaceNames.isCapital(form)
        || i + 1 < tree.size() && words.is(Kind.TYPE, form + " " + tree.form(i + 1));
  }

  private static boolean mayBeName(Upos upos) {
    return switch (upos) {
      case PROPN, NOUN, ADJ, X, NUM -> true;
      default -> false;
    };
  }

  private int runEnd(SyntaxTree tree, String text, int from) {
    int end = from;
    while (end + 1 < tree.size() && isJoined(tree, text, end)) {
      int next = end + 1;
      while (isLink(tree, next) && next + 1 < tree.size() && isJoined(tree, text, next)) {
        next++;
      }
      if (!isCapital(tree.form(next)) && !isArticled(tree.form(next)) && !isNumeral(tree, next)) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static boolean isNumeral(SyntaxTree tree, int i) {
    String form = tree.form(i);
    return form.length() <= 3 && Character.isDigit(form.charAt(0)) && tree.upos(i) == Upos.NUM
        && tree.is(i, "nummod") && tree.head(i) < i;
  }

  /** Whether token {@code i} and the next stand in one line with nothing but blanks between. */
  private static boolean isJoined(SyntaxTree tree, String text, int i) {
    String gap = text.substring(tree.end(i), tree.start(i + 1));
    return gap.isBlank() && gap.indexOf('\n') < 0;
  }

  private boolean starts(SyntaxTree tree, int i) {
    String form = tree.form(i);
    boolean function =
        switch (tree.upos(i)) {
          case ADP, SCONJ, CCONJ, ADV, AUX, PRON, VERB -> true;
          default -> false;
        };
    if (function && words.is(Kind.ARTICLE, form)) {
      return false;
    }
    if (isCapital(form) || isArticled(form)) {
      return true;
    }
    return words.is(Kind.ARTICLE, form) && Character.isLowerCase(form.charAt(0)) && i + 2 < tree.size()
        && tree.form(i + 1).equals("-") && isCapital(tree.form(i + 2));
  }

  private boolean isLink(SyntaxTree tree, int i) {
    String form = tree.form(i);
    return form.equals("-") || form.equals("–")
        || (Character.isLowerCase(form.charAt(0)) && words.is(Kind.ARTICLE, form)
            && !form.equals("at") && !form.equals("as") && !form.equals("an"))
        || (Character.isLowerCase(form.charAt(0)) && words.is(Kind.ARTICLE, form) && i + 1 < tree.size()
            && tree.form(i + 1).equals("-"));
  }

  static boolean isCapital(String form) {
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (Character.isLetter(c)) {
        return Character.isUpperCase(c);
      }
      if (Character.isDigit(c)) {
        return false;
      }
    }
    return false;
  }

  /** "al-Safa": an article with its noun in one token. */
  private boolean isArticled(String form) {
    int hyphen = form.indexOf('-');
    return hyphen > 0 && hyphen + 2 < form.length()
        && words.is(Kind.ARTICLE, form.substring(0, hyphen))
        && Character.isLetter(form.charAt(hyphen + 1));
  }
}
