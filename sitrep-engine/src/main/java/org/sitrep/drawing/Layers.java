package org.sitrep.drawing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Participant;
import org.sitrep.control.ControlArea;
import org.sitrep.control.ControlArea.Patch;
import org.sitrep.control.ControlArea.Standing;
import org.sitrep.control.ControlState;
import org.sitrep.control.EvidencePoint;
import org.sitrep.control.Front;
import org.sitrep.control.MapSheet;
import org.sitrep.control.Proximity;
import org.sitrep.control.Zone;
import org.sitrep.mention.Area;
import org.sitrep.mention.Location;

/** Draws what a map shows, from the ground up. One use; not thread-safe. */
final class Layers {

  private static final int FADED_DAYS = 180;

  private final MapSheet sheet;
  private final Canvas canvas;
  private final Palette palette;

  Layers(MapSheet sheet, Canvas canvas) {
    this.sheet = sheet;
    this.canvas = canvas;
    this.palette = new Palette(sides());
  }

  private Set<String> sides() {
    Set<String> sides = new LinkedHashSet<>();
    sheet.ground().areas().forEach(a -> sides.addAll(a.sides()));
    sheet.proximities().forEach(p -> sides.addAll(List.of(p.a().side(), p.b().side())));
    sheet.ground().vague().forEach(s -> sides.addAll(s.holders()));
    return sides;
  }

  Palette palette() {
    return palette;
  }

  List<String> patterns() {
    Set<List<String>> hatched = new LinkedHashSet<>();
    palette.sides().forEach(s -> hatched.add(List.of(s)));
    sheet.ground().areas().stream().map(ControlArea::sides).filter(s -> s.size() > 1).forEach(hatched::add);
    return hatched.stream().map(palette::pattern).toList();
  }

  void draw() {
    canvas.add("<rect x=\"0\" y=\"" + Canvas.TOP + "\" width=\"" + Canvas.WIDTH + "\" height=\"" + canvas.height() + "\" fill=\"#f4f2ec\"/>");
    sheet.ground().areas().forEach(this::area);
    sheet.zones().forEach(this::zone);
    sheet.rivers().stream().filter(r -> r.line().stream().anyMatch(p -> canvas.shows(p.lat(), p.lon()))).forEach(r -> canvas.path(canvas.path(r.line(), false), "fill=\"none\" stroke=\"#7fb2d9\" stroke-width=\"2\""));
    sheet.ground().fronts().forEach(this::front);
    sheet.ground().vague().forEach(this::vague);
    sheet.states().forEach(this::dot);
    sheet.proximities().forEach(this::proximity);
    labels();
  }

  private void area(ControlArea area) {
    StringBuilder d = new StringBuilder();
    for (Patch patch : area.patches()) {
      d.append(canvas.path(patch.outline().ring(), true));
      patch.holes().forEach(hole -> d.append(canvas.path(hole.ring(), true)));
    }
    String colour = palette.of(area.sides().getFirst());
    String fill = area.standing() == Standing.FIRM ? colour : "url(#" + Palette.hatch(area.sides()) + ")";
    double strength = area.standing() == Standing.FIRM ? 0.34 : 0.28;
    canvas.path(
        d.toString(),
        "fill-rule=\"evenodd\" fill=\"" + fill + "\" fill-opacity=\"" + Canvas.number2(strength * fresh(area.newest()))
            + "\" stroke=\"" + colour + "\" stroke-width=\"0.8\" stroke-opacity=\"0.5\"");
  }

  /** 1 for evidence of the day, falling to a half for old evidence. */
  private double fresh(Optional<LocalDate> newest) {
    long age = newest.flatMap(d -> sheet.day().map(day -> Math.max(0, ChronoUnit.DAYS.between(d, day)))).orElse((long) FADED_DAYS);
    return 1 - 0.5 * Math.min(1, age / (double) FADED_DAYS);
  }

