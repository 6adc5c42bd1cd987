package org.sitrep.segmentation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sitrep.knowledge.Layout;

/**
 * Finds where on a flattened page the readers' thread begins, if it has one. Labels of a comment form and
 * lists of indented names are enough by themselves, and so is the heading of a thread at the end; names on
 * lines of their own, lost names (runs of blank lines) and posters' pictures must be borne out by how the
 * paragraphs are written. The place is then the one that best parts a desk's paragraphs from readers'. An
 * article that is taken for a thread is the worst error, so whatever is in doubt is article.
 */
final class ThreadFinder {

  /** How comments are told apart. */
  enum Shape {
    NONE,
    BULLETS,
    CLOSED,
    AUTHOR_LINES,
    NAMES,
    AVATARS
  }

  /**
   * The thread.
   *
   * @param first index of its first line; the number of lines where there is none
   * @param comments index of the first line after the labels that open it
   */
  record Found(int first, int comments, Shape shape) {}

  private static final double ENOUGH = 4.0;
  private static final int LIST = 3;

  /** With a picture in every so many lines, none is lost at the beginning. */
  private static final int SPARSE = 8;

  /** So many times what stands below a bare heading stands above it. */
  private static final int MUCH = 3;

  /** So many paragraphs for each name are still a reader's text, not an article below its author's name. */
  private static final int TEXTS = 3;

  /** A line this long that ends like a sentence is of an article, however short that is. */
  private static final int SENTENCE = 40;

  private final Layout layout;
  private final Names names;
  private final Style style;

  ThreadFinder(Layout layout, Names names, Style style) {
    this.layout = layout;
    this.names = names;
    this.style = style;
  }

  Found find(List<Line> lines) {
    Found bullets = bullets(lines);
    if (bullets.shape() != Shape.NONE) {
      return bullets;
    }
    int closed = new ClosedThread(layout, names, lines).first();
    if (closed >= 0) {
      int heading = closed;
      while (heading > 0 && isLabel(lines.get(heading - 1))) {
        heading--;
      }
      return new Found(heading, closed, Shape.CLOSED);
    }
    Found labelled = labelled(lines);
    return labelled.shape() != Shape.NONE ? labelled : new Unlabelled(lines).find();
  }

