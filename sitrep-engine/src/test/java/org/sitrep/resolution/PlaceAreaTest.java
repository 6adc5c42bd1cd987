package org.sitrep.resolution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** Outlines and precision codes of places that words move off what they name. */
class PlaceAreaTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria"));
  private static final English ENGLISH = English.load();
  private static final PlaceSpotting SPOTTING = new PlaceSpotting(KNOWLEDGE);

  private static Map.Entry<OfPlace, Location> find(String text, String name) {
    return new PlaceResolver(KNOWLEDGE)
        .resolve(SPOTTING.annotate("test", text, ENGLISH.analyse(text, new Span(0, text.length()))))
        .entrySet().stream()
        .filter(e -> e.getKey().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mention of " + name));
  }

  private static Area area(Map.Entry<OfPlace, Location> found) {
    return Resolver.area(found.getKey(), found.getValue()).orElseThrow();
  }

  private static GeodesicData from(Location location, Area.Point point) {
    return Geodesic.WGS84.Inverse(location.place().orElseThrow().lat(), location.place().orElseThrow().lon(), point.lat(), point.lon());
  }

  @Test
  void a01_aZoneOfSoManyKilometresIsSoWideOnTheEllipsoid() {
    Map.Entry<OfPlace, Location> found = find("They declared a 55-km zone around al-Tanf.", "al-Tanf");
    assertThat(area(found).ring()).allSatisfy(p -> assertThat(from(found.getValue(), p).s12).isBetween(54_990.0, 55_010.0));
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
    Map.Entry<OfPlace, Location> found = find("Troops stood 20 km south of Raqqa city.", "Raqqa");
    assertThat(area(found).ring()).allSatisfy(p -> {
      GeodesicData way = from(found.getValue(), p);
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
    Map.Entry<OfPlace, Location> found = find("Shells hit Palmyra.", "Palmyra");
    assertThat(Resolver.area(found.getKey(), found.getValue())).isEmpty();
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
    Location location = find(text, name).getValue();
    assertThat(GeoPrecision.ucdp(location)).isEqualTo(OptionalInt.of(ucdp));
    assertThat(GeoPrecision.acled(location)).isEqualTo(OptionalInt.of(acled));
  }

  @Test
  void b02_whatIsNotLocatedHasNone() {
    assertThat(GeoPrecision.ucdp(find("They reached the village of Vexborough.", "Vexborough").getValue())).isEmpty();
  }
}
