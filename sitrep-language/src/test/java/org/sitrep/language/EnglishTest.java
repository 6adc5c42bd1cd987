package org.sitrep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every text, and how the sentences of war news come out. */
class EnglishTest {

  private static final String NEWS =
      "Government troops recaptured the village of Tell Karam on Friday after heavy clashes with rebels. "
          + "Five fighters were killed by an air strike near the bridge, a spokesman said. "
          + "“We lost nobody,” he added. It could not be confirmed";

  private static English english;

  @BeforeAll
  static void load() {
    english = English.load();
  }

  private static List<SyntaxTree> analyse(String text) {
    return english.analyse(text, new Span(0, text.length()));
  }

  private static SyntaxTree only(String text) {
    List<SyntaxTree> trees = analyse(text);
    assertThat(trees).hasSize(1);
    return trees.getFirst();
  }

  private static int token(SyntaxTree tree, String form) {
    for (int i = 0; i < tree.size(); i++) {
      if (tree.form(i).equals(form)) {
        return i;
      }
    }
    throw new AssertionError("no token " + form);
  }

  private static String conllu(List<SyntaxTree> trees) {
    return trees.stream().map(SyntaxTree::toConllu).collect(Collectors.joining());
  }

  private static void assertSound(String text, Span block, List<SyntaxTree> trees) {
    int last = block.start();
    for (SyntaxTree tree : trees) {
      int roots = 0;
      for (int i = 0; i < tree.size(); i++) {
        assertThat(tree.start(i)).isGreaterThanOrEqualTo(last);
        assertThat(tree.end(i)).isGreaterThan(tree.start(i)).isLessThanOrEqualTo(block.end());
        assertThat(tree.form(i)).isEqualTo(text.substring(tree.start(i), tree.end(i)));
        assertThat(tree.lemma(i)).isNotEmpty();
        last = tree.end(i);
        roots += tree.head(i) == SyntaxTree.NO_HEAD ? 1 : 0;
        assertThat(tree.under(i, tree.root())).isTrue();
      }
      assertThat(roots).isEqualTo(1);
    }
  }

  @Test
  void a01_everyTreeHasOneRootAndNoCycle() {
    List<SyntaxTree> trees = analyse(NEWS);
    assertThat(trees).hasSize(4);
    assertSound(NEWS, new Span(0, NEWS.length()), trees);
  }

  @Test
  void a02_emptyAndBlankHaveNoSentence() {
    assertThat(analyse("")).isEmpty();
    assertThat(analyse(" \n\t\u00A0 ")).isEmpty();
  }

  @Test
  void a03_offsetsCountInTheDocument() {
    String document = "A headline\n\nThe army left.\n\nMore text.";
    Span block = new Span(12, 26);
    List<SyntaxTree> trees = english.analyse(document, block);
    assertThat(trees).hasSize(1);
    assertSound(document, block, trees);
    assertThat(trees.getFirst().span()).isEqualTo(block);
  }

  @Test
  void a04_sameTextSameTrees() {
    assertThat(conllu(analyse(NEWS))).isEqualTo(conllu(analyse(NEWS)));
  }

  @Test
  void a05_fourThreadsAgree() throws Exception {
    String expected = conllu(analyse(NEWS));
    Callable<List<String>> task =
        () -> {
          List<String> results = new ArrayList<>();
          for (int i = 0; i < 50; i++) {
            results.add(conllu(analyse(NEWS)));
          }
          return results;
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<List<String>>> futures = pool.invokeAll(List.of(task, task, task, task));
      for (Future<List<String>> future : futures) {
        assertThat(future.get()).containsOnly(expected);
      }
    }
  }

  @Test
  void a06_givenTokensStay() {
    int[] starts = {3, 10, 14};
    int[] ends = {9, 13, 15};
    SyntaxTree tree = english.parse(starts, ends, new String[] {"Troops", "won", "."});
    assertThat(tree.form(1)).isEqualTo("won");
    assertThat(tree.span(1)).isEqualTo(new Span(10, 13));
    assertThat(tree.root()).isEqualTo(1);
  }

