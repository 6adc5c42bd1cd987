package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.sitrep.knowledge.Counts;
import org.sitrep.knowledge.Times;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/**
 * Finds numbers of people and things. A mention runs from the bound before the number to the noun counted
 * ("at least five Syrian soldiers"), or ends with the number where no noun is counted ("killing two of
 * them"); its head is the token by which that hangs in the tree. Measures, dates, ages, ordinals and
 * numbers that are part of a name are left out.
 */
final class CountSpotter implements Spotter {

  private final Counts counts;
  private final Times times;
  private final CountedNoun nouns;

  CountSpotter(Counts counts, Times times) {
    this.counts = counts;
    this.times = times;
    nouns = new CountedNoun(counts);
  }

  @Override
  public List<Mention.OfCount> spot(SyntaxTree tree, String text) {
    List<Span> dates = times.list(text, tree.span()).stream().map(Times.Found::span).toList();
    List<Mention.OfCount> found = new ArrayList<>();
    boolean[] taken = new boolean[tree.size()];
    dates.forEach(date -> take(tree, date, taken));
    for (Counts.Quantity q : counts.list(text, tree.span())) {
      boolean free = dates.stream().noneMatch(q.span()::overlaps);
      if (free && q.countable()) {
        count(tree, q, dates, found);
      }
      take(tree, q.span(), taken);
    }
    found.forEach(m -> take(tree, m.span(), taken));
    for (int i = 0; i < tree.size(); i++) {
      if (!taken[i]) {
        single(tree, i, taken, found);
      }
    }
    found.sort(Comparator.comparing(Mention.OfCount::span));
    return found;
  }

  private static void take(SyntaxTree tree, Span span, boolean[] taken) {
    for (int i = Anchors.first(tree, span); i < tree.size() && tree.start(i) < span.end(); i++) {
      taken[i] = true;
    }
  }

  private void count(SyntaxTree tree, Counts.Quantity q, List<Span> dates, List<Mention.OfCount> found) {
    int first = Anchors.first(tree, q.span());
    int number = Anchors.last(tree, q.span());
    int noun = nouns.after(tree, number, dates);
    String unit = noun < 0 ? "" : unit(tree, noun);
    boolean person = noun >= 0 && (counts.isPerson(unit) || counts.isLoss(unit));
    if (noun < 0 ? isNamePart(tree, number) : isNameStart(tree, number, noun, unit)) {
      return;
    }
    if (isAge(tree, number) || counts.isMeasure(unit) || (q.yearLike() && !person) || isPronoun(tree, q, first, number, noun)) {
      return;
    }
    int last = Math.max(number, noun);
    boolean inside = found.stream().anyMatch(m -> m.last() >= first);
    if (!inside) {
      found.add(mention(tree, first, last, noun < 0 ? number : noun, q.low(), q.high(), unit));
    }
  }

  /** "an 11 years-old child": how old, not how many. */
  private boolean isAge(SyntaxTree tree, int number) {
    int old = number + 2 < tree.size() && tree.is(number + 2, "punct") ? number + 3 : number + 2;
    return old < tree.size() && counts.isMeasure(nouns.lemma(tree, number + 1)) && word(tree, old).equals("old");
  }

  /** "Channel Nine 24": hangs from the name right before it. */
  private static boolean isNamePart(SyntaxTree tree, int number) {
    return number > 0 && tree.head(number) == number - 1 && tree.upos(number - 1) == Upos.PROPN;
  }

  /** "21 Signal Regiment": digits that open a name. */
  private boolean isNameStart(SyntaxTree tree, int number, int noun, String unit) {
    return counts.isDesignator(unit)
        && Character.isDigit(tree.form(number).charAt(0))
        && Character.isUpperCase(tree.form(noun).charAt(0));
  }

  /** "this one", "one another", "one day", "one of the largest bases": no number of anything. */
  private boolean isPronoun(SyntaxTree tree, Counts.Quantity q, int first, int number, int noun) {
    if (!word(tree, number).equals("one") || q.low() != 1 || q.high() != 1) {
      return false;
    }
    boolean clause = first > 0 && tree.is(first - 1, "mark") && noun >= 0; // "said that one man"
    if (first > 0 && !clause && nouns.isBeforePronounOne(word(tree, first - 1))) {
      return true;
    }
    String next = number + 1 < tree.size() ? word(tree, number + 1) : "";
    return (noun < 0 && next.equals("another"))
        || (next.equals("of") && nouns.isSuperlativeAfter(tree, number + 2));
  }

  /** "a child", "another soldier", "no civilians", "both men", "nobody". */
  private void single(SyntaxTree tree, int i, boolean[] taken, List<Mention.OfCount> found) {
    String word = word(tree, i);
    boolean noOne = word.equals("no") && i + 1 < tree.size() && word(tree, i + 1).equals("one");
    if (noOne || counts.isNobody(word)) {
      int last = noOne ? i + 1 : i;
      found.add(mention(tree, i, last, last, 0, 0, ""));
      return;
    }
    int value =
        switch (word) {
          case "a", "an", "another" -> 1;
          case "no", "neither" -> 0;
          case "both" -> 2;
          default -> -1;
        };
    int noun = value < 0 ? -1 : nouns.after(tree, i, List.of());
    if (noun < 0 || taken[noun]) {
      return;
    }
    String unit = unit(tree, noun);
    boolean loss = value == 0 && counts.isLoss(unit);
    if (loss || (counts.isPerson(unit) && (value != 1 || !isPlural(tree, noun)))) {
      found.add(mention(tree, i, noun, noun, value, value, unit));
    }
  }

  private static boolean isPlural(SyntaxTree tree, int noun) {
    return tree.xpos(noun).equals("NNS") || tree.xpos(noun).equals("NNPS");
  }

  private String unit(SyntaxTree tree, int noun) {
    return nouns.lemma(tree, noun);
  }

  private static String word(SyntaxTree tree, int i) {
    return tree.form(i).toLowerCase(Locale.ROOT);
  }

  private static Mention.OfCount mention(
      SyntaxTree tree, int first, int last, int wanted, double low, double high, String unit) {
    OptionalInt most =
        high > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) Math.round(high));
    int least = (int) Math.min(Math.round(low), Integer.MAX_VALUE);
    int head = Anchors.head(tree, first, last, wanted);
    Span span = new Span(tree.start(first), tree.end(last));
    return new Mention.OfCount(span, first, last, head, least, most, unit);
  }
}
