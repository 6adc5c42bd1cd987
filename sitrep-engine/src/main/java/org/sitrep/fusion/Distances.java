package org.sitrep.fusion;

import org.sitrep.knowledge.FusionWeights;
import org.sitrep.mention.Location;

/** Weighs where two claims place a happening. Immutable and thread-safe. */
final class Distances {

  private static final double EARTH_KM = 6371.0088;
  private static final double SAME_SPOT_KM = 1.0;

  private final FusionWeights.Where weights;

  Distances(FusionWeights.Where weights) {
    this.weights = weights;
  }

  /** The best finding over the places of both; a claim that names two places may be about either. */
  Finding where(Account a, Account b) {
    if (a.places().isEmpty() || b.places().isEmpty()) {
      return a.sameDocument(b)
          ? new Finding("where", "one document, not stated", weights.unstatedHere())
          : new Finding("where", "not stated", weights.unstated());
    }
    Finding best = Finding.veto("where", "");
    for (int i = 0; i < a.places().size(); i++) {
      for (int k = 0; k < b.places().size(); k++) {
        boolean alike = a.placeNames().get(i).equals(b.placeNames().get(k));
        Finding found = where(a.places().get(i), b.places().get(k), alike);
        if (found.bits() > best.bits() || best.level().isEmpty()) {
          best = found;
        }
      }
    }
    return best;
  }

  private Finding where(Location a, Location b, boolean alike) {
    if (!a.isLocated() || !b.isLocated()) {
      return alike
          ? new Finding("where", "one name, on no map", weights.namedAlike())
          : new Finding("where", "on no map, named otherwise", weights.namedOtherwise());
    }
    double km = km(a, b);
    double wider = Math.max(a.km(), b.km());
    boolean one = a.place().isPresent() && b.place().isPresent()
        && a.place().get().id().equals(b.place().get().id());
    if ((one && km <= SAME_SPOT_KM) || (alike && km <= weights.nearKm())) {
      return new Finding("where", "same place", scaled(weights.same(), wider, weights.exactKm()));
    }
    String apart = "km apart";
    if (km <= weights.nearKm() && wider <= weights.nearKm()) {
      return new Finding("where", Math.round(km), apart, weights.near());
    }
    if (km <= wider) {
      double bits = scaled(weights.within(), wider, weights.nearKm());
      return new Finding("where", "one inside the other", bits);
    }
    return km <= a.km() + b.km() + weights.toleranceKm()
        ? new Finding("where", Math.round(km), apart, weights.edge())
        : Finding.veto("where", Math.round(km), apart);
  }

  /** Fewer bits the wider the place: two claims about a governorate share little. */
  private double scaled(double bits, double km, double exact) {
    double doublings = Math.log(Math.max(km, exact) / exact) / Math.log(2);
    return Math.max(weights.lowest(), bits - weights.perDoubling() * doublings);
  }

  /** Great-circle distance between the two points (haversine), in kilometres. */
  static double km(Location a, Location b) {
    double lat = Math.toRadians(b.lat() - a.lat());
    double lon = Math.toRadians(b.lon() - a.lon());
    double h =
        Math.pow(Math.sin(lat / 2), 2)
            + Math.cos(Math.toRadians(a.lat()))
                * Math.cos(Math.toRadians(b.lat()))
                * Math.pow(Math.sin(lon / 2), 2);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
