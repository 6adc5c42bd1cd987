package org.sitrep.resolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.mention.Area;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention.PlaceRelation;

/**
 * The outline of what a relation to a place describes, drawn on the ellipsoid (Karney 2013): a sector for a direction, a disc for a
 * neighbourhood, half of it where a side is named, a corridor between two places. As wide as the words leave it open.
 */
final class PlaceArea {

  private static final int STEP = 10;
  private static final double SECTOR = 45;
  private static final double HALF = 90;
  private static final double SLACK = 0.35;
  private static final double CORRIDOR = 0.25;
  private static final double LEAST_KM = 2;

  private final Place place;
  private final Location location;
  private final double reach;

  private PlaceArea(Place place, Location location, double reach) {
    this.place = place;
    this.location = location;
    this.reach = reach;
  }

  /** The area of a located mention that stands in a relation to its place. */
  static Optional<Area> of(Optional<PlaceRelation> relation, Location location) {
    return relation.filter(r -> location.isLocated())
        .flatMap(r -> location.place().map(p -> new PlaceArea(p, location, 0).draw(r)));
  }

  /** The same; a direction without a distance reaches so many kilometres at least. */
  static Optional<Area> reaching(PlaceRelation relation, Location location, double km) {
    return location.place().map(p -> new PlaceArea(p, location, km).draw(relation));
  }

  private Area draw(PlaceRelation relation) {
    Optional<Double> bearing = relation.bearing();
    return switch (relation.kind()) {
      case OFFSET -> bearing.map(b -> offset(b, relation.km())).orElseGet(() -> disc(place.lat(), place.lon(), location.km()));
      case PART -> bearing.isPresent() && isOfOwnDisc() ? sector(bearing.get(), HALF, 0, place.km()) : disc(location.lat(), location.lon(), location.km());
      case AROUND -> bearing.isPresent() && isOfOwnDisc()
          ? sector(bearing.get(), HALF, 0, Math.max(place.km(), relation.km().orElse(location.km() * 1.5)))
          : disc(location.lat(), location.lon(), location.km());
      case BETWEEN -> corridor();
      case TOWARDS -> disc(location.lat(), location.lon(), location.km());
    };
  }

  /** Whether the point was moved within the place's own disc: not to a province's settlements on that side, nor to a river's reach. */
  private boolean isOfOwnDisc() {
    Feature feature = place.feature();
    return !feature.isDivision() && feature != Feature.RIVER && feature != Feature.ROAD;
  }

  private Area offset(double bearing, Optional<Double> km) {
    double away = PlaceGeometry.km(place.lat(), place.lon(), location.lat(), location.lon());
    double slack = km.isPresent() ? Math.max(LEAST_KM, away * SLACK) + place.km() / 2 : away;
    return sector(bearing, SECTOR, Math.max(0, away - slack), Math.max(away + slack, km.isPresent() ? 0 : reach));
  }

  /** What lies between two distances from the place, no farther from a direction than so many degrees. */
  private Area sector(double bearing, double wide, double from, double to) {
    List<Area.Point> ring = new ArrayList<>();
    for (double turn = -wide; turn <= wide; turn += STEP / 2.0) {
      ring.add(at(place.lat(), place.lon(), bearing + turn, to));
    }
    if (from > 0) {
      for (double turn = wide; turn >= -wide; turn -= STEP / 2.0) {
        ring.add(at(place.lat(), place.lon(), bearing + turn, from));
      }
    } else {
      ring.add(new Area.Point(place.lat(), place.lon()));
    }
    return closed(ring);
  }

  private static Area disc(double lat, double lon, double km) {
    List<Area.Point> ring = new ArrayList<>();
    for (int turn = 0; turn < 360; turn += STEP) {
      ring.add(at(lat, lon, turn, km));
    }
    return closed(ring);
  }

  /** From the place through the middle to as far beyond: the other place. */
  private Area corridor() {
    double half = PlaceGeometry.km(place.lat(), place.lon(), location.lat(), location.lon());
    if (half < LEAST_KM) {
      return disc(location.lat(), location.lon(), location.km());
    }
    double course = Geodesic.WGS84.Inverse(place.lat(), place.lon(), location.lat(), location.lon(), GeodesicMask.AZIMUTH).azi1;
    Area.Point end = at(place.lat(), place.lon(), course, 2 * half);
    double wide = Math.max(LEAST_KM, half * CORRIDOR);
    List<Area.Point> ring = new ArrayList<>();
    for (int turn = -90; turn <= 90; turn += STEP) {
      ring.add(at(end.lat(), end.lon(), course + turn, wide));
    }
    for (int turn = 90; turn <= 270; turn += STEP) {
      ring.add(at(place.lat(), place.lon(), course + turn, wide));
    }
    return closed(ring);
  }

  private static Area.Point at(double lat, double lon, double azimuth, double km) {
    GeodesicData to = Geodesic.WGS84.Direct(lat, lon, azimuth, km * 1000, GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
    return new Area.Point(to.lat2, to.lon2);
  }

  /** Azimuths run clockwise, outlines anticlockwise (RFC 7946). */
  private static Area closed(List<Area.Point> ring) {
    Collections.reverse(ring);
    ring.add(ring.getFirst());
    return new Area(ring);
  }
}
