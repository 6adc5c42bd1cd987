package org.sitrep.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is known of single words, under the hash of their lower-cased form: clusters and the set of tags
 * they occur with; and forms that have one tag only. Immutable and thread-safe.
 */
final class Lexicon {

  private static final int COARSE = 1;
  private static final int FINE = 2;
  private static final int AMBIGUITY = 3;

  private final int[] words;
  private final int[] facts;
  private final int[] forms;
  private final byte[] only;
  private final int[] slots;
  private final int[] formSlots;

  /**
   * A lexicon over parallel arrays.
   *
   * @param words hashes of lower-cased forms, ascending
   * @param facts for each, {@code ambiguity << 16 | coarse << 10 | fine}
   * @param forms hashes of forms that have one tag, ascending
   * @param only for each, that tag
   */
  Lexicon(int[] words, int[] facts, int[] forms, byte[] only) {
    this.words = words;
    this.facts = facts;
    this.forms = forms;
    this.only = only;
    this.slots = index(words);
    this.formSlots = index(forms);
  }

  private static int[] index(int[] keys) {
    int[] slots = new int[Integer.highestOneBit(Math.max(8, keys.length)) << 2];
    for (int k = 0; k < keys.length; k++) {
      int i = keys[k] & (slots.length - 1);
      while (slots[i] != 0) {
        i = (i + 1) & (slots.length - 1);
      }
      slots[i] = k + 1;
    }
    return slots;
  }

  private static int find(int[] slots, int[] keys, int key) {
    int i = key & (slots.length - 1);
    while (slots[i] != 0) {
      int k = slots[i] - 1;
      if (keys[k] == key) {
        return k;
      }
      i = (i + 1) & (slots.length - 1);
    }
    return -1;
  }

  /** Writes what is known of token {@code i} into the sentence. */
  void describe(Sentence s, int i) {
    int k = find(slots, words, s.word[i]);
    int fact = k < 0 ? 0 : facts[k];
    s.ambiguity[i] = Hash.atom(AMBIGUITY, fact >>> 16);
    s.coarse[i] = Hash.atom(COARSE, (fact >>> 10) & 63);
    s.fine[i] = Hash.atom(FINE, fact & 1023);
    int f = find(formSlots, forms, s.form[i]);
    s.tag[i] = f < 0 ? -1 : only[f];
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(words.length);
    for (int k = 0; k < words.length; k++) {
      out.writeInt(words[k] - (k == 0 ? 0 : words[k - 1]));
    }
    for (int fact : facts) {
      out.writeInt(fact);
    }
    out.writeInt(forms.length);
    for (int form : forms) {
      out.writeInt(form);
    }
    out.write(only);
  }

  static Lexicon read(DataInput in) throws IOException {
    int[] words = new int[in.readInt()];
    for (int k = 0; k < words.length; k++) {
      words[k] = in.readInt() + (k == 0 ? 0 : words[k - 1]);
    }
    int[] facts = new int[words.length];
    for (int k = 0; k < facts.length; k++) {
      facts[k] = in.readInt();
    }
    int[] forms = new int[in.readInt()];
    for (int k = 0; k < forms.length; k++) {
      forms[k] = in.readInt();
    }
    byte[] only = new byte[forms.length];
    in.readFully(only);
    return new Lexicon(words, facts, forms, only);
  }
}
