package org.sitrep.fusion;

import java.util.ArrayList;
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

  @Test
  void B01_aNumberChangedIsAVersionOfOneTestimony() {
    Claim one = Telling.in("a").by("x", "2018-03-02").words("a car bomb killed 3 people beside the bus station of the town").killed(3, 3, "").claim();
    Claim other = Telling.in("b").by("y", "2018-03-02").words("a car bomb killed 9 people beside the bus station of the town").killed(9, 9, "").claim();
    assertThat(Copies.among(List.of(one, other)).areCopies(one, other)).isTrue();
  }

  @Test
  void B02_oneTemplateWithAnotherPlaceOrDayIsNoCopy() {
    Claim one = shelled("a", "Mill", 34, "2018-03-02");
    Claim elsewhere = shelled("b", "Well", 35, "2018-03-02");
    Claim later = shelled("c", "Mill", 34, "2018-03-05");
    Copies copies = Copies.among(List.of(one, elsewhere, later));
    assertThat(copies.areCopies(one, elsewhere)).isFalse();
    assertThat(copies.areCopies(one, later)).isFalse();
  }

  @Test
  void B03_aShortenedSentenceIsACopy() {
    Claim one = Telling.in("a").by("x", "2018-03-02").words(WORDS + " while children were on their way home from school").claim();
    Claim other = Telling.in("b").by("y", "2018-03-02").words(WORDS).claim();
    assertThat(Copies.among(List.of(other, one)).areCopies(one, other)).isTrue();
  }

  @Test
  void B04_marksAndEntitiesDoNotMatter() {
    Claim one = Telling.in("a").words("“" + WORDS.replace("bus", "bu\u00ADs") + "”").claim();
    Claim other = Telling.in("b").words("&quot;" + WORDS.replace(" ", "&nbsp; ") + "&quot;").claim();
    assertThat(Copies.among(List.of(one, other)).areCopies(one, other)).isTrue();
  }

  @Test
  void B05_whatOneSaysAndAnotherDeniesIsNoCopy() {
    Claim said = Telling.in("a").by("x", "2018-03-02").says("ministry=Ministry").words("the army took the town beside the river before noon").claim();
    Claim denied = Telling.in("b").by("y", "2018-03-02").denied("ministry=Ministry").words("the army failed to take the town beside the river before noon").claim();
    assertThat(Copies.among(List.of(said, denied)).areCopies(said, denied)).isFalse();
  }

  @Test
  void B06_twoWhomPacksKnowAreTwoVoicesInTheSameWords() {
    Claim one = Telling.in("a").by("x", "2018-03-02").says("ministry=Ministry").words(WORDS).claim();
    Claim other = Telling.in("b").by("y", "2018-03-02").says("front=Front").words(WORDS).claim();
    Claim passedOn = Telling.in("c").by("z", "2018-03-02").says("agency=Agency", "ministry=Ministry").words(WORDS).claim();
    assertThat(Copies.among(List.of(one, other)).areCopies(one, other)).isFalse();
    assertThat(Copies.among(List.of(one, passedOn)).areCopies(one, passedOn)).isTrue();
  }

  @Test
  void B07_anotherDistanceIsAnotherPlace() {
    Claim near = Telling.in("a").by("x", "2018-03-02").from("Mill", 34, 38, 50).words("planes struck a convoy of lorries 50 km from the mill").claim();
    Claim far = Telling.in("b").by("y", "2018-03-02").from("Mill", 34, 38, 60).words("planes struck a convoy of lorries 60 km from the mill").claim();
    assertThat(Copies.among(List.of(near, far)).areCopies(near, far)).isFalse();
  }

  @Test
  void C01_inACopiedDocumentAShortPhraseIsACopyToo() {
    List<Claim> claims = new ArrayList<>();
    for (String doc : List.of("a", "b")) {
      claims.add(Telling.in(doc).by(doc, "2018-03-02").at(0).words(WORDS).claim());
      claims.add(Telling.in(doc).by(doc, "2018-03-02").at(200).words("clashes broke out nearby").claim());
      claims.add(Telling.in(doc).by(doc, "2018-03-02").at(300).words("gunmen then fled across the river in two stolen lorries").claim());
    }
    Copies copies = Copies.among(claims);
    assertThat(copies.areCopies(claims.get(1), claims.get(4))).isTrue();
    assertThat(copies.repeat(claims.get(1), claims.get(4))).isTrue();
    assertThat(copies.areCopies(claims.get(1), claims.get(5))).isFalse();
  }

  private static Claim shelled(String doc, String place, double lat, String day) {
    return Telling.in(doc).by(doc, day).that("", "shelling", "").near(place, lat, 38, 2).on(day)
        .words("army guns shelled the village of " + place + " with mortars for an hour").claim();
  }
}
