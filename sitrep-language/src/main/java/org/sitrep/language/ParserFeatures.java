package org.sitrep.language;

import java.util.Arrays;
import org.sitrep.mention.Upos;

/**
 * The features of a parser configuration: those of Zhang and Nivre ("Transition-based dependency parsing
 * with rich non-local features", ACL 2011), and beyond them neighbours on the surface, coarser tags, word
 * clusters, and what hangs to the left of the next token, which decides where a phrase with its content
 * word as head belongs. S is the stack, N what is still to be read; h, l, r are head, leftmost and
 * rightmost dependent. Not thread-safe.
 */
final class ParserFeatures {

  static final int COUNT = 120;

  private static final int JOINT = 5;
  private static final int UNIVERSAL = 6;
  private static final int RELATION = 7;
  private static final int DISTANCE = 8;
  private static final int VALENCY = 9;
  private static final int SET = 10;
  private static final int BETWEEN = 11;

  private final int[] jointOf;
  private final int[] universalOf;
  private final int[] universalBit;
  private final int[] relationOf;
  private final int[] distanceOf;
  private final int[] valencyOf;

  private int[] word = new int[0];
  private int[] joint = new int[64];
  private int[] universal = new int[64];
  private int[] bit = new int[64];
  private int[] coarse = new int[0];
  private int[] fine = new int[0];

  ParserFeatures(Tags tags) {
    int t = tags.upos().length;
    jointOf = new int[t];
    universalOf = new int[t];
    universalBit = new int[t];
    for (int i = 0; i < t; i++) {
      jointOf[i] = Hash.atom(JOINT, i);
      Upos upos = tags.upos()[i];
      universalOf[i] = Hash.atom(UNIVERSAL, upos.ordinal());
      universalBit[i] = 1 << upos.ordinal();
    }
    relationOf = atoms(RELATION, tags.names().length + 1);
    distanceOf = atoms(DISTANCE, 16);
    valencyOf = atoms(VALENCY, 8);
  }

  private static int[] atoms(int kind, int count) {
    int[] atoms = new int[count];
    Arrays.setAll(atoms, i -> Hash.atom(kind, i));
    return atoms;
  }

  /** Takes up a tagged sentence. */
  void start(Sentence s) {
    int wanted = s.n + 4;
    if (joint.length < wanted) {
      joint = new int[wanted * 2];
      universal = new int[wanted * 2];
      bit = new int[wanted * 2];
    }
    word = s.word;
    coarse = s.coarse;
    fine = s.fine;
    for (int i = 1; i <= s.n; i++) {
      joint[i] = jointOf[s.tag[i]];
      universal[i] = universalOf[s.tag[i]];
      bit[i] = universalBit[s.tag[i]];
    }
    mark(0, Sentence.NONE);
    mark(s.n + 1, Sentence.ROOT);
    mark(s.n + 2, Sentence.BEYOND);
    mark(s.n + 3, Sentence.BEYOND);
  }

  private void mark(int i, int atom) {
    joint[i] = atom;
    universal[i] = atom;
    bit[i] = 0;
  }

  private int relation(Configuration c, int i) {
    return relationOf[i == 0 ? 0 : c.label[i] + 1];
  }

  private int distance(int s0, int n0) {
    int d = n0 - s0;
    if (d > 10) {
      d = d > 20 ? 12 : 11;
    } else if (d > 6) {
      d = 7;
    }
    return distanceOf[d];
  }

  private int between(int s0, int n0) {
    int set = 0;
    for (int i = s0 + 1; i < n0; i++) {
      set |= bit[i];
    }
    return set;
  }

  /** Writes the features of the configuration into {@code out}; returns how many. */
  int extract(Configuration c, int[] out) {
    return extract(c, c.s0(), c.front, out);
  }

  /** The same as if {@code s0} were on top of the stack and {@code n0} next. */
  int extract(Configuration c, int s0, int n0, int[] out) {
    int k = words(s0, n0, out);
    k = shapes(c, s0, n0, k, out);
    k = dependents(c, s0, n0, k, out);
    k = farther(c, s0, n0, k, out);
    k = deeper(c, s0, n0, k, out);
    k = attachment(c, s0, n0, k, out);
    k = surface(c, s0, n0, k, out);
    return clusters(c, s0, n0, k, out);
  }

