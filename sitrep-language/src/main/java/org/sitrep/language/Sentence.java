package org.sitrep.language;

import java.util.Arrays;

/**
 * The working memory of one sentence: characters, tokens, and the hashes by which tagger and parser know
 * them. Tokens count from 1; 0 stands for "none", {@code n + 1} for the root, and what follows for "beyond
 * the end". Reused from sentence to sentence; not thread-safe.
 */
final class Sentence {

  private static final int PAD = 4;
  static final int ROOT = 0x5EED0001;
  static final int NONE = 0x5EED0003;
  static final int BEYOND = 0x5EED0007;

  /** How the sentence is cased, as far as it can be told. */
  private static final int MIXED = 0;

  private static final int CAPITALS = 1;
  private static final int TITLE = 2;
  private static final int LOWER = 3;

  int n;
  /** The characters that {@link #from} and {@link #to} point into. */
  char[] chars = new char[0];

  private char[] own = new char[512];
  int[] from = new int[64];
  int[] to = new int[64];

  /** Hash of the exact form, of the lower-cased one, of its shape. */
  int[] form = new int[64];

  int[] word = new int[64];
  int[] shape = new int[64];

  /** Hashes of the last one to four characters, and of the first one to three. */
  int[][] suffix = new int[4][64];

  int[][] prefix = new int[3][64];

  /** Clusters, and the set of tags the word is known with. */
  int[] coarse = new int[64];

  int[] fine = new int[64];
  int[] ambiguity = new int[64];

  /** The joint tag of each token; -1 where there is none. */
  int[] tag = new int[64];

  int casing;

  /** Makes room for {@code size} tokens. */
  void resize(int size) {
    n = size;
    int wanted = size + PAD;
    if (wanted > form.length) {
      int larger = Math.max(wanted, form.length * 2);
      from = Arrays.copyOf(from, larger);
      to = Arrays.copyOf(to, larger);
      form = new int[larger];
      word = new int[larger];
      shape = new int[larger];
      suffix = new int[4][larger];
      prefix = new int[3][larger];
      coarse = new int[larger];
      fine = new int[larger];
      ambiguity = new int[larger];
      tag = new int[larger];
    }
  }

  /** Takes the characters of tokens given one by one. */
  void fill(String[] forms) {
    resize(forms.length);
    int length = 0;
    for (String f : forms) {
      length += f.length();
    }
    if (length > own.length) {
      own = new char[length * 2];
    }
    chars = own;
    int at = 0;
    for (int i = 1; i <= n; i++) {
      String f = forms[i - 1];
      f.getChars(0, f.length(), chars, at);
      from[i] = at;
      at += f.length();
      to[i] = at;
    }
  }

  /** Takes some of a block's tokens. */
  void fill(char[] block, TokenList tokens, int first, int next) {
    resize(next - first);
    chars = block;
    System.arraycopy(tokens.from, first, from, 1, n);
    System.arraycopy(tokens.to, first, to, 1, n);
  }

  /** Computes all hashes; tags are still to come. */
  void prepare(Lexicon lexicon) {
    casing = casing();
    for (int i = 1; i <= n; i++) {
      form[i] = Chars.formHash(chars, from[i], to[i]);
      word[i] = Chars.wordHash(chars, from[i], to[i]);
      shape[i] = shape(i);
      affixes(i);
      lexicon.describe(this, i);
    }
    mark(0, NONE);
    mark(n + 1, ROOT);
    mark(n + 2, BEYOND);
    mark(n + 3, BEYOND);
  }

  private void mark(int i, int atom) {
    form[i] = atom;
    word[i] = atom;
    shape[i] = atom;
    coarse[i] = atom;
    fine[i] = atom;
    ambiguity[i] = atom;
    tag[i] = -1;
    for (int[] s : suffix) {
      s[i] = atom;
    }
    for (int[] p : prefix) {
      p[i] = atom;
    }
  }

  private int casing() {
    int words = 0;
    int capitals = 0;
    int upper = 0;
    for (int i = 1; i <= n; i++) {
      int length = to[i] - from[i];
      if (length >= 4 && Chars.isLetter(chars[from[i]])) {
        words++;
        boolean first = Chars.isUpper(chars[from[i]]);
        upper += first ? 1 : 0;
        capitals += first && Chars.isUpper(chars[from[i] + 2]) ? 1 : 0;
      }
    }
    if (words < 3) {
      return MIXED;
    }
    if (capitals * 5 >= words * 4) {
      return CAPITALS;
    }
    if (upper * 5 >= words * 4) {
      return TITLE;
    }
    return upper == 0 && Chars.isLetter(chars[from[1]]) && !Chars.isUpper(chars[from[1]])
        ? LOWER
        : MIXED;
  }

  private int shape(int i) {
    int h = 0x811C9DC5;
    int last = 0;
    for (int k = from[i]; k < to[i]; k++) {
      char c = chars[k];
      int kind;
      if (Chars.isDigit(c)) {
        kind = 'd';
      } else if (Chars.isUpper(c)) {
        kind = 'X';
      } else if (Chars.isLetter(c)) {
        kind = 'x';
      } else {
        kind = Chars.plain(c);
      }
      if (kind != last) {
        h = Hash.step(h, kind);
        last = kind;
      } else if (k < from[i] + 2) {
        h = Hash.step(h, '+');
      }
    }
    return Hash.spread(h * 31 + casing);
  }

  private void affixes(int i) {
    int h = 0x811C9DC5;
    int length = to[i] - from[i];
    for (int k = 0; k < 4; k++) {
      h = Hash.step(h, k < length ? Chars.normal(chars[to[i] - 1 - k]) : 1);
      suffix[k][i] = Hash.spread(h);
    }
    h = 0x811C9DC5;
    for (int k = 0; k < 3; k++) {
      h = Hash.step(h, k < length ? Chars.normal(chars[from[i] + k]) : 1);
      prefix[k][i] = Hash.spread(h);
    }
  }
}
