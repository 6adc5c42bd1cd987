package org.sitrep.claim;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/**
 * Tells a copy from a second report by the same template: "shelled the village of X" with another X, or on another day.
 * Other numbers make another version of one testimony, and other plain words are an editor's.
 */
final class Slots {

  private static final double KM_PER_DEGREE = 111.2;
  private static final double NEAR_KM = 5;

  private Slots() {}

  /** What two claims of much the same words are to each other, by what fills them in. */
  enum Fit {
    /** Nothing speaks against a copy. */
    SAME,
    /** A number was changed, or only one says when: a copy, unless two longer documents share no more than that. */
    LOOSE,
    /** Cut before it says where: one such sentence is part of many, so only the documents can tell. */
    OPEN,
    /** Filled in otherwise. */
    OTHER
  }

  static Fit fit(Claim a, Wording ofA, Claim b, Wording ofB) {
    boolean verbatim = ofA.isVerbatim(ofB);
    if (!isOneVoice(a, b) || placesDiffer(a, b)) {
      return Fit.OTHER;
    }
    Edits edits = verbatim ? Edits.NONE : Edits.between(a.evidence().quote(), b.evidence().quote());
    boolean counted = !edits.numbers() && countsAgree(a, b);
    long days = days(a, b);
    if (days > 1 || (days == 1 && (!counted || edits.names() || isOneOutletOnTwoDays(a, b)))) {
      return Fit.OTHER;
    }
    if (verbatim) {
      return Fit.SAME;
    }
    if (isOneOutletOnTwoDays(a, b)
        || partiesDiffer(a.actors(), b.actors())
        || partiesDiffer(a.targets(), b.targets())
        || (edits.names() && !isFilledAlike(a, b))) {
      return Fit.OTHER;
    }
    if (a.places().isEmpty() != b.places().isEmpty() && ofA.isPart(ofB)) {
      return Fit.OPEN;
    }
    boolean whenever = a.time().isPresent() != b.time().isPresent() && !a.published().equals(b.published());
    return counted && !whenever ? Fit.SAME : Fit.LOOSE;
  }

  /** Whether two claims can be one testimony at all: both that it is so, or that it is not, and of nobody else. */
  static boolean isOneVoice(Claim a, Claim b) {
    return (a.certainty() == Certainty.DENIED) == (b.certainty() == Certainty.DENIED) && !a.attribution().isAnothers(b.attribution());
  }

  /** Days between what the two date themselves to; 0 where one has no day. */
  private static long days(Claim a, Claim b) {
    Optional<TimeWindow> one = a.time();
    Optional<TimeWindow> two = b.time();
    return one.isEmpty() || two.isEmpty() ? 0 : one.get().gapDays(two.get());
  }

  private static boolean isOneOutletOnTwoDays(Claim a, Claim b) {
    return a.publisher().isPresent()
        && a.publisher().equals(b.publisher())
        && a.published().isPresent()
        && b.published().isPresent()
        && !a.published().equals(b.published());
  }

  private static boolean countsAgree(Claim a, Claim b) {
    for (Casualties count : a.casualties()) {
      if (b.casualties(count.fate()).filter(c -> !c.agreesWith(count)).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** Whether another name stands for the same: whatever the packs made of place, day and parties agrees. */
  private static boolean isFilledAlike(Claim a, Claim b) {
    boolean dated = a.time().isPresent() && b.time().isPresent();
    boolean soon =
        a.published().isPresent()
            && b.published().isPresent()
            && Math.abs(ChronoUnit.DAYS.between(a.published().get(), b.published().get())) <= 1;
    return !a.places().isEmpty()
        && !b.places().isEmpty()
        && (dated || soon)
        && actors(a.actors()).equals(actors(b.actors()))
        && actors(a.targets()).equals(actors(b.targets()));
  }

  private static boolean partiesDiffer(List<Participant> one, List<Participant> two) {
    Set<String> first = actors(one);
    Set<String> second = actors(two);
    return !first.isEmpty() && !second.isEmpty() && first.stream().noneMatch(second::contains);
  }

  private static Set<String> actors(List<Participant> parties) {
    Set<String> ids = new HashSet<>();
    parties.forEach(p -> p.actor().ifPresent(ids::add));
    return ids;
  }

  private static boolean placesDiffer(Claim a, Claim b) {
    return isAnotherDistance(a, b)
        || !a.places().isEmpty()
            && !b.places().isEmpty()
            && a.places().stream().noneMatch(p -> b.places().stream().anyMatch(q -> isOne(p, q)));
  }

  /** "50 km from X" is not "60 km from X". */
  private static boolean isAnotherDistance(Claim a, Claim b) {
    return a.distance().isPresent() && b.distance().isPresent() && Math.abs(a.distance().get().km() - b.distance().get().km()) > 1;
  }

  private static boolean isOne(Location p, Location q) {
    return p.isLocated() && q.isLocated()
        ? p.name().equalsIgnoreCase(q.name()) || km(p, q) <= Math.max(NEAR_KM, Math.max(p.km(), q.km()))
        : Edits.isSpeltAlike(p.name().toLowerCase(Locale.ROOT), q.name().toLowerCase(Locale.ROOT));
  }

  /** Near enough for a few kilometres. */
  private static double km(Location p, Location q) {
    double east = Math.abs(Math.IEEEremainder(p.lon() - q.lon(), 360)) * Math.cos(Math.toRadians((p.lat() + q.lat()) / 2));
    return KM_PER_DEGREE * Math.hypot(p.lat() - q.lat(), east);
  }
}
