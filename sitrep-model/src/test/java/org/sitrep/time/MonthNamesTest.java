package org.sitrep.time;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MonthNamesTest {

  @Test
  void A01_fullNamesInAnyCase() {
    assertThat(MonthNames.number("January")).isEqualTo(1);
    assertThat(MonthNames.number("DECEMBER")).isEqualTo(12);
  }

  @Test
  void A02_namesCutShort() {
    assertThat(MonthNames.number("Sep")).isEqualTo(9);
    assertThat(MonthNames.number("sept")).isEqualTo(9);
    assertThat(MonthNames.number("jun")).isEqualTo(6);
    assertThat(MonthNames.number("jul")).isEqualTo(7);
  }

  @Test
  void A03_otherWordsAreNone() {
    assertThat(MonthNames.number("ma")).isZero();
    assertThat(MonthNames.number("marsh")).isZero();
    assertThat(MonthNames.number("utc")).isZero();
    assertThat(MonthNames.number("")).isZero();
  }
}
