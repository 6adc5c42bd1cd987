package org.sitrep.language;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where sentences end; a bar marks each end in the expectation. */
class SentenceSplitterTest {

  private final Abbreviations abbreviations = Abbreviations.load();
  private final Tokenizer tokenizer = new Tokenizer(abbreviations);
  private final SentenceSplitter splitter = new SentenceSplitter(abbreviations);

  private List<String> split(String text) {
    char[] chars = text.toCharArray();
    TokenList tokens = new TokenList();
    tokenizer.tokenize(chars, chars.length, tokens);
    List<String> sentences = new ArrayList<>();
    for (int first = 0; first < tokens.size; ) {
      int next = splitter.end(chars, tokens, first);
      sentences.add(text.substring(tokens.from[first], tokens.to[next - 1]));
      first = next;
    }
    return sentences;
  }

  private void check(String... sentences) {
    assertThat(split(String.join(" ", sentences))).containsExactly(sentences);
  }

  @Test
  void a01_plain() {
    check("The army left.", "Nobody stayed!", "Why not?", "It was late.");
  }

  @Test
  void a02_noFullStop() {
    check("Army leaves northern town");
  }

  @Test
  void b01_titles() {
    check("Gen. Doe met Lt. Col. Roe and Maj. Gen. Moe.", "Brig. Poe was absent.");
  }

  @Test
  void b02_monthsAndNumbers() {
    check("It fell on Sept. 25 to Brigade No. 5 of the army.", "Then all was quiet.");
  }

  @Test
  void b03_unitThenSentence() {
    check("They gained 500 m.", "Rebels retreated 2 km.", "The road is cut.");
  }

  @Test
  void b04_numberThenSentence() {
    check("The blast killed 5.", "The town burned.");
  }

  @Test
  void b05_statesAndHours() {
    check("The U.S. Army struck at 5 p.m. Friday.", "It was ordered by the U.S.", "The town fell at 6 p.m.", "Nobody fled.");
  }

  @Test
  void b06_initials() {
    check("J. R. Doe spoke.", "He was brief.");
  }

  @Test
  void c01_quoteOfSeveralSentences() {
    check("“We left the town.", "They came in the night,” he said.", "“Nobody was hurt.”", "So he said.");
  }

  @Test
  void c02_quoteThenLowerCase() {
    check("“Why did they go?” he asked.", "\"Never!\" was the answer.");
  }

  @Test
  void c03_brackets() {
    check("It fell (so they say.)", "It rose again (in May).", "It stood.");
  }

  @Test
  void d01_ellipsis() {
    check("They said... nothing at all.", "They left…", "Then they returned.");
  }

  @Test
  void d02_namesWithArticle() {
    check("The strike killed two.", "al-Karama said so.");
  }

  @Test
  void d03_footnotes() {
    check("The town fell.[3]", "It rose. [4]", "It stood.");
  }

  @Test
  void e01_longSentencesAreCut() {
    List<String> sentences = split("and they went on, ".repeat(1000));
    assertThat(sentences).hasSizeGreaterThan(10);
    assertThat(sentences).allSatisfy(s -> assertThat(s.split(" ")).hasSizeLessThanOrEqualTo(240));
  }
}
