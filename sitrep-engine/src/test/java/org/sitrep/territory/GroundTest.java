package org.sitrep.territory;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sitrep.control.ControlArea;
import org.sitrep.control.ControlArea.Patch;
import org.sitrep.control.ControlArea.Standing;
import org.sitrep.control.ControlState;
import org.sitrep.control.ControlState.Status;
import org.sitrep.control.Ground;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Rivers;
import org.sitrep.mention.Area;
import org.sitrep.mention.Location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Areas and fronts, from one place to many, and from places that cannot be drawn. */
class GroundTest {

  private static final Knowledge KNOWLEDGE = Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria"));
  private static final LocalDate DAY = LocalDate.of(2017, 9, 25);

  private static ControlState state(String name, Feature feature, double lat, double lon, Status status, String... holders) {
    Place place = new Place("t:" + name, name, feature, lat, lon, 2, "", "", 0);
    Location at = new Location(name, name, Location.Status.RESOLVED, Optional.of(place), lat, lon, 2, "exact", List.of());
    return new ControlState(at, status, List.of(holders), Optional.of(DAY.minusDays(3)), List.of("root"), List.of("claim-" + name));
  }

  private static Ground draw(Rivers rivers, ControlState... states) {
    return new Grounds(KNOWLEDGE.territory(), KNOWLEDGE.actors(), rivers, DAY).draw(List.of(states));
  }

  private static Ground draw(ControlState... states) {
    return draw(Rivers.of(List.of()), states);
  }

  /** Square kilometres, on a plane at the first corner. */
  private static double area(Patch patch) {
    Area.Point first = patch.outline().ring().getFirst();
    Plane plane = new Plane(first.lat(), first.lon());
    Coordinate[] ring = patch.outline().ring().stream().map(p -> plane.project(p.lat(), p.lon())).toArray(Coordinate[]::new);
    return Cells.GEOMETRY.createPolygon(ring).getArea() / 1e6;
  }

  private static double area(ControlArea area) {
    return area.patches().stream().mapToDouble(GroundTest::area).sum();
  }

  @Test
  void a01_oneTownHoldsADiscOfItsReach() {
    Ground ground = draw(state("Town", Feature.TOWN, 33, 38, Status.ASSESSED, "sy.forces"));
    assertThat(ground.areas()).hasSize(1);
    assertThat(ground.areas().getFirst().sides()).containsExactly("sy");
    assertThat(area(ground.areas().getFirst())).isCloseTo(Math.PI * 64, within(3.0));
    assertThat(ground.fronts()).isEmpty();
  }

  @Test
  void a02_twoOpposedTownsShareAFrontHalfWay() {
    Ground ground =
        draw(
            state("West", Feature.TOWN, 33, 38, Status.ASSESSED, "sy.forces"), state("East", Feature.TOWN, 33, 38.08, Status.ASSESSED, "isis"));
    assertThat(ground.fronts()).hasSize(1);
    assertThat(ground.fronts().getFirst().standing()).isEqualTo(Standing.FIRM);
    assertThat(ground.fronts().getFirst().newest()).contains(DAY.minusDays(3));
    ground.fronts().getFirst().lines().getFirst().forEach(p -> assertThat(p.lon()).isCloseTo(38.04, within(0.002)));
    double half = 0.04 * 111.32 * Math.cos(Math.toRadians(33));
    assertThat(ground.fronts().getFirst().km()).isCloseTo(2 * Math.sqrt(64 - half * half), within(0.7));
  }

  @Test
  void a03_sidesNotListedAsOpposedHaveAreasAndNoFront() {
    Ground ground =
        draw(state("West", Feature.TOWN, 33, 38, Status.ASSESSED, "sy.forces"), state("East", Feature.TOWN, 33, 38.08, Status.ASSESSED, "sdf"));
    assertThat(ground.areas()).hasSize(2);
    assertThat(ground.fronts()).isEmpty();
  }