  @Test
  void b01_activeClause() {
    SyntaxTree tree = only("The army captured the village on Friday.");
    int captured = token(tree, "captured");
    assertThat(tree.root()).isEqualTo(captured);
    assertThat(tree.find(captured, "nsubj")).isEqualTo(token(tree, "army"));
    assertThat(tree.find(captured, "obj")).isEqualTo(token(tree, "village"));
    assertThat(tree.find(captured, "obl")).isEqualTo(token(tree, "Friday"));
  }

  @Test
  void b02_passiveWithAgent() {
    SyntaxTree tree = only("Five soldiers were killed by rebels near the bridge.");
    int killed = token(tree, "killed");
    assertThat(tree.relation(token(tree, "soldiers"))).isEqualTo("nsubj:pass");
    assertThat(tree.relation(token(tree, "rebels"))).isEqualTo("obl:agent");
    assertThat(tree.head(token(tree, "rebels"))).isEqualTo(killed);
    assertThat(tree.lemma(killed)).isEqualTo("kill");
  }

  @Test
  void b03_participleClause() {
    SyntaxTree tree = only("The troops advanced on Monday, retaking two villages from the rebels.");
    int retaking = token(tree, "retaking");
    assertThat(tree.head(retaking)).isEqualTo(token(tree, "advanced"));
    assertThat(tree.relation(retaking)).isEqualTo("advcl");
    assertThat(tree.find(retaking, "obj")).isEqualTo(token(tree, "villages"));
    assertThat(tree.lemma(retaking)).isEqualTo("retake");
  }

  @Test
  void b04_speech() {
    SyntaxTree tree = only("The ministry said that its jets had struck a convoy.");
    int struck = token(tree, "struck");
    assertThat(tree.relation(struck)).isEqualTo("ccomp");
    assertThat(tree.head(struck)).isEqualTo(token(tree, "said"));
    assertThat(tree.lemma(struck)).isEqualTo("strike");
  }

  @Test
  void b05_nameWithArticleIsAName() {
    SyntaxTree tree = only("Rebels attacked al-Karama and Deir ez-Zahr.");
    assertThat(tree.upos(token(tree, "al-Karama"))).isEqualTo(Upos.PROPN);
    assertThat(tree.upos(token(tree, "ez-Zahr"))).isEqualTo(Upos.PROPN);
    assertThat(tree.find(token(tree, "attacked"), "obj")).isEqualTo(token(tree, "al-Karama"));
  }

  @Test
  void c01_fuzz() {
    Random random = new Random(7);
    String[] pieces = {
      "Gen.", "al-", "ez-Zahr", "5.", "“", "”", "'s", "n't", "...", "http://", "@", "-", "--", "\uD83D", "\uDE00",
      "😀", "\u200D", "سلام", " ", "\n", "\u00A0", "a", "B", "7", ".", ",", "(", "]", "é", "\u0301", "中文", "U.S.-",
      "killed", "The", "army", "\u0000", "/", "F/A-18", "$", "%", "#x", ":", ":)", "\uFFFD", "İ", "ß", "5km"
    };
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(random.nextInt(6) == 0 ? Character.toString((char) random.nextInt(0x10000)) : pieces[random.nextInt(pieces.length)]);
        if (random.nextInt(3) == 0) {
          text.append(' ');
        }
      }
      String document = text.toString();
      int start = random.nextInt(document.length());
      Span block = new Span(start, start + random.nextInt(document.length() - start + 1));
      assertSound(document, block, english.analyse(document, block));
    }
  }

  @Test
  void c02_longTextWithoutSentenceEnd() {
    String text = "they went on and on ".repeat(1000);
    List<SyntaxTree> trees = analyse(text);
    assertThat(trees.stream().mapToInt(SyntaxTree::size).sum()).isEqualTo(5000);
    assertSound(text, new Span(0, text.length()), trees);
  }

  @Test
  void c03_longSentenceOfGivenTokens() {
    int n = 5000;
    String[] forms = new String[n];
    int[] offsets = new int[n];
    for (int i = 0; i < n; i++) {
      forms[i] = i % 3 == 0 ? "army" : i % 3 == 1 ? "took" : "it";
    }
    SyntaxTree tree = english.parse(offsets, offsets, forms);
    assertThat(tree.under(n - 1, tree.root())).isTrue();
  }
}
