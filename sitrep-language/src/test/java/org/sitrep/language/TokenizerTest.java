package org.sitrep.language;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens as the treebanks have them, from plain words to names and designations. */
class TokenizerTest {

  private final Tokenizer tokenizer = new Tokenizer(Abbreviations.load());

  private void check(String text, String expected) {
    TokenList tokens = new TokenList();
    tokenizer.tokenize(text.toCharArray(), text.length(), tokens);
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < tokens.size; i++) {
      forms.add(text.substring(tokens.from[i], tokens.to[i]));
    }
    assertThat(String.join(" ", forms)).isEqualTo(expected);
  }

  @Test
  void a01_wordsAndFullStop() {
    check("Soldiers left the town.", "Soldiers left the town .");
  }

  @Test
  void a02_commasQuotesBrackets() {
    check("\"Go,\" he said (twice).", "\" Go , \" he said ( twice ) .");
  }

  @Test
  void a03_curlyQuotes() {
    check("“Go,” he ‘said’.", "“ Go , ” he ‘ said ’ .");
  }

  @Test
  void b01_possessives() {
    check("the army’s men, the army's men, the soldiers' guns", "the army ’s men , the army 's men , the soldiers ' guns");
  }

  @Test
  void b02_contractions() {
    check("They don’t know, can't say, won't go; we've seen, I'm told, they'll come.",
        "They do n’t know , ca n't say , wo n't go ; we 've seen , I 'm told , they 'll come .");
  }

  @Test
  void b03_fusedWords() {
    check("It cannot hold and is gonna fall.", "It can not hold and is gon na fall .");
  }

  @Test
  void b04_apostrophesInsideNames() {
    check("Ba'athists in Ma'arrat and Sa'd of O'Brien", "Ba'athists in Ma'arrat and Sa'd of O'Brien");
  }

  @Test
  void c01_hyphensAreTokens() {
    check("a Russian-led raid by U.S.-backed men", "a Russian - led raid by U.S. - backed men");
  }

  @Test
  void c02_prefixesStay() {
    check("anti-tank, pro-government, non-state, re-entered, mid-May",
        "anti-tank , pro-government , non-state , re-entered , mid-May");
  }

  @Test
  void c03_arabicArticlesStay() {
    check("al-Karama, Al-Nasr, Tell ez-Zahr, As-Safira, Ras al-'Ain, Ash-Shuhada",
        "al-Karama , Al-Nasr , Tell ez-Zahr , As-Safira , Ras al-'Ain , Ash-Shuhada");
  }

  @Test
  void c04_articleInTheMiddle() {
    check("Deir-ez-Zahr and Abd-al-Karim", "Deir-ez-Zahr and Abd-al-Karim");
  }

  @Test
  void c05_articlesThatAreEnglishWords() {
    check("at-risk and as-yet unknown", "at - risk and as - yet unknown");
  }

  @Test
  void c06_nameWithArticleInCompound() {
    check("al-Nasr-linked men", "al-Nasr - linked men");
  }

  @Test
  void d01_dashes() {
    check("Homs—so they left – at last -- and won", "Homs — so they left – at last -- and won");
  }

  @Test
  void d02_ellipses() {
    check("They said... nothing… at all....", "They said ... nothing … at all ....");
  }

  @Test
  void e01_numbers() {
    check("$2,500, 7.5 km, 10:30, 4th, 50% and 1,200,000", "$ 2,500 , 7.5 km , 10:30 , 4th , 50 % and 1,200,000");
  }

  @Test
  void e02_unitsAtNumbers() {
    check("30km at 5pm, US$5 and €7", "30 km at 5 pm , US$ 5 and € 7");
  }

  @Test
  void e03_rangesAndDates() {
    check("5-6 men on 2015-03-14 or 14/3/2015", "5 - 6 men on 2015-03-14 or 14/3/2015");
  }

  @Test
  void e04_ageInYears() {
    check("a 20-year-old man", "a 20 - year - old man");
  }

  @Test
  void f01_designations() {
    check("F/A-18s, Su-24, PMM-2M, SS-N-22 and T-72s", "F/A-18s , Su-24 , PMM-2M , SS-N-22 and T-72s");
  }

  @Test
  void f02_slash() {
    check("dead and/or wounded", "dead and / or wounded");
  }

  @Test
  void g01_titles() {
    check("Gen. Smith, Lt. Col. Jones, Maj. Gen. Roe and Brig. Doe",
        "Gen. Smith , Lt. Col. Jones , Maj. Gen. Roe and Brig. Doe");
  }

  @Test
  void g02_months() {
    check("on Sept. 25 and Feb. 3", "on Sept. 25 and Feb. 3");
  }

  @Test
  void g03_unitBeforeCapital() {
    check("They advanced 500 m. Rebels fled.", "They advanced 500 m . Rebels fled .");
  }

  @Test
  void g04_unitInsideSentence() {
    check("some 500 m. from the road", "some 500 m. from the road");
  }

  @Test
  void g05_numberAbbreviation() {
    check("No. 5 said no. Then it left.", "No. 5 said no . Then it left .");
  }

  @Test
  void g06_initialsAndDots() {
    check("J. Doe of the U.N. at 5 p.m. sharp", "J. Doe of the U.N. at 5 p.m. sharp");
  }

  @Test
  void h01_addresses() {
    check("See https://example.org/a_(b)?c=1. Or mail a.b@example.org, @someone #news!",
        "See https://example.org/a_(b)?c=1 . Or mail a.b@example.org , @someone #news !");
  }

  @Test
  void h02_missingSpace() {
    check("They left.Then it fell.", "They left . Then it fell .");
  }

  @Test
  void i01_otherScripts() {
    check("The word سلام means peace.", "The word سلام means peace .");
  }

  @Test
  void i02_emoji() {
    check("Won 🎉🎉👍🏽!", "Won 🎉 🎉 👍🏽 !");
  }

  @Test
  void i03_exclamations() {
    check("What?! No!!!", "What ?! No !!!");
  }
}
