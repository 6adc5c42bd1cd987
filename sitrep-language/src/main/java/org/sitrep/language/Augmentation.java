package org.sitrep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Further training sentences made from those of the treebanks, for what news has and they lack: Arabic
 * names written as one token, headlines without articles, auxiliaries and full stop, in title case or
 * capitals, and text without any capitals.
 */
final class Augmentation {

  /** Arabic articles before a hyphen, assimilated forms included. */
  private static final Set<String> ARTICLES =
      Set.of("al", "el", "ul", "an", "ar", "as", "ash", "at", "ath", "ad", "adh", "az", "ez", "es", "er", "et", "ed");

  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "as", "with",
          "from", "over", "-", "'s", "n't");

  private final Random random;

  Augmentation(long seed) {
    this.random = new Random(seed);
  }

  /** The given trees and what is made of them. */
  List<GoldTree> apply(List<GoldTree> trees) {
    List<GoldTree> all = new ArrayList<>(trees);
    for (GoldTree tree : trees) {
      GoldTree joined = joinNames(tree);
      if (joined.size() < tree.size()) {
        all.add(joined);
      }
      double draw = random.nextDouble();
      if (tree.size() >= 4 && tree.size() <= 25 && draw < 0.16) {
        GoldTree headline = headline(joined);
        all.add(draw < 0.11 ? title(headline) : draw < 0.14 ? capitals(headline) : headline);
      } else if (draw > 0.98) {
        all.add(lower(joined));
      }
    }
    return all;
  }

  /** "al", "-", "Name" become one token, which stands where the first of them stood in the tree. */
  static GoldTree joinNames(GoldTree tree) {
    GoldTree joined = tree;
    for (int i = 0; i + 2 < joined.size(); i++) {
      if (joined.forms()[i + 1].equals("-") && isName(joined, i)) {
        joined = join(joined, i);
      }
    }
    return joined;
  }

  private static boolean isName(GoldTree tree, int i) {
    return ARTICLES.contains(tree.forms()[i].toLowerCase(Locale.ROOT))
        && Character.isUpperCase(tree.forms()[i + 2].charAt(0))
        && tree.tags()[i + 2].startsWith("PROPN")
        && (tree.heads()[i + 3] == i + 1 || tree.heads()[i + 1] == i + 3
            || tree.heads()[i + 1] == tree.heads()[i + 3]);
  }

  private static GoldTree join(GoldTree tree, int i) {
    int first = i + 1;
    int last = i + 3;
    int top = tree.heads()[first] == last ? last : first;
    int[] heads = tree.heads().clone();
    String[] forms = tree.forms().clone();
    String[] tags = tree.tags().clone();
    String[] relations = tree.relations().clone();
    for (int k = 1; k < heads.length; k++) {
      if (heads[k] >= first && heads[k] <= last) {
        heads[k] = first;
      }
    }
    heads[first] = tree.heads()[top];
    relations[i] = relations[top - 1];
    forms[i] = forms[i] + "-" + forms[i + 2];
    tags[i] = tags[i + 2];
    return new GoldTree(forms, tags, heads, relations, tree.origin()).without(List.of(i + 1, i + 2));
  }

  private GoldTree headline(GoldTree tree) {
    List<Integer> gone = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      boolean last = i == tree.size() - 1;
      String relation = tree.relations()[i];
      boolean article = tree.tags()[i].equals("DET|DT") && relation.equals("det");
      boolean passive = relation.equals("aux:pass");
      boolean stop = last && tree.forms()[i].equals(".");
      if ((stop || article && random.nextInt(5) > 0 || passive && random.nextInt(3) == 0)
          && tree.leaf(i)) {
        gone.add(i);
      }
    }
    return gone.size() == tree.size() ? tree : tree.without(gone);
  }

  private static GoldTree title(GoldTree tree) {
    String[] forms = tree.forms().clone();
    for (int i = 0; i < forms.length; i++) {
      if (i == 0 || !SMALL.contains(forms[i])) {
        forms[i] = forms[i].substring(0, 1).toUpperCase(Locale.ROOT) + forms[i].substring(1);
      }
    }
    return withForms(tree, forms);
  }

  private static GoldTree capitals(GoldTree tree) {
    String[] forms = tree.forms().clone();
    for (int i = 0; i < forms.length; i++) {
      forms[i] = forms[i].toUpperCase(Locale.ROOT);
    }
    return withForms(tree, forms);
  }

  private static GoldTree lower(GoldTree tree) {
    String[] forms = tree.forms().clone();
    for (int i = 0; i < forms.length; i++) {
      forms[i] = forms[i].toLowerCase(Locale.ROOT);
    }
    return withForms(tree, forms);
  }

  private static GoldTree withForms(GoldTree tree, String[] forms) {
    return new GoldTree(forms, tree.tags(), tree.heads(), tree.relations(), tree.origin());
  }
}
