package org.sitrep.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.mention.Mention.Candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The matching ladder on the bundled packs, and what happens to broken files. */
class PlacesTest {

  private static final Places PLACES =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria")).places();

  private static final String HEADER =
      "id,name,feature,lat,lon,km,country,region,population,names,origin\n";

  @TempDir Path home;

  private static String step(String name, String id) {
    return PLACES.listCandidates(name).stream()
        .filter(c -> c.place().id().equals(id))
        .map(Candidate::step)
        .findFirst()
        .orElse("none");
  }

  @Test
  void a01CaseMarksAndHyphensDoNotMatter() {
    assertThat(step("PALMYRA", "gn:163808")).isEqualTo(Places.EXACT);
    assertThat(step("Deir-ez-Zor", "gn:170794")).isEqualTo(Places.EXACT);
    assertThat(step("Ma'dan", "gn:167538")).isEqualTo(Places.EXACT);
  }

  @Test
  void a02ArticlesMayBeMissingOrAssimilated() {
    assertThat(step("al-Suwar", "gn:172413")).isEqualTo(Places.ARTICLE);
    assertThat(step("Dayr Ezzawr", "gn:170794")).isEqualTo(Places.ARTICLE);
  }

  @Test
  void a03GenericFirstWordsAreClasses() {
    assertThat(step("Dier Ezzor", "gn:170794")).isEqualTo(Places.GENERIC);
  }

  @Test
  void a04SpellingsOfOneSoundMeet() {
    assertThat(step("Maadaan", "gn:167538")).isEqualTo(Places.SOUND);
    assertThat(step("Al Bukamal", "gn:174448")).isEqualTo(Places.SOUND);
  }

  @Test
  void a05ArabicScriptIsExact() {
    assertThat(step("دير الزور", "gn:170794")).isEqualTo(Places.EXACT);
  }

  @Test
  void a06AbbreviationsComeFromAFile() {
    assertThat(step("DeZ", "gn:170794")).isEqualTo(Places.ABBREVIATION);
    assertThat(step("T-4", "oa:OS72")).isEqualTo(Places.ABBREVIATION);
  }

  @Test
  void a07OtherLanguagesNamesComeFromAFile() {
    assertThat(step("Raqqa", "gn:172955")).isNotEqualTo(Places.SOUND);
    assertThat(step("Burma", "gn:1327865")).isEqualTo(Places.EXONYM);
    assertThat(Places.isAsWritten(Places.EXONYM)).isTrue();
    assertThat(Places.isAsWritten(Places.SOUND)).isFalse();
  }

  @Test
  void a08TheLadderIsNotClimbedWhereNoArabicIsWritten() {
    assertThat(PLACES.listCandidates("Pariss")).noneMatch(c -> c.place().id().equals("gn:2988507"));
  }

  @Test
  void a08PlacesKnowTheirRegionAndCountry() {
    assertThat(PLACES.find("gn:167357").orElseThrow().region()).isEqualTo("Aleppo");
    assertThat(PLACES.find("curated:safa-lava-field").orElseThrow().country()).isEqualTo("SY");
    assertThat(PLACES.focus()).containsExactly("SY");
  }

  @Test
  void a09AllOfTheBundledFilesHaveRegionsWithOneSpelling() {
    List<String> regions =
        PLACES.listAll().stream()
            .filter(p -> p.country().equals("SY") && p.feature() == Feature.REGION)
            .map(p -> p.name())
            .toList();
    assertThat(PLACES.listAll())
        .filteredOn(p -> p.country().equals("SY") && !p.region().isEmpty())
        .allMatch(p -> regions.contains(p.region()));
  }

  @Test
  void b01AWrongColumnIsNamedWithItsFile() throws IOException {
    write("id,name,feature,lat,long,km,country,region,population,names,origin\n"
        + "x:1,Somewhere,TOWN,1,1,1,,,,,test\n");
    refused("places.csv:1: no column \"lon\"");
  }

  @Test
  void b02AnIdUsedTwiceIsNamedWithItsLine() throws IOException {
    write(HEADER + "x:1,Somewhere,TOWN,1,1,1,,,,,test\nx:1,Elsewhere,TOWN,1,1,1,,,,,test\n");
    refused("places.csv:3: the id x:1 is used twice");
  }

  @Test
  void b03CoordinatesOutOfRangeAreNamedWithTheirLine() throws IOException {
    write(HEADER + "x:1,Somewhere,TOWN,91,1,1,,,,,test\n");
    refused("places.csv:2: coordinates out of range: 91, 1");
  }

  @Test
  void b04ANameOfOneLetterOrOfThousandsIsRefused() throws IOException {
    write(HEADER + "x:1,X,TOWN,1,1,1,,,,,test\n");
    refused("places.csv:2: a name must have 2 to 100 letters: X");
    write(HEADER + "x:1," + "Xy".repeat(5000) + ",TOWN,1,1,1,,,,,test\n");
    refused("places.csv:2: a name must have 2 to 100 letters: XyXy");
  }

  @Test
  void b05AnUnknownFeatureListsTheKnownOnes() throws IOException {
    write(HEADER + "x:1,Somewhere,HAMLET,1,1,1,,,,,test\n");
    refused("places.csv:2: \"feature\" is HAMLET; write one of [COUNTRY");
  }

