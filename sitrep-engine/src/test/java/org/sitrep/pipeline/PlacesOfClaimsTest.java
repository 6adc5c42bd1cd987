package org.sitrep.pipeline;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Claim;
import org.sitrep.mention.Location;

import static org.assertj.core.api.Assertions.assertThat;

/** Which place a claim gets, by sentences made for the test. */
class PlacesOfClaimsTest {

  private static final Pipeline PIPELINE = Snippets.pipeline("syria");

  private static List<Claim> claims(String text) {
    return PIPELINE.claims(Snippets.capture(text)).claims();
  }

  private static List<String> places(String text, String type) {
    return claims(text).stream()
        .filter(c -> c.type().id().equals(type))
        .flatMap(c -> c.places().stream())
        .map(Location::name)
        .toList();
  }

  @Test
  void a01TheMostSpecificPlaceOfAPhrase() {
    assertThat(places("A bomb exploded in a market in Quetta, Balochistan province.", "bombing")).containsExactly("Quetta");
    assertThat(places("Clashes broke out in the town of Maadan in Raqqa province.", "clash")).containsExactly("Maadan");
  }

  @Test
  void a02NamesJoinedByAnd() {
    assertThat(places("The army captured Maadan and Manbij.", "capture")).containsExactly("Maadan", "Manbij");
  }

  @Test
  void a03WhatStandsAfterTheLastOfJoinedClausesHoldsForAll() {
    assertThat(places("Three farmers were killed and five wounded in a market in Mosul.", "killing")).contains("Mosul");
  }

  @Test
  void a04WhatAnAttackIsAimedAtNotWhereItComesFrom() {
    assertThat(places("Jets carried out an attack from the direction of the sea targeting Homs airport.", "air_strike"))
        .containsExactly("Homs");
  }

  @Test
  void a05WherePeopleAreFromServesOnlyWhereNothingElseIsSaid() {
    assertThat(places("Rebels from Idlib shelled the town of Maadan.", "shelling")).containsExactly("Maadan");
  }

  @Test
  void b01TheVillagePointsBack() {
    assertThat(places("Troops reached the village of Qarah on Monday. Warplanes bombed the village at night.", "air_strike"))
        .containsExactly("Qarah");
  }

  @Test
  void b02WhatWasDoneFormerlyInheritsNothing() {
    assertThat(places("The army captured Maadan on Monday. The detained man was previously arrested.", "arrest")).isEmpty();
  }

  @Test
  void b03WhatIsToldNextIsToldOfTheSamePlace() {
    assertThat(places("Warplanes bombed a market in Mosul on Monday. Five people were killed in the strike.", "air_strike"))
        .containsOnly("Mosul");
  }

  @Test
  void b04WhereOneWithdrawsToIsNotWhereTheRaidWas() {
    assertThat(places("The units raided a house, while the troops withdrew towards the Omar oil field.", "ground_attack"))
        .doesNotContain("Omar");
  }
}
