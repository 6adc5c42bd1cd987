package org.sitrep.segmentation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.Phrase;
import org.sitrep.knowledge.Marks.Mark;
import org.sitrep.page.Block.Kind;

/** Says what each passage of a page is, once it is known where the main text stands. */
final class MarkupKinds {

  private static final int CAPTIONS = MainText.bit(Mark.CAPTION);
  private static final int CREDITS = MainText.bit(Mark.CREDIT);
  private static final int BYLINES = MainText.bit(Mark.BYLINE);
  private static final int DATELINES = MainText.bit(Mark.DATELINE);
  private static final int STANDFIRSTS = MainText.bit(Mark.STANDFIRST);
  private static final int QUOTES = MainText.bit(Mark.QUOTE);

  private final Layout layout;
  private final Dates dates;
  private final List<Passage> passages;
  private final String text;
  private final MainText main;
  private final int headline;
  private final Kind[] kinds;

  MarkupKinds(Layout layout, Passages markup, String text, MainText main, int headline) {
    this.layout = layout;
    this.dates = new Dates(layout);
    this.passages = markup.passages;
    this.text = text;
    this.main = main;
    this.headline = headline;
    this.kinds = new Kind[passages.size()];
  }

  Kind[] read(@Nullable Box root) {
    Arrays.fill(kinds, Kind.BOILERPLATE);
    if (root != null) {
      for (int i = root.first; i < root.end; i++) {
        kinds[i] = inside(i, root);
      }
      head(root);
      lead(root);
      tail(root);
      headings(root);
    }
    for (int i = 0; i < kinds.length; i++) {
      if (passages.get(i).box.post >= 0) {
        kinds[i] = Kind.COMMENT;
      }
    }
    if (headline >= 0 && kinds[headline] != Kind.COMMENT) {
      kinds[headline] = Kind.HEADLINE;
    }
    return kinds;
  }

  private String text(int i) {
    return passages.get(i).span().of(text);
  }

  private Kind inside(int i, Box root) {
    Passage p = passages.get(i);
    Box box = p.box;
    int marks = box.marks;
    if (main.isCut(i) && (!box.is(Box.FIGCAPTION) || (marks & MainText.THREAD_OR_FURNITURE) != 0)) {
      return Kind.BOILERPLATE;
    }
    if (box.is(Box.FIGCAPTION) || (marks & CAPTIONS) != 0 || box.is(Box.FIGURE) && !box.is(Box.QUOTE | Box.CELL)) {
      return p.words >= 4 && (marks & CREDITS) == 0 ? Kind.CAPTION : Kind.BOILERPLATE;
    }
    if ((marks & CREDITS) != 0) {
      return Kind.BOILERPLATE;
    }
    if (p.words <= 25) {
      String line = text(i);
      if (dates.isDateline(line)) {
        return Kind.DATELINE;
      }
      if ((marks & DATELINES) != 0 && p.words <= 16 && Layout.hasDigit(line)) {
        return Dates.find(line).isPresent() ? Kind.DATELINE : Kind.BOILERPLATE;
      }
      if ((marks & BYLINES) != 0 && p.words <= 20 && !(p.endsSentence() && p.words > 8)) {
        return Kind.BOILERPLATE;
      }
      Kind worded = worded(p, line);
      if (worded != null) {
        return worded;
      }
    }
    if (p.linkDensity() > (p.endsSentence() && p.words > 10 ? 0.85 : 0.5) && !box.is(Box.QUOTE)) {
      return linked(i, root);
    }
    if (box.is(Box.QUOTE) || (marks & QUOTES) != 0) {
      return Kind.BLOCK_QUOTE;
    }
    return Kind.BODY;
  }

