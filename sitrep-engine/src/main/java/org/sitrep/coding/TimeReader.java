package org.sitrep.coding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.time.TimeWindow;

/** Finds the time that belongs to a predicate, and not to the saying of it. */
final class TimeReader {

  private static final int CLIMB = 5;
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  private TimeReader() {}

  static void read(Draft draft) {
    Words words = draft.words();
    Optional<TimeWindow> year = year(draft.predicate);
    if (year.isPresent()) {
      draft.time = year.get();
      draft.rules.add("time: the year before the noun");
      return;
    }
    Optional<Mention.OfTime> found = own(draft.predicate, draft.predicate);
    for (Predicate effect : draft.predicate.effects) {
      found = found.or(() -> own(draft.predicate, effect));
    }
    if (!isFormer(draft.predicate)) {
      found = found.or(() -> above(draft.predicate)).or(() -> label(words));
    }
    found.ifPresent(mention -> {
      TimeWindow window = words.article.times().get(mention);
      draft.time = window;
      draft.noDay = window == null;
      draft.rules.add("time: " + (window == null ? "no such day as " : "") + words.text(mention.span()));
    });
  }

  /** "The 2013 attack on X": a year right before the noun of happening. */
  private static Optional<TimeWindow> year(Predicate p) {
    for (int d : p.words.tree.dependents(p.token)) {
      String form = p.words.tree.form(d);
      boolean number = p.words.tree.is(d, "nummod") || p.words.tree.is(d, "compound") || p.words.tree.is(d, "nmod");
      if (p.nominal && d < p.token && number && YEAR.matcher(form).matches()) {
        LocalDate first = LocalDate.of(Integer.parseInt(form), 1, 1);
        return Optional.of(new TimeWindow(first, first.plusYears(1).minusDays(1), TimeWindow.Precision.YEAR));
      }
    }
    return Optional.empty();
  }

  /** A time below a word of the predicate's, outside any other clause; of several the first, for a noun the nearest. */
  private static Optional<Mention.OfTime> own(Predicate p, Predicate part) {
    return nearest(p, p.words.sentence.list(Mention.OfTime.class).stream()
        .filter(m -> isRead(p.words, m) && clause(p.words, m.head(), part.token)));
  }

  /** "On Sunday he died of wounds suffered on Friday in shelling": of the shelling, Friday. */
  private static Optional<Mention.OfTime> nearest(Predicate p, Stream<Mention.OfTime> times) {
    return p.nominal ? times.min(Comparator.comparingInt(m -> Math.abs(m.head() - p.token))) : times.findFirst();
  }

  /** Whether {@code token} hangs on {@code top} without a speech verb or another clause between. */
  private static boolean clause(Words words, int token, int top) {
    SyntaxTree tree = words.tree;
    for (int i = token, steps = 0; i >= 0 && steps < 8; i = tree.head(i), steps++) {
      if (i == top) {
        return true;
      }
      boolean carries = tree.is(i, "acl") && words.cue("grammar.support.doer", i) && tree.head(i) == top;
      if (carries) {
        continue;
      }
      if (tree.is(i, "ccomp") || tree.is(i, "parataxis") || tree.is(i, "acl") || tree.is(i, "advcl")
          || (tree.is(i, "conj") && words.isVerb(i))) {
        return false;
      }
    }
    return false;
  }

  /** A time in the clause above; beside a speech verb only where it opens the sentence. */
  private static Optional<Mention.OfTime> above(Predicate p) {
    Words words = p.words;
    SyntaxTree tree = words.tree;
    int token = p.token;
    boolean speech = false;
    for (int i = 0; i < CLIMB; i++) {
      int head = tree.head(token);
      boolean aim = tree.is(token, "advcl") && tree.xpos(token).equals("VB");
      if (head < 0 || aim) {
        return Optional.empty();
      }
      speech |= Speech.isVerb(words, head) && (tree.is(token, "ccomp") || tree.is(token, "parataxis"));
      boolean said = speech;
      int top = head;
      Optional<Mention.OfTime> found =
          nearest(p, words.sentence.list(Mention.OfTime.class).stream()
              .filter(m -> isRead(words, m))
              .filter(m -> clause(words, m.head(), top) && (!said || opens(words, m, top))));
      if (found.isPresent()) {
        return found;
      }
      token = head;
    }
    return Optional.empty();
  }

  /** Whether a time stands on the calendar, or names a day that does not: then what it dates has none. */
  private static boolean isRead(Words words, Mention.OfTime mention) {
    return words.article.times().containsKey(mention) || words.article.noDays().contains(mention);
  }

  /** "April: Two attacks ...": the label's time. */
  private static Optional<Mention.OfTime> label(Words words) {
    return words.sentence.list(Mention.OfTime.class).stream()
        .filter(m -> m.first() <= 2 && m.last() + 1 < words.tree.size() && words.tree.form(m.last() + 1).equals(":"))
        .filter(m -> isRead(words, m))
        .findFirst();
  }

  /** "left by previous shelling": it happened before the time of what is told. */
  static boolean isFormer(Predicate p) {
    for (int d : p.words.tree.list(p.token, "amod")) {
      if (p.words.cue("grammar.former", d)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a time stands at the beginning, before whoever speaks. */
  private static boolean opens(Words words, Mention.OfTime mention, int verb) {
    int speaker = words.tree.find(verb, "nsubj");
    return mention.first() <= 3 && (speaker < 0 || mention.first() < speaker);
  }
}
