package org.sitrep.fusion;

import java.util.Set;
import org.sitrep.knowledge.FusionWeights;

/**
 * How far two accounts agree, field by field: each method gives a {@link Level} with its amount as {@link
 * Level#with one number}. Makes no objects. Thread-safe.
 */
final class Levels {

  /** A person ruled the two to be two. */
  static final long APART = Level.RULED_APART.with(0);
  /** The field has nothing to say. */
  static final long NOTHING = -1;
  /** How many fields there are; they are numbered from 0. */
  static final int FIELDS = 8;

  /** Windows longer than this say less the longer they are. */
  static final int FEW_DAYS = 2;

  private static final double SAME_SPOT_KM = 1.0;

  private final FusionWeights weights;
  private final Kinds kinds;
  private final Bits bits;
  private final Set<String> mutual;

  Levels(FusionWeights weights, Kinds kinds, Bits bits) {
    this.weights = weights;
    this.kinds = kinds;
    this.bits = bits;
    mutual = weights.type().mutual();
  }

  /** What a person ruled on the two, in place of all fields. */
  static long ruled(Account a, Account b) {
    Ruled one = a.ruled();
    Ruled other = b.ruled();
    if (one == null || other == null) {
      return NOTHING;
    }
    if (Numbers.has(one.apart(), other.self())) {
      return APART;
    }
    return Numbers.has(one.same(), other.self()) ? Level.RULED_SAME.with(0) : NOTHING;
  }

  /** Whether a person ruled the two to be one. */
  static boolean isRuledSame(Account a, Account b) {
    long ruled = ruled(a, b);
    return ruled != NOTHING && ruled != APART;
  }

  /** The level of one field; the same whichever of the two is named first. */
  long of(int field, Account a, Account b) {
    return switch (field) {
      case 0 -> type(a, b);
      case 1 -> when(a, b);
      case 2 -> where(a, b);
      case 3 -> further(a, b);
      case 4 -> parties(a, b);
      case 5 -> document(a, b);
      case 6 -> names(a, b);
      default -> content(a, b);
    };
  }

  boolean isMutual(Account a) {
    return mutual.contains(a.claim().type().id());
  }

  private long type(Account a, Account b) {
    int pair = a.kind() * Kinds.MOST + b.kind();
    double weight = kinds.bits(pair);
    if (weight == Bits.VETO) {
      return Level.TWO_FAMILIES.with(0);
    }
    if (weight < 0 && isOneSpeaker(a, b)) {
      return Level.ONE_SPEAKER_TWO_KINDS.with(0);
    }
    Level level = a.kind() == b.kind() ? Level.SAME_KIND : Level.KINDS_TOGETHER;
    return (weight < 0 ? Level.TWO_KINDS : level).with(pair);
  }

  private static boolean isOneSpeaker(Account a, Account b) {
    return a.sameDocument(b) && a.speaker() == b.speaker();
  }

  private long when(Account a, Account b) {
    boolean here = a.sameDocument(b);
    if (a.isDated() && b.isDated()) {
      return bothDated(a, b);
    }
    if (a.isDated() || b.isDated()) {
      return a.isDated() ? oneDated(a, b.published(), here) : oneDated(b, a.published(), here);
    }
    if (here) {
      return Level.BOTH_UNDATED_HERE.with(0);
    }
    if (a.published() == Account.NO_DAY || b.published() == Account.NO_DAY) {
      return Level.UNDATED.with(0);
    }
    long days = Math.abs(a.published() - b.published());
    FusionWeights.When w = weights.when();
    return (days <= w.soonDays()
            ? Level.PUBLISHED_SOON
            : days <= w.lateDays() ? Level.PUBLISHED_LATE : Level.PUBLISHED_FAR)
        .with(days);
  }

