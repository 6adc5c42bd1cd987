package org.sitrep.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExactMatchTest {

  private static int[] match(String a, String b) {
    return ExactMatch.of(letters(a), letters(b));
  }

  private static List<String> letters(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(""));
  }

  @Test
  void A01_nothingAndTheSame() {
    assertThat(match("", "abc")).isEmpty();
    assertThat(match("abc", "")).containsExactly(-1, -1, -1);
    assertThat(match("abc", "abc")).containsExactly(0, 1, 2);
  }

  @Test
  void A02_putInAndTakenOut() {
    assertThat(match("abd", "abcd")).containsExactly(0, 1, 3);
    assertThat(match("abcd", "acd")).containsExactly(0, -1, 1, 2);
  }

  @Test
  void A03_whatIsUniqueAnchorsWhatIsRepeated() {
    assertThat(match("xaxbx", "xxbxx")).containsExactly(0, -1, 1, 2, 4);
  }

  @Test
  void A04_withoutAnythingUniqueTheLongestCommonSubsequence() {
    assertThat(match("aabb", "abab")).satisfies(m -> assertThat(Arrays.stream(m).filter(i -> i >= 0).count()).isEqualTo(3));
  }

  @Test
  void B01_aMatchIsAlwaysOfEqualsAndRises() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<String> a = random(random);
      List<String> b = random(random);
      int[] match = ExactMatch.of(a, b);
      int last = -1;
      for (int i = 0; i < match.length; i++) {
        if (match[i] >= 0) {
          assertThat(a.get(i)).isEqualTo(b.get(match[i]));
          assertThat(match[i]).isGreaterThan(last);
          last = match[i];
        }
      }
    }
  }

  private static List<String> random(Random random) {
    List<String> list = new ArrayList<>();
    int n = random.nextInt(30);
    for (int i = 0; i < n; i++) {
      list.add(String.valueOf((char) ('a' + random.nextInt(12))));
    }
    return list;
  }

  @Test
  void C01_longTextsWithoutAnythingUniqueTakeNoTableBeyondBounds() {
    List<String> a = new ArrayList<>();
    List<String> b = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      a.add("p" + i % 7);
      b.add("p" + i % 5);
    }
    assertThat(ExactMatch.of(a, b)).hasSize(20_000);
  }
}