  /** What a line's wording makes it; null for nothing. */
  private @Nullable Kind worded(Passage p, String line) {
    boolean sentence = p.endsSentence() && p.words >= 6;
    if (layout.is(Phrase.PROMPT, line) || layout.is(Phrase.POINTER, line)) {
      return Kind.BOILERPLATE;
    }
    if (layout.is(Phrase.CAPTION, line) || Credits.closes(layout, line)) {
      return Kind.CAPTION;
    }
    if (sentence) {
      return null;
    }
    boolean furniture =
        layout.is(Phrase.FURNITURE, line)
            || layout.is(Phrase.FORM, line)
            || layout.is(Phrase.THREAD, line)
            || layout.is(Phrase.BYLINE, line) && p.words <= 9
            || layout.is(Phrase.BANNER, line) && p.words <= 3;
    return furniture ? Kind.BOILERPLATE : null;
  }

  /** A passage that is mostly links: part of the text only in a list or table among text. */
  private Kind linked(int i, Box root) {
    Passage p = passages.get(i);
    if (p.box.heading > 0 && p.words >= 2) {
      return i + 1 < root.end && main.prose(i + 1) > 60 ? Kind.BODY : Kind.BOILERPLATE;
    }
    return p.box.is(Box.CELL) && !root.is(Box.CELL) && p.words <= 6 ? Kind.BODY : Kind.BOILERPLATE;
  }

  /** What stands before the text: nothing of it but for a standfirst. */
  private void head(Box root) {
    int from = root.first;
    if (headline >= 0 && root.holds(headline)) {
      for (int i = root.first; i < headline; i++) {
        if (kinds[i] == Kind.BODY && main.prose(i) < 80) {
          kinds[i] = Kind.BOILERPLATE;
        }
      }
      from = headline + 1;
    }
    for (int i = from; i < root.end && i < from + 12; i++) {
      Passage p = passages.get(i);
      if (kinds[i] != Kind.BODY) {
        continue;
      }
      if ((p.box.marks & STANDFIRSTS) != 0 && i < from + 6 || p.box.heading > 1 && p.words >= 6) {
        kinds[i] = Kind.STANDFIRST;
      } else if (main.prose(i) > 0) {
        break;
      } else {
        kinds[i] = Kind.BOILERPLATE;
      }
    }
  }

  /** Text between the headline and the box of the main text. */
  private void lead(Box root) {
    for (int i = headline + 1; headline >= 0 && i < root.first; i++) {
      Passage p = passages.get(i);
      if (main.isCut(i) || (p.box.marks & CAPTIONS) != 0 || p.linkDensity() > 0.3) {
        continue;
      }
      if ((p.box.marks & STANDFIRSTS) != 0 && p.words >= 5 || p.box.heading > 1 && p.words >= 8 && i < headline + 3) {
        kinds[i] = Kind.STANDFIRST;
      } else if (main.prose(i) > 120) {
        kinds[i] = Kind.BODY;
      } else if (p.words <= 16 && dates.isDateline(text(i))) {
        kinds[i] = Kind.DATELINE;
      }
    }
  }

  /** After the last running text: titles of other pages, tags, signatures. */
  private void tail(Box root) {
    int last = root.end - 1;
    while (last >= root.first && !(isText(last) && main.prose(last) > 0)) {
      last--;
    }
    for (int i = last + 1; last >= root.first && i < root.end; i++) {
      Passage p = passages.get(i);
      boolean list = p.box.is(Box.ITEM | Box.CELL) && p.linkChars == 0 || p.endsSentence() && p.linkChars == 0 && p.words > 2;
      if (isText(i) && !list && kinds[i] != Kind.BLOCK_QUOTE) {
        kinds[i] = Kind.BOILERPLATE;
      }
    }
  }

  private boolean isText(int i) {
    return kinds[i] == Kind.BODY || kinds[i] == Kind.BLOCK_QUOTE;
  }

  /** A heading without text below it heads nothing of the article. */
  private void headings(Box root) {
    int below = 0;
    for (int i = root.end - 1; i >= root.first; i--) {
      Passage p = passages.get(i);
      if (p.box.heading > 0 && kinds[i] == Kind.BODY) {
        if (below == 0) {
          kinds[i] = Kind.BOILERPLATE;
        }
        below = Math.max(0, below - 1);
      } else if (isText(i)) {
        below = 2;
      }
    }
  }
}
