package org.sitrep.web;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Certainty;
import org.sitrep.store.Filter;

/**
 * Which events of an index a filter lets through, exactly as {@code Store.listEvents} does: an event passes when one of its claims
 * meets all criteria at once. Counted with it is how many events each value of a filter would let through, all others staying.
 * Made on one thread; not changed afterwards.
 */
final class Passing {

  /** The criteria, as bits of those that a claim fails. */
  private static final int TYPE = 1;

  private static final int PLACE = 2;
  private static final int ACTOR = 4;
  private static final int SOURCE = 8;
  private static final int FROM = 16;
  private static final int TO = 32;
  private static final int CERTAINTY = 64;
  private static final int DOC = 128;
  private static final int OLD = 256;

  private final EventIndex index;
  private final Filter filter;
  private final boolean @Nullable [] types;
  private final boolean @Nullable [] places;
  private final boolean @Nullable [] parties;
  private final boolean @Nullable [] sources;
  private final boolean @Nullable [] certainties;
  private final boolean @Nullable [] docs;
  private final long from;
  private final long to;

  /** The events that pass. */
  final BitSet rows = new BitSet();

  /** The events that would pass if no days were asked for. */
  final BitSet anyDay = new BitSet();

  /** How many would pass if contested ones alone were asked for. */
  int contested;

  final int[] typeCounts;
  final int[] certaintyCounts = new int[Certainty.values().length];
  final int[] placeCounts;
  final int[] actorCounts;
  final int[] sourceCounts;
  private final int[] stamps;

  private Passing(EventIndex index, Filter filter) {
    this.index = index;
    this.filter = filter;
    types = flags(filter.types().stream().map(index::kind).toList(), index.kinds.size());
    certainties = flags(filter.certainties().stream().map(Enum::ordinal).toList(), certaintyCounts.length);
    docs = flags(filter.docs().stream().map(index::doc).toList(), index.docCount());
    places = filter.places().isEmpty() ? null : index.places.passing(filter.places());
    parties = filter.actors().isEmpty() ? null : index.parties.passing(filter.actors());
    sources = filter.sources().isEmpty() ? null : index.sources.passing(filter.sources());
    from = filter.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
    to = filter.to().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    typeCounts = new int[index.kinds.size()];
    placeCounts = new int[index.places.size()];
    actorCounts = new int[index.parties.size()];
    sourceCounts = new int[index.sources.size()];
    stamps = new int[typeCounts.length + certaintyCounts.length + placeCounts.length + actorCounts.length + sourceCounts.length];
  }

  /** Which events pass; without the counts of values. */
  static BitSet rows(EventIndex index, Filter filter) {
    Passing passing = new Passing(index, filter);
    passing.run(false);
    return passing.rows;
  }

  /** Which events pass, and how many each value would let through. */
  static Passing of(EventIndex index, Filter filter) {
    Passing passing = new Passing(index, filter);
    passing.run(true);
    return passing;
  }

  private static boolean @Nullable [] flags(List<Integer> numbers, int size) {
    if (numbers.isEmpty()) {
      return null;
    }
    boolean[] flags = new boolean[size];
    numbers.stream().filter(n -> n >= 0).forEach(n -> flags[n] = true);
    return flags;
  }

  private void run(boolean counting) {
    boolean all = filter.isEmpty();
    boolean onlyDays = isAllButDays(filter);
    for (int row = 0; row < index.size; row++) {
      boolean is = index.contested.get(row);
      boolean wanted = is || !filter.contested();
      boolean passes = false;
      boolean passesAnyDay = false;
      for (int claim = index.start[row]; claim < index.start[row + 1]; claim++) {
        int fails = fails(claim);
        passes |= fails == 0;
        passesAnyDay |= (fails & ~(FROM | TO)) == 0;
        if (counting && wanted && (fails & (fails - 1)) == 0) {
          count(row + 1, claim, fails);
        }
      }
      if (is && (passes || all)) {
        contested++;
      }
      rows.set(row, wanted && passes || all);
      anyDay.set(row, wanted && passesAnyDay || onlyDays);
    }
  }

  private static boolean isAllButDays(Filter f) {
    Filter noFrom = without(f, "from").orElse(f);
    return without(noFrom, "to").orElse(noFrom).isEmpty();
  }

  private int fails(int claim) {
    int fails = index.latest.get(claim) ? 0 : OLD;
    fails |= types == null || types[index.claimType[claim]] ? 0 : TYPE;
    fails |= places == null || places[index.placeKeys[claim]] ? 0 : PLACE;
    fails |= parties == null || parties[index.partyKeys[claim]] ? 0 : ACTOR;
    fails |= sources == null || sources[index.sourceKeys[claim]] ? 0 : SOURCE;
    fails |= certainties == null || certainties[index.claimCertainty[claim]] ? 0 : CERTAINTY;
    fails |= docs == null || docs[index.claimDoc[claim]] ? 0 : DOC;
    int first = index.claimFirst[claim];
    boolean known = first != Integer.MIN_VALUE;
    fails |= from == Long.MIN_VALUE || known && index.claimLast[claim] >= from ? 0 : FROM;
    fails |= to == Long.MAX_VALUE || known && first <= to ? 0 : TO;
    return fails;
  }

  /** Counts an event, once, under the values of one of its claims that fails nothing but what those values would replace. */
  private void count(int stamp, int claim, int fails) {
    int base = 0;
    if ((fails & ~TYPE) == 0) {
      one(typeCounts, base, index.claimType[claim], stamp);
    }
    base += typeCounts.length;
    if ((fails & ~CERTAINTY) == 0) {
      one(certaintyCounts, base, index.claimCertainty[claim], stamp);
    }
    base += certaintyCounts.length;
    if ((fails & ~PLACE) == 0) {
      each(placeCounts, base, index.places.of(index.placeKeys[claim]), stamp);
    }
    base += placeCounts.length;
    if ((fails & ~ACTOR) == 0) {
      each(actorCounts, base, index.parties.of(index.partyKeys[claim]), stamp);
    }
    base += actorCounts.length;
    if ((fails & ~SOURCE) == 0) {
      each(sourceCounts, base, index.sources.of(index.sourceKeys[claim]), stamp);
    }
  }

  private void each(int[] counts, int base, int[] values, int stamp) {
    for (int value : values) {
      one(counts, base, value, stamp);
    }
  }

  private void one(int[] counts, int base, int value, int stamp) {
    if (stamps[base + value] != stamp) {
      stamps[base + value] = stamp;
      counts[value]++;
    }
  }

  /** The filter without one of its criteria, named as on the command line; empty where it has no such. */
  static Optional<Filter> without(Filter f, String name) {
    List<String> none = List.of();
    Filter less =
        new Filter(
            name.equals("type") ? none : f.types(),
            name.equals("place") ? none : f.places(),
            name.equals("actor") ? none : f.actors(),
            name.equals("source") ? none : f.sources(),
            name.equals("from") ? Optional.empty() : f.from(),
            name.equals("to") ? Optional.empty() : f.to(),
            name.equals("certainty") ? List.of() : f.certainties(),
            name.equals("doc") ? none : f.docs());
    Filter left = f.contested() && !name.equals("contested") ? less.onlyContested() : less;
    return left.equals(f) ? Optional.empty() : Optional.of(left);
  }
}
