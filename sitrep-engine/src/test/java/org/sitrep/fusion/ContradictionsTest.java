package org.sitrep.fusion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Casualties.Fate;
import org.sitrep.claim.Claim;
import org.sitrep.event.CasualtyFigure;
import org.sitrep.event.CasualtyPolicy;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.event.Loss;
import org.sitrep.knowledge.Knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Which numbers speak of the same people, what of it contradicts, and what figures are made of it. */
class ContradictionsTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of());
  private static final Fusion FUSION =
      new Fusion(
          KNOWLEDGE.fusionWeights(),
          KNOWLEDGE.populations(),
          new Parts(KNOWLEDGE.counts())::of,
          (party, day) -> Optional.of(party));

  @ParameterizedTest
  @CsvSource({
    "'', people",
    "passers-by in uniform, people",
    "soldiers, fighters",
    "Syrian soldiers, fighters",
    "army officers, officers",
    "commanders of the rebels, officers",
    "rebel commanders, officers",
    "civilian women, women",
    "civilians including children, civilians",
    "child soldiers, fighters",
    "militants from the villagers' militia, fighters",
    "schoolchildren, children"
  })
  void A01_theHeadOfADescriptionNamesThePopulation(String group, String population) {
    assertThat(KNOWLEDGE.populations().of(group)).isEqualTo(population);
  }

  @Test
  void A02_differentPopulationsExcludeNothing() {
    assertThat(loss(5, 5, "fighters", "").excludes(loss(2, 2, "civilians", ""))).isFalse();
  }

  @Test
  void A03_aPartMayBeSmallerButNotLarger() {
    assertThat(loss(5, 5, "fighters", "").excludes(loss(2, 2, "officers", ""))).isFalse();
    assertThat(loss(5, 5, "fighters", "").excludes(loss(7, 7, "officers", ""))).isTrue();
    assertThat(loss(7, 7, "officers", "").excludes(loss(5, 5, "fighters", ""))).isTrue();
  }

  @Test
  void A04_twoSidesAreTwoPopulations() {
    assertThat(loss(5, 5, "fighters", "army").excludes(loss(9, 9, "fighters", "rebels"))).isFalse();
    assertThat(loss(5, 5, "fighters", "army").excludes(loss(9, 9, "fighters", ""))).isTrue();
  }

  @Test
  void A05_rangesThatShareANumberAgree() {
    assertThat(loss(3, -1, "people", "").excludes(loss(5, 5, "people", ""))).isFalse();
    assertThat(loss(3, -1, "people", "").excludes(loss(2, 2, "people", ""))).isTrue();
  }

  @Test
  void B01_officersBesideSoldiersAreShownTogetherAndContradictNobody() {
    Event event = one(
        hills("a").says("insurgent news").killed(5, 5, "soldiers").claim(),
        hills("b").says("loyalist activists").killed(2, 2, "officers").claim());
    assertThat(event.contradictions()).isEmpty();
    assertThat(event.losses())
        .extracting(Loss::root, Loss::low, Loss::population, Loss::group)
        .containsExactly(
            tuple("insurgent news", 5, "fighters", "soldiers"),
            tuple("loyalist activists", 2, "officers", "officers"));
  }

  @Test
  void B02_soldiersAndFightersOfOneSideAreOnePopulation() {
    Event event = one(
        strike("a").says("monitor").killed(5, 5, "fighters").claim(),
        strike("b").says("council").killed(8, 8, "militants").claim());
    Contradiction.Count count = (Contradiction.Count) only(event);
    assertThat(count.versions()).extracting(Contradiction.Version::value)
        .containsExactly("5 (fighters)", "8 (militants)");
    assertThat(event.losses()).extracting(Loss::side).containsOnly(Optional.of("rebels"));
  }

  @Test
  void B03_eachPopulationHasItsOwnContradiction() {
    Event event = one(
        strike("a").says("monitor").killed(5, 5, "fighters").killed(2, 2, "civilians").claim(),
        strike("b").says("council").killed(8, 8, "fighters").killed(3, 3, "civilians").claim(),
        strike("c").says("agency").killed(5, 5, "fighters").claim());
    assertThat(event.contradictions()).hasSize(2).allMatch(c -> c instanceof Contradiction.Count);
    assertThat(event.contradictions().getFirst().versions())
        .extracting(Contradiction.Version::value, Contradiction.Version::roots)
        .containsExactly(
            tuple("5 (fighters)", List.of("monitor", "agency")), tuple("8 (fighters)", List.of("council")));
    assertThat(event.contradictions().getLast().versions())
        .extracting(Contradiction.Version::value).containsExactly("2 (civilians)", "3 (civilians)");
  }

  @Test
  void B04_moreChildrenThanCiviliansCannotBe() {
    Event event = one(
        strike("a").says("monitor").killed(4, 4, "civilians").claim(),
        strike("b").says("council").killed(6, 6, "children").claim());
    assertThat(only(event).versions()).extracting(Contradiction.Version::value)
        .containsExactly("4 (civilians)", "6 (children)");
  }

  @Test
  void B06_aSumIsComparedByItsParts() {
    Event event = one(
        hills("a").says("insurgent news").killed(5, 5, "soldiers").claim(),
        hills("b").says("monitor").killed(10, 10, "two soldiers, eight militiamen").claim(),
        hills("c").says("loyalist activists").killed(2, 2, "soldiers").claim());
    assertThat(only(event).versions())
        .extracting(Contradiction.Version::value, Contradiction.Version::roots)
        .containsExactly(
            tuple("2 (soldiers)", List.of("monitor", "loyalist activists")),
            tuple("5 (soldiers)", List.of("insurgent news")));
    assertThat(event.losses())
        .filteredOn(l -> l.root().equals("monitor"))
        .extracting(Loss::low, Loss::group)
        .containsExactly(tuple(2, "soldiers"), tuple(8, "militiamen"), tuple(10, ""));
    assertThat(CasualtyPolicy.RANGE.of(event)).extracting(CasualtyFigure::low).containsExactly(2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "3 | 3 | a nurse, two patients | 1 nurse; 2 patients",
    "14 |  | at least four guards, ten others | 4+ guards; 10 others",
    "7 | 7 | two soldiers, eight militiamen | ",
    "5 | 5 | soldiers, some of them conscripts | ",
    "5 | 5 | five soldiers | ",
    "0 | 0 | '' | "
  })
  void B07_partsAreThoseThatAddUp(int low, Integer high, String group, String parts) {
    Casualties whole =
        new Casualties(Fate.KILLED, low, high == null ? OptionalInt.empty() : OptionalInt.of(high), group);
    assertThat(
            new Parts(KNOWLEDGE.counts())
                .of(whole).stream()
                    .map(p -> p.low() + (p.high().isEmpty() ? "+ " : " ") + p.group())
                    .collect(Collectors.joining("; ")))
        .isEqualTo(parts == null ? "" : parts);
  }

  @Test
  void B08_oneNumberInTwoWordingsIsOneVersion() {
    Event event = one(
        strike("a").says("monitor").killed(5, 5, "fighters").claim(),
        strike("b").says("council").killed(5, 5, "rebel fighters").claim(),
        strike("c").says("agency").killed(8, 8, "fighters").claim());
    assertThat(only(event).versions()).extracting(Contradiction.Version::value)
        .containsExactly("5 (fighters)", "8 (fighters)");
  }

  @Test
  void B05_copiesGiveAVersionOneRoot() {
    String words = "planes of the coalition struck a headquarters at dawn and eight fighters died there";
    Event event = one(
        strike("a").says("agency").words(words).killed(8, 8, "fighters").claim(),
        strike("b").words(words).killed(8, 8, "fighters").claim(),
        strike("c").says("monitor").killed(5, 5, "fighters").claim());
    Contradiction.Version eight = only(event).versions().getLast();
    assertThat(eight.claims()).hasSize(2);
    assertThat(eight.roots()).containsExactly("agency");
  }

  @Test
  void C01_aSpeakersLargestNumberStandsForTheAccount() {
    Event event = one(
        strike("a").at(0).says("monitor").killed(5, 5, "people").claim(),
        strike("a").at(60).says("monitor").killed(2, 2, "children").claim(),
        strike("b").says("council").killed(7, 7, "people").claim());
    assertThat(event.casualties()).singleElement()
        .satisfies(c -> assertThat(c.low()).isEqualTo(5))
        .satisfies(c -> assertThat(c.high()).hasValue(7));
  }

  @Test
  void C02_acledTakesTheMostCautiousReading() {
    Event event = one(
        strike("a").says("monitor").killed(24, 99, "people").claim(),
        strike("b").says("council").killed(30, 30, "people").claim());
    assertThat(CasualtyPolicy.ACLED.of(event))
        .containsExactly(figure("all", 12, 12, 12));
    assertThat(CasualtyPolicy.RANGE.of(event)).containsExactly(figure("all", 24, -1, 99));
  }

  @ParameterizedTest
  @CsvSource({"20, 99, 10", "24, 99, 12", "200, 999, 100", "40, 99, 40", "24, 98, 24"})
  void C03_vagueWordsReadCautiously(int low, int high, int reads) {
    assertThat(CasualtyPolicy.ACLED.of(one(strike("a").killed(low, high, "people").claim())).getFirst().best())
        .hasValue(reads);
  }

  @Test
  void C04_ucdpsBestIsTheNumberOfMostRootsNeverAMean() {
    Event event = one(
        strike("a").says("monitor").killed(4, 4, "people").claim(),
        strike("b").says("council").killed(4, 4, "people").claim(),
        strike("c").says("agency").killed(20, 20, "people").claim());
    assertThat(CasualtyPolicy.UCDP.of(event)).containsExactly(figure("all", 4, 4, 20));
  }

  @Test
  void C05_ucdpKnowsNoEventWithoutADeath() {
    assertThat(CasualtyPolicy.UCDP.of(one(strike("a").killed(0, 0, "people").claim()))).isEmpty();
  }

  @Test
  void C06_airwarsKeepsCiviliansApart() {
    Event event = one(
        strike("a").says("monitor").killed(5, 5, "fighters").killed(2, 2, "children").claim(),
        strike("b").says("council").killed(6, 8, "civilians").claim(),
        strike("c").says("agency").killed(9, 9, "").claim());
    assertThat(CasualtyPolicy.AIRWARS.of(event))
        .containsExactly(
            figure("civilians", 2, -1, 8), figure("fighters", 5, -1, 5), figure("not stated", 9, -1, 9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void N01_numbersContradictWhereSomePairOfThemDoes(long seed) {
    Random random = new Random(seed);
    List<String> groups = List.of("soldiers", "officers", "civilians", "women", "army soldiers", "rebel fighters", "");
    for (int round = 0; round < 40; round++) {
      List<Claim> claims = new ArrayList<>();
      for (int i = random.nextInt(5) + 2; i > 0; i--) {
        int low = random.nextInt(4);
        claims.add(strike("d" + random.nextInt(3)).at(100 * i).says("s" + random.nextInt(2))
            .killed(low, low + random.nextInt(3), groups.get(random.nextInt(groups.size()))).claim());
      }
      for (Event event : FUSION.apply(claims)) {
        Set<String> told = new TreeSet<>();
        event.contradictions().stream().filter(Contradiction.Count.class::isInstance).flatMap(c -> c.versions().stream())
            .flatMap(v -> v.claims().stream()).forEach(told::add);
        assertThat(told).containsAll(excluded(event));
        assertThat(told.isEmpty()).isEqualTo(excluded(event).isEmpty());
      }
    }
  }

  /** The claims with a number that another one's excludes, in another breath, each compared with each. */
  private static Set<String> excluded(Event event) {
    Set<String> excluded = new TreeSet<>();
    for (Loss a : event.losses()) {
      for (Loss b : event.losses()) {
        boolean breath = a.root().equals(b.root()) && document(event, a).equals(document(event, b));
        if (!breath && a.excludes(b)) {
          excluded.add(a.claim());
        }
      }
    }
    return excluded;
  }

  private static String document(Event event, Loss loss) {
    return event.claims().stream().filter(c -> c.id().equals(loss.claim())).findFirst().orElseThrow().doc();
  }

  private static CasualtyFigure figure(String group, int low, int best, int high) {
    return new CasualtyFigure(
        Fate.KILLED, group, low, best < 0 ? OptionalInt.empty() : OptionalInt.of(best), OptionalInt.of(high));
  }

  private static Loss loss(int low, int high, String population, String side) {
    return new Loss(
        "r", "c", Fate.KILLED, low, high < 0 ? OptionalInt.empty() : OptionalInt.of(high), low,
        side.isEmpty() ? Optional.empty() : Optional.of(side), population,
        KNOWLEDGE.populations().within(population), "");
  }

  private static Telling hills(String doc) {
    return Telling.in(doc).that("rebels", "clash", "army").near("The Hills", 33, 37, 2).on("2018-11-08");
  }

  private static Telling strike(String doc) {
    return Telling.in(doc).that("planes", "air_strike", "rebels").near("Village", 34, 38, 2).on("2018-03-02");
  }

  private static Contradiction only(Event event) {
    assertThat(event.contradictions()).hasSize(1);
    return event.contradictions().getFirst();
  }

  private static Event one(Claim... claims) {
    List<Event> events = FUSION.apply(List.of(claims));
    assertThat(events).hasSize(1);
    return events.getFirst();
  }
}
