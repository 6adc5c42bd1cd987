package org.sitrep.resolution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.annotation.PlaceSpotting;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Places;
import org.sitrep.language.English;
import org.sitrep.mention.Location;
import org.sitrep.mention.Location.Status;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** From words to points, on the bundled packs and sentences made for the test. */
class PlaceResolverTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria"));
  private static final English ENGLISH = English.load();
  private static final PlaceSpotting SPOTTING = new PlaceSpotting(KNOWLEDGE);

  private static Map<OfPlace, Location> resolve(String text) {
    return new PlaceResolver(KNOWLEDGE).resolve(SPOTTING.annotate("test", text, ENGLISH.analyse(text, new Span(0, text.length())))).places();
  }

  private static Location find(String text, String name) {
    return resolve(text).entrySet().stream()
        .filter(e -> e.getKey().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mention of " + name));
  }

  private static Place place(String text, String name) {
    return find(text, name).place().orElseThrow();
  }

  @Test
  void a01ACityBeforeTheProvinceOfItsName() {
    assertThat(place("Shells fell on Deir Ezzor.", "Deir Ezzor").feature()).isEqualTo(Feature.CITY);
    assertThat(place("Shells fell on Homs.", "Homs").id()).isEqualTo("gn:169577");
  }

  @Test
  void a02TheProvinceWhereTheWordsAskForIt() {
    assertThat(place("It happened in Deir Ezzor province.", "Deir Ezzor").feature())
        .isEqualTo(Feature.REGION);
    assertThat(place("It happened in the province of Homs.", "Homs").feature())
        .isEqualTo(Feature.REGION);
  }

  @Test
  void a03AnAirfieldAndAFieldWhereTheWordsAskForThem() {
    assertThat(place("Jets left Deir Ezzor military airport.", "Deir Ezzor").feature())
        .isEqualTo(Feature.AIRFIELD);
    assertThat(place("They guard the Omar oil field.", "Omar").feature()).isEqualTo(Feature.FIELD);
  }

  @Test
  void a04TheNeighbourhoodDecidesAmongNamesakes() {
    Location suwar = find("A patrol went from Deir Ezzor to the town of al-Suwar.", "al-Suwar");
    assertThat(suwar.lat()).isBetween(35.4, 35.6);
    Place safa = place("Shelling resumed in the al-Safa area of al-Suwayda.", "al-Safa");
    assertThat(safa.lat()).isBetween(32.5, 33.5);
  }

  @Test
  void a05DirectionsMoveThePoint() {
    Location south = find("A convoy was hit 20 km south of Palmyra.", "Palmyra");
    assertThat(south.lat()).isBetween(34.36, 34.40);
    assertThat(south.km()).isBetween(5.0, 15.0);
    Location east = find("Clashes went on in the eastern Homs countryside.", "Homs");
    assertThat(east.lon()).isGreaterThan(36.75);
  }

  @Test
  void a05bACityThatIsNamedLikeItsProvinceDoesNotPutItsNeighbourOutside() {
    assertThat(place("Troops left Al Tanf for Deir Ezzor.", "Al Tanf").id()).isEqualTo("curated:tanf-garrison");
  }

  @Test
  void a05cACityAcrossTheBorderIsNoVillageOnThisSide() {
    assertThat(find("They hold Al Bukamal on the Iraqi border.", "Al Bukamal").isLocated()).isFalse();
  }

  @Test
  void a06AnUnknownNameIsUnlocated() {
    Location unknown = find("They entered the village of Qwxyzabad near Homs.", "Qwxyzabad");
    assertThat(unknown.status()).isEqualTo(Status.UNLOCATED);
    assertThat(unknown.step()).isEqualTo("unknown name");
  }

  @Test
  void a07NamesakesFarApartAreAmbiguous() {
    Location many = find("Gunmen attacked the village of Mushayrifah.", "Mushayrifah");
    assertThat(many.status()).isEqualTo(Status.AMBIGUOUS);
    assertThat(many.candidates().size()).isGreaterThan(2);
  }

  @Test
  void a08AnArticleElsewhereIsNotAboutThePacksCountry() {
    assertThat(find("Gunmen raided the village of Mainok in Borno state, Nigeria.", "Mainok").isLocated()).isFalse();
    assertThat(find("The market of Shawa in Nigeria was burnt.", "Shawa").isLocated()).isFalse();
  }

  @Test
  void a08bAStateThatActsDoesNotSayWhereItPlays() {
    assertThat(place("The United States declared a zone of 55 km around al-Tanf.", "al-Tanf").country()).isEqualTo("SY");
    assertThat(find("A fire broke out in al-Tanf in Nigeria.", "al-Tanf").place()).isEmpty();
  }

  @Test
  void a09ThePartOfACountryIsWhereItsPeopleLive() {
    Location north = find("Fighting went on in northwestern Syria.", "Syria");
    assertThat(north.lat()).isBetween(35.4, 36.4);
    assertThat(north.lon()).isBetween(36.2, 37.4);
    assertThat(north.km()).isLessThan(120);
    assertThat(find("Rain fell in Iraq's Kurdish-run north.", "Iraq").lat()).isBetween(35.0, 37.0);
    String owned = "A market in Pakistan's northwestern city of Peshawar burnt.";
    assertThat(find(owned, "Peshawar").surface()).isEqualTo("city of Peshawar");
    assertThat(find(owned, "Pakistan").surface()).isEqualTo("Pakistan");
  }

  @Test
  void a10BetweenTwoPlaces() {
    Location road = find("The road between Homs and Palmyra was shut.", "Homs");
    assertThat(road.lon()).isBetween(37.3, 37.6);
    assertThat(road.km()).isBetween(60.0, 90.0);
    assertThat(find("Shells fell on the Homs-Palmyra road.", "Palmyra").lat()).isEqualTo(road.lat());
  }

  @Test
  void a11ARiverIsMeantWhereTheTextPassesIt() {
    Location river = find("Boats crossed the Euphrates near Mayadin.", "Euphrates");
    assertThat(river.lat()).isBetween(34.8, 35.2);
    assertThat(river.km()).isLessThan(30);
  }

  @Test
  void a12AQuarterIsInItsTown() {
    Location quarter = find("A shell hit the Qwxyz neighbourhood of Aleppo.", "Qwxyz");
    assertThat(quarter.step()).isEqualTo(PlaceContext.WITHIN);
    assertThat(quarter.lat()).isBetween(36.0, 36.4);
    assertThat(find("A shell hit the village of Qwxyz in Aleppo province.", "Qwxyz").isLocated()).isFalse();
  }

  @Test
  void a13TheNextPhraseTellsNamesakesApart() {
    Location tawil = find("They left Tall Tawil, west of the town of Tall Tamr.", "Tall Tawil");
    assertThat(tawil.lon()).isBetween(40.1, 40.35);
  }

  /** Name as written with its words, and where it lies. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      the village of At Tanf                   | At Tanf      | 33.488 | 38.657
      al-Tanf                                  | al-Tanf      | 33.488 | 38.657
      Al Tanf                                  | Al Tanf      | 33.488 | 38.657
      Deir Ezzor                               | Deir Ezzor   | 35.336 | 40.141
      Dayr Az Zawr                             | Dayr Az Zawr | 35.336 | 40.141
      Dier Ezzor                               | Dier Ezzor   | 35.336 | 40.141
      Deir Ezzor military airport              | Deir Ezzor   | 35.284 | 40.173
      Al-Halbah                                | Al-Halbah    | 34.079 | 38.432
      Palmyra                                  | Palmyra      | 34.561 | 38.281
      al-Suwayda                               | al-Suwayda   | 32.709 | 36.570
      Homs                                     | Homs         | 34.732 | 36.685
      Aleppo                                   | Aleppo       | 36.204 | 37.173
      Raqqa                                    | Raqqa        | 35.953 | 39.008
      Manbij                                   | Manbij       | 36.527 | 37.956
      Kobane                                   | Kobane       | 36.891 | 38.354
      Al Bukamal                               | Al Bukamal   | 34.450 | 40.919
      the town of Maadan                       | Maadan       | 35.755 | 39.598
      the al-Suwar town near Deir Ezzor        | al-Suwar     | 35.506 | 40.657
      the Jafra fields                         | Jafra        | 35.30  | 40.44
      the Omar oil field                       | Omar         | 35.030 | 40.713
      the area of al-Safa in al-Suwayda        | al-Safa      | 33.03  | 37.20
      the Bir Qassab area                      | Bir Qassab   | 33.298 | 36.779
      the Khabur River valley                  | Khabur River | 36.0   | 40.72
      """)
  void c01NamesOfTheMission(String phrase, String name, double lat, double lon) {
    Location location = find("Troops in Syria moved to " + phrase + " today.", name);
    assertThat(location.status()).isEqualTo(Status.RESOLVED);
    assertThat(PlaceGeometry.km(location.lat(), location.lon(), lat, lon)).isLessThan(15);
  }

  @Test
  void c02AnAbbreviationInUseAndAPortOfYemen() {
    assertThat(place("Syrian troops left DeZ for Homs.", "DeZ").id()).isEqualTo("gn:170794");
    assertThat(place("Ships wait off Hodeidah in Yemen.", "Hodeidah").id()).isEqualTo("gn:79415");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Ibsah and Taibah fields  | Ibsah
      Ibsah and Taibah fields  | Taibah
      the town of Al Zqur      | Al Zqur
      the hilltop of Tal Rubiyat | Tal Rubiyat
      the Ta'meen Base         | Ta'meen
      """)
  void c03WhatTheGazetteerCannotTellIsNotLocated(String phrase, String name) {
    resolve("Troops in Syria near Deir Ezzor moved to " + phrase + " today.").forEach((mention, location) -> {
      if (mention.name().equals(name)) {
        assertThat(location.isLocated()).as(name).isFalse();
      }
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Troops left Bagram airfield in Afghanistan.                        | Bagram                        | oa:OAIX
      Rockets fell on Erbil international airport in Iraq.               | Erbil                         | oa:ORER
      Israel struck Damascus airport on Sunday.                          | Damascus                      | oa:OSDI
      Planes left Maitiga airport in Tripoli, Libya.                     | Maitiga                       | oa:HLLM
      """)
  void d01AnAirfieldUnderAnyWordForIt(String text, String name, String id) {
    assertThat(place(text, name).id()).isEqualTo(id);
  }

  @Test
  void d03CompassPointsForShortAndTheBankOfARiver() {
    Location northeast = find("Shells fell 5 km NE of Manbij in Syria.", "Manbij");
    assertThat(northeast.lat()).isGreaterThan(36.54);
    assertThat(northeast.lon()).isGreaterThan(37.98);
    assertThat(place("Russian jets left Shayrat airfield. The SE bank of the Euphrates was hit in Syria.", "Euphrates").feature()).isEqualTo(Feature.RIVER);
  }

  @Test
  void d02OneSenseInOneArticle() {
    String text = "Fighting resumed in the al-Safa area of al-Suwayda. Two soldiers were killed near al-Safa. Troops had been sent to Aleppo, to Idlib and to Hasakah.";
    assertThat(resolve(text).values().stream().filter(l -> l.name().equals("al-Safa")).map(Location::status)).hasSize(2).containsOnly(Status.RESOLVED);
  }

  @Test
  void f01AVillageCountsInAnArticleAboutItsCountry() {
    Location found = find("Shells fell on the village of Manarat Shabak near Mosul, Iraq.", "Manarat Shabak");
    assertThat(found.status()).isEqualTo(Status.RESOLVED);
    assertThat(found.place().map(Place::country)).contains("IQ");
    assertThat(KNOWLEDGE.places().listCandidates("Manarat Shabak")).isEmpty();
  }

  @Test
  void f02AndInNoOther() {
    assertThat(find("Shells fell on the village of Manarat Shabak near Homs, Syria.", "Manarat Shabak").status()).isEqualTo(Status.UNLOCATED);
    assertThat(find("Shells fell on the village of Manarat Shabak.", "Manarat Shabak").status()).isEqualTo(Status.UNLOCATED);
  }

  @Test
  void f03TheSameConsonantsBesideAPlaceThatTheSentenceNames() {
    Location found = find("Shells fell on the village of Jerbulas and on Manbij.", "Jerbulas");
    assertThat(found.step()).isEqualTo(Places.SKELETON);
    assertThat(found.place().map(Place::id)).contains("gn:169179");
    assertThat(find("Shells fell on the village of Jerbulas and on Homs.", "Jerbulas").status()).isEqualTo(Status.UNLOCATED);
  }
}
