package org.sitrep.resolution;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.sitrep.entity.Place;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.Area;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.mention.Mention.PlaceRelation;
import org.sitrep.mention.Mention.PlaceRelation.Kind;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.resolution.PlaceResolver.Use;

/**
 * "Southeast of X and north of Y", "east of X and south of the Y-Z highway" are one place: where both relations hold. The two outlines are laid over each other in an
 * azimuthal equidistant plane around the first place (so that distances and directions from it stay true) and cut; a direction
 * without a distance reaches as far as the other place. Where they do not meet, or where several things are spoken of
 * ("positions north of X and south of Y"), each stays as it is.
 */
final class PlaceCross {

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final double LEAST_KM2 = 1;
  private static final double FARTHEST_KM = 300;

  private static final double BESIDE_KM = 30;

  private final Map<OfPlace, Location> found;
  private final Map<OfPlace, Area> areas;
  private final List<OfPlace> mentions;
  private final Area.Point centre;

  private PlaceCross(Map<OfPlace, Location> found, Map<OfPlace, Area> areas, List<OfPlace> mentions) {
    this.found = found;
    this.areas = areas;
    this.mentions = mentions;
    this.centre = place(mentions.getFirst()).map(p -> new Area.Point(p.lat(), p.lon())).orElse(new Area.Point(0, 0));
  }

  /** Puts the common outline of such mentions into {@code areas}, and its middle and reach into {@code found}. */
  static void refine(AnnotatedArticle article, List<Use> uses, Map<OfPlace, Location> found, Map<OfPlace, Area> areas) {
    for (int i = 0; i + 1 < uses.size(); ) {
      i += Math.max(1, cross(article, uses, i, found, areas));
    }
  }

  /** How many mentions from here on were found to say together where one thing is. */
  private static int cross(AnnotatedArticle article, List<Use> uses, int i, Map<OfPlace, Location> found, Map<OfPlace, Area> areas) {
    OfPlace one = uses.get(i).mention();
    OfPlace other = uses.get(i + 1).mention();
    if (uses.get(i).sentence() != uses.get(i + 1).sentence() || !isOffset(one)) {
      return 0;
    }
    if (isLine(uses, i)) {
      PlaceCross line = new PlaceCross(found, areas, List.of(one, other));
      line.keep(line.band(one, other, BESIDE_KM));
      return 2;
    }
    if (!isOffset(other) || !isOne(article.sentences().get(uses.get(i).sentence()).tree(), one, other)) {
      return 0;
    }
    boolean line = isLine(uses, i + 1);
    List<OfPlace> mentions = line ? List.of(one, other, uses.get(i + 2).mention()) : List.of(one, other);
    PlaceCross pair = new PlaceCross(found, areas, mentions);
    double apart = line ? pair.fromLine(other, mentions.get(2)) : pair.apart(one, other);
    if (apart <= FARTHEST_KM) {
      pair.keep(pair.sector(one, apart).intersection(line ? pair.band(other, mentions.get(2), FARTHEST_KM) : pair.sector(other, apart)));
    }
    return mentions.size() - (line ? 0 : 1);
  }

  private static boolean isOffset(OfPlace mention) {
    return mention.relation().filter(r -> r.kind() == Kind.OFFSET && r.bearing().isPresent()).isPresent();
  }

  /** "North of the A-B highway": a direction from a line between two places. */
  private static boolean isLine(List<Use> uses, int i) {
    if (i + 1 >= uses.size() || uses.get(i).sentence() != uses.get(i + 1).sentence()) {
      return false;
    }
    OfPlace end = uses.get(i + 1).mention();
    return isOffset(uses.get(i).mention()) && end.first() <= uses.get(i).mention().last() + 2
        && end.relation().filter(r -> r.kind() == Kind.BETWEEN).isPresent();
  }

  /** Whether only "and" stands between the two relations, and no plural before them shares them out. */
  private static boolean isOne(SyntaxTree tree, OfPlace one, OfPlace other) {
    boolean joined = false;
    for (int i = one.last() + 1; i < other.first(); i++) {
      boolean and = tree.upos(i) == Upos.CCONJ || tree.form(i).equals(",");
      joined |= and;
      if (!and && !isPassed(tree, i)) {
        return false;
      }
    }
    int before = one.first() - 1;
    while (before >= 0 && isPassed(tree, before)) {
      before--;
    }
    boolean several = before >= 0 && tree.upos(before) == Upos.NOUN && !tree.form(before).equalsIgnoreCase(tree.lemma(before));
    return joined && !several;
  }

