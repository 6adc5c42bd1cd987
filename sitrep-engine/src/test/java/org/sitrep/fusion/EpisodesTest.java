package org.sitrep.fusion;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Claim;
import org.sitrep.event.Episode;
import org.sitrep.event.Event;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.synthetic.Synthetic;

import static org.assertj.core.api.Assertions.assertThat;

/** Days of fighting that make one stretch of it. */
class EpisodesTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of());
  private static final Fusion FUSION =
      new Fusion(
          KNOWLEDGE.fusionWeights(),
          (party, day) ->
              party.equals("crowd") ? Optional.empty() : Optional.of(party.equals("brigade") ? "army" : party));

  @Test
  void A01_noEventsNoEpisodes() {
    assertThat(FUSION.episodes(List.of())).isEmpty();
  }

  @Test
  void A02_daysInARowAreOneEpisode() {
    Episode episode = one(clash("a", "2018-03-02"), clash("b", "2018-03-03"), clash("c", "2018-03-06"));
    assertThat(episode.start()).isEqualTo(LocalDate.of(2018, 3, 2));
    assertThat(episode.end()).isEqualTo(LocalDate.of(2018, 3, 6));
    assertThat(episode.events()).hasSize(3);
    assertThat(episode.sides()).containsExactly("army", "rebels");
    assertThat(episode.id()).matches("p[0-9a-f]{12}");
  }

  @Test
  void A03_fourDaysWithoutAWordEndIt() {
    assertThat(episodes(clash("a", "2018-03-02"), clash("b", "2018-03-06"))).hasSize(2);
  }

  @Test
  void A04_whoStartedMakesNoDifferenceAndABrigadeIsItsArmy() {
    Claim back =
        Telling.in("b").that("rebels", "shelling", "brigade").near("Village", 34, 38, 2).on("2018-03-04").claim();
    assertThat(one(clash("a", "2018-03-02"), back).events()).hasSize(2);
  }

  @Test
  void A05_otherSidesAndOtherPlacesAreOtherEpisodes() {
    assertThat(
            episodes(
                clash("a", "2018-03-02"),
                Telling.in("b").that("army", "clash", "caliphate").near("Village", 34, 38, 2).on("2018-03-03").claim(),
                Telling.in("c").that("army", "clash", "rebels").near("Town", 34.5, 38, 2).on("2018-03-03").claim()))
        .hasSize(3);
  }

  @Test
  void A06_aLongEventBridgesTheDaysItLasts() {
    Claim long3 =
        Telling.in("a").that("army", "clash", "rebels").near("Village", 34, 38, 2)
            .between("2018-03-02", "2018-03-07").claim();
    assertThat(one(long3, clash("b", "2018-03-10")).events()).hasSize(2);
  }

  @Test
  void B01_whatIsKnownTooVaguelyIsInNone() {
    assertThat(
            episodes(
                Telling.in("a").that("army", "clash", "rebels").near("Province", 34, 38, 80).on("2018-03-02").claim(),
                Telling.in("b").that("army", "clash", "rebels").near("Village", 34, 38, 2)
                    .between("2018-03-01", "2018-03-31").claim(),
                Telling.in("c").that("army", "clash", "rebels").on("2018-03-02").claim(),
                Telling.in("d").that("crowd", "protest", "").near("Village", 34, 38, 2).on("2018-03-02").claim()))
        .isEmpty();
  }

  @Test
  void C01_theOrderOfEventsDoesNotMatterAndNoEventIsInTwo() {
    List<Event> events = new ArrayList<>(FUSION.apply(new Synthetic(3).claims(600, 200)));
    List<Episode> expected = FUSION.episodes(events);
    assertThat(expected).anyMatch(e -> e.events().size() > 1);
    List<String> ids = expected.stream().flatMap(e -> e.events().stream()).toList();
    assertThat(ids).doesNotHaveDuplicates();
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(events, new Random(seed));
      assertThat(FUSION.episodes(events)).isEqualTo(expected);
    }
  }

  private static Claim clash(String doc, String day) {
    return Telling.in(doc).that("army", "clash", "rebels").near("Village", 34, 38, 2).on(day).claim();
  }

  private static List<Episode> episodes(Claim... claims) {
    return FUSION.episodes(FUSION.apply(List.of(claims)));
  }

  private static Episode one(Claim... claims) {
    List<Episode> episodes = episodes(claims);
    assertThat(episodes).hasSize(1);
    return episodes.getFirst();
  }
}
