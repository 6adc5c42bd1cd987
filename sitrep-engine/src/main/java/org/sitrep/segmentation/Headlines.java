package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the headline that a page prints, by its look and by what the page's head calls it. */
final class Headlines {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int MOST_WORDS = 45;
  private static final double SAME = 0.5;

  private final List<Set<String>> titles = new ArrayList<>();

  Headlines(List<String> titles) {
    for (String title : titles) {
      Set<String> words = words(title);
      if (!words.isEmpty()) {
        this.titles.add(words);
      }
    }
  }

  /** The number of the passage that is the headline; -1 where none is. */
  int find(List<Passage> passages, String text) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < passages.size(); i++) {
      Passage p = passages.get(i);
      if (p.words > MOST_WORDS || p.box.thread || p.box.is(Box.UNSEEN)) {
        continue;
      }
      double score = score(p, text);
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return best;
  }

  private double score(Passage p, String text) {
    double likeness = p.box.heading > 0 || p.words >= 3 ? likeness(p.span().of(text)) : 0;
    boolean linked = p.linkDensity() > 0.9;
    if (p.box.heading == 0) {
      return likeness >= 0.8 && !linked && !p.box.is(Box.NAV | Box.FOOTER) ? likeness : 0;
    }
    boolean aside = p.box.is(Box.NAV | Box.FOOTER | Box.ASIDE);
    double level = p.box.heading == 1 ? 0.5 : p.box.heading == 2 ? 0.25 : 0.1;
    if (likeness >= SAME) {
      return 1 + 2 * likeness + level - (aside ? 0.8 : 0);
    }
    return p.box.heading == 1 && p.words >= 3 && !linked && !aside ? 0.3 + likeness : 0;
  }

  /** How much of its words a text shares with the stated title that is most like it: 0 to 1. */
  double likeness(String text) {
    double best = 0;
    Set<String> own = words(text);
    if (own.isEmpty()) {
      return 0;
    }
    for (Set<String> title : titles) {
      int shared = 0;
      for (String word : own) {
        shared += title.contains(word) ? 1 : 0;
      }
      if (shared == 1 && own.size() > 1) {
        continue;
      }
      best = Math.max(best, 2.0 * shared / (own.size() + title.size()));
    }
    return best;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : NO_WORD.split(text.length() > 600 ? text.substring(0, 600) : text)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
