package org.sitrep.fusion;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose word a reprint is. */
class CopiesTest {

  private static final String WORDS = "a car bomb went off beside the bus station shortly before noon";

  @Test
  void A01_aReprintHasTheRootOfItsOriginal() {
    Claim original = Telling.in("a").by("x", "2018-03-02").says("agency").words(WORDS).claim();
    Claim reprint = Telling.in("b").by("y", "2018-03-03").words("Breaking: " + WORDS).claim();
    Copies copies = Copies.among(List.of(reprint, original));
    assertThat(copies.areCopies(original, reprint)).isTrue();
    assertThat(copies.root(reprint)).isEqualTo("agency");
  }

  @Test
  void A02_shortPhrasesAreNoSignOfCopying() {
    Claim one = Telling.in("a").words("clashes broke out nearby").claim();
    Claim other = Telling.in("b").words("clashes broke out nearby").claim();
    assertThat(Copies.among(List.of(one, other)).areCopies(one, other)).isFalse();
  }

  @Test
  void A03_theSameFormulaWeeksLaterIsNoCopy() {
    Claim one = Telling.in("a").by("x", "2018-03-02").words(WORDS).claim();
    Claim other = Telling.in("b").by("y", "2018-04-02").words(WORDS).claim();
    assertThat(Copies.among(List.of(one, other)).areCopies(one, other)).isFalse();
  }

  @Test
  void A04_oneDocumentDoesNotCopyItself() {
    Claim one = Telling.in("a").at(0).words(WORDS).claim();
    Claim other = Telling.in("a").at(500).words(WORDS).claim();
    Copies copies = Copies.among(List.of(one, other));
    assertThat(copies.areCopies(one, other)).isFalse();
    assertThat(copies.testimony(one)).isEqualTo(-1);
    assertThat(copies.testimony(other)).isEqualTo(-1);
  }
}