  @Test
  void a04_aMereClaimMakesAClaimedAreaAndFront() {
    Ground ground =
        draw(state("West", Feature.TOWN, 33, 38, Status.CLAIMED, "sy.forces"), state("East", Feature.TOWN, 33, 38.08, Status.ASSESSED, "isis"));
    assertThat(ground.areas()).extracting(ControlArea::standing).containsExactlyInAnyOrder(Standing.CLAIMED, Standing.FIRM);
    assertThat(ground.fronts().getFirst().standing()).isEqualTo(Standing.CLAIMED);
  }

  @Test
  void b01_aRiverKeepsAPlaceToItsBank() {
    Rivers river = Rivers.of(List.of(new Rivers.Stretch(List.of("River"), List.of(new double[] {32, 38.03}, new double[] {34, 38.03}))));
    Ground ground = draw(river, state("Town", Feature.TOWN, 33, 38, Status.ASSESSED, "sy.forces"));
    ground.areas().getFirst().patches().getFirst().outline().ring().forEach(p -> assertThat(p.lon()).isLessThan(38.031));
    assertThat(area(ground.areas().getFirst())).isLessThan(Math.PI * 64 * 0.8);
  }

  @Test
  void b02_aPlaceOnTheRiverMayBeOnEitherBank() {
    Rivers river = Rivers.of(List.of(new Rivers.Stretch(List.of("River"), List.of(new double[] {32, 38.005}, new double[] {34, 38.005}))));
    Ground ground = draw(river, state("Town", Feature.TOWN, 33, 38, Status.ASSESSED, "sy.forces"));
    assertThat(area(ground.areas().getFirst())).isCloseTo(Math.PI * 64, within(3.0));
  }

  @Test
  void b03_whatARiverCutsOffGoesToTheNeighbourOnThatSide() {
    Rivers river = Rivers.of(List.of(new Rivers.Stretch(List.of("River"), List.of(new double[] {32, 38.02}, new double[] {34, 38.02}))));
    ControlState west = state("West", Feature.TOWN, 33, 38, Status.ASSESSED, "sy.forces");
    ControlState east = state("East", Feature.TOWN, 33, 38.08, Status.ASSESSED, "isis");
    Ground ground = draw(river, west, east);
    double shortest = ground.fronts().getFirst().lines().stream().flatMap(List::stream).mapToDouble(Area.Point::lon).min().orElseThrow();
    assertThat(shortest).as("the front lies on the river, not half way").isCloseTo(38.02, within(0.002));
  }

  @Test
  void b04_aRiverThatEndsInsideCutsNothing() {
    Rivers river = Rivers.of(List.of(new Rivers.Stretch(List.of("River"), List.of(new double[] {32, 38.03}, new double[] {33, 38.03}))));
    Ground ground = draw(river, state("Town", Feature.TOWN, 33, 38, Status.ASSESSED, "sy.forces"));
    assertThat(area(ground.areas().getFirst())).isCloseTo(Math.PI * 64, within(3.0));
  }

  @Test
  void c01_noCoordinatesIsAnIssueAndAProvinceIsVague() {
    Location nowhere = new Location("X", "X", Location.Status.UNLOCATED, Optional.empty(), 0, 0, 0, "unknown", List.of());
    Ground ground =
        draw(
            new ControlState(nowhere, Status.CLAIMED, List.of("isis"), Optional.empty(), List.of(), List.of("c")),
            state("Province", Feature.REGION, 35, 40, Status.ASSESSED, "isis"));
    assertThat(ground.areas()).isEmpty();
    assertThat(ground.vague()).hasSize(1);
    assertThat(ground.issues()).hasSize(1);
    assertThat(ground.issues().getFirst().message()).contains("no coordinates");
  }

  @Test
  void c02_aPlaceWithoutHolderKeepsNeighboursOffAndIsReported() {
    Ground ground =
        draw(state("Left", Feature.TOWN, 33, 38, Status.ASSESSED), state("Held", Feature.TOWN, 33, 38.04, Status.ASSESSED, "isis"));
    assertThat(ground.areas()).hasSize(1);
    assertThat(area(ground.areas().getFirst())).isLessThan(Math.PI * 64 * 0.8);
    assertThat(ground.issues()).hasSize(1);
  }

