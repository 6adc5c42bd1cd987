package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.mention.Mention;
import org.sitrep.mention.Upos;

/** What stands in one list: phrases joined in the tree, and owners that share a noun. */
final class Coordination {

  private Coordination() {}

  static List<Integer> list(Words words, int token) {
    List<Integer> all = new ArrayList<>();
    all.add(token);
    for (int d : words.tree.list(token, "conj")) {
      if (words.isNoun(d) || words.isPronoun(d) || words.tree.upos(d) == Upos.NUM || words.tree.upos(d) == Upos.ADJ) {
        all.add(d);
      }
    }
    sharers(words, token, all);
    return all;
  }

  /** "US, British and French forces": the owners that share their noun with a party, whatever the tree makes of them. */
  private static void sharers(Words words, int token, List<Integer> all) {
    List<Mention.OfActor> parties = words.sentence.list(Mention.OfActor.class);
    for (int i = 0; i < parties.size(); i++) {
      if (parties.get(i).form() != Mention.Form.SHARING) {
        continue;
      }
      int first = i;
      while (i + 1 < parties.size() && parties.get(i).form() == Mention.Form.SHARING) {
        i++;
      }
      List<Integer> heads = parties.subList(first, i + 1).stream().map(Mention.OfActor::head).toList();
      if (heads.contains(token)) {
        all.removeAll(heads);
        all.addAll(0, heads);
      }
    }
  }
}
