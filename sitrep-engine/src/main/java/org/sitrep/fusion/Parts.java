package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Casualties;
import org.sitrep.knowledge.Counts;
import org.sitrep.text.Span;

/**
 * Takes apart what a claim sums up: ten killed, "two soldiers, eight militiamen", are two soldiers and eight
 * militiamen, and only the two compare with another's "five soldiers". Immutable and thread-safe.
 */
final class Parts {

  private static final Set<String> ONE = Set.of("a", "an", "another", "one");

  private final Counts counts;

  Parts(Counts counts) {
    this.counts = counts;
  }

  /** The parts, whose numbers add up to the whole; none where the description counts no parts, or others. */
  List<Casualties> of(Casualties whole) {
    String[] described = whole.group().split(", ");
    List<Casualties> parts = new ArrayList<>();
    for (String one : described) {
      Casualties part = part(whole.fate(), one.strip());
      if (part == null) {
        return List.of();
      }
      parts.add(part);
    }
    return parts.size() > 1 && addUp(parts, whole) ? parts : List.of();
  }

  private @Nullable Casualties part(Casualties.Fate fate, String described) {
    List<Counts.Quantity> found = counts.list(described, new Span(0, described.length()));
    if (!found.isEmpty() && found.getFirst().span().start() == 0) {
      Counts.Quantity number = found.getFirst();
      boolean open = number.high() > Integer.MAX_VALUE;
      OptionalInt high = open ? OptionalInt.empty() : OptionalInt.of((int) number.high());
      return new Casualties(fate, (int) number.low(), high, described.substring(number.span().end()).strip());
    }
    String[] words = described.split(" ", 2);
    boolean one = words.length == 2 && ONE.contains(words[0].toLowerCase(Locale.ROOT));
    return one ? new Casualties(fate, 1, OptionalInt.of(1), words[1]) : null;
  }

  private static boolean addUp(List<Casualties> parts, Casualties whole) {
    boolean open = parts.stream().anyMatch(p -> p.high().isEmpty());
    int most = parts.stream().mapToInt(p -> p.high().orElse(0)).sum();
    return parts.stream().mapToInt(Casualties::low).sum() == whole.low()
        && (open ? whole.high().isEmpty() : whole.high().equals(OptionalInt.of(most)));
  }
}
