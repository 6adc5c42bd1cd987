package org.sitrep.segmentation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Marks.Mark;

/**
 * Finds the part of a page that holds its main text. Running text counts for the box around it and, less, for the boxes
 * around that; the best box then grows while what it gains is of the same kind. The idea that paragraphs vote for their
 * parents is that of the Readability bookmarklet (2009), the weight of link density that of Kohlschütter et al. (2010).
 */
final class MainText {

  private static final int FURNITURE = bit(Mark.FURNITURE);
  private static final int COMMENT = bit(Mark.COMMENT);
  private static final int ARTICLE = bit(Mark.ARTICLE);
  private static final int NEUTRAL = bit(Mark.NEUTRAL);
  private static final int CAPTION = bit(Mark.CAPTION);
  private static final int ONLY_SMALL = bit(Mark.CREDIT) | bit(Mark.BYLINE) | bit(Mark.DATELINE) | bit(Mark.STANDFIRST);
  static final int THREAD_OR_FURNITURE = FURNITURE | COMMENT;
  private static final double ENOUGH = 250;
  private static final double SMALL = 0.25;

  private final List<Box> boxes;
  private final List<Passage> passages;
  private final int headline;
  private final boolean[] cut;
  private final double[] raw;
  private final double[] prose;
  private final double[] links;

  MainText(Layout layout, Passages markup, String text, int headline) {
    this.boxes = markup.boxes;
    this.passages = markup.passages;
    this.headline = headline;
    this.raw = new double[passages.size() + 1];
    this.prose = new double[passages.size() + 1];
    this.links = new double[passages.size() + 1];
    for (int i = 0; i < passages.size(); i++) {
      raw[i + 1] = raw[i] + running(passages.get(i), 6);
      links[i + 1] = links[i] + passages.get(i).linkChars;
    }
    believe();
    this.cut = new Furniture(layout, markup, text, headline, raw, links).find();
    count(6);
    if (prose[passages.size()] == 0) {
      count(2);
    }
  }

  private void count(int words) {
    for (int i = 0; i < passages.size(); i++) {
      prose[i + 1] = prose[i] + (isCut(i) ? 0 : running(passages.get(i), words));
    }
  }

  /** Whether a passage is no part of the main text, wherever that stands. */
  boolean isCut(int passage) {
    return cut[passage] || isCut(passages.get(passage).box);
  }

  static int bit(Mark mark) {
    return 1 << mark.ordinal();
  }

  /** How much running text a passage holds, in characters. */
  private static double running(Passage p, int words) {
    if (p.box.heading > 0 || p.linkDensity() > 0.5 || p.words < words) {
      return 0;
    }
    double own = p.length() - p.linkChars;
    double look = p.endsSentence() ? 1 : p.words >= 25 ? 0.8 : 0.2;
    return own * look * Math.min(1, p.words / 12.0) * (p.box.is(Box.ITEM) ? 0.6 : 1);
  }

  static boolean isCut(Box box) {
    return box.thread
        || (box.marks & (FURNITURE | COMMENT)) != 0
        || box.is(Box.NAV | Box.FOOTER | Box.BUTTON | Box.UNSEEN | Box.FIGCAPTION);
  }

  /** Settles for each box which marks of it and of those around it are believed. */
  private void believe() {
    double all = raw[passages.size()];
    double[] named = namedInside();
    for (Box box : boxes) {
      int own = box.ownMarks;
      if ((own & NEUTRAL) != 0) {
        own &= ~(FURNITURE | COMMENT);
      }
      double share = all == 0 ? 0 : sum(raw, box) / all;
      boolean whole = box.depth <= 2 || box.is(Box.MAIN) && box.ownTags == Box.MAIN || headline >= 0 && box.holds(headline) && share > 0.1;
      boolean near = headline < 0 || box.holds(headline) || (own & ARTICLE) != 0;
      if (whole || share > (near ? 0.4 : 0.7) || named[box.number] > 0.15 * all) {
        own &= ~FURNITURE;
      }
      if (share > SMALL) {
        own &= ~(CAPTION | ONLY_SMALL);
      }
      if (whole || share > 0.1 && (own & ARTICLE) != 0 && box.ownTags != Box.ARTICLE) {
        own &= ~COMMENT;
      }
      if (share > 0.4 && box.ownTags != 0) {
        box.ownTags &= ~(Box.NAV | Box.FOOTER | Box.ASIDE | Box.BUTTON | Box.UNSEEN);
      }
      Box parent = box.parent;
      box.marks = own | (parent == null ? 0 : parent.marks & ~(ARTICLE | NEUTRAL));
      box.tags = box.ownTags | (parent == null ? 0 : parent.tags);
    }
  }

