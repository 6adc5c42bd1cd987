package org.sitrep.gazetteer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** In which region a point lies, by the regions' polygons where the import had any. */
final class RegionFinder {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private record Region(String country, String name, PreparedGeometry shape) {}

  private final List<Region> regions = new ArrayList<>();

  RegionFinder(Collection<Draft> places) {
    for (Draft draft : places) {
      if (draft.shape() != null) {
        regions.add(new Region(draft.country(), draft.name(), PreparedGeometryFactory.prepare(draft.shape())));
      }
    }
  }

  /** The name of the region, or empty. */
  String find(Draft draft) {
    Point point = GEOMETRY.createPoint(new Coordinate(draft.lon(), draft.lat()));
    return regions.stream()
        .filter(r -> r.country.equals(draft.country()) && r.shape.contains(point))
        .map(Region::name)
        .min(String::compareTo)
        .orElse("");
  }
}
