package org.sitrep.language;

/**
 * The features by which a token's tag is chosen, left to right: the word, its neighbours and the two tags
 * before it, after Ratnaparkhi (1996) and Collins (2002), with sets of possible tags and word clusters.
 */
final class TaggerFeatures {

  static final int COUNT = 44;
  private static final int TAG = 4;
  private final int[] tagAtoms;

  TaggerFeatures(int tags) {
    tagAtoms = new int[tags + 1];
    for (int t = 0; t <= tags; t++) {
      tagAtoms[t] = Hash.atom(TAG, t);
    }
  }

  /** Writes the features of token {@code i}, whose predecessors are tagged, into {@code out}. */
  int extract(Sentence s, int i, int[] out) {
    int before = Math.max(0, i - 2);
    int t1 = tagAtoms[s.tag[i - 1] + 1];
    int t2 = tagAtoms[s.tag[before] + 1];
    int w = s.word[i];
    int w1 = s.word[i - 1];
    int w2 = s.word[before];
    int n1 = s.word[i + 1];
    int n2 = s.word[i + 2];
    int suffix3 = s.suffix[2][i];
    int k = 0;
    out[k] = Hash.key(k++, s.form[i]);
    out[k] = Hash.key(k++, w);
    out[k] = Hash.key(k++, w1);
    out[k] = Hash.key(k++, w2);
    out[k] = Hash.key(k++, n1);
    out[k] = Hash.key(k++, n2);
    for (int[] suffix : s.suffix) {
      out[k] = Hash.key(k++, suffix[i]);
    }
    for (int[] prefix : s.prefix) {
      out[k] = Hash.key(k++, prefix[i]);
    }
    int initial = i == 1 ? 1 : 0;
    out[k] = Hash.key(k++, s.shape[i], initial);
    out[k] = Hash.key(k++, s.shape[i - 1], s.shape[i], s.shape[i + 1]);
    out[k] = Hash.key(k++, t1);
    out[k] = Hash.key(k++, t1, t2);
    out[k] = Hash.key(k++, t1, w);
    out[k] = Hash.key(k++, t1, n1);
    out[k] = Hash.key(k++, t1, suffix3);
    out[k] = Hash.key(k++, w1, w);
    out[k] = Hash.key(k++, w, n1);
    out[k] = Hash.key(k++, w2, w1);
    out[k] = Hash.key(k++, n1, n2);
    out[k] = Hash.key(k++, w1, n1);
    return lexical(s, i, t1, t2, k, out);
  }

  private int lexical(Sentence s, int i, int t1, int t2, int from, int[] out) {
    int k = from;
    int a = s.ambiguity[i];
    int a1 = s.ambiguity[i + 1];
    int a2 = s.ambiguity[i + 2];
    out[k] = Hash.key(k++, a);
    out[k] = Hash.key(k++, a, t1);
    out[k] = Hash.key(k++, a, t1, t2);
    out[k] = Hash.key(k++, a1);
    out[k] = Hash.key(k++, a1, t1);
    out[k] = Hash.key(k++, a, a1, t1);
    out[k] = Hash.key(k++, a, a1, a2);
    out[k] = Hash.key(k++, a1, a2, t1);
    out[k] = Hash.key(k++, s.suffix[2][i - 1]);
    out[k] = Hash.key(k++, s.suffix[2][i + 1]);
    out[k] = Hash.key(k++, s.shape[i], s.suffix[2][i]);
    out[k] = Hash.key(k++, s.fine[i]);
    out[k] = Hash.key(k++, s.coarse[i], t1);
    out[k] = Hash.key(k++, s.fine[i - 1]);
    out[k] = Hash.key(k++, s.fine[i + 1]);
    out[k] = Hash.key(k++, s.fine[i + 1], t1);
    out[k] = Hash.key(k++, s.coarse[i], s.coarse[i + 1], t1);
    out[k] = Hash.key(k++, s.fine[i], s.suffix[1][i]);
    out[k] = Hash.key(k++, s.shape[i], t1);
    return k;
  }
}
