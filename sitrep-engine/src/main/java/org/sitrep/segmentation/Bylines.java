package org.sitrep.segmentation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.Phrase;
import org.sitrep.knowledge.Marks.Mark;
import org.sitrep.page.Block.Kind;

/** Finds who wrote an article, and when, in what is printed beside its headline. */
final class Bylines {

  private static final Pattern AFTER_NAME = Pattern.compile("\\s*[|•·,/–—-]?\\s*(?:\\d.*|\\b(?:\\p{L}+day|on|at)\\b.*\\d.*)$|\\s+[|•·/–—].*$");
  private static final int BEFORE = 6;
  private static final int AFTER = 6;
  private static final int MOST_WORDS = 14;

  private final Layout layout;
  private final List<Passage> passages;
  private final String text;
  private final int first;
  private final int end;

  Bylines(Layout layout, Passages markup, String text, int headline, @Nullable Box root) {
    this.layout = layout;
    this.passages = markup.passages;
    this.text = text;
    int start = headline >= 0 ? headline : root == null ? 0 : root.first;
    int last = root == null ? start : Math.max(start, Math.min(root.end - 1, root.first));
    this.first = Math.max(0, start - BEFORE);
    this.end = Math.min(passages.size(), Math.min(last, start + 40) + AFTER);
  }

  /** Whom the byline names. */
  Optional<String> author() {
    for (int i = first; i < end; i++) {
      Passage p = passages.get(i);
      String line = p.span().of(text);
      boolean marked = (p.box.marks & MainText.bit(Mark.BYLINE)) != 0 && !(p.endsSentence() && p.words > 8);
      if (p.words <= MOST_WORDS && !p.box.thread && (marked || p.words <= 9 && !p.endsSentence() && layout.is(Phrase.BYLINE, line))) {
        String named = layout.name(line);
        String name = AFTER_NAME.matcher(named).replaceFirst("").strip();
        if (isName(name, named.equals(line)) && !layout.is(Phrase.DATE_LABEL, name)) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }

  /** Without a "by" before it, a name is two words or more with capitals. */
  private static boolean isName(String name, boolean bare) {
    if (name.length() < 2 || name.length() > 90 || !Character.isLetter(name.charAt(0))) {
      return false;
    }
    String[] words = name.split("\\s+");
    boolean capitals = Character.isUpperCase(name.charAt(0)) || Character.isLetter(name.charAt(0)) && !Character.isLowerCase(name.charAt(0));
    return capitals && words.length <= 10 && (!bare || words.length >= 2 && words.length <= 5 && Character.isUpperCase(words[words.length - 1].charAt(0)));
  }

  /** When it was published: a time element beside the headline, else a line that holds a day. */
  Optional<Moment> published(Kind[] kinds) {
    Optional<Moment> element = Optional.empty();
    for (int i = first; i < end && element.isEmpty(); i++) {
      element = timeElement(passages.get(i));
    }
    if (element.isPresent()) {
      return element;
    }
    for (int i = first; i < end; i++) {
      Passage p = passages.get(i);
      boolean dated = kinds[i] == Kind.DATELINE || (p.box.marks & (MainText.bit(Mark.DATELINE) | MainText.bit(Mark.BYLINE))) != 0
          || p.words <= MOST_WORDS && layout.is(Phrase.BYLINE, p.span().of(text));
      if (dated && !p.box.thread && p.words <= 24) {
        Optional<Moment> day = Dates.find(p.span().of(text)).map(d -> new Moment(d, Optional.empty()));
        if (day.isPresent()) {
          return day;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Moment> timeElement(Passage p) {
    if (p.box.thread) {
      return Optional.empty();
    }
    for (var time : p.box.element.select("time[datetime]")) {
      Optional<Moment> moment = Moment.of(time.attr("datetime"));
      if (moment.isPresent()) {
        return moment;
      }
    }
    return Optional.empty();
  }
}
