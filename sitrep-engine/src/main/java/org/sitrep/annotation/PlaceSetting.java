package org.sitrep.annotation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.PlaceWords;
import org.sitrep.knowledge.PlaceWords.Kind;
import org.sitrep.mention.Mention.PlaceRelation;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Reads the words to the left and right of a name: what sort of place they ask for, how the place meant
 * stands to the one named, and what speaks for a place at all. One use per name.
 */
final class PlaceSetting {

  private static final double NEARBY_KM = 10;
  private static final int OWNED = 4;

  private final PlaceWords words;
  private final SyntaxTree tree;
  private final Nations nations;

  private final int least;
  private int from;
  private int to;
  private boolean plural;
  private boolean located;
  private boolean between;
  private boolean line;
  private Optional<Feature> feature = Optional.empty();
  private PlaceRelation.Kind kind;
  private @Nullable Double bearing;
  private @Nullable Double km;

  /**
   * Reads around a name.
   *
   * @param least the first token to the left that is not another name's
   */
  PlaceSetting(PlaceWords words, SyntaxTree tree, Nations nations, int from, int to, int least) {
    this.least = least;
    this.nations = nations;
    this.words = words;
    this.tree = tree;
    this.from = from;
    this.to = to;
    this.kind = PlaceRelation.Kind.PART;
    right();
    left();
  }

  /** The first token of the name with the words that belong to it. */
  int from() {
    return from;
  }

  /** The last token of the name with the words that belong to it. */
  int to() {
    return to;
  }

  Optional<Feature> feature() {
    return feature;
  }

  void feature(Feature inherited) {
    feature = Optional.of(inherited);
    plural = true;
  }

  /** Whether the word for the sort of place is a plural ("the villages of"). */
  boolean isPlural() {
    return plural;
  }

  /** Whether a preposition of place, a direction, a distance or "countryside" stands by. */
  boolean isLocated() {
    return located;
  }

  boolean isBetween() {
    return between;
  }

  /** Whether the name is that of a road, a border or an axis. */
  boolean isLine() {
    return line || feature.filter(f -> f == Feature.ROAD).isPresent();
  }

  Optional<PlaceRelation> relation() {
    boolean some = bearing != null || km != null || kind != PlaceRelation.Kind.PART;
    return some
        ? Optional.of(new PlaceRelation(kind, Optional.ofNullable(bearing), Optional.ofNullable(km)))
        : Optional.empty();
  }

  void between() {
    between = true;
    located = true;
    if (relation().isEmpty() || kind == PlaceRelation.Kind.AROUND) {
      kind = PlaceRelation.Kind.BETWEEN;
      km = NEARBY_KM;
    }
  }

  private boolean is(Kind what, int i) {
    return i >= least && i < tree.size() && words.is(what, tree.form(i));
  }

  private boolean form(int i, String form) {
    return i >= least && i < tree.size() && tree.form(i).equalsIgnoreCase(form);
  }

  private void right() {
    int at = to + 1;
    if (form(at, "'s") || form(at, "’s") || form(at, "'") || form(at, "’")) {
      at++;
      if (!owned(at)) {
        return;
      }
    }
    int direction = -1;
    if (is(Kind.DIRECTION, at)) {
      direction = at++;
    }
    int length = typeLength(at);
    if (length == 0 && at == to + 1 && isModifier(at)) {
      length = typeLength(at + 1) == 0 ? 0 : typeLength(at + 1) + 1;
    }
    if (length > 0) {
      type(at + length - 1, length);
      to = at + length - 1;
      at = to + 1;
      bearing(direction, PlaceRelation.Kind.PART);
      direction = -1;
    }
    line = is(Kind.AROUND, at) && (form(at, "border") || form(at, "axis") || form(at, "line"));
    if (is(Kind.AROUND, at) && !PlaceNames.isCapital(tree.form(at)) || is(Kind.AROUND, at) && !is(Kind.ORGANISATION, at)) {
      around(tree.form(at));
      bearing(direction, kind);
      to = at;
    } else if (direction >= 0 && direction == at - 1 && direction > to + 1) {
      bearing(direction, PlaceRelation.Kind.PART);
      to = direction;
    }
  }

