package org.sitrep.territory;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.sitrep.control.Zone;
import org.sitrep.control.Zone.Inside;
import org.sitrep.control.Zone.Outline;
import org.sitrep.knowledge.Rivers;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/** Says whether a place lies in a zone. Immutable and thread-safe. */
final class Containment {

  /** Of a place known no better than this, a province or a country, nothing can be said. */
  private static final double VAGUE_KM = 50;

  private final Rivers rivers;

  Containment(Rivers rivers) {
    this.rivers = rivers;
  }

  /** Whether a happening at a place and time lies in a zone that is said to exist then; of unknown time at most possibly. */
  Inside of(Zone zone, Optional<Location> place, Optional<TimeWindow> time) {
    if (place.isEmpty() || !place.get().isLocated() || !zone.isSaidToExist() || place.get().km() > VAGUE_KM) {
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
      case Outline.Disc disc -> within(Plane.km(disc.lat(), disc.lon(), place.lat(), place.lon()), disc.km(), place.km(), disc.stated());
      case Outline.Bank bank -> onBank(bank, place);
      case Outline.Line line -> Inside.NO;
    };
  }

  private static Inside within(double away, double km, double radius, boolean stated) {
    if (away - radius > km) {
      return Inside.NO;
    }
    return away + radius <= km && stated ? Inside.YES : Inside.POSSIBLY;
  }

  private Inside onBank(Outline.Bank bank, Location place) {
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
