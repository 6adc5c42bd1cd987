package org.sitrep.claim;

import java.util.Arrays;
import java.util.Locale;
import org.sitrep.text.MinHash;
import org.sitrep.text.Shingles;

/**
 * The words of a claim's evidence as numbers.
 *
 * @param text a number of all words in their order; equal for texts of equal words
 * @param words how many words there are
 * @param shingles distinct numbers of their runs in ascending order; none for a stock phrase
 */
record Wording(long text, int words, long[] shingles) {

  /** Fewer words are a stock phrase. */
  static final int FEWEST_WORDS = 6;

  private static final int SHINGLE = 2;
  private static final int BANDS = 10;
  private static final int ROWS = 2;
  private static final double RESEMBLANCE = 0.5;
  private static final double CONTAINMENT = 0.8;
  /** Fewer words may stand in a longer text by chance. */
  private static final int FEWEST_CONTAINED = 8;
  private static final double ALIGNED = 0.25;

  static Wording of(String quote) {
    String text = Words.clean(quote).toLowerCase(Locale.ROOT);
    int[] bounds = Words.bounds(text);
    int[] words = new int[bounds.length / 2];
    long all = 1;
    for (int i = 0; i < words.length; i++) {
      int hash = 0;
      for (int at = bounds[2 * i]; at < bounds[2 * i + 1]; at++) {
        hash = 31 * hash + text.charAt(at);
      }
      words[i] = hash;
      all = Shingles.mix(all * 31 + hash);
    }
    return new Wording(all, words.length, shingles(words));
  }

  private static long[] shingles(int[] words) {
    if (words.length < FEWEST_WORDS) {
      return new long[0];
    }
    long[] hashes = new long[words.length - SHINGLE + 1];
    for (int i = 0; i < hashes.length; i++) {
      long number = 0;
      for (int k = i; k < i + SHINGLE; k++) {
        number = Shingles.mix(number * 31 + words[k]);
      }
      hashes[i] = number;
    }
    Arrays.sort(hashes);
    int distinct = 1;
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i] != hashes[i - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    return distinct == hashes.length ? hashes : Arrays.copyOf(hashes, distinct);
  }

  /** Whether it says enough to tell a copy by. */
  boolean isTelling() {
    return shingles.length > 0;
  }

  boolean isVerbatim(Wording other) {
    return text == other.text && words == other.words;
  }

  /** Whether the one is the other, shortened, lengthened or with some words changed. */
  boolean isNear(Wording other) {
    if (!isTelling() || !other.isTelling()) {
      return false;
    }
    if (isVerbatim(other)) {
      return true;
    }
    int shared = Shingles.shared(shingles, other.shingles);
    return isResembling(other, shared) || isContained(other, shared);
  }

  /** Whether the one is part of the other, and no more than that. */
  boolean isPart(Wording other) {
    int shared = Shingles.shared(shingles, other.shingles);
    return !isResembling(other, shared) && isContained(other, shared);
  }

  private boolean isResembling(Wording other, int shared) {
    return shared >= RESEMBLANCE * (shingles.length + other.shingles.length - shared);
  }

  private boolean isContained(Wording other, int shared) {
    return Math.min(words, other.words) >= FEWEST_CONTAINED
        && shared >= CONTAINMENT * Math.min(shingles.length, other.shingles.length);
  }

  /** Whether the two may be one sentence where their documents are copies. */
  boolean isLike(Wording other) {
    return isVerbatim(other) || Shingles.resemblance(shingles, other.shingles) >= ALIGNED;
  }

  /** Keys of which two wordings that are near share at least one, but for those that the bands miss. */
  long[] keys() {
    return MinHash.bands(shingles, BANDS, ROWS);
  }
}