  /** Below a form's labels or a thread's heading. */
  private Found labelled(List<Line> lines) {
    boolean article = false;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean form = layout.is(Layout.Phrase.FORM, line.text());
      boolean heading = layout.is(Layout.Phrase.THREAD, line.text());
      if (form || heading) {
        int after = i;
        int labels = 0;
        while (after < lines.size() && isLabel(lines.get(after))) {
          labels += layout.is(Layout.Phrase.FORM, lines.get(after).text()) ? 1 : 0;
          after++;
        }
        boolean thread = article
            ? labels >= 2 || bornOut(lines, after) || heading && (isNamed(lines, after) || closes(lines, i, after))
            : labels >= 2 && areTurns(lines, after);
        if (after < lines.size() && thread) {
          return new Found(i, after, shape(lines, after));
        }
        i = after - 1;
      }
      article |= line.length() > SENTENCE && line.endsSentence();
    }
    return none(lines);
  }

  private boolean isLabel(Line line) {
    return layout.is(Layout.Phrase.FORM, line.text())
        || layout.is(Layout.Phrase.THREAD, line.text())
        || layout.is(Layout.Phrase.PROMPT, line.text())
        || layout.is(Layout.Phrase.REPLY_LABEL, line.text())
        || ArticleReader.isMeter(line.text());
  }

  /** Whether comments follow: an author's line soon, a name and a text, or a reader's hand. */
  private boolean bornOut(List<Line> lines, int from) {
    double written = 0;
    int to = Math.min(lines.size(), from + 12);
    for (int i = from; i < to; i++) {
      String text = lines.get(i).text();
      if (isAuthorLine(text)
          || layout.findAvatar(text).isPresent()
          || (layout.is(Layout.Phrase.COMMENT_TIME, text) && i > from)) {
        return true;
      }
      written += i == from && names.looksLikeName(text) ? 1 : style.reader(lines.get(i));
    }
    return written > 1;
  }

  /** A thread without an article above it: names, or gaps where names were lost, and texts by turns from the first line on. */
  private boolean areTurns(List<Line> lines, int from) {
    int named = 0;
    int lost = 0;
    for (int i = from; i < lines.size(); i++) {
      boolean name = names.looksLikeName(lines.get(i).text());
      named += name ? 1 : 0;
      lost += !name && lines.get(i).blanks() > 1 ? 1 : 0;
    }
    return named >= LIST && names.looksLikeName(lines.get(from).text()) && lines.size() - from <= (named + lost) * (TEXTS + 1);
  }

  /** A poster's name that no author of articles has: "salt_cod", "reader77". */
  private static boolean isHandle(String name) {
    return name.indexOf(' ') < 0
        && (Character.isLowerCase(name.charAt(0)) || name.indexOf('_') >= 0 || Character.isDigit(name.charAt(name.length() - 1)));
  }

  /** Whether a handle and a text, and names and texts by turns, are all that stands from a line on. */
  private boolean isNamed(List<Line> lines, int from) {
    int named = 0;
    int written = 0;
    for (int i = from; i < lines.size(); i++) {
      boolean name = names.looksLikeName(lines.get(i).text());
      named += name ? 1 : 0;
      written += name ? 0 : 1;
      if (i == from && !(name && isHandle(lines.get(i).text())) || written > named * TEXTS) {
        return false;
      }
    }
    return written > 0;
  }

  /**
   * Whether a heading is the page's last and has more above it than below, as a link to the comments has that stands above
   * the article. Without a number in it or a name below it, it must have much more.
   */
  private boolean closes(List<Line> lines, int heading, int from) {
    int above = 0;
    int below = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      above += i < heading ? line.length() : 0;
      below += i > heading ? line.length() : 0;
      boolean another = i > heading && layout.is(Layout.Phrase.THREAD, line.text()) && !layout.is(Layout.Phrase.THREAD, lines.get(i - 1).text());
      if (another) {
        return false;
      }
    }
    boolean counted = lines.get(heading).text().chars().anyMatch(Character::isDigit);
    boolean named = from < lines.size() && names.looksLikeName(lines.get(from).text());
    return above > (counted || named ? below : MUCH * below);
  }

  private boolean isAuthorLine(String text) {
    return layout.findAuthorLine(text).filter(a -> names.looksLikeName(a.name())).isPresent();
  }

  private Shape shape(List<Line> lines, int from) {
    int avatars = 0;
    int authors = 0;
    int bare = 0;
    for (int i = from; i < lines.size(); i++) {
      avatars += layout.findAvatar(lines.get(i).text()).isPresent() ? 1 : 0;
      boolean author = isAuthorLine(lines.get(i).text());
      authors += author ? 1 : 0;
      bare += !author && lines.get(i).blanks() > 0 && names.looksLikeName(lines.get(i).text()) ? 1 : 0;
    }
    if (authors > 0 && authors >= avatars && bare <= MUCH * authors) {
      return Shape.AUTHOR_LINES;
    }
    return avatars > 0 ? Shape.AVATARS : Shape.NAMES;
  }

  /** Bullets that carry names, with the texts set in below them. */
  private Found bullets(List<Line> lines) {
    int first = -1;
    int hanging = 0;
    int named = 0;
    int nested = 0;
    int outermost = Integer.MAX_VALUE;
    for (int i = 0; i + 1 < lines.size(); i++) {
      Line line = lines.get(i);
      Line next = lines.get(i + 1);
      if (!BulletThread.isBullet(line)) {
        continue;
      }
      boolean hangs = next.blanks() > 0 && next.indent() > line.indent();
      if (hangs && names.looksLikeName(BulletThread.label(line))) {
        named++;
        if (first < 0 || line.indent() < outermost && hanging < 2) {
          first = i;
        }
        outermost = Math.min(outermost, line.indent());
      }
      hanging += hangs ? 1 : 0;
      nested += first >= 0 && line.indent() > outermost ? 1 : 0;
    }
    boolean enough = named >= 2 && hanging >= 2 && (nested > 0 || named >= LIST);
    return enough ? new Found(first, first, Shape.BULLETS) : none(lines);
  }

  private static Found none(List<Line> lines) {
    return new Found(lines.size(), lines.size(), Shape.NONE);
  }

  /** A page whose thread nothing announces. */
  private final class Unlabelled {

    private final List<Line> lines;
    private final boolean[] name;
    private final boolean[] avatar;
    private final boolean[] author;
    private final Map<String, Integer> times = new HashMap<>();
    /** The first line of running text. */
    private int running;

    Unlabelled(List<Line> lines) {
      this.lines = lines;
      int n = lines.size();
      name = new boolean[n];
      avatar = new boolean[n];
      author = new boolean[n];
      running = n;
      for (int i = 0; i < n; i++) {
        String text = lines.get(i).text();
        running = running == n && lines.get(i).length() > 80 ? i : running;
        avatar[i] = layout.findAvatar(text).isPresent();
        author[i] = !avatar[i] && isAuthorLine(text);
        name[i] = isNameLine(i);
        if (name[i]) {
          times.merge(key(text), 1, Integer::sum);
        }
      }
    }

    private boolean isNameLine(int i) {
      if (i == 0 || i + 1 >= lines.size() || !names.looksLikeName(lines.get(i).text())) {
        return false;
      }
      Line next = lines.get(i + 1);
      return next.blanks() <= 1
          && (next.words() > 3 || next.endsSentence())
          && !names.looksLikeName(next.text());
    }

    Found find() {
      int avatars = count(avatar);
      int authors = count(author);
      Shape shape = avatars >= 2 ? Shape.AVATARS : authors >= 2 && count(name) <= MUCH * authors ? Shape.AUTHOR_LINES : Shape.NAMES;
      if (shape == Shape.NAMES && !hasSigns(0)) {
        return none(lines);
      }
      double[] gain = new double[lines.size() + 1];
      int doubles = 0;
      for (int i = lines.size() - 1; i >= 0; i--) {
        gain[i] = gain[i + 1] + weight(i, shape);
        doubles += i > 0 && lines.get(i).blanks() >= 2 ? 1 : 0;
      }
      int best = -1;
      int last = avatars >= LIST ? firstOf(avatar) : lines.size() - 1;
      int first = avatars >= LIST && avatars * SPARSE > lines.size() - last ? last : 1;
      for (int i = first; i <= last; i++) {
        if (mayOpen(i, shape) && (shape == Shape.NAMES || articleBefore(i)) && (best < 0 || gain[i] > gain[best])) {
          best = i;
        }
      }
      if (best < 0 || !articleBefore(best) || !bornOut(best, shape, gain[best], doubles)) {
        return none(lines);
      }
      return new Found(best, best, shape);
    }

    private boolean mayOpen(int i, Shape shape) {
      return switch (shape) {
        case AVATARS -> true;
        case AUTHOR_LINES -> author[i];
        default -> name[i] || lines.get(i).blanks() >= 2;
      };
    }

    private double weight(int i, Shape shape) {
      Line line = lines.get(i);
      if (avatar[i] || author[i]) {
        return 3;
      }
      if (name[i]) {
        return times.getOrDefault(key(line.text()), 0) > 1 ? 2 : 0.5;
      }
      double length = Style.length(line);
      double written = style.reader(line);
      return shape == Shape.AVATARS ? written + length : written + 0.2 * length;
    }

    private boolean articleBefore(int first) {
      return first > running;
    }

    private boolean bornOut(int first, Shape shape, double gain, int doubles) {
      if (shape == Shape.AVATARS || shape == Shape.AUTHOR_LINES) {
        return gain >= ENOUGH || count(avatar) >= LIST;
      }
      boolean apart = lost(first) * 2 >= doubles;
      return hasSigns(first) && apart && gain >= ENOUGH && readers(first) >= 2;
    }

    /** Whether there are posters' names from a line on, or gaps where names were lost. */
    private boolean hasSigns(int first) {
      int named = 0;
      for (int i = first; i < lines.size(); i++) {
        named += name[i] ? 1 : 0;
      }
      int lost = lost(first);
      return named >= 2 || (named >= 1 && lost >= 1) || lost >= LIST;
    }

    private int lost(int first) {
      int lost = 0;
      for (int i = first; i < lines.size(); i++) {
        lost += lines.get(i).blanks() >= 2 ? 1 : 0;
      }
      return lost;
    }

    private int readers(int first) {
      int readers = 0;
      for (int i = first; i < lines.size(); i++) {
        readers += !name[i] && style.reader(lines.get(i)) >= 1 ? 1 : 0;
      }
      return readers;
    }

    private int firstOf(boolean[] marks) {
      int i = 0;
      while (i + 1 < marks.length && !marks[i]) {
        i++;
      }
      return i;
    }

    private int count(boolean[] marks) {
      int n = 0;
      for (boolean mark : marks) {
        n += mark ? 1 : 0;
      }
      return n;
    }

    private String key(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }
}