  private void front(Front front) {
    String dash = front.standing() == Standing.FIRM ? "" : " stroke-dasharray=\"7 4\"";
    for (List<Area.Point> line : front.lines()) {
      canvas.path(
          canvas.path(line, false),
          "fill=\"none\" stroke=\"#111\" stroke-width=\"3\" stroke-opacity=\"" + Canvas.number2(0.9 * fresh(front.newest())) + "\"" + dash);
    }
  }

  private void vague(ControlState state) {
    Location place = state.place();
    String colour = state.holders().isEmpty() ? "#777" : palette.of(state.holders().getFirst());
    canvas.circle(
        place.lat(), place.lon(), canvas.pixels(place.km()),
        "fill=\"" + colour + "\" fill-opacity=\"0.07\" stroke=\"" + colour + "\" stroke-dasharray=\"2 5\"");
  }

  private void dot(ControlState state) {
    Location place = state.place();
    if (!place.isLocated()) {
      return;
    }
    List<String> sides = owners(place).orElse(state.holders());
    String colour = sides.isEmpty() ? "#777" : palette.of(sides.getFirst());
    boolean firm = state.status() == ControlState.Status.ASSESSED || state.status() == ControlState.Status.CONCEDED;
    canvas.circle(place.lat(), place.lon(), 4.5, "fill=\"" + (firm ? colour : "#fff") + "\" stroke=\"" + colour + "\" stroke-width=\"2\"");
    if (sides.size() > 1) {
      canvas.circle(place.lat(), place.lon(), 2, "fill=\"" + palette.of(sides.get(1)) + "\"");
    }
    canvas.take(place.lat(), place.lon(), 6);
  }

  /** The sides of the area that a place lies in. */
  private Optional<List<String>> owners(Location place) {
    for (ControlArea area : sheet.ground().areas()) {
      for (Patch patch : area.patches()) {
        if (Inside.ring(patch.outline().ring(), place.lat(), place.lon())) {
          return Optional.of(area.sides());
        }
      }
    }
    return Optional.empty();
  }

  private void zone(Zone zone) {
    boolean firm = zone.certainty() == Certainty.CERTAIN;
    String style =
        "fill=\"#7b2d8b\" fill-opacity=\"0.05\" stroke=\"#7b2d8b\" stroke-width=\"1.8\"" + (firm ? "" : " stroke-dasharray=\"8 6\"");
    for (Zone.Outline outline : zone.outlines()) {
      switch (outline) {
        case Zone.Outline.Disc disc -> {
          disc.rings().forEach(r -> canvas.path(canvas.path(r.ring(), true), style + (disc.stated() || !firm ? "" : " stroke-dasharray=\"2 4\"")));
          canvas.circle(disc.lat(), disc.lon(), 2.5, "fill=\"#7b2d8b\"");
          canvas.take(disc.lat(), disc.lon(), 4);
        }
        case Zone.Outline.Bank bank -> bank.rings().forEach(r -> canvas.path(canvas.path(r.ring(), true), style.replace("stroke=\"#7b2d8b\"", "stroke=\"#7b2d8b\" stroke-opacity=\"0.6\"")));
        case Zone.Outline.Line line -> line.lines().forEach(l -> canvas.path(canvas.path(l, false), style + " fill-rule=\"nonzero\""));
      }
    }
  }

  private void proximity(Proximity p) {
    List<Area.Point> ends = List.of(new Area.Point(p.a().lat(), p.a().lon()), new Area.Point(p.b().lat(), p.b().lon()));
    for (EvidencePoint point : List.of(p.a(), p.b())) {
      canvas.circle(
          point.lat(), point.lon(), Math.max(3, canvas.pixels(point.km())),
          "fill=\"none\" stroke=\"" + palette.of(point.side()) + "\" stroke-dasharray=\"1 3\" stroke-width=\"1.4\"");
    }
    canvas.path(canvas.path(ends, false), "fill=\"none\" stroke=\"#111\" stroke-width=\"1.3\"" + (p.stale() ? " stroke-dasharray=\"2 3\"" : ""));
  }