  private long bothDated(Account a, Account b) {
    long gap = Math.max(0, Math.max(a.start() - b.end(), b.start() - a.end()));
    boolean spans = Math.min(a.end() - a.start(), b.end() - b.start()) >= FEW_DAYS;
    if (gap > (spans ? 0 : weights.when().toleranceDays())) {
      return Level.DAYS_APART.with(gap); // "in June" and "in July" are no neighbours as two days are
    }
    if (gap > 0) {
      return Level.NEXT_DAY.with(gap);
    }
    long days = 1 + Math.max(a.end() - a.start(), b.end() - b.start());
    if (a.sameDocument(b)) {
      boolean lent = a.isDayLent() || b.isDayLent();
      if (lent && a.distance(b) > weights.document().adjacentChars()) {
        return Level.ONE_UNDATED_HERE.with(0);
      }
      return Level.SAME_DAY_HERE.with(days);
    }
    return (days == 1 ? Level.SAME_DAY : Level.DAYS_OVERLAP).with(days);
  }

  private long oneDated(Account dated, long published, boolean here) {
    FusionWeights.When w = weights.when();
    if (published == Account.NO_DAY) {
      return (here ? Level.ONE_UNDATED_HERE : Level.ONE_UNDATED).with(0);
    }
    if (dated.start() > published + w.toleranceDays()) {
      return Level.BEFORE_THE_DAY.with(0);
    }
    long since = Math.max(0, published - dated.end());
    if (here) {
      return (since <= w.lateDays() ? Level.ONE_UNDATED_HERE : Level.BACKGROUND).with(0);
    }
    long length = 1 + dated.end() - dated.start();
    if (since <= w.soonDays() && length > FEW_DAYS) {
      return Level.REPORTED_DURING.with(length);
    }
    return (since <= w.soonDays()
            ? Level.REPORTED_SOON
            : since <= w.lateDays() ? Level.REPORTED_LATE : Level.REPORTED_FAR)
        .with(since);
  }

  /** The best level over the places of both; a claim that names two places may be about either. */
  private long where(Account a, Account b) {
    Site[] ofA = a.sites();
    Site[] ofB = b.sites();
    if (ofA.length == 0 || ofB.length == 0) {
      return (a.sameDocument(b) ? Level.UNSTATED_HERE : Level.UNSTATED).with(0);
    }
    boolean here = a.sameDocument(b);
    long best = where(ofA[0], ofB[0], here);
    for (int i = 0; i < ofA.length; i++) {
      for (int k = i == 0 ? 1 : 0; k < ofB.length; k++) {
        long found = where(ofA[i], ofB[k], here);
        best = isBetter(found, best) ? found : best;
      }
    }
    boolean ground = here && Level.of(best) == Level.NAMED_OTHERWISE && a.isOfGround() && b.isOfGround();
    return ground ? Level.OTHER_GROUND_HERE.with(0) : best;
  }

  /** More bits, or of two that weigh the same the one that does not depend on who is named first. */
  private boolean isBetter(long found, long best) {
    int order = Double.compare(bits.of(found), bits.of(best));
    return order > 0 || (order == 0 && found < best);
  }

  private long where(Site a, Site b, boolean here) {
    boolean alike = a.name == b.name;
    if (!a.located || !b.located) {
      return (alike ? here ? Level.SAME_PLACE_HERE : Level.NAMED_ALIKE : Level.NAMED_OTHERWISE).with(0);
    }
    double km = a.km(b);
    double wider = Math.max(a.km, b.km);
    double near = weights.where().nearKm();
    boolean one = a.entry != 0 && a.entry == b.entry;
    if ((one && km <= SAME_SPOT_KM) || (alike && km <= near)) {
      double apart = a.ringsApart(b);
      if (apart > SAME_SPOT_KM) {
        return (apart > weights.where().toleranceKm() && a.isRing() && b.isRing() ? Level.TOO_FAR : Level.EDGE).with(apart);
      }
      return (here ? Level.SAME_PLACE_HERE : Level.SAME_PLACE).with(wider);
    }
    if (here && !alike && km > wider && km <= a.km + b.km + weights.where().toleranceKm()) {
      return Level.OTHER_PLACE_HERE.with(km);
    }
    if (km <= near && wider <= near) {
      return Level.NEAR.with(km);
    }
    if (km <= wider) {
      return Level.INSIDE.with(wider);
    }
    return (km <= a.km + b.km + weights.where().toleranceKm() ? Level.EDGE : Level.TOO_FAR).with(km);
  }

