package org.sitrep.annotation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.mention.Mention.PlaceRelation;
import org.sitrep.mention.Mention.PlaceRelation.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** What is spotted as a place, and what the words around a name say of it. */
class PlaceSpotterTest {

  private static final PlaceSpotting SPOTTING =
      new PlaceSpotting(Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria")));

  private static List<OfPlace> spot(String text) {
    return SPOTTING.annotate("test", text).sentences().stream()
        .flatMap(s -> s.list(OfPlace.class).stream())
        .toList();
  }

  private static List<String> names(String text) {
    return spot(text).stream().map(OfPlace::name).toList();
  }

  private static PlaceRelation relation(String text) {
    return spot(text).getFirst().relation().orElseThrow();
  }

  @Test
  void a01PlainNames() {
    assertThat(names("Rebels left Aleppo for Idlib on foot.")).containsExactly("Aleppo", "Idlib");
  }

  @Test
  void a02NamesOfSeveralWordsWithArticles() {
    assertThat(names("They drove from Deir ez-Zor to Umm al-Qura and al-Suwar."))
        .containsExactly("Deir ez-Zor", "Umm al-Qura", "al-Suwar");
  }

  @Test
  void a03TheSurfaceHoldsTheWordsThatSayWhatItIs() {
    OfPlace town = spot("They retook the town of Maadan at dawn.").getFirst();
    assertThat(town.surface()).isEqualTo("town of Maadan");
    assertThat(town.name()).isEqualTo("Maadan");
    assertThat(town.feature()).contains(Feature.TOWN);
    OfPlace field = spot("They hold the Jafra gas fields now.").getFirst();
    assertThat(field.surface()).isEqualTo("Jafra gas fields");
    assertThat(field.feature()).contains(Feature.FIELD);
  }

  @Test
  void a04OneWordForSeveralNames() {
    assertThat(spot("They took the villages of Jafrah, Maadan and Manbij."))
        .extracting(OfPlace::feature)
        .containsOnly(Optional.of(Feature.VILLAGE))
        .hasSize(3);
  }

  @Test
  void a05DirectionsAndDistances() {
    PlaceRelation far = relation("It fell 20 km south of Palmyra.");
    assertThat(far).isEqualTo(new PlaceRelation(Kind.OFFSET, Optional.of(180.0), Optional.of(20.0)));
    assertThat(relation("Fires burnt northwest of Manbij.").bearing()).contains(315.0);
    assertThat(relation("It rained in northern Aleppo.").kind()).isEqualTo(Kind.PART);
    assertThat(relation("A mine went off near Manbij.").kind()).isEqualTo(Kind.AROUND);
    assertThat(relation("Troops marched towards Raqqa.").kind()).isEqualTo(Kind.TOWARDS);
    PlaceRelation side = relation("They met in the eastern Homs countryside.");
    assertThat(side.kind()).isEqualTo(Kind.AROUND);
    assertThat(side.bearing()).contains(90.0);
  }

  @Test
  void a06BetweenTwoPlacesIsTheStretchFromOneToTheOther() {
    assertThat(spot("The road between Homs and Palmyra was shut."))
        .extracting(m -> m.relation().orElseThrow().kind())
        .containsExactly(Kind.BETWEEN, Kind.BETWEEN);
  }

  @Test
  void a07UnknownNamesWithAPlaceWord() {
    OfPlace unknown = spot("Fighters burnt the village of Qwxyzabad.").getFirst();
    assertThat(unknown.name()).isEqualTo("Qwxyzabad");
    assertThat(unknown.candidates()).isEmpty();
  }

  @Test
  void a08ZonesAndDistancesAroundAPlace() {
    PlaceRelation zone = relation("They guard a 55 km zone around Palmyra.");
    assertThat(zone).isEqualTo(new PlaceRelation(Kind.AROUND, Optional.empty(), Optional.of(55.0)));
    assertThat(relation("Patrols came within 12 km of Manbij.").km()).contains(12.0);
    assertThat(relation("It burnt west of the town of Maadan.").bearing()).contains(270.0);
  }

  @Test
  void a09AdjectivesOfNationsNameNoTown() {
    assertThat(names("They met in the northern Iraqi city of Mosul.")).containsExactly("Mosul");
    assertThat(names("Smugglers crossed the Iraqi border at night.")).containsExactly("Iraqi");
    assertThat(names("The Iraqi city was quiet.")).isEmpty();
  }

  @Test
  void a10SortsOfSeveralWords() {
    OfPlace area = spot("Cattle were stolen in Qwxyzabad Local Government Area of Borno State.").getFirst();
    assertThat(area.name()).isEqualTo("Qwxyzabad");
    assertThat(area.feature()).contains(Feature.DISTRICT);
    assertThat(spot("Cattle were stolen in Borno state.").getFirst().candidates()).isNotEmpty();
  }

  @Test
  void b01PeopleAreNoPlaces() {
    assertThat(names("The writer Palmyra Jones met Colonel al-Suwar.")).isEmpty();
  }

  @Test
  void b02OrganisationsAndOperationsAreNoPlaces() {
    assertThat(names("The Free Aleppo Army joined Operation Palmyra with the Idlib Hawks Brigade."))
        .isEmpty();
  }

  @Test
  void b03PeoplesAreNoPlaces() {
    assertThat(names("Turkish and Syrian officers spoke.")).isEmpty();
  }
}