  /**
   * "Syria's Kurdish-run northeast" is a part of Syria; "Pakistan's northwestern city of Peshawar" and "Nigeria's Borno
   * state" are other places in it.
   *
   * @return whether what follows may say more of the name itself
   */
  private boolean owned(int at) {
    int last = at;
    while (last < tree.size() && last < at + OWNED && !is(Kind.DIRECTION, last) && (isNoun(last) || tree.upos(last) == Upos.ADJ || form(last, "-"))) {
      last++;
    }
    boolean noun = is(Kind.DIRECTION, last) && !tree.form(last).endsWith("ern");
    if (noun && (last + 1 == tree.size() || !isNoun(last + 1))) {
      bearing(last, PlaceRelation.Kind.PART);
      to = last;
      return false;
    }
    int type = is(Kind.DIRECTION, at) ? at + 1 : at;
    int length = typeLength(type);
    int after = type + length;
    boolean other = length > 0 && (form(after, "of") || after < tree.size() && PlaceNames.isCapital(tree.form(after)));
    return !other && !(at < tree.size() && PlaceNames.isCapital(tree.form(at)));
  }

  private boolean isNoun(int i) {
    return tree.upos(i) == Upos.NOUN || tree.upos(i) == Upos.PROPN;
  }

  /** How many tokens from {@code at} say what sort of place it is. */
  private int typeLength(int at) {
    for (int length = 3; length > 1; length--) {
      if (at + length <= tree.size() && words.is(Kind.TYPE, joined(at, length))) {
        return length;
      }
    }
    boolean verb = at < tree.size() && (tree.upos(at) == Upos.VERB || tree.upos(at) == Upos.AUX);
    return is(Kind.TYPE, at) && (!verb || PlaceNames.isCapital(tree.form(at))) ? 1 : 0;
  }

  private String joined(int at, int length) {
    StringBuilder all = new StringBuilder(tree.form(at));
    for (int i = at + 1; i < at + length; i++) {
      all.append(' ').append(tree.form(i));
    }
    return all.toString();
  }

  private boolean isModifier(int i) {
    boolean word = i < tree.size() && (tree.upos(i) == Upos.ADJ || !PlaceNames.isCapital(tree.form(i)) || is(Kind.MODIFIER, i));
    return i + 1 < tree.size() && word
        && (tree.upos(i) == Upos.ADJ || tree.upos(i) == Upos.NOUN || tree.upos(i) == Upos.PROPN)
        && !is(Kind.ORGANISATION, i) && !is(Kind.TYPE, i) && !is(Kind.AROUND, i);
  }

  private void type(int last, int length) {
    String word = tree.form(last);
    Optional<Feature> said = words.feature(Kind.TYPE, joined(last - length + 1, length));
    feature = said.isPresent() ? said : words.feature(Kind.TYPE, word);
    plural = word.endsWith("s") && !word.endsWith("ss");
  }

  private void around(String word) {
    kind = PlaceRelation.Kind.AROUND;
    words.number(Kind.AROUND, word).ifPresent(n -> km = n);
    located = true;
  }

  private void bearing(int direction, PlaceRelation.Kind relation) {
    if (direction >= 0) {
      words.number(Kind.DIRECTION, tree.form(direction)).ifPresent(n -> bearing = n);
      kind = relation;
      located = true;
    }
  }

  private void left() {
    int at = skipArticle(from - 1);
    Optional<Feature> before = feature;
    if (form(at, "of")) {
      at = leftOf(at);
      if (form(at, "of") && !is(Kind.TYPE, at - 1)) {
        at = leftOf(at);
      }
    } else if (isTypeBefore(at)) {
      if (feature.isEmpty()) {
        type(at, 1);
      }
      from = at;
      at = skipArticle(at - 1);
    }
    boolean sort = before.isEmpty() && feature.filter(f -> f.isDivision() || f.isSettlement() && f != Feature.NEIGHBOURHOOD).isPresent();
    int outer = outer(at, sort);
    if (outer < at) {
      preposition(outer);
      return;
    }
    if (is(Kind.DIRECTION, at) && kind == PlaceRelation.Kind.PART && bearing == null) {
      bearing(at, PlaceRelation.Kind.PART);
      from = at;
      at = skipArticle(at - 1);
    } else if (is(Kind.DIRECTION, at) && bearing == null && from - 1 <= at + 1) {
      bearing(at, kind);
      from = at;
      at = skipArticle(at - 1);
    }
    if (form(at, "from") && is(Kind.UNIT, at - 1) && number(at - 2) != null) {
      distance(at - 1);
      kind = PlaceRelation.Kind.OFFSET;
    }
    preposition(at);
  }

