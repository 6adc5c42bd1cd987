package org.sitrep.fusion;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.synthetic.Synthetic;

import static org.assertj.core.api.Assertions.assertThat;

/** The made-up war that fusion is measured on. */
class SyntheticTest {

  @Test
  void A01_aSeedIsOneWar() {
    assertThat(new Synthetic(3).claims(300, 90)).isEqualTo(new Synthetic(3).claims(300, 90));
    assertThat(new Synthetic(3).claims(300, 90)).isNotEqualTo(new Synthetic(4).claims(300, 90));
  }

  @Test
  void A02_truthCoversEveryClaimAndBlocsTellWhatFavoursThem() {
    Synthetic war = new Synthetic(1);
    List<Claim> claims = war.claims(8_800, 2_500);
    assertThat(claims.size()).isBetween(8_500, 9_100);
    assertThat(claims.stream().map(Claim::id)).doesNotHaveDuplicates();
    assertThat(war.truth().keySet()).hasSameSizeAs(claims);
    assertThat(new HashSet<>(war.truth().values())).hasSize(2_500);
    List<Claim> ofBlocs =
        claims.stream().filter(c -> !war.outlets().getOrDefault(c.publisher().orElse(""), "").isEmpty()).toList();
    long gain =
        ofBlocs.stream()
            .filter(c -> war.favours(c.id()).equals(war.outlets().get(c.publisher().orElse(""))))
            .count();
    assertThat((double) gain / ofBlocs.size()).isGreaterThan(0.6);
    assertThat(claims.stream().filter(c -> c.certainty() == Certainty.DENIED).count()).isGreaterThan(200);
    assertThat(claims.stream().filter(c -> !war.holds(c.id())).count()).isBetween(800L, 2_500L);
  }
}
