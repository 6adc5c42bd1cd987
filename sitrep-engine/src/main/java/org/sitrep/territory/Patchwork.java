package org.sitrep.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.sitrep.control.ControlArea;
import org.sitrep.control.ControlArea.Patch;
import org.sitrep.control.ControlArea.Standing;
import org.sitrep.control.Front;
import org.sitrep.mention.Area;
import org.sitrep.territory.Site.Owner;

/**
 * Joins the cells of one plane: those of one owner to areas, borders of opposed owners to fronts. Outlines are
 * simplified together, so that neighbours stay neighbours. One use; not thread-safe.
 */
final class Patchwork {

  private final List<Site> sites;
  private final Plane plane;
  private final double smooth;
  private final BiPredicate<String, String> opposed;
  final List<ControlArea> areas = new ArrayList<>();
  final List<Front> fronts = new ArrayList<>();

  Patchwork(List<Site> sites, Plane plane, double smooth, BiPredicate<String, String> opposed) {
    this.sites = sites;
    this.plane = plane;
    this.smooth = smooth;
    this.opposed = opposed;
  }

  void join(List<Cells.Cell> cells) {
    Map<Owner, List<Cells.Cell>> byOwner = new LinkedHashMap<>();
    for (Cells.Cell cell : cells) {
      byOwner.computeIfAbsent(sites.get(cell.site()).owner(), o -> new ArrayList<>()).add(cell);
    }
    List<Owner> owners = new ArrayList<>(byOwner.keySet());
    Geometry[] joined = new Geometry[owners.size()];
    for (int i = 0; i < joined.length; i++) {
      joined[i] = union(byOwner.getOrDefault(owners.get(i), List.of()).stream().map(Cells.Cell::polygon).toArray(Geometry[]::new)).norm();
    }
    Geometry[] smoothed = smooth > 0 ? CoverageSimplifier.simplify(joined, smooth) : joined;
    for (int i = 0; i < smoothed.length; i++) {
      if (!owners.get(i).isNobody()) {
        areas.add(area(owners.get(i), smoothed[i], byOwner.getOrDefault(owners.get(i), List.of())));
      }
    }
    findFronts(owners, smoothed, cells);
  }

  /** The fast way for a coverage; where rounding has left a flaw in it, the one that mends. */
  private static Geometry union(Geometry[] cells) {
    try {
      return CoverageUnion.union(cells);
    } catch (TopologyException flaw) {
      return OverlayNGRobust.union(List.of(cells));
    }
  }

  private ControlArea area(Owner owner, Geometry geometry, List<Cells.Cell> cells) {
    List<Site> of = cells.stream().map(Cells.Cell::site).distinct().map(sites::get).toList();
    List<LocalDate> days = of.stream().flatMap(s -> s.since().stream()).sorted().toList();
    return new ControlArea(owner.sides(), owner.standing(), patches(geometry), of.size(), first(days), first(days.reversed()));
  }

  private static Optional<LocalDate> first(List<LocalDate> days) {
    return days.isEmpty() ? Optional.empty() : Optional.of(days.getFirst());
  }

  private List<Patch> patches(Geometry geometry) {
    List<Patch> patches = new ArrayList<>();
    for (Polygon polygon : polygons(geometry.norm())) {
      List<Area> holes = new ArrayList<>();
      for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
        holes.add(ring(polygon.getInteriorRingN(k), false));
      }
      patches.add(new Patch(ring(polygon.getExteriorRing(), true), holes));
    }
    return patches;
  }

  private static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return polygons;
  }

  private Area ring(LineString ring, boolean anticlockwise) {
    Coordinate[] corners = ring.getCoordinates();
    List<Coordinate> order = new ArrayList<>(Arrays.asList(corners));
    if (org.locationtech.jts.algorithm.Orientation.isCCW(corners) != anticlockwise) {
      Collections.reverse(order);
    }
    return new Area(order.stream().map(plane::unproject).toList());
  }

  /** A pair of owners that may have a front, the one with the smaller side first. */
  private record Pair(Owner a, Owner b) {

    Standing standing() {
      return a.standing() == Standing.FIRM && b.standing() == Standing.FIRM ? Standing.FIRM : Standing.CLAIMED;
    }
  }

  private Optional<Pair> pair(Owner a, Owner b) {
    if (a.sides().size() != 1 || b.sides().size() != 1 || !opposed.test(a.sides().getFirst(), b.sides().getFirst())) {
      return Optional.empty();
    }
    return Optional.of(a.sides().getFirst().compareTo(b.sides().getFirst()) < 0 ? new Pair(a, b) : new Pair(b, a));
  }

  private void findFronts(List<Owner> owners, Geometry[] areas, List<Cells.Cell> cells) {
    Map<LineSegment, Owner> seen = new HashMap<>();
    Map<Pair, LineMerger> mergers = new LinkedHashMap<>();
    for (int i = 0; i < areas.length; i++) {
      for (Polygon polygon : polygons(areas[i])) {
        for (LineSegment edge : Cells.edges(polygon)) {
          Owner other = seen.putIfAbsent(edge, owners.get(i));
          if (other != null) {
            pair(other, owners.get(i))
                .ifPresent(p -> mergers.computeIfAbsent(p, k -> new LineMerger()).add(edge.toGeometry(Cells.GEOMETRY)));
          }
        }
      }
    }
    Map<Pair, List<LocalDate>> days = days(cells);
    mergers.forEach((pair, merger) -> fronts.add(front(pair, merger, days.getOrDefault(pair, List.of()))));
  }

  /** The days of the evidence on both sides of each border. */
  private Map<Pair, List<LocalDate>> days(List<Cells.Cell> cells) {
    Map<LineSegment, Site> seen = new HashMap<>();
    Map<Pair, List<LocalDate>> days = new HashMap<>();
    for (Cells.Cell cell : cells) {
      Site site = sites.get(cell.site());
      for (LineSegment edge : Cells.edges(cell.polygon())) {
        Site other = seen.putIfAbsent(edge, site);
        if (other != null && !other.owner().equals(site.owner())) {
          pair(other.owner(), site.owner()).ifPresent(p -> {
            List<LocalDate> of = days.computeIfAbsent(p, k -> new ArrayList<>());
            site.since().ifPresent(of::add);
            other.since().ifPresent(of::add);
          });
        }
      }
    }
    days.values().forEach(d -> d.sort(null));
    return days;
  }

  private Front front(Pair pair, LineMerger merger, List<LocalDate> days) {
    List<LineString> merged = new ArrayList<>();
    for (Object line : merger.getMergedLineStrings()) {
      merged.add((LineString) ((LineString) line).norm());
    }
    merged.sort(Comparator.naturalOrder());
    List<List<Area.Point>> lines = merged.stream().map(l -> Arrays.stream(l.getCoordinates()).map(plane::unproject).toList()).toList();
    double km = merged.stream().mapToDouble(LineString::getLength).sum() / 1000;
    return new Front(pair.a().sides().getFirst(), pair.b().sides().getFirst(), pair.standing(), lines, km, first(days), first(days.reversed()));
  }

  /** Areas of one owner as one, and fronts of one pair as one, over all planes. */
  static <K extends Comparable<K>, T> Map<K, List<T>> grouped(List<T> all, java.util.function.Function<T, K> key) {
    Map<K, List<T>> groups = new TreeMap<>();
    all.forEach(t -> groups.computeIfAbsent(key.apply(t), k -> new ArrayList<>()).add(t));
    return groups;
  }
}
