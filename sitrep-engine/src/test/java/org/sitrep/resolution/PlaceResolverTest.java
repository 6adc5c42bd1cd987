package org.sitrep.resolution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sitrep.annotation.PlaceSpotting;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.Location;
import org.sitrep.mention.Location.Status;
import org.sitrep.mention.Mention.OfPlace;

import static org.assertj.core.api.Assertions.assertThat;

/** From words to points, on the bundled packs and sentences made for the test. */
class PlaceResolverTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria"));
  private static final PlaceSpotting SPOTTING = new PlaceSpotting(KNOWLEDGE);

  private static Map<OfPlace, Location> resolve(String text) {
    return new PlaceResolver(KNOWLEDGE).resolve(SPOTTING.annotate("test", text));
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
}
