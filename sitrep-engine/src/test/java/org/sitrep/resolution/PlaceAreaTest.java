package org.sitrep.resolution;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.annotation.PlaceSpotting;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.mention.Area;
import org.sitrep.mention.GeoPrecision;
import org.sitrep.mention.Location;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** Outlines and precision codes of places that words move off what they name. */
class PlaceAreaTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria"));
  private static final English ENGLISH = English.load();
  private static final PlaceSpotting SPOTTING = new PlaceSpotting(KNOWLEDGE);

  /** A mention's location, and the outline of what its words describe. */
  private record Outlined(Location location, Optional<Area> outline) {}

  private static Outlined find(String text, String name) {
    PlaceResolver.Found found =
        new PlaceResolver(KNOWLEDGE).resolve(SPOTTING.annotate("test", text, ENGLISH.analyse(text, new Span(0, text.length()))));
    return found.places().entrySet().stream()
        .filter(e -> e.getKey().name().equals(name))
        .findFirst()
        .map(e -> new Outlined(e.getValue(), Optional.ofNullable(found.areas().get(e.getKey()))))
        .orElseThrow(() -> new AssertionError("no mention of " + name));
  }

  private static Area area(Outlined found) {
    return found.outline().orElseThrow();
  }

  private static GeodesicData from(Location location, Area.Point point) {
    return Geodesic.WGS84.Inverse(location.place().orElseThrow().lat(), location.place().orElseThrow().lon(), point.lat(), point.lon());
  }

  @Test
  void a01_aZoneOfSoManyKilometresIsSoWideOnTheEllipsoid() {
    Outlined found = find("They declared a 55-km zone around al-Tanf.", "al-Tanf");
    assertThat(area(found).ring()).allSatisfy(p -> assertThat(from(found.location(), p).s12).isBetween(54_990.0, 55_010.0));
  }

  @Test
  void a02_anOutlineIsClosedAndAnticlockwise() {
    List<Area.Point> ring = area(find("They declared a 55-km zone around al-Tanf.", "al-Tanf")).ring();
    double twice = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      twice += ring.get(i).lon() * ring.get(i + 1).lat() - ring.get(i + 1).lon() * ring.get(i).lat();
    }
    assertThat(ring.getFirst()).isEqualTo(ring.getLast());
    assertThat(twice).isPositive();
  }

  @Test
  void a03_aDirectionAndADistanceGiveASector() {
    Outlined found = find("Troops stood 20 km south of Raqqa city.", "Raqqa");
    assertThat(area(found).ring()).allSatisfy(p -> {
      GeodesicData way = from(found.location(), p);
      assertThat((way.azi1 + 360) % 360).isBetween(134.0, 226.0);
      assertThat(way.s12 / 1000).isBetween(8.0, 32.0);
    });
  }

  @Test
  void a04_betweenTwoTownsIsACorridorThatHoldsBoth() {
    Area area = area(find("The army attacked positions between Palmyra and Deir Ezzor.", "Palmyra"));
    assertThat(area.ring()).anyMatch(p -> p.lat() > 35.3 && p.lon() > 40.1).anyMatch(p -> p.lat() < 34.6 && p.lon() < 38.3);
  }

  @Test
  void a05_aPlaceItselfHasNoAreaBesideIt() {
    Outlined found = find("Shells hit Palmyra.", "Palmyra");
    assertThat(found.outline()).isEmpty();
  }

  @Test
  void a06_twoDirectionsMeetInOneArea() {
    String text = "A convoy was hit at a point south of Deir Ezzor and north of Mayadin.";
    Outlined one = find(text, "Deir Ezzor");
    Outlined other = find(text, "Mayadin");
    assertThat(one.outline()).isEqualTo(other.outline());
    assertThat(one.location().lat()).isEqualTo(other.location().lat()).isBetween(35.05, 35.3);
    assertThat(area(one).ring()).allSatisfy(p -> {
      assertThat((from(one.location(), p).azi1 + 360) % 360).isBetween(134.0, 226.0);
      assertThat(Math.abs(from(other.location(), p).azi1)).isLessThan(46.0);
    });
  }

  @Test
  void a07_aDirectionFromATownAndOneFromARoadMeet() {
    String text = "Fighters left a camp southeast of the ancient city of Palmyra and north of the Damascus-Baghdad highway in Syria.";
    Outlined town = find(text, "Palmyra");
    assertThat(area(town).ring()).isEqualTo(area(find(text, "Damascus")).ring());
    assertThat(area(town).ring()).allSatisfy(p -> assertThat(p.lat()).isBetween(33.2, 34.6));
    assertThat(town.location().lon()).isBetween(38.3, 39.6);
  }

  @Test
  void a08_severalThingsInSeveralDirectionsStayApart() {
    String text = "The army shelled positions south of Deir Ezzor and north of Mayadin.";
    assertThat(find(text, "Deir Ezzor").outline()).isNotEqualTo(find(text, "Mayadin").outline());
  }

  @Test
  void a09_directionsThatDoNotMeetStayApart() {
    String text = "A convoy was hit at a point 10 km north of Deir Ezzor and 10 km south of Mayadin.";
    assertThat(find(text, "Deir Ezzor").outline()).isNotEqualTo(find(text, "Mayadin").outline());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      Shells hit Palmyra.                              | Palmyra   | 1 | 1
      Shells fell 20 km south of Raqqa city.           | Raqqa     | 2 | 2
      Shells fell in the province of Homs.             | Homs      | 4 | 3
      Shells fell in the northern Aleppo province.     | Aleppo    | 5 | 3
      They declared a 55-km zone around al-Tanf.       | al-Tanf   | 5 | 3
      Troops left Syria.                               | Syria     | 6 | 3
      Ships entered the Mediterranean Sea.             | Mediterranean Sea | 7 | 3
      """)
  void b01_precisionCodesOfTheField(String text, String name, int ucdp, int acled) {
    Location location = find(text, name).location();
    assertThat(GeoPrecision.ucdp(location)).isEqualTo(OptionalInt.of(ucdp));
    assertThat(GeoPrecision.acled(location)).isEqualTo(OptionalInt.of(acled));
  }

  @Test
  void b02_whatIsNotLocatedHasNone() {
    assertThat(GeoPrecision.ucdp(find("They reached the village of Vexborough.", "Vexborough").location())).isEmpty();
  }
}
