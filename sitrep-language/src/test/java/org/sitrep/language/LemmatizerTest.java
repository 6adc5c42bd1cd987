package org.sitrep.language;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

import static org.assertj.core.api.Assertions.assertThat;

/** Lemmas of the words that war news is made of. */
class LemmatizerTest {

  private static Lemmatizer lemmatizer;

  @BeforeAll
  static void load() throws java.io.IOException {
    try (var in = English.class.getResourceAsStream("english.model")) {
      lemmatizer = new Lemmatizer(Model.read(java.util.Objects.requireNonNull(in)).lemmas());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "struck, VBD, strike", "fled, VBD, flee", "retaking, VBG, retake", "shelling, VBG, shell",
    "killed, VBN, kill", "led, VBD, lead", "shot, VBN, shoot", "captured, VBD, capture",
    "seized, VBN, seize", "liberated, VBN, liberate", "stormed, VBD, storm", "repelled, VBD, repel",
    "besieged, VBN, besiege", "advancing, VBG, advance", "retreated, VBD, retreat", "hit, VBD, hit",
    "bombed, VBN, bomb", "targeting, VBG, target", "destroyed, VBN, destroy", "overran, VBD, overrun",
    "withdrew, VBD, withdraw", "carried, VBD, carry", "dies, VBZ, die", "dying, VBG, die",
    "clashed, VBD, clash", "pushes, VBZ, push", "lies, VBZ, lie", "lost, VBD, lose", "taken, VBN, take",
    "secured, VBN, secure", "ambushed, VBD, ambush", "deployed, VBN, deploy", "fired, VBD, fire",
    "using, VBG, use", "shelled, VBD, shell", "raided, VBD, raid", "blew, VBD, blow", "freed, VBN, free",
    "executed, VBN, execute", "abducted, VBN, abduct", "evacuated, VBN, evacuate", "denied, VBD, deny"
  })
  void a01_verbs(String form, String xpos, String lemma) {
    assertThat(lemmatizer.lemma(form, Upos.VERB, xpos)).isEqualTo(lemma);
  }

  @ParameterizedTest
  @CsvSource({
    "shelling, NN, shelling", "strikes, NNS, strike", "bodies, NNS, body", "men, NNS, man",
    "clashes, NNS, clash", "casualties, NNS, casualty", "forces, NNS, force", "civilians, NNS, civilian",
    "aircraft, NNS, aircraft", "women, NNS, woman", "children, NNS, child", "people, NNS, people",
    "villages, NNS, village", "missiles, NNS, missile", "losses, NNS, loss",
    "areas, NNS, area", "mines, NNS, mine", "Fighters, NNS, fighter", "wives, NNS, wife"
  })
  void a02_nouns(String form, String xpos, String lemma) {
    assertThat(lemmatizer.lemma(form, Upos.NOUN, xpos)).isEqualTo(lemma);
  }

  @Test
  void a03_namesStay() {
    assertThat(lemmatizer.lemma("Homs", Upos.PROPN, "NNP")).isEqualTo("Homs");
    assertThat(lemmatizer.lemma("United", Upos.VERB, "NNP")).isEqualTo("United");
  }

  @Test
  void a04_auxiliariesAndClitics() {
    assertThat(lemmatizer.lemma("were", Upos.AUX, "VBD")).isEqualTo("be");
    assertThat(lemmatizer.lemma("'ve", Upos.AUX, "VBP")).isEqualTo("have");
    assertThat(lemmatizer.lemma("n’t", Upos.PART, "RB")).isEqualTo("not");
    assertThat(lemmatizer.lemma("wo", Upos.AUX, "MD")).isEqualTo("will");
  }

  @Test
  void b01_capitalsInHeadlines() {
    SyntaxTree tree = English.load().analyse("REBELS RETAKE VILLAGES", new org.sitrep.text.Span(0, 22)).getFirst();
    assertThat(tree.lemma(2)).isEqualToIgnoringCase("village");
  }
}
