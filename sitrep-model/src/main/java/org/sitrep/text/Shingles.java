package org.sitrep.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The runs of words that a text is made of, as numbers, for finding texts that copy each other (Broder, "On the
 * resemblance and containment of documents", 1997). Words are equal whatever their case and the punctuation
 * between them.
 */
public final class Shingles {

  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Shingles() {}

  /** The words of a text between single spaces, in lower case. */
  public static String plain(String text) {
    return BREAKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** Numbers of all runs of {@code length} words, ascending, each once; none where there are fewer words. */
  public static long[] of(String text, int length) {
    String plain = plain(text);
    String[] words = plain.isEmpty() ? new String[0] : plain.split(" ", -1);
    long[] found = new long[Math.max(0, words.length - length + 1)];
    for (int i = 0; i < found.length; i++) {
      found[i] = number(words, i, length);
    }
    return Arrays.stream(found).sorted().distinct().toArray();
  }

  /** The number of the run of {@code length} words from {@code at}. */
  public static long number(String[] words, int at, int length) {
    long number = 0;
    for (int k = at; k < at + length; k++) {
      number = mix(number * 31 + words[k].hashCode());
    }
    return number;
  }

  /** The part that two sets share of what they hold together, from 0 to 1. */
  public static double resemblance(long[] a, long[] b) {
    int shared = shared(a, b);
    return shared == 0 ? 0 : (double) shared / (a.length + b.length - shared);
  }

  /** How many numbers two ascending rows share. */
  public static int shared(long[] a, long[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      int order = Long.compare(a[i], b[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  /** Spreads a number's bits over all 64: the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  public static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