  private int words(int s0, int n0, int[] out) {
    int sw = word[s0];
    int sp = joint[s0];
    int nw = word[n0];
    int np = joint[n0];
    int n1 = n0 + 1;
    int n1p = joint[n1];
    int k = 0;
    out[k] = Hash.key(k++, sw, sp);
    out[k] = Hash.key(k++, sw);
    out[k] = Hash.key(k++, sp);
    out[k] = Hash.key(k++, nw, np);
    out[k] = Hash.key(k++, nw);
    out[k] = Hash.key(k++, np);
    out[k] = Hash.key(k++, word[n1], n1p);
    out[k] = Hash.key(k++, word[n1]);
    out[k] = Hash.key(k++, n1p);
    out[k] = Hash.key(k++, word[n0 + 2], joint[n0 + 2]);
    out[k] = Hash.key(k++, word[n0 + 2]);
    out[k] = Hash.key(k++, joint[n0 + 2]);
    out[k] = Hash.key(k++, sw, sp, nw, np);
    out[k] = Hash.key(k++, sw, sp, nw);
    out[k] = Hash.key(k++, sw, nw, np);
    out[k] = Hash.key(k++, sw, sp, np);
    out[k] = Hash.key(k++, sp, nw, np);
    out[k] = Hash.key(k++, sw, nw);
    out[k] = Hash.key(k++, sp, np);
    out[k] = Hash.key(k++, np, n1p);
    return k;
  }

  private int shapes(Configuration c, int s0, int n0, int from, int[] out) {
    int sw = word[s0];
    int sp = joint[s0];
    int nw = word[n0];
    int np = joint[n0];
    int n1p = joint[n0 + 1];
    int d = distance(s0, n0);
    int k = from;
    out[k] = Hash.key(k++, np, n1p, joint[n0 + 2]);
    out[k] = Hash.key(k++, sp, np, n1p);
    out[k] = Hash.key(k++, joint[c.head[s0]], sp, np);
    out[k] = Hash.key(k++, sp, joint[c.left[s0]], np);
    out[k] = Hash.key(k++, sp, joint[c.right[s0]], np);
    out[k] = Hash.key(k++, sp, np, joint[c.left[n0]]);
    out[k] = Hash.key(k++, sw, d);
    out[k] = Hash.key(k++, sp, d);
    out[k] = Hash.key(k++, nw, d);
    out[k] = Hash.key(k++, np, d);
    out[k] = Hash.key(k++, sw, nw, d);
    out[k] = Hash.key(k++, sp, np, d);
    int vr = valencyOf[Math.min(7, c.rights[s0])];
    int vl = valencyOf[Math.min(7, c.lefts[s0])];
    int nvl = valencyOf[Math.min(7, c.lefts[n0])];
    out[k] = Hash.key(k++, sw, vr);
    out[k] = Hash.key(k++, sp, vr);
    out[k] = Hash.key(k++, sw, vl);
    out[k] = Hash.key(k++, sp, vl);
    out[k] = Hash.key(k++, nw, nvl);
    out[k] = Hash.key(k++, np, nvl);
    return k;
  }

  private int dependents(Configuration c, int s0, int n0, int from, int[] out) {
    int sl = c.left[s0];
    int sr = c.right[s0];
    int nl = c.left[n0];
    int sh = c.head[s0];
    int k = from;
    out[k] = Hash.key(k++, word[sl]);
    out[k] = Hash.key(k++, joint[sl]);
    out[k] = Hash.key(k++, relation(c, sl));
    out[k] = Hash.key(k++, word[sr]);
    out[k] = Hash.key(k++, joint[sr]);
    out[k] = Hash.key(k++, relation(c, sr));
    out[k] = Hash.key(k++, word[nl]);
    out[k] = Hash.key(k++, joint[nl]);
    out[k] = Hash.key(k++, relation(c, nl));
    out[k] = Hash.key(k++, word[sh]);
    out[k] = Hash.key(k++, joint[sh]);
    out[k] = Hash.key(k++, relation(c, s0));
    return k;
  }

  private int farther(Configuration c, int s0, int n0, int from, int[] out) {
    int sp = joint[s0];
    int np = joint[n0];
    int sl2 = c.left2[s0];
    int sr2 = c.right2[s0];
    int nl2 = c.left2[n0];
    int sh = c.head[s0];
    int sh2 = c.head[sh];
    int k = from;
    out[k] = Hash.key(k++, word[sl2]);
    out[k] = Hash.key(k++, joint[sl2]);
    out[k] = Hash.key(k++, relation(c, sl2));
    out[k] = Hash.key(k++, word[sr2]);
    out[k] = Hash.key(k++, joint[sr2]);
    out[k] = Hash.key(k++, relation(c, sr2));
    out[k] = Hash.key(k++, word[nl2]);
    out[k] = Hash.key(k++, joint[nl2]);
    out[k] = Hash.key(k++, relation(c, nl2));
    out[k] = Hash.key(k++, word[sh2]);
    out[k] = Hash.key(k++, joint[sh2]);
    out[k] = Hash.key(k++, relation(c, sh));
    out[k] = Hash.key(k++, sp, joint[c.left[s0]], joint[sl2]);
    out[k] = Hash.key(k++, sp, joint[c.right[s0]], joint[sr2]);
    out[k] = Hash.key(k++, sp, joint[sh], joint[sh2]);
    out[k] = Hash.key(k++, np, joint[c.left[n0]], joint[nl2]);
    int rightSet = Hash.atom(SET, c.rightSet[s0]);
    int leftSet = Hash.atom(SET, c.leftSet[s0]);
    int nextSet = Hash.atom(SET, c.leftSet[n0]);
    out[k] = Hash.key(k++, word[s0], rightSet);
    out[k] = Hash.key(k++, sp, rightSet);
    out[k] = Hash.key(k++, word[s0], leftSet);
    out[k] = Hash.key(k++, sp, leftSet);
    out[k] = Hash.key(k++, word[n0], nextSet);
    out[k] = Hash.key(k++, np, nextSet);
    return k;
  }

