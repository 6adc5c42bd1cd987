package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sitrep.claim.Casualties;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;

/** Reads how many were killed, wounded, captured or displaced off the phrase that names them. */
final class CasualtyReader {

  private static final Set<String> SINGULAR = Set.of("NN", "NNP");

  private final Draft draft;
  private final Words words;
  private final SyntaxTree tree;

  CasualtyReader(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
    this.tree = words.tree;
  }

  void read() {
    read(draft.predicate);
  }

  private void read(Predicate p) {
    p.frame.fate().ifPresent(fate -> read(p, fate));
    p.effects.forEach(this::read);
  }

  private void read(Predicate p, Casualties.Fate fate) {
    if (draft.casualties.stream().anyMatch(c -> c.fate() == fate)) {
      return;
    }
    for (String role : p.frame.roles("target")) {
      for (int token : p.arguments.in(role)) {
        Optional<Casualties> found = counted(token, fate);
        if (found.isPresent()) {
          draft.casualties.add(found.get());
          draft.rules.add(fate.name().toLowerCase(java.util.Locale.ROOT) + ": " + role);
          draft.cover(words.phrase(token));
          return;
        }
      }
    }
  }

  /** The number of a phrase, with those coordinated with it added up. */
  private Optional<Casualties> counted(int token, Casualties.Fate fate) {
    int low = 0;
    long high = 0;
    boolean open = false;
    List<String> groups = new ArrayList<>();
    for (int t : words.coordinated(token)) {
      Optional<int[]> range = range(t);
      if (range.isEmpty()) {
        continue;
      }
      low += range.get()[0];
      open |= range.get()[1] < 0;
      high += Math.max(0, range.get()[1]);
      groups.add(words.surface(t));
    }
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt top = open ? OptionalInt.empty() : OptionalInt.of((int) Math.min(Integer.MAX_VALUE, high));
    return Optional.of(new Casualties(fate, low, top, String.join(", ", groups)));
  }

  /** Low and high (-1: open) of one phrase. */
  private Optional<int[]> range(int token) {
    if (!words.is(token, "people") && tree.upos(token) != org.sitrep.mention.Upos.NUM) {
      return Optional.empty();
    }
    Optional<Mention.OfCount> count = countOf(token);
    if (count.isPresent()) {
      return Optional.of(new int[] {count.get().low(), count.get().high().orElse(-1)});
    }
    return isOne(token) ? Optional.of(new int[] {1, 1}) : Optional.empty();
  }

  private Optional<Mention.OfCount> countOf(int token) {
    Span phrase = words.phrase(token);
    for (Mention.OfCount count : words.sentence.list(Mention.OfCount.class)) {
      boolean direct = count.first() <= token && token <= count.last();
      boolean above = tree.head(count.head()) == token;
      boolean below = count.head() == token;
      if (direct || below || (above && phrase.overlaps(count.span()))) {
        return Optional.of(count);
      }
    }
    return Optional.empty();
  }

  /** A single named or described person: "a child", "the general", "Colonel X". */
  private boolean isOne(int token) {
    if (words.core(token) != token || !SINGULAR.contains(tree.xpos(token)) || words.namesGroup(token)) {
      return false;
    }
    if (words.isPerson(token)) {
      return true;
    }
    for (int d : tree.dependents(token)) {
      boolean one = tree.is(d, "det") && Set.of("a", "an", "another", "one").contains(words.lower(d));
      boolean titled = tree.is(d, "flat") || tree.is(d, "appos") || tree.is(d, "nmod:poss") || tree.is(d, "compound") || tree.is(d, "det");
      if (one || (titled && words.lexicon.is(words.lemma(token), "civilian") || titled && words.isRank(token))) {
        return true;
      }
    }
    return false;
  }
}
