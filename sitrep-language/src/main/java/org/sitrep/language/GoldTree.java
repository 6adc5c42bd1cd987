package org.sitrep.language;

import java.util.List;

/**
 * A sentence to learn from.
 *
 * @param forms the tokens, from 0
 * @param tags joint tags as text ("VERB|VBD"), from 0
 * @param heads by token from 1, the root's head being {@code n + 1}; element 0 is unused
 * @param relations by token from 0
 * @param origin the number of the treebank sentence it was made from
 */
record GoldTree(String[] forms, String[] tags, int[] heads, String[] relations, int origin) {

  static GoldTree of(Conllu.Sentence sentence, int origin) {
    int n = sentence.size();
    String[] tags = new String[n];
    int[] heads = new int[n + 1];
    String[] relations = new String[n];
    for (int i = 0; i < n; i++) {
      String[] w = sentence.words().get(i);
      tags[i] = w[3] + "|" + w[4];
      int head = sentence.head(i);
      heads[i + 1] = head < 0 ? n + 1 : head + 1;
      relations[i] = w[7];
    }
    return new GoldTree(sentence.forms(), tags, heads, relations, origin);
  }

  int size() {
    return forms.length;
  }

  /** The tree without the tokens of {@code gone} (from 0), which must have no dependents that stay. */
  GoldTree without(List<Integer> gone) {
    int n = size();
    int[] place = new int[n + 2];
    int kept = 0;
    for (int i = 1; i <= n; i++) {
      place[i] = gone.contains(i - 1) ? 0 : ++kept;
    }
    place[n + 1] = kept + 1;
    String[] newForms = new String[kept];
    String[] newTags = new String[kept];
    int[] newHeads = new int[kept + 1];
    String[] newRelations = new String[kept];
    for (int i = 1; i <= n; i++) {
      if (place[i] > 0) {
        newForms[place[i] - 1] = forms[i - 1];
        newTags[place[i] - 1] = tags[i - 1];
        newRelations[place[i] - 1] = relations[i - 1];
        newHeads[place[i]] = place[heads[i]];
      }
    }
    return new GoldTree(newForms, newTags, newHeads, newRelations, origin);
  }

  /** Whether nothing depends on the token (from 0). */
  boolean leaf(int token) {
    for (int i = 1; i < heads.length; i++) {
      if (heads[i] == token + 1) {
        return false;
      }
    }
    return true;
  }
}