  @Test
  void c03_contestedAndConflictingSpotsAreContested() {
    Ground one = draw(state("Both", Feature.TOWN, 33, 38, Status.CONTESTED, "sy.forces", "isis"));
    Ground two = draw(state("A", Feature.TOWN, 33, 38, Status.ASSESSED, "sy.forces"), state("B", Feature.VILLAGE, 33, 38, Status.ASSESSED, "isis"));
    assertThat(one.areas().getFirst().standing()).isEqualTo(Standing.CONTESTED);
    assertThat(two.areas()).hasSize(1);
    assertThat(two.areas().getFirst().sides()).containsExactly("isis", "sy");
    assertThat(two.issues()).hasSize(1);
  }

  @Test
  void c04_allOnOneLineOrOneSpot() {
    List<ControlState> line = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      line.add(state("L" + i, Feature.VILLAGE, 33, 38 + i * 0.03, Status.ASSESSED, i % 2 == 0 ? "isis" : "sy.forces"));
    }
    Ground ground = draw(line.toArray(ControlState[]::new));
    assertThat(ground.areas()).hasSize(2);
    assertThat(ground.fronts().getFirst().lines()).hasSize(29);
    ControlState again = state("S", Feature.TOWN, 33, 38, Status.ASSESSED, "isis");
    assertThat(draw(again, again, again).areas()).hasSize(1);
  }

  @Test
  void c05_polesAndTheMeridianOf180Degrees() {
    Ground pole = draw(state("P", Feature.TOWN, 90, 0, Status.ASSESSED, "isis"), state("Q", Feature.TOWN, 89.95, 170, Status.ASSESSED, "sy.forces"));
    Ground edge = draw(state("E", Feature.TOWN, 10, 179.99, Status.ASSESSED, "isis"), state("W", Feature.TOWN, 10, -179.97, Status.ASSESSED, "sy.forces"));
    assertThat(pole.fronts()).hasSize(1);
    assertThat(edge.fronts()).hasSize(1);
    assertThat(edge.fronts().getFirst().km()).isBetween(10.0, 17.0);
    assertThat(area(edge.areas().getFirst())).isBetween(100.0, 202.0);
  }

  @Test
  void c06_nothingGivesNothing() {
    assertThat(draw().areas()).isEmpty();
  }

  @Test
  void d01_cellsMakeAValidCoverage() {
    Random random = new Random(7);
    List<Coordinate> points = new ArrayList<>();
    double[] reaches = new double[400];
    List<Site> sites = new ArrayList<>();
    Plane plane = new Plane(35, 40);
    for (int i = 0; i < reaches.length; i++) {
      points.add(new Coordinate(random.nextDouble() * 150_000, random.nextDouble() * 150_000));
      reaches[i] = new double[] {2000, 4000, 8000, 15_000}[random.nextInt(4)];
      Area.Point at = plane.unproject(points.getLast());
      sites.add(new Site("s" + i, at.lat(), at.lon(), reaches[i], new Site.Owner(List.of("x"), Standing.FIRM), Optional.empty()));
    }
    Streams streams = new Streams(KNOWLEDGE.rivers().named("Euphrates"), plane, sites, 15_000);
    List<Cells.Cell> cells = new Cells(points, reaches, streams, 1000).make();
    Geometry[] coverage = cells.stream().map(Cells.Cell::polygon).toArray(Geometry[]::new);
    assertThat(streams.isEmpty()).isFalse();
    assertThat(CoverageValidator.isValid(coverage)).isTrue();
  }

  @Test
  void d02_orderDoesNotMatter() {
    List<ControlState> states = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      states.add(state("P" + i, Feature.VILLAGE, 35 + random.nextDouble(), 40 + random.nextDouble(), Status.ASSESSED, i % 3 == 0 ? "isis" : "sy.forces"));
    }
    Ground ground = draw(KNOWLEDGE.rivers(), states.toArray(ControlState[]::new));
    assertThat(draw(KNOWLEDGE.rivers(), states.reversed().toArray(ControlState[]::new))).isEqualTo(ground);
  }
}
