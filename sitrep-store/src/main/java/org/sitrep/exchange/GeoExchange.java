package org.sitrep.exchange;

import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Participant;
import org.sitrep.control.ControlArea;
import org.sitrep.control.ControlArea.Patch;
import org.sitrep.control.EvidencePoint;
import org.sitrep.control.Front;
import org.sitrep.control.Proximity;
import org.sitrep.control.ProximitySeries;
import org.sitrep.control.Zone;
import org.sitrep.control.Zone.Outline;
import org.sitrep.event.Event;
import org.sitrep.mention.Area;
import org.sitrep.mention.Location;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes zones, areas, fronts and distances as GeoJSON features (RFC 7946), one object each, with {@code
 * schema_version}. What crosses the meridian of 180 degrees is cut there. Thread-safe.
 */
public final class GeoExchange {

  private GeoExchange() {}

  private static ObjectNode feature(String id, String layer) {
    ObjectNode out = Exchange.object().put("type", "Feature");
    if (!id.isEmpty()) {
      out.put("id", id);
    }
    out.putObject("properties").put("layer", layer);
    return out;
  }

  private static ObjectNode properties(ObjectNode feature) {
    return (ObjectNode) feature.get("properties");
  }

  /** A zone: its geometry holds one member for each reading of its place; null where none is known. */
  public static ObjectNode zone(Zone zone) {
    ObjectNode out = feature(zone.id(), "zone");
    ObjectNode properties = properties(out);
    properties.put("kind", zone.kind()).put("certainty", Exchange.name(zone.certainty()));
    parties(properties, "proclaimed_by", zone.proclaimers());
    parties(properties, "binds", zone.bound());
    zone.from().ifPresent(d -> properties.put("from", d.toString()));
    zone.until().ifPresent(d -> properties.put("until", d.toString()));
    properties.put("root", zone.root()).put("claim_id", zone.id()).put("evidence", zone.evidence());
    ArrayNode readings = properties.putArray("readings");
    zone.outlines().forEach(o -> reading(readings.addObject(), o));
    List<Outline> drawn = zone.outlines().stream().filter(GeoExchange::isDrawn).toList();
    if (drawn.isEmpty()) {
      out.putNull("geometry");
    } else {
      ArrayNode geometries = out.putObject("geometry").put("type", "GeometryCollection").putArray("geometries");
      drawn.forEach(o -> geometry(geometries.addObject(), o));
    }
    return out;
  }

  private static void reading(ObjectNode out, Outline outline) {
    out.put("place", outline.name());
    switch (outline) {
      case Outline.Disc disc -> {
        out.put("shape", "disc").put("lat", Exchange.degrees(disc.lat())).put("lon", Exchange.degrees(disc.lon()));
        out.put("km", Exchange.kilometres(disc.km())).put("stated", disc.stated());
        if (!disc.place().isEmpty()) {
          out.put("place_id", disc.place());
        }
      }
      case Outline.Bank bank ->
          out.put("shape", "river_side").put("bearing", bank.bearing()).put("km", Exchange.kilometres(bank.km())).put("stated", bank.stated());
      case Outline.Line line -> out.put("shape", "river_line");
    }
  }

  private static boolean isDrawn(Outline outline) {
    return switch (outline) {
      case Outline.Disc disc -> !disc.rings().isEmpty();
      case Outline.Bank bank -> !bank.rings().isEmpty();
      case Outline.Line line -> !line.lines().isEmpty();
    };
  }

  private static void geometry(ObjectNode out, Outline outline) {
    switch (outline) {
      case Outline.Disc disc -> polygons(out, disc.rings().stream().map(r -> new Patch(r, List.of())).toList());
      case Outline.Bank bank -> polygons(out, bank.rings().stream().map(r -> new Patch(r, List.of())).toList());
      case Outline.Line line -> lines(out, line.lines());
    }
  }

  /** An area. */
  public static ObjectNode area(ControlArea area) {
    ObjectNode out = feature("", "area");
    ObjectNode properties = properties(out).put("standing", Exchange.name(area.standing())).put("places", area.places());
    ArrayNode sides = properties.putArray("sides");
    area.sides().forEach(sides::add);
    area.oldest().ifPresent(d -> properties.put("oldest", d.toString()));
    area.newest().ifPresent(d -> properties.put("newest", d.toString()));
    properties.put("note", "illustration");
    polygons(out.putObject("geometry"), area.patches());
    return out;
  }

