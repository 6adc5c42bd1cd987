package org.sitrep.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.sitrep.claim.Claim;
import org.sitrep.control.Zone;
import org.sitrep.control.Zone.Outline;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Counts;
import org.sitrep.knowledge.Places;
import org.sitrep.knowledge.Rivers;
import org.sitrep.knowledge.TerritoryRules;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.time.TimeWindow;

/** Reads a zone from a claim. Immutable and thread-safe. */
final class ZoneReader {

  private static final int LEAST_LETTERS = 4;
  private static final int DECIMALS = 10_000;

  private final TerritoryRules.Zones rules;
  private final Counts counts;
  private final Rivers rivers;
  private final Places places;

  ZoneReader(TerritoryRules.Zones rules, Counts counts, Rivers rivers, Places places) {
    this.places = places;
    this.rules = rules;
    this.counts = counts;
    this.rivers = rivers;
  }

  boolean isZone(Claim claim) {
    return claim.type().id().equals(rules.type());
  }

  /** Whether one claim tells of the same zone as another, in words that overlap with its words and say what sort it is. */
  boolean saysMore(Claim claim, Claim than) {
    return claim != than
        && claim.doc().equals(than.doc())
        && claim.evidence().span().start() < than.evidence().span().end()
        && than.evidence().span().start() < claim.evidence().span().end()
        && rules.kind(claim.evidence().quote()).isPresent()
        && rules.kind(than.evidence().quote()).isEmpty();
  }

  Zone read(Claim claim, List<Issue> issues) {
    String kind = rules.kind(claim.evidence().quote()).orElse(rules.type());
    OptionalDouble radius = radius(claim);
    List<Outline> outlines = new ArrayList<>();
    for (Location place : claim.places()) {
      if (place.isLocated() && place.place().isPresent()) {
        outlines.addAll(isRiver(place) ? river(place, kind, radius) : discs(place, radius));
      } else {
        unnamedRiver(place, kind).ifPresent(outlines::add);
      }
    }
    report(claim, kind, outlines, issues);
    return new Zone(
        claim.id(), kind, outlines, claim.actors(), claim.targets(), claim.time().map(TimeWindow::start).or(claim::published),
        claim.time().filter(t -> !t.start().equals(t.end())).map(TimeWindow::end), claim.certainty(), claim.root(),
        claim.evidence().quote());
  }

  private void report(Claim claim, String kind, List<Outline> outlines, List<Issue> issues) {
    if (outlines.isEmpty()) {
      String why = claim.places().isEmpty() ? "no place is stated" : "its place is on no map";
      issues.add(new Issue(Issue.Kind.PLACE, claim.id(), 0, "a zone (" + kind + ") without a centre: " + why + "; it is listed and not drawn"));
    }
    for (Outline outline : outlines) {
      if (outline instanceof Outline.Disc disc && disc.rings().isEmpty()) {
        issues.add(
            new Issue(Issue.Kind.PLACE, claim.id(), 0, String.format(Locale.ROOT, "a zone with a radius of %.0f km around %s is listed and not drawn", disc.km(), disc.name())));
      }
    }
  }

  private boolean isRiver(Location place) {
    return place.place().map(p -> p.feature() == Feature.RIVER).orElse(false);
  }

  /** The radius that the claim states, in km. */
  private OptionalDouble radius(Claim claim) {
    return claim.distance().isPresent()
        ? OptionalDouble.of(claim.distance().get().km())
        : Kilometres.in(claim.evidence().quote(), counts);
  }

  /** One disc for each reading of the centre: places of the same name nearby that are no settlement come first. */
  private List<Outline> discs(Location place, OptionalDouble radius) {
    Place named = place.place().orElseThrow();
    List<Place> readings = new ArrayList<>();
    boolean isMoved = Math.abs(place.lat() - named.lat()) * DECIMALS > 1 || Math.abs(place.lon() - named.lon()) * DECIMALS > 1;
    if (isMoved || radius.isEmpty()) {
      return List.of(disc(isMoved ? place.name() : named.name(), named.id(), place.lat(), place.lon(), radius, place.km()));
    }
    Stream<Place> all = Stream.of(Stream.of(named), place.candidates().stream().map(Candidate::place), namesakes(place.name())).flatMap(s -> s);
    all.filter(p -> !p.feature().isDivision() || p.id().equals(named.id()))
        .filter(p -> Plane.km(p.lat(), p.lon(), named.lat(), named.lon()) <= rules.centreKm())
        .sorted(Comparator.comparing(p -> !isCentre(p)))
        .forEach(p -> {
          if (readings.stream().noneMatch(r -> Plane.km(r.lat(), r.lon(), p.lat(), p.lon()) <= rules.mergeKm())) {
            readings.add(p);
          }
        });
    List<Outline> discs = new ArrayList<>();
    readings.forEach(p -> discs.add(disc(p.name(), p.id(), p.lat(), p.lon(), radius, Math.max(p.km(), place.km()))));
    return discs;
  }

  /** Bases, crossings and the like whose name holds the longest word of a name. */
  private Stream<Place> namesakes(String name) {
    String longest = Arrays.stream(words(name)).max(Comparator.comparingInt(String::length)).orElse("");
    return longest.length() < LEAST_LETTERS ? Stream.of() : places.listAll().stream().filter(this::isCentre).filter(p -> Arrays.asList(words(p.name())).contains(longest));
  }

  private static String[] words(String name) {
    return name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
  }

  private boolean isCentre(Place place) {
    return rules.centres().contains(place.feature().name().toLowerCase(Locale.ROOT));
  }

  private Outline disc(String name, String id, double lat, double lon, OptionalDouble radius, double own) {
    double km = radius.orElse(own);
    boolean drawn = km > 0 && km <= rules.widestKm();
    return new Outline.Disc(name, id, lat, lon, km, radius.isPresent(), drawn ? List.of(Shapes.disc(lat, lon, km)) : List.of());
  }

  private List<Outline> river(Location place, String kind, OptionalDouble stated) {
    Plane plane = new Plane(place.lat(), place.lon());
    List<Rivers.Stretch> stretches = rivers.named(place.place().orElseThrow().name());
    Geometry reach = Shapes.reach(stretches, plane, place.km());
    OptionalDouble side = rules.side(place.surface());
    if (reach.isEmpty()) {
      return discs(place, stated);
    }
    if (side.isEmpty() || rules.lines().contains(kind)) {
      return rules.lines().contains(kind)
          ? List.of(new Outline.Line(place.name(), Shapes.lines(reach, plane)))
          : discs(place, stated);
    }
    double km = stated.orElse(rules.bankKm());
    return List.of(
        new Outline.Bank(
            place.place().orElseThrow().name(), side.getAsDouble(), place.lat(), place.lon(), place.km(), km, stated.isPresent(),
            Shapes.bank(reach, plane, side.getAsDouble(), km)));
  }

  /** A river that no text places on one reach: a line is then meant along all of it. */
  private Optional<Outline> unnamedRiver(Location place, String kind) {
    List<Rivers.Stretch> stretches = rules.lines().contains(kind) ? rivers.named(place.name()) : List.of();
    return stretches.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Outline.Line(
                place.name(),
                stretches.stream().map(s -> s.line().stream().map(p -> new org.sitrep.mention.Area.Point(p[0], p[1])).toList()).toList()));
  }
}
