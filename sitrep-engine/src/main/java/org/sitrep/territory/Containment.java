package org.sitrep.territory;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.sitrep.control.Zone;
import org.sitrep.control.Zone.Inside;
import org.sitrep.control.Zone.Outline;
import org.sitrep.knowledge.Counts;
import org.sitrep.knowledge.Rivers;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/** Says whether a place lies in a zone. Immutable and thread-safe. */
final class Containment {

  /** Of a place known no better than this, a province or a country, nothing can be said. */
  private static final double VAGUE_KM = 50;

  private final Counts counts;
  private final Rivers rivers;

  Containment(Counts counts, Rivers rivers) {
    this.counts = counts;
    this.rivers = rivers;
  }

  /**
   * Where a place may lie: between two distances from a point.
   *
   * @param away kilometres from the point to the middle of the ring; 0 for a disc
   * @param spread kilometres to either side of that
   */
  private record Ring(double lat, double lon, double away, double spread) {}

  /** "50 km from the base" is a ring around the base, unless the text says in which direction. */
  private Ring ring(Location place) {
    boolean moved = place.place().map(p -> p.lat() != place.lat() || p.lon() != place.lon()).orElse(true);
    OptionalDouble stated = moved ? OptionalDouble.empty() : Kilometres.in(place.surface(), counts);
    double away = stated.isPresent() && stated.getAsDouble() <= place.km() ? stated.getAsDouble() : 0;
    return new Ring(place.lat(), place.lon(), away, place.km() - away);
  }

  /** Whether a happening at a place and time lies in a zone that is said to exist then; of unknown time at most possibly. */
  Inside of(Zone zone, Optional<Location> place, Optional<TimeWindow> time) {
    if (place.isEmpty() || !place.get().isLocated() || !zone.isSaidToExist() || ring(place.get()).spread() > VAGUE_KM) {
      return Inside.NO;
    }
    if (time.isPresent() && !isDuring(zone, time.get())) {
      return Inside.NO;
    }
    Inside inside = of(zone, place.get());
    boolean sure = time.isPresent() && zone.from().map(f -> !f.isAfter(time.get().start())).orElse(false);
    return inside == Inside.YES && !sure ? Inside.POSSIBLY : inside;
  }

  private static boolean isDuring(Zone zone, TimeWindow time) {
    return zone.from().orElse(LocalDate.MIN).compareTo(time.end()) <= 0
        && zone.until().orElse(LocalDate.MAX).compareTo(time.start()) >= 0;
  }

  /** By all readings of the zone's place. */
  Inside of(Zone zone, Location place) {
    Set<Inside> found = EnumSet.noneOf(Inside.class);
    for (Outline outline : zone.outlines()) {
      found.add(of(outline, place));
    }
    return found.isEmpty() ? Inside.NO : found.size() == 1 ? found.iterator().next() : Inside.POSSIBLY;
  }

  private Inside of(Outline outline, Location place) {
    return switch (outline) {
      case Outline.Disc disc -> within(disc, ring(place));
      case Outline.Bank bank -> onBank(bank, place);
      case Outline.Line line -> Inside.NO;
    };
  }

  private static Inside within(Outline.Disc disc, Ring ring) {
    double centre = Plane.km(disc.lat(), disc.lon(), ring.lat(), ring.lon());
    if (Math.abs(centre - ring.away()) - ring.spread() > disc.km()) {
      return Inside.NO;
    }
    return centre + ring.away() + ring.spread() <= disc.km() && disc.stated() ? Inside.YES : Inside.POSSIBLY;
  }

  private Inside onBank(Outline.Bank bank, Location place) {
    if (place.km() > VAGUE_KM) {
      return Inside.NO;
    }
    Plane plane = new Plane(bank.lat(), bank.lon());
    Geometry river = Shapes.reach(rivers.named(bank.name()), plane, bank.reach());
    Coordinate at = plane.project(place.lat(), place.lon());
    double away = Shapes.distance(river, at) / 1000;
    if (away - place.km() > bank.km() || Math.hypot(at.x, at.y) / 1000 - place.km() > bank.reach()) {
      return Inside.NO;
    }
    if (away <= place.km()) {
      return Inside.POSSIBLY;
    }
    Coordinate nearest = DistanceOp.nearestPoints(river, Cells.GEOMETRY.createPoint(at))[0];
    double towards = Math.toRadians(bank.bearing());
    boolean onThatSide = (at.x - nearest.x) * Math.sin(towards) + (at.y - nearest.y) * Math.cos(towards) > 0;
    return !onThatSide ? Inside.NO : bank.stated() && away + place.km() <= bank.km() ? Inside.YES : Inside.POSSIBLY;
  }
}
