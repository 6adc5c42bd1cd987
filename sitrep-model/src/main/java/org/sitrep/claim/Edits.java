package org.sitrep.claim;

import java.util.Locale;

/**
 * What was exchanged between two texts of much the same words. Words that only one of them has are no exchange.
 *
 * @param names whether a name gave way to another, one not spelt alike
 * @param numbers whether a number gave way to something else
 */
record Edits(boolean names, boolean numbers) {

  static final Edits NONE = new Edits(false, false);

  /** Longer texts are compared up to here. */
  private static final int MOST_WORDS = 200;

  /** Compares word by word, along the longest row of words that both share. */
  static Edits between(String a, String b) {
    String[] one = Words.of(a);
    String[] two = Words.of(b);
    int n = Math.min(one.length, MOST_WORDS);
    int m = Math.min(two.length, MOST_WORDS);
    int[][] rest = shared(one, n, two, m);
    boolean names = false;
    boolean numbers = false;
    int fromOne = 0;
    int fromTwo = 0;
    int i = 0;
    int j = 0;
    while (i <= n && j <= m) {
      boolean equal = i < n && j < m && one[i].equalsIgnoreCase(two[j]);
      if (equal || i == n && j == m) {
        if (i > fromOne && j > fromTwo) {
          names |= names(one, fromOne, i, two, fromTwo, j);
          numbers |= hasNumber(one, fromOne, i) || hasNumber(two, fromTwo, j);
        }
        fromOne = ++i;
        fromTwo = ++j;
      } else if (j == m || (i < n && rest[i + 1][j] >= rest[i][j + 1])) {
        i++;
      } else {
        j++;
      }
    }
    return new Edits(names, numbers);
  }

  /** Length of the longest row shared from each pair of places on. */
  private static int[][] shared(String[] one, int n, String[] two, int m) {
    int[][] rest = new int[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        rest[i][j] =
            one[i].equalsIgnoreCase(two[j])
                ? 1 + rest[i + 1][j + 1]
                : Math.max(rest[i + 1][j], rest[i][j + 1]);
      }
    }
    return rest;
  }

  /** Whether both stretches hold names, none of which is spelt like one of the other. */
  private static boolean names(String[] one, int from, int to, String[] two, int start, int end) {
    boolean first = false;
    boolean second = false;
    for (int i = Math.max(1, from); i < to; i++) {
      for (int j = Math.max(1, start); isName(one[i]) && j < end; j++) {
        if (isName(two[j]) && isSpeltAlike(one[i].toLowerCase(Locale.ROOT), two[j].toLowerCase(Locale.ROOT))) {
          return false;
        }
      }
      first |= isName(one[i]);
    }
    for (int j = Math.max(1, start); j < end; j++) {
      second |= isName(two[j]);
    }
    return first && second;
  }

  private static boolean isName(String word) {
    return Character.isUpperCase(word.charAt(0));
  }

  private static boolean hasNumber(String[] words, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isDigit(words[i].charAt(0))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a slip of the pen or another transliteration makes the one the other: a letter in four (Levenshtein, 1966). */
  static boolean isSpeltAlike(String a, String b) {
    int most = Math.max(a.length(), b.length()) / 4;
    if (a.equals(b) || Math.abs(a.length() - b.length()) > most) {
      return a.equals(b);
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = before + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()] <= most;
  }
}