  private static long further(Account a, Account b) {
    Account later = a.index() > b.index() ? a : b;
    if (later.further() && a.sameDocument(b) && a.distance(b) > 0) {
      return Level.A_FURTHER_ONE.with(0);
    }
    if (a.further() != b.further() && !a.sameDocument(b) && a.speaker() == b.speaker() && !a.isCopyOf(b) && a.countsThatAgree(b) < 0) {
      return Level.ONE_SPEAKER_A_FURTHER_ONE.with(0);
    }
    return isOneSpeaker(a, b) && a.isSure() != b.isSure() ? Level.ONE_SPEAKER_TWO_MINDS.with(0) : NOTHING;
  }

  private long parties(Account a, Account b) {
    Parties one = a.parties();
    Parties two = b.parties();
    if (Numbers.share(one.named(), two.named())) {
      return Level.SHARED_NAME.with(0);
    }
    boolean mutual = isMutual(a) || isMutual(b);
    int straight = shared(one.actors(), two.actors()) + shared(one.targets(), two.targets());
    int crossed = shared(one.actors(), two.targets()) + shared(one.targets(), two.actors());
    int shared = mutual ? Math.max(straight, crossed) : straight;
    if (shared == 2) {
      return Level.BOTH_SIDES.with(0);
    }
    if (!mutual && crossed == 2) {
      return Level.REVERSED.with(0);
    }
    boolean doersDiffer = one.doersDiffer(two);
    if (!mutual && doersDiffer && isOneSpeaker(a, b)) {
      return Level.ONE_SPEAKER_TWO_DOERS.with(0);
    }
    boolean differs = doersDiffer || one.targetsDiffer(two);
    if (shared == 1) {
      boolean other = mutual ? one.hasBoth() && two.hasBoth() : differs;
      return (other ? Level.ONE_SIDE_OTHER_DIFFERS : Level.ONE_SIDE).with(0);
    }
    if (Numbers.share(one.described(), two.described())) {
      return Level.DESCRIBED_ALIKE.with(0);
    }
    boolean all = doersDiffer && one.targetsDiffer(two);
    return (all ? Level.SIDES_DIFFER : differs ? Level.ONE_DIFFERS : Level.NOT_COMPARABLE).with(0);
  }

  private static int shared(long[] a, long[] b) {
    return Numbers.share(a, b) ? 1 : 0;
  }

  private long document(Account a, Account b) {
    if (!a.sameDocument(b)) {
      return (a.isCopyOf(b) ? Level.SAME_WORDS : Level.TWO_DOCUMENTS).with(0);
    }
    FusionWeights.Document w = weights.document();
    int distance = a.distance(b);
    if (distance <= w.adjacentChars()) {
      return Level.ADJACENT.with(distance);
    }
    if (distance <= w.neighbouringChars()) {
      return Level.NEIGHBOURING.with(distance);
    }
    return a.isHead() || b.isHead() ? Level.HEADLINE.with(0) : Level.APART.with(distance);
  }

  private static long names(Account a, Account b) {
    if (a.rareNames().length == 0 || a.sameDocument(b)) {
      return NOTHING;
    }
    int shared = Numbers.shared(a.rareNames(), b.rareNames());
    return shared == 0 ? NOTHING : (shared == 1 ? Level.RARE_NAME : Level.RARE_NAMES).with(shared);
  }

  private static long content(Account a, Account b) {
    int net = a.countsThatAgree(b);
    return net == 0 ? NOTHING : (net > 0 ? Level.COUNTS_AGREE : Level.COUNTS_DIFFER).with(net);
  }
}