  private static boolean isPassed(SyntaxTree tree, int i) {
    return tree.upos(i) == Upos.DET || tree.upos(i) == Upos.ADP || tree.upos(i) == Upos.ADV;
  }

  private Optional<Place> place(OfPlace mention) {
    return Optional.ofNullable(found.get(mention)).flatMap(Location::place);
  }

  private double apart(OfPlace one, OfPlace other) {
    return place(one).flatMap(a -> place(other).map(b -> PlaceResolver.km(a, b))).orElse(Double.MAX_VALUE);
  }

  /** How far the first place is from the straight way between two others. */
  private double fromLine(OfPlace one, OfPlace other) {
    return apart(one, other) == Double.MAX_VALUE
        ? Double.MAX_VALUE
        : Distance.pointToSegment(new Coordinate(0, 0), plane(place(one).orElseThrow()), plane(place(other).orElseThrow()));
  }

  private Geometry sector(OfPlace mention, double reach) {
    Location location = found.get(mention);
    return location == null
        ? SHAPES.createPolygon()
        : PlaceArea.reaching(mention.relation().orElseThrow(), location, reach).map(this::plane).orElse(SHAPES.createPolygon());
  }

  /** What lies on one side of the straight way from one place to another, so many kilometres deep. */
  private Polygon band(OfPlace one, OfPlace other, double deep) {
    if (apart(one, other) == Double.MAX_VALUE) {
      return SHAPES.createPolygon();
    }
    Coordinate a = plane(place(one).orElseThrow());
    Coordinate b = plane(place(other).orElseThrow());
    double course = Math.toRadians(one.relation().flatMap(PlaceRelation::bearing).orElseThrow());
    double east = deep * Math.sin(course);
    double north = deep * Math.cos(course);
    Coordinate[] ring = {a, b, new Coordinate(b.x + east, b.y + north), new Coordinate(a.x + east, a.y + north), a};
    return SHAPES.createPolygon(ring);
  }

  private void keep(Geometry both) {
    if (!(largest(both) instanceof Polygon cut) || cut.getArea() < LEAST_KM2) {
      return;
    }
    Coordinate middle = cut.getCentroid().getCoordinate();
    Coordinate[] ring = ((Polygon) cut.norm()).getExteriorRing().getCoordinates(); // clockwise
    double km = Arrays.stream(ring).mapToDouble(middle::distance).max().orElseThrow();
    Area.Point point = earth(middle);
    Area area = new Area(Arrays.asList(ring).reversed().stream().map(this::earth).toList());
    for (OfPlace mention : mentions) {
      found.computeIfPresent(mention, (m, at) -> PlaceContext.moved(at, new PlaceGeometry.Disc(point.lat(), point.lon(), km)));
      areas.put(mention, area);
    }
  }

  private static Geometry largest(Geometry shape) {
    Geometry largest = shape.getNumGeometries() == 0 ? shape : shape.getGeometryN(0);
    for (int i = 1; i < shape.getNumGeometries(); i++) {
      largest = shape.getGeometryN(i).getArea() > largest.getArea() ? shape.getGeometryN(i) : largest;
    }
    return largest;
  }

  private Polygon plane(Area area) {
    return SHAPES.createPolygon(area.ring().stream().map(p -> plane(p.lat(), p.lon())).toArray(Coordinate[]::new));
  }

  private Coordinate plane(Place place) {
    return plane(place.lat(), place.lon());
  }

  /** In kilometres east and north of the first place. */
  private Coordinate plane(double lat, double lon) {
    GeodesicData way = Geodesic.WGS84.Inverse(centre.lat(), centre.lon(), lat, lon);
    double course = Math.toRadians(way.azi1);
    return new Coordinate(way.s12 / 1000 * Math.sin(course), way.s12 / 1000 * Math.cos(course));
  }

  private Area.Point earth(Coordinate at) {
    double course = Math.toDegrees(Math.atan2(at.x, at.y));
    GeodesicData to = Geodesic.WGS84.Direct(centre.lat(), centre.lon(), course, Math.hypot(at.x, at.y) * 1000);
    return new Area.Point(to.lat2, to.lon2);
  }
}