  private int deeper(Configuration c, int s0, int n0, int from, int[] out) {
    int s1 = c.below(1);
    int s2 = c.below(2);
    int k = from;
    out[k] = Hash.key(k++, joint[s1], joint[s0], joint[n0]);
    out[k] = Hash.key(k++, word[s1], relation(c, s1));
    out[k] = Hash.key(k++, word[s1], joint[n0]);
    out[k] = Hash.key(k++, word[s1], joint[s0], word[n0]);
    out[k] = Hash.key(k++, joint[s1], joint[s2], joint[n0]);
    return k;
  }

  private int attachment(Configuration c, int s0, int n0, int from, int[] out) {
    int sw = word[s0];
    int sp = joint[s0];
    int nw = word[n0];
    int np = joint[n0];
    int nlw = word[c.left[n0]];
    int nll = relation(c, c.left[n0]);
    int sll = relation(c, c.left[s0]);
    int srl = relation(c, c.right[s0]);
    int sl = relation(c, s0);
    int k = from;
    out[k] = Hash.key(k++, sw, nlw);
    out[k] = Hash.key(k++, sp, nlw, np);
    out[k] = Hash.key(k++, word[c.head[s0]], nlw);
    out[k] = Hash.key(k++, sw, nw, nlw);
    out[k] = Hash.key(k++, sw, np, joint[n0 + 1]);
    out[k] = Hash.key(k++, sp, nw, joint[n0 + 1]);
    out[k] = Hash.key(k++, sp, np, word[n0 + 1]);
    out[k] = Hash.key(k++, sl, sp, np);
    out[k] = Hash.key(k++, sw, srl, np);
    out[k] = Hash.key(k++, sp, srl, nll, np);
    out[k] = Hash.key(k++, sp, word[c.left[s0]], np);
    out[k] = Hash.key(k++, nll, sll, sp, np);
    return k;
  }

  private int surface(Configuration c, int s0, int n0, int from, int[] out) {
    int sp = joint[s0];
    int np = joint[n0];
    int su = universal[s0];
    int nu = universal[n0];
    int n1u = universal[n0 + 1];
    int set = Hash.atom(BETWEEN, between(s0, n0));
    int before = joint[Math.max(0, s0 - 1)];
    int k = from;
    out[k] = Hash.key(k++, set, sp, np);
    out[k] = Hash.key(k++, set, distance(s0, n0));
    out[k] = Hash.key(k++, sp, joint[s0 + 1], np, joint[n0 - 1]);
    out[k] = Hash.key(k++, before, sp, np, joint[n0 + 1]);
    out[k] = Hash.key(k++, sp, np, joint[n0 - 1]);
    out[k] = Hash.key(k++, su, nu, n1u, universal[n0 + 2]);
    out[k] = Hash.key(k++, su, nu, universal[c.head[s0]]);
    out[k] = Hash.key(k++, word[s0], nu);
    out[k] = Hash.key(k++, su, word[n0]);
    out[k] = Hash.key(k++, su, universal[c.right[s0]], nu, n1u);
    out[k] = Hash.key(k++, su, universal[c.left[n0]], nu, n1u);
    return k;
  }

  private int clusters(Configuration c, int s0, int n0, int from, int[] out) {
    int sc = coarse[s0];
    int sf = fine[s0];
    int nc = coarse[n0];
    int nf = fine[n0];
    int d = distance(s0, n0);
    int nlw = word[c.left[n0]];
    int k = from;
    out[k] = Hash.key(k++, sf);
    out[k] = Hash.key(k++, nf);
    out[k] = Hash.key(k++, sc, nc);
    out[k] = Hash.key(k++, sf, nc);
    out[k] = Hash.key(k++, sc, nf);
    out[k] = Hash.key(k++, sc, joint[n0], d);
    out[k] = Hash.key(k++, joint[s0], nc, d);
    out[k] = Hash.key(k++, coarse[c.head[s0]], nc, nlw);
    out[k] = Hash.key(k++, sc, nc, nlw);
    out[k] = Hash.key(k++, sf, nlw);
    out[k] = Hash.key(k++, word[s0], nc);
    out[k] = Hash.key(k++, sc, word[n0]);
    out[k] = Hash.key(k++, coarse[n0 + 1]);
    return k;
  }
}