  /**
   * Passes words that say where in a larger whole the place lies, not which part of it is meant: "the northern Iraqi city
   * of X", "the western city of X".
   *
   * @return what stands before them, or {@code from} where there are none
   */
  private int outer(int from, boolean sort) {
    int at = from;
    while (at >= least && nations.has(at)) {
      at--;
      at = skipArticle(is(Kind.DIRECTION, at) ? at - 1 : at);
    }
    return sort && is(Kind.DIRECTION, at) ? skipArticle(at - 1) : at;
  }

  private boolean isTypeBefore(int at) {
    return at == from - 1 && is(Kind.TYPE, at) && feature.isEmpty()
        && !tree.form(at).endsWith("s") && tree.upos(at) != Upos.VERB;
  }

  private int skipArticle(int at) {
    return form(at, "the") ? at - 1 : at;
  }

  /** What stands before "of": a sort of place, a part, a direction, a distance. */
  private int leftOf(int of) {
    int at = of - 1;
    if (is(Kind.TYPE, at) && PlaceNames.isCapital(tree.form(at)) && at > least && PlaceNames.isCapital(tree.form(at - 1))) {
      return of;
    }
    if (is(Kind.TYPE, at)) {
      boolean two = at > least && words.is(Kind.TYPE, tree.form(at - 1) + " " + tree.form(at));
      if (feature.isEmpty()) {
        type(at, two ? 2 : 1);
      }
      from = two ? at - 1 : at;
      boolean described = from > least && tree.upos(from - 1) == Upos.ADJ && !is(Kind.DIRECTION, from - 1) && !nations.has(from - 1);
      return skipArticle(described ? from - 2 : from - 1); // "of the ancient city of"
    }
    if (is(Kind.AROUND, at) || is(Kind.PART, at)) {
      if (is(Kind.AROUND, at)) {
        around(tree.form(at));
      } else if (feature.isEmpty()) {
        feature = words.feature(Kind.PART, tree.form(at));
      }
      located = true;
      from = at;
      return skipArticle(at - 1);
    }
    if (is(Kind.UNIT, at) && number(at - 1) != null) {
      distance(at);
      kind = PlaceRelation.Kind.AROUND;
      return skipArticle(from - 1);
    }
    if (is(Kind.DIRECTION, at)) {
      bearing(at, PlaceRelation.Kind.OFFSET);
      from = at;
      int before = skipArticle(at - 1);
      if (form(before, "to")) {
        before--;
      }
      if (is(Kind.UNIT, before) && number(before - 1) != null) {
        distance(before);
        return skipArticle(from - 1);
      }
      return at - 1;
    }
    return of;
  }

  private void distance(int unit) {
    Double count = number(unit - 1);
    double per = words.number(Kind.UNIT, tree.form(unit)).orElse(1);
    if (count != null) {
      km = count * per;
      from = unit - 1;
      located = true;
    }
  }

  private @Nullable Double number(int i) {
    if (i < least) {
      return null;
    }
    try {
      return Double.valueOf(tree.form(i).replace(",", ""));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void preposition(int at) {
    if (is(Kind.TOWARDS, at)) {
      located = true;
      if (relation().isEmpty()) {
        kind = PlaceRelation.Kind.TOWARDS;
      }
    } else if (is(Kind.LOCATIVE, at)) {
      located = true;
      zone(at);
      words.number(Kind.LOCATIVE, tree.form(at)).ifPresent(n -> nearby(n, at));
    }
  }

  /** "A 55-km zone around X", "within a radius of 50 km around X". */
  private void zone(int at) {
    int unit = is(Kind.UNIT, at - 1) ? at - 1 : at - 2;
    Double count = is(Kind.UNIT, unit) && form(at, "around") ? number(form(unit - 1, "-") ? unit - 2 : unit - 1) : null;
    if (count != null && relation().isEmpty()) {
      kind = PlaceRelation.Kind.AROUND;
      km = count * words.number(Kind.UNIT, tree.form(unit)).orElse(1);
    }
  }

  private void nearby(double radius, int at) {
    between |= form(at, "between");
    if (relation().isEmpty()) {
      kind = between ? PlaceRelation.Kind.BETWEEN : PlaceRelation.Kind.AROUND;
      km = radius;
    }
  }
}
