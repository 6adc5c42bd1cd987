package org.sitrep.territory;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Distance;
import org.sitrep.control.Zone;
import org.sitrep.control.Zone.Inside;
import org.sitrep.control.Zone.Outline;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.fusion.Telling;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.Area;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.time.TimeWindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Zones as claims: where they lie, by all readings, and what lies in them. */
class ZonesTest {

  private static final Knowledge KNOWLEDGE = Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria"));
  private static final Territory TERRITORY = new Territory(KNOWLEDGE);
  private static final TimeWindow LATER = TimeWindow.day(LocalDate.of(2017, 7, 1));

  private static Claim zone(Certainty certainty, Optional<Distance> distance, Location... places) {
    Claim c = Telling.in("z").by("Wire", "2017-06-10").that("us=United States", "zone", "").claim();
    return new Claim(
        c.id(), c.doc(), c.digest(), c.publisher(), c.published(), c.section(), c.evidence(), c.type(), c.subType(), c.actors(), c.targets(),
        List.of(places), c.time(), c.attribution(), certainty, c.casualties(), c.materiel(), distance, c.provenance());
  }

  private static Location place(String surface, Place place, Place... others) {
    List<Candidate> candidates = java.util.Arrays.stream(others).map(p -> new Candidate(p, "exact")).toList();
    return new Location(surface, surface, Location.Status.RESOLVED, Optional.of(place), place.lat(), place.lon(), place.km(), "exact", candidates);
  }

  private static Place at(String id, Feature feature, double lat, double lon, double km) {
    return new Place(id, id, feature, lat, lon, km, "", "", 0);
  }

  private static Optional<Distance> km(double value) {
    return Optional.of(new Distance(value, "km", "="));
  }

  private static Zone read(Claim claim) {
    return TERRITORY.zones(List.of(claim)).zones().getFirst();
  }

  private static Inside inside(Zone zone, double lat, double lon, double km) {
    return new Containment(KNOWLEDGE.counts(), KNOWLEDGE.rivers()).of(zone, Optional.of(place("x", at("x", Feature.VILLAGE, lat, lon, km))), Optional.of(LATER));
  }

  @Test
  void a01_aDiscIsAsWideInAllDirections() {
    Zone zone = read(zone(Certainty.CERTAIN, km(55), place("Base", at("base", Feature.BASE, 33.5, 38.6, 5))));
    Outline.Disc disc = (Outline.Disc) zone.outlines().getFirst();
    assertThat(disc.stated()).isTrue();
    for (Area.Point p : disc.rings().getFirst().ring()) {
      assertThat(Plane.km(33.5, 38.6, p.lat(), p.lon())).isCloseTo(55, within(0.01));
    }
    assertThat(inside(zone, 33.5, 39.1, 1)).isEqualTo(Inside.YES);
    assertThat(inside(zone, 33.5, 39.19, 1)).as("within the radius of the place").isEqualTo(Inside.POSSIBLY);
    assertThat(inside(zone, 33.5, 39.3, 1)).isEqualTo(Inside.NO);
  }

  @Test
  void a02_milesAreNoKilometres() {
    Zone zone = read(zone(Certainty.CERTAIN, Optional.of(new Distance(10, "mi", "=")), place("Base", at("base", Feature.BASE, 33.5, 38.6, 5))));
    assertThat(((Outline.Disc) zone.outlines().getFirst()).km()).isCloseTo(16.09, within(0.01));
  }

  @Test
  void b01_twoReadingsOfTheCentreAreBothKept() {
    Place base = KNOWLEDGE.places().find("curated:tanf-garrison").orElseThrow();
    Place crossing = KNOWLEDGE.places().find("curated:tanf-crossing").orElseThrow();
    Zone zone = read(zone(Certainty.CERTAIN, km(55), place("al-Tanf", base)));
    assertThat(Plane.km(base.lat(), base.lon(), crossing.lat(), crossing.lon())).isCloseTo(24, within(0.5));
    assertThat(zone.outlines()).hasSize(2);
    assertThat(inside(zone, 33.45, 38.75, 1)).as("in both").isEqualTo(Inside.YES);
    assertThat(inside(zone, 33.5, 38.1, 1)).as("in one").isEqualTo(Inside.POSSIBLY);
    assertThat(inside(zone, 35, 40, 1)).isEqualTo(Inside.NO);
  }

