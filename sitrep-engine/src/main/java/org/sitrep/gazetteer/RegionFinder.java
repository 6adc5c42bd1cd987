package org.sitrep.gazetteer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.sitrep.entity.Place.Feature;

/** In which country and region a point lies, by their polygons where the import had any. */
final class RegionFinder {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private record Land(boolean isCountry, String country, String name, PreparedGeometry shape) {}

  private final List<Land> lands = new ArrayList<>();

  RegionFinder(Collection<Draft> places) {
    for (Draft draft : places) {
      if (draft.shape() != null) {
        boolean country = draft.feature() == Feature.COUNTRY;
        lands.add(new Land(country, draft.country(), draft.name(), PreparedGeometryFactory.prepare(draft.shape())));
      }
    }
  }

  /** The name of the region of a place of a country, or empty. */
  String region(Draft draft) {
    Point point = point(draft);
    return lands.stream()
        .filter(r -> !r.isCountry && r.country.equals(draft.country()) && r.shape.contains(point))
        .map(Land::name)
        .min(String::compareTo)
        .orElse("");
  }

  /** The code of the country, or empty. */
  String country(Draft draft) {
    Point point = point(draft);
    return lands.stream().filter(r -> r.isCountry && r.shape.contains(point)).map(Land::country).min(String::compareTo).orElse("");
  }

  private static Point point(Draft draft) {
    return GEOMETRY.createPoint(new Coordinate(draft.lon(), draft.lat()));
  }
}
