package org.sitrep.segmentation;

import java.util.List;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.Phrase;

/** Finds what is no part of a page's main text by headings and repeated shapes, where no names say so. */
final class Furniture {

  private static final int SHORT = 14;
  private static final int LOOK_AHEAD = 30;

  private final Layout layout;
  private final List<Passage> passages;
  private final String text;
  private final int headline;
  private final double[] raw;
  private final double[] links;
  private final boolean[] cut;

  Furniture(Layout layout, Passages markup, String text, int headline, double[] raw, double[] links) {
    this.layout = layout;
    this.passages = markup.passages;
    this.text = text;
    this.headline = headline;
    this.raw = raw;
    this.links = links;
    this.cut = new boolean[passages.size()];
  }

  boolean[] find() {
    for (int i = 0; i < passages.size(); i++) {
      Passage p = passages.get(i);
      if (cut[i] || p.words > SHORT || MainText.isCut(p.box)) {
        continue;
      }
      String line = p.span().of(text);
      if (i > headline && raw[i] > 0 && isThread(i, p, line)) {
        cutBelow(i, true);
      } else if (!(p.endsSentence() && p.last != ':') && layout.is(Phrase.RELATED, line)) {
        cutBelow(i, false);
      }
    }
    teasers();
    return cut;
  }

  private boolean isThread(int i, Passage p, String line) {
    boolean looks = p.box.heading > 0 || p.isStrong() || p.linkDensity() < 0.5;
    boolean named = layout.is(Phrase.THREAD, line) || layout.is(Phrase.FORM, line);
    return looks && named && !isPlainWord(p) && (p.words > 1 || talkFollows(i));
  }

  /** Whether lines of a thread follow, without which a single word ("Discussion") heads a part of the text. */
  private boolean talkFollows(int heading) {
    for (int i = heading + 1; i < Math.min(passages.size(), heading + LOOK_AHEAD); i++) {
      Passage p = passages.get(i);
      if (p.words <= SHORT) {
        String line = p.span().of(text);
        if (layout.is(Phrase.COMMENT_TIME, line) || layout.is(Phrase.FORM, line) || layout.is(Phrase.PROMPT, line)
            || layout.is(Phrase.REPLY_LABEL, line) || layout.findAuthorLine(line).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** One word in the middle of a text, not set apart by anything. */
  private static boolean isPlainWord(Passage p) {
    return p.box.is(Box.CELL) && p.box.heading == 0 && !p.isStrong();
  }

  /** Cuts what a heading stands over: the rest of the box that it heads. */
  private void cutBelow(int heading, boolean thread) {
    Box box = passages.get(heading).box;
    while (box.parent != null && box.end <= heading + 1) {
      box = box.parent;
    }
    boolean leads = box.first == heading || raw[heading] - raw[box.first] == 0;
    boolean holdsMore = headline >= 0 && box.holds(headline);
    int end = box.end;
    if (thread || leads && !holdsMore || isListOfLinks(heading + 1, end)) {
      fill(heading, end);
      return;
    }
    cut[heading] = true;
    for (int i = heading + 1; i < end; i++) {
      Passage p = passages.get(i);
      boolean running = raw[i + 1] - raw[i] >= 60 && p.linkDensity() < 0.4;
      if (running || p.box.heading > 0 && p.linkChars == 0) {
        return;
      }
      cut[i] = true;
    }
  }

  private boolean isListOfLinks(int first, int end) {
    double all = end <= first ? 0 : passages.get(end - 1).end - passages.get(first).start;
    return all > 0 && links[end] - links[first] > 0.3 * all;
  }

  private void fill(int first, int end) {
    for (int i = first; i < end; i++) {
      cut[i] = true;
    }
  }

  /** A heading that is a link, with a paragraph or two below it: the beginning of another page. */
  private void teasers() {
    for (int i = 0; i < passages.size(); i++) {
      Passage p = passages.get(i);
      if (i == headline || !isLinkedTitle(p)) {
        continue;
      }
      Box box = p.box.parent == null ? p.box : p.box.parent;
      for (int up = 0; up < 3 && box.parent != null && box.end <= i + 1; up++) {
        box = box.parent;
      }
      if (box.end - box.first <= 6 && !(headline >= 0 && box.holds(headline)) && raw[box.end] - raw[box.first] < 500) {
        fill(box.first, box.end);
      }
    }
  }

  private static boolean isLinkedTitle(Passage p) {
    return p.linkDensity() > 0.9 && p.words >= 4 && p.links == 1 && p.box.heading > 0;
  }
}
