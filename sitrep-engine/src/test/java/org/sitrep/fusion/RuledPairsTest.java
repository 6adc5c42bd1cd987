package org.sitrep.fusion;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.event.Ruling;
import org.sitrep.knowledge.Knowledge;

import static org.assertj.core.api.Assertions.assertThat;

/** What people rule on pairs of claims goes before all evidence. */
final class RuledPairsTest {

  private static final Fusion FUSION =
      new Fusion(
          Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of()).fusionWeights(),
          (party, day) -> Optional.of(party));

  private final Claim raid = told("herald", "2019-03-02", "shelling");
  private final Claim same = told("courier", "2019-03-02", "shelling");
  private final Claim later = told("gazette", "2019-03-20", "arrest");

  @Test
  void a01_withoutRulingsTheEvidenceDecides() {
    assertThat(events(List.of())).containsExactlyInAnyOrder(Set.of(raid, same), Set.of(later));
  }

  @Test
  void a02_twoThatAreRuledApartAreTwoEvents() {
    assertThat(events(List.of(ruling(raid, same, Ruling.APART)))).hasSize(3);
  }

  @Test
  void a03_twoThatAreRuledOneAreOneEventWhateverTheySay() {
    List<Ruling> rulings = List.of(ruling(later, raid, Ruling.SAME));
    assertThat(events(rulings)).containsExactly(Set.of(raid, same, later));
    Event event = FUSION.ruledBy(rulings).apply(List.of(raid, same, later)).getFirst();
    assertThat(event.why().links().getLast().terms().getFirst().level()).isEqualTo("ruled to be one");
  }

  @Test
  void b01_aWithdrawnRulingCountsNoLonger() {
    assertThat(events(List.of(ruling(raid, same, Ruling.APART), ruling(same, raid, "")))).hasSize(2);
  }

  @Test
  void b02_aLaterRulingOnThePairTakesThePlaceOfTheEarlier() {
    assertThat(events(List.of(ruling(raid, same, Ruling.APART), ruling(same, raid, Ruling.SAME)))).hasSize(2);
  }

  @Test
  void b03_whereRulingsContradictEachOtherTheApartGoesBefore() {
    List<Ruling> rulings =
        List.of(
            ruling(raid, later, Ruling.SAME), ruling(same, later, Ruling.SAME), ruling(raid, same, Ruling.APART));
    List<Set<Claim>> events = events(rulings);
    assertThat(events).hasSize(2).noneMatch(e -> e.contains(raid) && e.contains(same));
  }

  @Test
  void c01_rulingsOnClaimsThatAreNotThereDoNothing() {
    Claim gone = told("nobody", "2019-03-02", "clash");
    assertThat(events(List.of(ruling(gone, raid, Ruling.SAME), ruling(gone, same, Ruling.APART)))).hasSize(2);
  }

  @Test
  void d01_theOrderOfClaimsAndRulingsDoesNotMatter() {
    List<Claim> claims = new ArrayList<>(List.of(raid, same, later));
    List<Ruling> rulings =
        new ArrayList<>(List.of(ruling(raid, later, Ruling.SAME), ruling(same, raid, Ruling.APART)));
    String once = FUSION.ruledBy(rulings).apply(claims).toString();
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(claims, new Random(seed));
      Collections.shuffle(rulings, new Random(seed));
      assertThat(FUSION.ruledBy(rulings).apply(claims)).hasToString(once);
    }
  }

  private List<Set<Claim>> events(List<Ruling> rulings) {
    return FUSION.ruledBy(rulings).apply(List.of(raid, same, later)).stream().map(e -> Set.copyOf(e.claims())).toList();
  }

  private static Claim told(String outlet, String day, String type) {
    return Telling.in(outlet).by(outlet, day).on(day).somewhere("Korsk").that("army", type, "rebels").claim();
  }

  private static Ruling ruling(Claim one, Claim other, String value) {
    return new Ruling(
        Ruling.Subject.PAIR, Ruling.pair(one.id(), other.id()), value, Optional.empty(), "read both", "an editor",
        Instant.EPOCH);
  }
}