  /** For each box the most running text that stands in one box within it that is named as the article's. */
  private double[] namedInside() {
    double[] named = new double[boxes.size()];
    for (int i = boxes.size() - 1; i > 0; i--) {
      Box box = boxes.get(i);
      if (box.parent != null && (box.marks & COMMENT) == 0) {
        boolean own = (box.ownMarks & ARTICLE) != 0 && (box.ownMarks & (COMMENT | FURNITURE)) == 0;
        double most = own ? Math.max(sum(raw, box), named[i]) : named[i];
        int parent = box.parent.number;
        named[parent] = Math.max(named[parent], (box.ownMarks & COMMENT) != 0 ? 0 : most);
      }
    }
    return named;
  }

  private static double sum(double[] sums, Box box) {
    return sums[Math.max(box.first, box.end)] - sums[box.first];
  }

  double prose(Box box) {
    return sum(prose, box);
  }

  /** The box of the main text; null where there is no running text at all. */
  @Nullable Box find() {
    double[] score = new double[boxes.size()];
    for (int i = 0; i < passages.size(); i++) {
      double weight = prose[i + 1] - prose[i];
      Box at = passages.get(i).box;
      double part = 1;
      for (int k = 0; k < 4 && weight > 0 && at != null; at = at.parent) {
        score[at.number] += weight * part;
        if (at.element.isBlock()) {
          part *= k == 0 ? 0.9 : 0.5;
          k++;
        }
      }
    }
    Box best = null;
    double most = 0;
    for (Box box : boxes) {
      double value = score[box.number] * factor(box);
      if (value > most) {
        most = value;
        best = box;
      }
    }
    return best == null ? null : grown(best);
  }

  private double factor(Box box) {
    Passage last = box.end > box.first ? passages.get(box.end - 1) : null;
    double length = last == null ? 1 : last.end - passages.get(box.first).start;
    double density = length <= 0 ? 0 : Math.min(1, sum(links, box) / length);
    double factor = 1 - density;
    if ((box.ownMarks & ARTICLE) != 0) {
      factor *= 1.25;
    }
    if (headline >= 0 && box.end <= headline) {
      factor *= 0.6;
    }
    return factor;
  }

  /** Widens a box while what that adds is mostly running text, or the box around is the article by its name. */
  private Box grown(Box best) {
    Box chosen = best;
    boolean complete = headline >= 0 && best.holds(headline);
    for (Box at = best.parent; at != null && at.depth > 0; at = at.parent) {
      double have = prose(chosen);
      double gain = prose[Math.max(from(at), at.end)] - prose[from(at)] - have;
      double added = length(at) - length(chosen);
      boolean named = (at.ownMarks & ARTICLE) != 0 && (chosen.ownMarks & ARTICLE) == 0 || at.ownTags == Box.ARTICLE;
      boolean alike = gain > 0.15 * have && gain > 0.35 * added || gain > 0 && named && gain > 0.3 * added || gain > have;
      if (complete ? gain > 3 * have : alike) {
        chosen = at;
      }
      complete |= headline >= 0 && at.holds(headline) && prose(chosen) > ENOUGH;
    }
    return chosen;
  }

  /** What stands before the headline is no gain. */
  private int from(Box box) {
    return headline >= box.first && headline < box.end ? headline : box.first;
  }

  private double length(Box box) {
    return box.end <= box.first ? 0 : passages.get(box.end - 1).end - passages.get(box.first).start;
  }

  /** The running text of one passage. */
  double prose(int passage) {
    return prose[passage + 1] - prose[passage];
  }
}