  private void labels() {
    Map<String, List<Proximity>> spots = new LinkedHashMap<>();
    for (Proximity p : sheet.proximities()) {
      spots.computeIfAbsent(String.format(Locale.ROOT, "%.1f %.1f", p.a().lat() + p.b().lat(), p.a().lon() + p.b().lon()), k -> new ArrayList<>()).add(p);
    }
    spots.values().forEach(this::distanceLabel);
    Set<String> done = new HashSet<>();
    for (ControlState state : sheet.states()) {
      Location place = state.place();
      if (place.isLocated() && canvas.shows(place.lat(), place.lon()) && done.add(place.name())) {
        canvas.label(place.lat(), place.lon(), place.name(), 13, "");
      }
    }
    for (Proximity p : sheet.proximities()) {
      for (EvidencePoint point : List.of(p.a(), p.b())) {
        if (canvas.shows(point.lat(), point.lon()) && done.add(point.place())) {
          canvas.label(point.lat(), point.lon(), point.place(), 12, "fill=\"#444\"");
        }
      }
    }
    sheet.zones().forEach(this::zoneLabel);
    riverLabels(done);
  }

  /** One label for all distances that have their middle at one spot. */
  private void distanceLabel(List<Proximity> spot) {
    Proximity p = spot.getFirst();
    double lat = (p.a().lat() + p.b().lat()) / 2;
    double lon = (p.a().lon() + p.b().lon()) / 2;
    String text = String.format(Locale.ROOT, "%.0f km (%.0f to %.0f)", p.km(), p.low(), p.high()) + (p.stale() ? ", " + p.gap() + " days apart" : "");
    canvas.label(lat, lon, spot.size() == 1 ? text : text + ", " + spot.size() + " pairs of sides", 11, "font-style=\"italic\"");
  }

  private void zoneLabel(Zone zone) {
    for (Zone.Outline outline : zone.outlines()) {
      double[] at =
          switch (outline) {
            case Zone.Outline.Disc disc -> disc.rings().isEmpty() ? new double[] {disc.lat(), disc.lon()} : top(disc.rings().getFirst().ring());
            case Zone.Outline.Bank bank -> bank.rings().isEmpty() ? new double[] {bank.lat(), bank.lon()} : new double[] {bank.lat(), bank.lon()};
            case Zone.Outline.Line line -> top(line.lines().stream().flatMap(List::stream).filter(p -> canvas.shows(p.lat(), p.lon())).toList());
          };
      if (canvas.shows(at[0], at[1])) {
        canvas.label(at[0], at[1], zoneName(zone, outline), 11, "fill=\"#7b2d8b\"");
      }
    }
  }

  private static double[] top(List<Area.Point> points) {
    double[] top = {-91, 0};
    for (Area.Point p : points) {
      top = p.lat() > top[0] ? new double[] {p.lat(), p.lon()} : top;
    }
    return top;
  }

  private static String zoneName(Zone zone, Zone.Outline outline) {
    List<String> by = new ArrayList<>(zone.proclaimers().stream().map(Participant::name).distinct().toList());
    String certainty = zone.certainty() == Certainty.CERTAIN ? "" : zone.certainty().name().toLowerCase(Locale.ROOT) + ": ";
    String radius = outline instanceof Zone.Outline.Disc disc && disc.stated() ? String.format(Locale.ROOT, " %.0f km", disc.km()) : "";
    return certainty + zone.kind().replace('_', ' ') + radius + " at " + outline.name() + (by.isEmpty() ? "" : " (" + String.join(", ", by) + ")");
  }

  private void riverLabels(Set<String> done) {
    for (MapSheet.River river : sheet.rivers()) {
      List<Area.Point> shown = river.line().stream().filter(p -> canvas.shows(p.lat(), p.lon())).toList();
      if (!shown.isEmpty() && done.add("~" + river.name())) {
        Area.Point middle = shown.get(shown.size() / 2);
        canvas.label(middle.lat(), middle.lon(), river.name(), 11, "fill=\"#3a78ab\" font-style=\"italic\"");
      }
    }
  }
}