  @Test
  void b06ARowOfALaterPackReplacesOneOfAnEarlier() throws IOException {
    write(HEADER + "x:1,Somewhere,TOWN,1,1,1,,,,,test\n");
    Path pack = Files.createDirectories(home.resolve("knowledge/other"));
    Files.writeString(pack.resolve("places.csv"), HEADER + "x:1,Somewhere,TOWN,2,2,1,XX,,,,test\n");
    Places places = Places.load(List.of(home.resolve("knowledge/common"), pack));
    assertThat(places.listExact("somewhere")).singleElement().satisfies(
        c -> assertThat(c.place().lat()).isEqualTo(2));
    assertThat(places.focus()).containsExactly("XX");
  }

  @Test
  void b07AnEditedFileCountsAtOnce() throws IOException {
    write(HEADER + "x:1,Somewhere,TOWN,1,1,1,SY,,,,test\n");
    List<Path> packs = List.of(home.resolve("knowledge/common"));
    assertThat(Places.load(packs).listExact("Elsewhere")).isEmpty();
    assertThat(Places.load(packs).listExact("Somewhere")).hasSize(1);
    write(HEADER + "x:1,Elsewhere,TOWN,1,1,1,SY,,,,test\n");
    assertThat(Places.load(packs).listExact("Elsewhere")).hasSize(1);
  }

  @Test
  void c01CountriesHaveTheirCode() {
    assertThat(PLACES.country("sy")).map(Place::name).contains("Syria");
    assertThat(PLACES.country("xx")).isEmpty();
  }

  @Test
  void c02EveryPlaceIsFoundByItsIdAndItsName() {
    assertThat(PLACES.listAll().stream().filter(p -> p.country().equals("LB")))
        .isNotEmpty()
        .allSatisfy(p -> {
          assertThat(PLACES.find(p.id())).contains(p);
          assertThat(PLACES.listExact(p.name())).isNotEmpty();
        });
  }

  @Test
  void d01VillagesAreALayerOfTheirOwnGzippedOrNot() throws IOException {
    write(HEADER + "x:1,Somewhere,TOWN,1,1,1,AA,,,,test\n");
    Path villages = Files.createDirectories(home.resolve("knowledge/common/places/villages"));
    Files.writeString(villages.resolve("a.csv"), HEADER + "x:2,Hamleton,VILLAGE,2,2,1,AA,,,,test\nx:1,Elsewhere,VILLAGE,3,3,1,AA,,,,test\n");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(villages.resolve("b.csv.gz")))) {
      out.write((HEADER + "x:3,Hamleton,VILLAGE,4,4,1,BB,,,,test\n").getBytes(StandardCharsets.UTF_8));
    }
    Places places = Places.load(List.of(home.resolve("knowledge/common")));
    assertThat(places.listCandidates("Hamleton")).isEmpty();
    assertThat(places.listVillages("hamleton", Set.of("BB"))).extracting(c -> c.place().id()).containsExactly("x:3");
    assertThat(places.listVillages("hamleton")).hasSize(2);
    assertThat(places.find("x:2")).isPresent();
    assertThat(places.find("x:1").map(Place::name)).as("rows of the other files come first").contains("Somewhere");
  }

  @Test
  void d02ABadVillageIsNamedWithItsLine() throws IOException {
    write(HEADER + "x:1,Somewhere,TOWN,1,1,1,AA,,,,test\n");
    Path villages = Files.createDirectories(home.resolve("knowledge/common/places/villages"));
    Files.writeString(villages.resolve("a.csv"), HEADER + "x:2,Hamleton,VILLAGE,92,2,1,AA,,,,test\n");
    refused("a.csv:2: coordinates out of range");
  }

  @Test
  void d03ArabicLettersWithAndWithoutTheArticle() throws IOException {
    write(HEADER + "x:0,Aland,COUNTRY,1,1,1,AA,,,الاند,test\nx:1,Somewhere,TOWN,1,1,1,AA,,,الكويرة,test\n");
    Places places = Places.load(List.of(home.resolve("knowledge/common")));
    assertThat(places.listCandidates("الكويرة")).extracting(c -> c.step()).containsExactly(Places.EXACT);
    assertThat(places.listCandidates("كويره")).extracting(c -> c.step()).containsExactly(Places.SCRIPT);
  }

  @Test
  void d04TheSameConsonantsOnlyNear() {
    Place near = PLACES.find("gn:167357").orElseThrow();
    assertThat(PLACES.listSkeletons("Jerbulas", near, 40)).extracting(c -> c.place().id()).contains("gn:169179");
    assertThat(PLACES.listSkeletons("Jerbulas", near, 5)).isEmpty();
    assertThat(PLACES.listSkeletons("Ab", near, 40)).isEmpty();
  }

  private void write(String text) throws IOException {
    Path pack = Files.createDirectories(home.resolve("knowledge/common"));
    Files.writeString(pack.resolve("places.csv"), text);
  }

  private void refused(String message) {
    assertThatThrownBy(() -> Places.load(List.of(home.resolve("knowledge/common"))))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining(message);
  }
}
