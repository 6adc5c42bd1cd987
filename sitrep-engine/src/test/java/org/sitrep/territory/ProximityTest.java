package org.sitrep.territory;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Claim;
import org.sitrep.control.EvidencePoint;
import org.sitrep.control.Proximity;
import org.sitrep.control.ProximitySeries;
import org.sitrep.control.ProximitySeries.Kind;
import org.sitrep.fusion.Telling;
import org.sitrep.knowledge.Knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Distances between sides, from one day to many, and where they can't be told. */
class ProximityTest {

  private static final Knowledge KNOWLEDGE = Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria"));
  private static final Territory TERRITORY = new Territory(KNOWLEDGE);

  private static int at;

  private static Telling told(String actor, String day) {
    Telling telling = Telling.in("d" + at++).at(at).by("Wire", "2017-09-30").that(actor, "advance", "");
    return day.isEmpty() ? telling : telling.on(day);
  }

  private static Claim army(double lon, String day) {
    return told("sy.forces=Syrian Arab Army", day).near("A" + lon, 35, lon, 3).claim();
  }

  private static Claim isis(double lon, String day) {
    return told("isis=Islamic State", day).near("I" + lon, 35, lon, 2).claim();
  }

  @Test
  void a01_oneDayWithTheIntervalThatTheRadiiLeave() {
    List<ProximitySeries> series = TERRITORY.proximity(List.of(army(40, "2017-09-10"), isis(40.2, "2017-09-10"), isis(41, "2017-09-10"))).series();
    Proximity p = series.getFirst().days().getFirst();
    assertThat(series).hasSize(1);
    assertThat(p.km()).isCloseTo(18.25, within(0.1));
    assertThat(p.low()).isCloseTo(p.km() - 5, within(1e-9));
    assertThat(p.high()).isCloseTo(p.km() + 5, within(1e-9));
    assertThat(p.opposed()).isTrue();
  }

  @Test
  void a02_evidenceMoreThanAWeekApartIsFlaggedAndGivesWayToFresher() {
    List<Claim> claims = new ArrayList<>(List.of(army(40, "2017-09-20"), isis(40.1, "2017-09-10")));
    Proximity old = TERRITORY.proximity(claims).series().getFirst().days().getLast();
    assertThat(old.stale()).isTrue();
    assertThat(old.gap()).isEqualTo(10);
    claims.add(isis(40.9, "2017-09-18"));
    Proximity fresh = TERRITORY.proximity(claims).series().getFirst().days().getLast();
    assertThat(fresh.stale()).isFalse();
    assertThat(fresh.km()).isGreaterThan(50);
  }

  @Test
  void a03_sidesNotListedAsOpposedAreShownOnlyWhenAskedFor() {
    List<Claim> claims = List.of(army(40, "2017-09-10"), told("sdf=Syrian Democratic Forces", "2017-09-10").near("S", 35, 40.2, 2).claim());
    assertThat(TERRITORY.proximity(claims).series()).isEmpty();
    List<ProximitySeries> asked = TERRITORY.proximity(claims, List.of("SDF"), List.of("Syrian Arab Army")).series();
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().days().getFirst().opposed()).isFalse();
    assertThat(TERRITORY.ids(List.of("Nobody at all"), claims)).isEmpty();
  }

  @Test
  void b01_closingInIsNoticed() {
    List<Claim> claims =
        List.of(
            army(40, "2017-09-10"), isis(40.5, "2017-09-10"), army(40.1, "2017-09-12"), isis(40.5, "2017-09-12"),
            army(40.3, "2017-09-14"), isis(40.45, "2017-09-21"), army(40.4, "2017-09-21"));
    ProximitySeries series = TERRITORY.proximity(claims).series().getFirst();
    assertThat(series.approaches()).extracting(ProximitySeries.Approach::kind).contains(Kind.CLOSING_IN);
    assertThat(series.approaches().getFirst().now().day()).contains(LocalDate.of(2017, 9, 14));
  }

  @Test
  void b02_aDocumentWithoutADayTellsOfBothAtOneTime() {
    Claim army = Telling.in("doc").that("sy.forces=Syrian Arab Army", "advance", "").near("A", 35, 40, 3).claim();
    Claim isis = Telling.in("doc").at(50).that("isis=Islamic State", "deployment", "").near("I", 35, 40.02, 3).claim();
    ProximitySeries series = TERRITORY.proximity(List.of(army, isis)).series().getFirst();
    assertThat(series.days().getFirst().day()).isEmpty();
    assertThat(series.approaches().getFirst().kind()).isEqualTo(Kind.WITHIN_REACH);
  }

  @Test
  void b03_aFightAtOnePlaceIsNoMereReach() {
    Claim fight = Telling.in("doc").that("sy.forces=Syrian Arab Army", "clash", "isis=Islamic State").near("A", 35, 40, 3).on("2017-09-10").claim();
    ProximitySeries series = TERRITORY.proximity(List.of(fight)).series().getFirst();
    assertThat(series.days().getFirst().km()).isZero();
    assertThat(series.approaches()).isEmpty();
  }

  @Test
  void c01_vagueAndUnlocatedAreCountedAndLeftOut() {
    Territory.Distanced found =
        TERRITORY.proximity(
            List.of(
                told("isis=Islamic State", "2017-09-10").near("Province", 35, 40, 120).claim(),
                told("sy.forces=Syrian Arab Army", "2017-09-10").somewhere("Nowhere").claim()));
    assertThat(found.series()).isEmpty();
    assertThat(found.issues()).hasSize(2);
  }

  @Test
  void c02_nearestAgreesWithComparingAll() {
    Random random = new Random(11);
    List<EvidencePoint> some = points(random, 300);
    List<EvidencePoint> others = points(random, 200);
    double least = Double.POSITIVE_INFINITY;
    for (EvidencePoint a : some) {
      for (EvidencePoint b : others) {
        least = Math.min(least, Plane.km(a.lat(), a.lon(), b.lat(), b.lon()));
      }
    }
    assertThat(new Nearest(some).to(others)).isNotNull().extracting(Nearest.Pair::km).isEqualTo(least);
    assertThat(new Nearest(List.of()).to(others)).isNull();
  }

  private static List<EvidencePoint> points(Random random, int count) {
    List<EvidencePoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double lat = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
      points.add(new EvidencePoint("s", "s", "p" + i, lat, random.nextDouble() * 360 - 180, 1, Optional.empty(), true, "clash", "d", "c" + i));
    }
    return points;
  }
}
