package org.sitrep.mention;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.text.Span;

/**
 * One sentence as tokens and a Universal Dependencies tree over them. Tokens count from 0; the head of
 * the root is {@link #NO_HEAD}. Immutable by contract: the arrays handed to the constructor are not to be
 * changed afterwards. Thread-safe.
 *
 * <p>Relations are universal ones with the English subtypes ("nsubj:pass", "obl:agent", "acl:relcl") as
 * treebanks write them.
 */
public final class SyntaxTree {

  /** The head of the root. */
  public static final int NO_HEAD = -1;

  private final int[] starts;
  private final int[] ends;
  private final String[] forms;
  private final String[] lemmas;
  private final Upos[] upos;
  private final String[] xpos;
  private final int[] heads;
  private final String[] relations;
  private final int[][] dependents;

  /**
   * A tree over {@code forms.length} tokens; all arrays have that length.
   *
   * @param starts where each token starts, in UTF-16 units of the document's text
   * @param ends one past each token's last unit
   * @param forms the tokens as written
   * @param lemmas dictionary forms, lower case except for names
   * @param upos universal tags
   * @param xpos Penn Treebank tags ("VBD", "NNP")
   * @param heads the token that each depends on, or {@link #NO_HEAD}
   * @param relations the relation to the head ("nsubj")
   */
  public SyntaxTree(
      int[] starts,
      int[] ends,
      String[] forms,
      String[] lemmas,
      Upos[] upos,
      String[] xpos,
      int[] heads,
      String[] relations) {
    int n = forms.length;
    if (starts.length != n
        || ends.length != n
        || lemmas.length != n
        || upos.length != n
        || xpos.length != n
        || heads.length != n
        || relations.length != n) {
      throw new IllegalArgumentException("arrays of different length");
    }
    this.starts = starts;
    this.ends = ends;
    this.forms = forms;
    this.lemmas = lemmas;
    this.upos = upos;
    this.xpos = xpos;
    this.heads = heads;
    this.relations = relations;
    this.dependents = dependentsOf(heads);
  }

  private static int[][] dependentsOf(int[] heads) {
    int[] counts = new int[heads.length];
    for (int head : heads) {
      if (head >= 0) {
        counts[head]++;
      }
    }
    int[][] dependents = new int[heads.length][];
    for (int i = 0; i < heads.length; i++) {
      dependents[i] = new int[counts[i]];
      counts[i] = 0;
    }
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] >= 0) {
        dependents[heads[i]][counts[heads[i]]++] = i;
      }
    }
    return dependents;
  }

  /** The number of tokens. */
  public int size() {
    return forms.length;
  }

  /** Where token {@code i} stands in the document's text. */
  public Span span(int i) {
    return new Span(starts[i], ends[i]);
  }

  /** Where token {@code i} starts. */
  public int start(int i) {
    return starts[i];
  }

  /** One past the end of token {@code i}. */
  public int end(int i) {
    return ends[i];
  }

  /** Token {@code i} as written. */
  public String form(int i) {
    return forms[i];
  }

  /** The dictionary form of token {@code i}. */
  public String lemma(int i) {
    return lemmas[i];
  }

  /** The universal tag of token {@code i}. */
  public Upos upos(int i) {
    return upos[i];
  }

  /** The Penn tag of token {@code i}. */
  public String xpos(int i) {
    return xpos[i];
  }

  /** The token that {@code i} depends on, or {@link #NO_HEAD}. */
  public int head(int i) {
    return heads[i];
  }

  /** The relation of token {@code i} to its head, with subtype. */
  public String relation(int i) {
    return relations[i];
  }

  /** Whether the relation of token {@code i} is {@code relation}, or a subtype of it. */
  public boolean is(int i, String relation) {
    String own = relations[i];
    int length = relation.length();
    return own.length() == length
        ? own.equals(relation)
        : own.length() > length && own.charAt(length) == ':' && own.startsWith(relation);
  }

  /** The tokens that depend on {@code i}, left to right. Not to be changed. */
  public int[] dependents(int i) {
    return dependents[i];
  }

  /** The first dependent of {@code i} with the given relation or a subtype of it, or -1. */
  public int find(int i, String relation) {
    for (int d : dependents[i]) {
      if (is(d, relation)) {
        return d;
      }
    }
    return -1;
  }

  /** All dependents of {@code i} with the given relation or a subtype of it, left to right. */
  public List<Integer> list(int i, String relation) {
    List<Integer> found = new ArrayList<>();
    for (int d : dependents[i]) {
      if (is(d, relation)) {
        found.add(d);
      }
    }
    return found;
  }

  /** The root, or the first of several. */
  public int root() {
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] < 0) {
        return i;
      }
    }
    throw new IllegalStateException("an empty tree has no root");
  }

  /** Whether {@code token} is {@code top} or stands below it. */
  public boolean under(int token, int top) {
    int steps = 0;
    for (int i = token; i >= 0 && steps++ <= heads.length; i = heads[i]) {
      if (i == top) {
        return true;
      }
    }
    return false;
  }

  /** From the first to the last character of the sentence. */
  public Span span() {
    return new Span(starts[0], ends[ends.length - 1]);
  }

  /** From the first to the last character of {@code top} and all that stands below it. */
  public Span yieldOf(int top) {
    int from = starts[top];
    int to = ends[top];
    for (int d : dependents[top]) {
      Span below = yieldOf(d);
      from = Math.min(from, below.start());
      to = Math.max(to, below.end());
    }
    return new Span(from, to);
  }

  /** The sentence in CoNLL-U, ten columns, with a blank line at the end. */
  public String toConllu() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < size(); i++) {
      out.append(i + 1).append('\t').append(forms[i]).append('\t').append(lemmas[i]).append('\t');
      out.append(upos[i]).append('\t').append(xpos[i]).append("\t_\t").append(heads[i] + 1).append('\t');
      out.append(relations[i]).append("\t_\tStart=").append(starts[i]).append("|End=").append(ends[i]);
      out.append('\n');
    }
    return out.append('\n').toString();
  }
}
