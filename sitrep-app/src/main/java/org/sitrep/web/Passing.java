package org.sitrep.web;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sitrep.claim.Certainty;
import org.sitrep.store.Filter;

/**
 * Which events of an index a filter lets through, exactly as {@code Store.listEvents} does: an event passes when one of its claims
 * meets all criteria at once. For each criterion there is a set of the claims that fail it, as bits; what fails none, and what fails
 * one alone, comes of joining these sets. Not changed once made, so thread-safe.
 */
final class Passing {

  /** The least number of a day; claims without one have a lower number, and fail. */
  private static final int KNOWN = Integer.MIN_VALUE + 1;

  private final EventIndex index;
  private final Filter filter;

  /** The claims that fail each criterion, where it is asked for. */
  private final Map<Facet, BitSet> fails = new EnumMap<>(Facet.class);

  /** Claims that fail something. */
  private final BitSet failing;

  /** Claims that fail something other than the days that are asked for. */
  private final BitSet undated;

  /** Claims that fail more than one criterion. */
  private final BitSet failingMore = new BitSet();

  /** The events that pass. */
  final BitSet rows;

  /** How many would pass if contested ones alone were asked for. */
  final int contested;

  private Passing(EventIndex index, Filter filter) {
    this.index = index;
    this.filter = filter;
    failing = (BitSet) index.old.clone();
    if (!filter.docs().isEmpty()) {
      fail(failing(index.claimDoc, wanted(filter.docs().stream().map(index::doc).toList(), index.docCount())));
    }
    fail(Facet.TYPE, filter.types(), index.claimType, asked -> wanted(asked.stream().map(index::kind).toList(), index.kinds.size()));
    fail(Facet.PLACE, filter.places(), index.placeKeys, index.places::passing);
    fail(Facet.ACTOR, filter.actors(), index.partyKeys, index.parties::passing);
    fail(Facet.SOURCE, filter.sources(), index.sourceKeys, index.sources::passing);
    fail(
        Facet.CERTAINTY,
        filter.certainties(),
        index.claimCertainty,
        asked -> wanted(asked.stream().map(Enum::ordinal).toList(), Certainty.values().length));
    undated = (BitSet) failing.clone();
    filter.from().ifPresent(day -> fail(outside(index.claimLast, number(day), Integer.MAX_VALUE)));
    filter.to().ifPresent(day -> fail(outside(index.claimFirst, KNOWN, number(day))));
    BitSet some = events(failing, filter.isEmpty());
    BitSet both = (BitSet) some.clone();
    both.and(index.contested);
    contested = both.cardinality();
    rows = filter.contested() ? both : some;
  }

  /** The events that would pass if no days were asked for. */
  BitSet anyDay() {
    BitSet found = events(undated, isAllButDays(filter));
    if (filter.contested()) {
      found.and(index.contested);
    }
    return found;
  }

  /** Which events pass. */
  static BitSet rows(EventIndex index, Filter filter) {
    return of(index, filter).rows;
  }

  static Passing of(EventIndex index, Filter filter) {
    return new Passing(index, filter);
  }

  private static int number(LocalDate day) {
    return Math.clamp(day.toEpochDay(), KNOWN, Integer.MAX_VALUE);
  }

  private static boolean[] wanted(List<Integer> numbers, int size) {
    boolean[] flags = new boolean[size];
    numbers.stream().filter(n -> n >= 0).forEach(n -> flags[n] = true);
    return flags;
  }

  private <T> void fail(Facet facet, List<T> asked, int[] column, Function<List<T>, boolean[]> wanted) {
    if (!asked.isEmpty()) {
      BitSet claims = failing(column, wanted.apply(asked));
      fails.put(facet, claims);
      fail(claims);
    }
  }

  private void fail(BitSet claims) {
    BitSet again = (BitSet) failing.clone();
    again.and(claims);
    failingMore.or(again);
    failing.or(claims);
  }

  // A word of bits is put together in a local variable, without a branch: most of the time of a view goes into these two loops.

  private static BitSet failing(int[] column, boolean[] wanted) {
    long[] words = new long[column.length / Long.SIZE + 1];
    for (int from = 0; from < column.length; from += Long.SIZE) {
      long word = 0;
      for (int claim = from; claim < Math.min(from + Long.SIZE, column.length); claim++) {
        word |= (wanted[column[claim]] ? 0L : 1L) << claim;
      }
      words[from / Long.SIZE] = word;
    }
    return BitSet.valueOf(words);
  }

  private static BitSet outside(int[] column, int least, int most) {
    long[] words = new long[column.length / Long.SIZE + 1];
    for (int from = 0; from < column.length; from += Long.SIZE) {
      long word = 0;
      for (int claim = from; claim < Math.min(from + Long.SIZE, column.length); claim++) {
        word |= (column[claim] < least | column[claim] > most ? 1L : 0L) << claim;
      }
      words[from / Long.SIZE] = word;
    }
    return BitSet.valueOf(words);
  }

  /** The events of claims that do not fail; where nothing is asked for, those without claims, too. */
  private BitSet events(BitSet failed, boolean all) {
    BitSet found = new BitSet(index.size);
    if (all) {
      found.set(0, index.size);
      return found;
    }
    for (int claim = failed.nextClearBit(0); claim < index.row.length; claim = failed.nextClearBit(claim + 1)) {
      found.set(index.row[claim]);
    }
    return found;
  }

  private static boolean isAllButDays(Filter f) {
    Filter noFrom = without(f, "from").orElse(f);
    return without(noFrom, "to").orElse(noFrom).isEmpty();
  }

  /** How many events each value of a facet would let through, were it chosen there alone, all other filters staying. */
  int[] counts(Facet facet) {
    return switch (facet) {
      case TYPE -> counts(countable(facet), index.claimType, index.kinds.size());
      case CERTAINTY -> counts(countable(facet), index.claimCertainty, Certainty.values().length);
      case PLACE -> counts(countable(facet), index.placeKeys, index.places);
      case ACTOR -> counts(countable(facet), index.partyKeys, index.parties);
      case SOURCE -> counts(countable(facet), index.sourceKeys, index.sources);
    };
  }

  /** Claims that fail nothing but, at most, what the values of a facet would replace. */
  private BitSet countable(Facet facet) {
    BitSet claims = (BitSet) failing.clone();
    BitSet alone = fails.get(facet);
    if (alone != null) {
      BitSet replaced = (BitSet) alone.clone();
      replaced.andNot(failingMore);
      claims.andNot(replaced);
    }
    claims.flip(0, index.row.length);
    if (filter.contested()) {
      claims.andNot(index.uncontested);
    }
    return claims;
  }

  /** Counts an event once under each value that one of its claims has. */
  private int[] counts(BitSet claims, int[] column, int size) {
    int[] counts = new int[size];
    int[] stamps = new int[size];
    for (int claim = claims.nextSetBit(0); claim >= 0; claim = claims.nextSetBit(claim + 1)) {
      int value = column[claim];
      int stamp = index.row[claim] + 1;
      if (stamps[value] != stamp) {
        stamps[value] = stamp;
        counts[value]++;
      }
    }
    return counts;
  }

  private int[] counts(BitSet claims, int[] column, Names names) {
    int[] counts = new int[names.size()];
    int[] stamps = new int[names.size()];
    for (int claim = claims.nextSetBit(0); claim >= 0; claim = claims.nextSetBit(claim + 1)) {
      int stamp = index.row[claim] + 1;
      for (int value : names.of(column[claim])) {
        if (stamps[value] != stamp) {
          stamps[value] = stamp;
          counts[value]++;
        }
      }
    }
    return counts;
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