  /** A front. */
  public static ObjectNode front(Front front) {
    ObjectNode out = feature("", "front");
    ObjectNode properties = properties(out).put("a", front.a()).put("b", front.b()).put("standing", Exchange.name(front.standing()));
    properties.put("km", Exchange.kilometres(front.km()));
    front.oldest().ifPresent(d -> properties.put("oldest", d.toString()));
    front.newest().ifPresent(d -> properties.put("newest", d.toString()));
    properties.put("note", "illustration");
    lines(out.putObject("geometry"), front.lines());
    return out;
  }

  /** A distance: a line between the two points. */
  public static ObjectNode proximity(ProximitySeries series, Proximity p) {
    ObjectNode out = feature("", "proximity");
    ObjectNode properties = properties(out).put("a", series.a()).put("b", series.b());
    p.day().ifPresent(d -> properties.put("day", d.toString()));
    properties.put("km", Exchange.kilometres(p.km())).put("low", Exchange.kilometres(p.low())).put("high", Exchange.kilometres(p.high()));
    properties.put("gap_days", p.gap()).put("stale", p.stale()).put("opposed", p.opposed());
    point(properties.putObject("point_a"), p.a());
    point(properties.putObject("point_b"), p.b());
    ArrayNode notices = properties.putArray("notices");
    series.approaches().stream().filter(a -> a.now().equals(p)).forEach(a -> notices.add(Exchange.name(a.kind())));
    lines(out.putObject("geometry"), List.of(List.of(new Area.Point(p.a().lat(), p.a().lon()), new Area.Point(p.b().lat(), p.b().lon()))));
    return out;
  }

  private static void point(ObjectNode out, EvidencePoint point) {
    out.put("party", point.party()).put("place", point.place());
    out.put("lat", Exchange.degrees(point.lat())).put("lon", Exchange.degrees(point.lon())).put("km", Exchange.kilometres(point.km()));
    point.day().ifPresent(d -> out.put("day", d.toString()));
    out.put("day_stated", point.stated()).put("event_type", point.type()).put("doc", point.doc()).put("claim_id", point.claim());
  }

  /** Where an event lies as to a zone. */
  public static ObjectNode inside(Zone zone, Event event, Zone.Inside inside) {
    ObjectNode out = Exchange.object().put("zone", zone.id()).put("zone_kind", zone.kind()).put("event_id", event.id());
    out.put("event_type", event.type().id()).put("inside", Exchange.name(inside));
    event.time().ifPresent(t -> out.put("start", t.start().toString()).put("end", t.end().toString()));
    Optional<Location> place = event.place();
    place.ifPresent(p -> out.put("place", p.name()));
    return out;
  }

  private static void parties(ObjectNode out, String field, List<Participant> parties) {
    ArrayNode array = out.putArray(field);
    parties.stream().map(Participant::name).distinct().forEach(array::add);
  }

  private static void polygons(ObjectNode out, List<Patch> patches) {
    ArrayNode polygons = out.put("type", "MultiPolygon").putArray("coordinates");
    for (Patch patch : patches) {
      for (int turn = -1; turn <= 1; turn++) {
        List<Area.Point> outline = Meridian.clip(patch.outline().ring(), 360.0 * turn);
        if (!outline.isEmpty()) {
          ArrayNode polygon = polygons.addArray();
          ring(polygon.addArray(), outline);
          for (Area hole : patch.holes()) {
            List<Area.Point> cut = Meridian.clip(hole.ring(), 360.0 * turn);
            if (!cut.isEmpty()) {
              ring(polygon.addArray(), cut);
            }
          }
        }
      }
    }
  }

  private static void lines(ObjectNode out, List<List<Area.Point>> lines) {
    ArrayNode all = out.put("type", "MultiLineString").putArray("coordinates");
    lines.forEach(line -> Meridian.cut(line).forEach(part -> ring(all.addArray(), part)));
  }

  private static void ring(ArrayNode out, List<Area.Point> points) {
    points.forEach(p -> out.addArray().add(Exchange.degrees(p.lon())).add(Exchange.degrees(p.lat())));
  }
}
