package org.sitrep.synthetic;

import java.util.Locale;
import java.util.Random;

/** Made-up sentences: common words by Zipf's law, now and then a rare name of the happening. */
final class Wording {

  private static final int COMMON = 4_000;
  private static final int RARE = 60_000;

  private final Random random;

  Wording(Random random) {
    this.random = random;
  }

  /** Rare words for a happening. */
  String[] rare() {
    return new String[] {word(COMMON + random.nextInt(RARE)), word(COMMON + random.nextInt(RARE))};
  }

  String sentence(Happening h) {
    StringBuilder words = new StringBuilder("told");
    int length = 9 + random.nextInt(14);
    for (int i = 0; i < length; i++) {
      words.append(' ').append(word((int) Math.pow(COMMON, random.nextDouble())));
    }
    for (String rare : h.rare()) {
      if (random.nextInt(100) < 30) {
        words.append(' ').append(rare.toUpperCase(Locale.ROOT));
      }
    }
    return words.toString();
  }

  /** The same words, or one in ten of them changed. */
  String copied(String words) {
    if (random.nextBoolean()) {
      return words;
    }
    StringBuilder copy = new StringBuilder();
    for (String word : words.split(" ")) {
      int roll = random.nextInt(100);
      if (roll >= 5) {
        copy.append(copy.isEmpty() ? "" : " ").append(roll < 10 ? word(random.nextInt(COMMON)) : word);
      }
    }
    return copy.toString();
  }

  private static String word(int number) {
    return "w" + Integer.toString(number, 36);
  }
}