  @Test
  void b02_oneSideOfARiver() {
    Place river = at("Euphrates", Feature.RIVER, 35.34, 40.14, 30);
    Zone zone = read(zone(Certainty.POSSIBLE, Optional.empty(), place("north side of the Euphrates", river)));
    Outline.Bank bank = (Outline.Bank) zone.outlines().getFirst();
    assertThat(bank.bearing()).isZero();
    assertThat(bank.rings()).isNotEmpty();
    assertThat(inside(zone, 35.48, 40.19, 2)).as("north, and no depth is stated").isEqualTo(Inside.POSSIBLY);
    assertThat(inside(zone, 35.2, 40.05, 2)).isEqualTo(Inside.NO);
  }

  /** At a distance from a place, in no stated direction. */
  private static Inside inside(Zone zone, String words, double lat, double lon, double km) {
    Location spot = place(words, at("x", Feature.VILLAGE, lat, lon, 2));
    Location ring =
        new Location(
            words, spot.name(), spot.status(), spot.place(), lat, lon, km, spot.step(), spot.candidates());
    return new Containment(KNOWLEDGE.counts(), KNOWLEDGE.rivers()).of(zone, Optional.of(ring), Optional.of(LATER));
  }

  @Test
  void b03_aStatedDistanceFromAPlaceIsARingAroundIt() {
    Zone zone = read(zone(Certainty.CERTAIN, km(55), place("Base", at("base", Feature.BASE, 33.5, 38.6, 5))));
    assertThat(inside(zone, "52 km from Base", 33.5, 38.6, 54)).isEqualTo(Inside.YES);
    assertThat(inside(zone, "54 km from Base", 33.5, 38.6, 56)).isEqualTo(Inside.POSSIBLY);
    assertThat(inside(zone, "40 miles from Base", 33.5, 38.6, 66.4)).isEqualTo(Inside.NO);
    assertThat(inside(zone, "52 km from Hill", 33.5, 38.7, 54)).as("9 km beside it").isEqualTo(Inside.POSSIBLY);
    assertThat(inside(zone, "130 km from Town", 33.5, 39.4, 132)).as("74 km beside it").isEqualTo(Inside.POSSIBLY);
    assertThat(inside(zone, "140 km from Town", 33.5, 39.4, 142)).as("beyond it all around").isEqualTo(Inside.NO);
    assertThat(inside(zone, "the province", 33.5, 38.6, 54)).as("no distance stated").isEqualTo(Inside.NO);
  }

  @Test
  void c01_deniedOrPlannedHoldsNothingAndBeforeItsDayNeither() {
    Location base = place("Base", at("base", Feature.BASE, 33.5, 38.6, 5));
    assertThat(inside(read(zone(Certainty.PLANNED, km(55), base)), 33.5, 38.6, 1)).isEqualTo(Inside.NO);
    assertThat(inside(read(zone(Certainty.DENIED, km(55), base)), 33.5, 38.6, 1)).isEqualTo(Inside.NO);
    Zone zone = read(zone(Certainty.CERTAIN, km(55), base));
    TimeWindow before = TimeWindow.day(LocalDate.of(2017, 6, 1));
    assertThat(new Containment(KNOWLEDGE.counts(), KNOWLEDGE.rivers()).of(zone, Optional.of(base), Optional.of(before))).isEqualTo(Inside.NO);
    assertThat(new Containment(KNOWLEDGE.counts(), KNOWLEDGE.rivers()).of(zone, Optional.of(base), Optional.empty())).isEqualTo(Inside.POSSIBLY);
  }

  @Test
  void c02_withoutACentreItIsListedAndReported() {
    Territory.Zones zones = TERRITORY.zones(List.of(zone(Certainty.CERTAIN, km(55))));
    assertThat(zones.zones().getFirst().outlines()).isEmpty();
    assertThat(zones.issues()).hasSize(1);
  }

  @Test
  void c03_noRadiusAndAllOfTheEarth() {
    Location pole = place("Pole", at("pole", Feature.BASE, 90, 0, 0));
    Territory.Zones none = TERRITORY.zones(List.of(zone(Certainty.CERTAIN, km(0), pole)));
    Territory.Zones all = TERRITORY.zones(List.of(zone(Certainty.CERTAIN, km(20_000), pole)));
    assertThat(none.issues()).hasSize(1);
    assertThat(all.issues()).hasSize(1);
    assertThat(inside(none.zones().getFirst(), 89, 0, 0)).isEqualTo(Inside.NO);
    assertThat(inside(all.zones().getFirst(), -80, 12, 1)).isEqualTo(Inside.YES);
  }
}
