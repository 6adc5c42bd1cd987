package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Place.Feature;
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
      return isKnown() && Places.isAsWritten(candidates.getFirst().step());
    }
  }

  private final Places places;
  private final PlaceWords words;

  PlaceNames(Places places) {
    this.places = places;
    this.words = places.words();
  }

  List<Name> find(SyntaxTree tree, String text, Nations nations) {
    List<Name> names = new ArrayList<>();
    for (int at = 0; at < tree.size(); ) {
      if (!starts(tree, at)) {
        at++;
        continue;
      }
      int end = runEnd(tree, text, at);
      int first = names.size();
      split(tree, text, at, end, nations, names);
      whole(names, first);
      at = end + 1;
    }
    return names;
  }

  /** Cuts a run into the longest names that the gazetteer knows and the unknown stretches between them. */
  private void split(SyntaxTree tree, String text, int from, int end, Nations nations, List<Name> names) {
    int unknown = -1;
    for (int at = from; at <= end; ) {
      Name known = starts(tree, at) ? longest(tree, text, at, from, end, nations) : null;
      int sort = known == null ? sort(tree, at, end) : 0;
      boolean cut = known != null || sort > 0 || nations.has(at) || isOrdinary(tree, at) || words.is(Kind.OPERATION, tree.form(at));
      if (cut && unknown >= 0) {
        names.add(new Name(unknown, at - 1, from, end, List.of()));
        unknown = -1;
      }
      if (known != null) {
        names.add(known);
        at = known.to + 1;
        continue;
      }
      if (sort > 0) {
        at += sort;
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

  /** How many words from here on are one word for a sort of place ("Local Government Area"); 0 for one or none. */
  private int sort(SyntaxTree tree, int at, int end) {
    for (int length = 3; length > 1; length--) {
      StringBuilder joined = new StringBuilder(tree.form(at));
      for (int i = at + 1; i < at + length && i <= end; i++) {
        joined.append(' ').append(tree.form(i));
      }
      if (at + length - 1 <= end && words.is(Kind.TYPE, joined.toString())) {
        return length;
      }
    }
    return 0;
  }

  /** A name spelt otherwise in the gazetteer, next to a word of the run that is none: "Chahar" in "Chahar Dewal". */
  private static void whole(List<Name> names, int first) {
    for (int i = first; i + 1 < names.size(); i++) {
      Name a = names.get(i);
      Name b = names.get(i + 1);
      boolean beside = a.runFrom == b.runFrom && a.to + 1 == b.from && a.isKnown() != b.isKnown();
      if (beside && !a.isExact() && !b.isExact()) {
        names.set(i, new Name(a.from, b.to, a.runFrom, a.runTo, List.of()));
        names.remove(i + 1);
        i--;
      }
    }
  }

  private @Nullable Name longest(
      SyntaxTree tree, String text, int at, int runFrom, int runTo, Nations nations) {
    for (int to = Math.min(runTo, at + LONGEST); to >= at; to--) {
      if (to == at && nations.has(at)) {
        return land(tree, at, runFrom, runTo, nations);
      }
      Name typed = typed(tree, text, at, to, runFrom, runTo);
      if (typed != null) {
        return typed;
      }
      boolean headAlone = to == at && at < runTo && words.is(Kind.HEAD, tree.form(at));
      if (headAlone || isLink(tree, to) || (to == at && (isOrdinary(tree, at) || isOdd(tree, at)))) {
        continue;
      }
      List<Candidate> found =
          places.listCandidates(text.substring(tree.start(at), tree.end(to)).replace('\n', ' '));
      boolean loose = isOrdinary(tree, at) || isOrdinary(tree, to) || nations.has(at) || nations.has(to);
      if (!found.isEmpty() && !(loose && !Places.isAsWritten(found.getFirst().step()))) {
        return new Name(at, to, runFrom, runTo, found);
      }
    }
    return null;
  }

  /** "X state", "X airfield": a name that the gazetteer has only together with its sort. */
  private @Nullable Name typed(SyntaxTree tree, String text, int at, int to, int runFrom, int runTo) {
    int sort = to + 1;
    if (sort >= tree.size() || !isJoined(tree, text, to)) {
      return null;
    }
    String name = text.substring(tree.start(at), tree.end(to)).replace('\n', ' ');
    List<Candidate> found = words.is(Kind.TYPE, tree.form(sort)) ? places.listExact(name + ' ' + tree.form(sort)) : List.of();
    if (!found.isEmpty() && found.getFirst().place().feature().isDivision()) {
      return new Name(at, to, runFrom, Math.max(to, runTo), found);
    }
    List<Candidate> sites = sites(name, site(tree, words.is(Kind.MODIFIER, tree.form(sort)) ? sort + 1 : sort));
    return sites.isEmpty() ? null : new Name(at, to, runFrom, runTo, sites);
  }

  /** What one or two words from here on call a site: neither a settlement nor a division nor a stretch of land. */
  private Optional<Feature> site(SyntaxTree tree, int at) {
    String one = at < tree.size() ? tree.form(at) : "";
    Optional<Feature> two = at + 1 < tree.size() ? words.feature(Kind.TYPE, one + ' ' + tree.form(at + 1)) : Optional.empty();
    return two.or(() -> words.feature(Kind.TYPE, one)).filter(f -> !f.isSettlement() && !f.isDivision() && f != Feature.AREA);
  }

  /** The sites that the gazetteer has under the name with any word for their sort, with those it has under the name alone. */
  private List<Candidate> sites(String name, Optional<Feature> sort) {
    Map<String, Candidate> found = new LinkedHashMap<>();
    for (String word : sort.map(words::listTypes).orElse(List.of())) {
      places.listCandidates(name + ' ' + word).stream().filter(c -> c.place().feature() == sort.get()).forEach(c -> found.putIfAbsent(c.place().id(), c));
    }
    if (!found.isEmpty()) {
      places.listCandidates(name).stream().filter(c -> c.place().feature() == sort.get()).forEach(c -> found.putIfAbsent(c.place().id(), c));
    }
    boolean written = found.values().stream().anyMatch(c -> Places.isAsWritten(c.step()));
    return found.values().stream().filter(c -> !written || Places.isAsWritten(c.step())).toList();
  }

  /** "The Syrian border", "Iraqi airspace": the adjective of a state before a word for its land. */
  private @Nullable Name land(SyntaxTree tree, int at, int runFrom, int runTo, Nations nations) {
    int next = at + 1;
    boolean two = next + 1 < tree.size() && words.is(Kind.LAND, tree.form(next) + " " + tree.form(next + 1));
    boolean land = two || next < tree.size() && words.is(Kind.LAND, tree.form(next)) && tree.upos(next) != Upos.ADJ;
    int after = two ? next + 2 : next + 1;
    boolean more = after < tree.size()
        && (tree.form(after).equals("of") || tree.is(after - 1, "compound") || words.is(Kind.TYPE, tree.form(after)));
    List<Candidate> country = land && !more
        ? nations.state(at).flatMap(places::country).map(c -> List.of(new Candidate(c, Places.EXACT))).orElse(List.of())
        : List.of();
    return country.isEmpty() ? null : new Name(at, at, runFrom, runTo, country);
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
      boolean named = i > 0 && tree.upos(i - 1) == Upos.ADP && !isCapital(tree.form(i - 1));
      return named && isCapital(form) && i + 1 < tree.size() && isCapital(tree.form(i + 1));
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
