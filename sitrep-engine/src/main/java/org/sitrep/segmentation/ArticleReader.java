package org.sitrep.segmentation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.Phrase;
import org.sitrep.page.Block.Kind;

/**
 * Says what each line of a flattened article is. Whatever has no look of its own is body: losing article
 * text is worse than keeping a stray line.
 */
final class ArticleReader {

  private static final Pattern METER = Pattern.compile("[\\d\\s.,$€£%+#/:–-]{1,24}");
  private static final Pattern SITE = Pattern.compile("\\s+[|•·–—-]\\s+[^|]{2,60}$");
  private static final Pattern BULLET = Pattern.compile("^[•*·▪◦–—-]\\s");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b]+");
  private static final int SENTENCE = 6;
  private static final int LONG = 80;
  private static final int TITLE = 220;

  private final Layout layout;
  private final Dates dates;
  private final List<Line> lines;
  private final int end;
  private final Kind[] kinds;
  private final String[] plain;
  private int headline = -1;

  ArticleReader(Layout layout, List<Line> lines, int end) {
    this.layout = layout;
    this.dates = new Dates(layout);
    this.lines = lines;
    this.end = end;
    this.kinds = new Kind[lines.size()];
    this.plain = new String[end];
    Arrays.setAll(plain, i -> plain(lines.get(i).text()));
  }

  /** Whether a line is nothing but figures and signs. */
  static boolean isMeter(String text) {
    return METER.matcher(text).matches();
  }

  /** The line of the headline; -1 where there is none. */
  int headline() {
    return headline;
  }

  /** The kind of each line up to the end of the article; null after it. */
  Kind[] read(Optional<String> title) {
    Arrays.fill(kinds, 0, end, Kind.BODY);
    furniture();
    related();
    headline = findHeadline(title);
    if (headline >= 0) {
      kinds[headline] = Kind.HEADLINE;
      beforeBody();
    }
    repeated();
    trailing();
    new Quotes(lines, kinds).mark(end);
    return kinds;
  }

  private void furniture() {
    for (int i = 0; i < end; i++) {
      Line line = lines.get(i);
      String text = line.text();
      boolean sentence = line.endsSentence() && line.words() >= 6;
      if (isMeter(text) || isMeterMonth(i) || layout.is(Phrase.PROMPT, text)) {
        kinds[i] = Kind.BOILERPLATE;
      } else if (dates.isDateline(text)) {
        kinds[i] = Kind.DATELINE;
      } else if (layout.is(Phrase.CAPTION, text) || Credits.closes(layout, text)) {
        kinds[i] = Kind.CAPTION;
      } else if (!sentence && isFurniture(line)) {
        kinds[i] = Kind.BOILERPLATE;
      }
    }
  }

  private boolean isFurniture(Line line) {
    String text = line.text();
    return layout.is(Phrase.FURNITURE, text)
        || layout.is(Phrase.FORM, text)
        || layout.is(Phrase.THREAD, text)
        || (layout.is(Phrase.BYLINE, text) && line.words() <= 9 && !text.endsWith("."))
        || (layout.is(Phrase.BANNER, text) && line.words() <= 3);
  }

  private boolean isMeterMonth(int i) {
    return Dates.isMonth(lines.get(i).text())
        && ((i > 0 && lines.get(i).blanks() == 0 && isMeter(lines.get(i - 1).text()))
            || (i + 1 < end && lines.get(i + 1).blanks() == 0 && isMeter(lines.get(i + 1).text())));
  }

  /** Below a heading for other pages, titles up to the next line of running text. */
  private void related() {
    boolean inside = false;
    for (int i = 0; i < end; i++) {
      Line line = lines.get(i);
      if (layout.is(Phrase.RELATED, line.text()) && !line.endsSentence()) {
        inside = true;
        kinds[i] = Kind.BOILERPLATE;
      } else if (inside) {
        inside = !isRunning(line);
        if (inside) {
          kinds[i] = Kind.BOILERPLATE;
        }
      }
    }
  }

  /** Running text: sentences, not a title. */
  private static boolean isRunning(Line line) {
    boolean cut = line.text().endsWith("…") || line.text().endsWith("...");
    return (line.length() > LONG && line.endsSentence() && !cut) || line.length() > TITLE;
  }

  private int findHeadline(Optional<String> title) {
    int body = firstRunning();
    if (title.isPresent()) {
      String stated = plain(title.get());
      for (int i = 0; i < end; i++) {
        String text = plain[i];
        if (lines.get(i).words() >= 4
            && lines.get(i).length() <= TITLE
            && (stated.startsWith(text) || text.startsWith(stated) || stated.contains(" " + text + " "))
            && kinds[i] != Kind.CAPTION) {
          return i;
        }
      }
    }
    for (int i = 0; i < body; i++) {
      if (kinds[i] == Kind.BODY && isTitle(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isTitle(Line line) {
    return line.words() >= 3
        && line.length() <= TITLE
        && !line.text().endsWith(".")
        && !line.text().endsWith(":")
        && !Character.isLowerCase(line.text().codePointAt(0));
  }

  private int firstRunning() {
    for (int i = 0; i < end; i++) {
      if (kinds[i] == Kind.BODY && isRunning(lines.get(i))) {
        return i;
      }
    }
    return end;
  }

  /** Lines around the headline, before the text begins. */
  private void beforeBody() {
    int body = end;
    for (int i = headline + 1; i < end && body == end; i++) {
      body = kinds[i] == Kind.BODY && (isRunning(lines.get(i)) || lines.get(i).endsSentence()) ? i : end;
    }
    boolean hasBody = body < end;
    for (int i = 0; i < headline; i++) {
      boolean menu = lines.get(i).words() <= 12 && !lines.get(i).endsSentence();
      if (kinds[i] == Kind.BODY && menu && headline > 2) {
        kinds[i] = Kind.BOILERPLATE;
      }
    }
    for (int i = headline + 1; i < body && hasBody; i++) {
      if (kinds[i] == Kind.BODY && lines.get(i).words() >= 4) {
        kinds[i] = sameTitle(lines.get(i)) ? Kind.HEADLINE : Kind.CAPTION;
      }
    }
    boolean meta = false;
    for (int i = body + 1; hasBody && i < Math.min(end, body + 4); i++) {
      meta |= kinds[i] == Kind.DATELINE;
    }
    if (hasBody && meta && body == headline + 1) {
      kinds[body] = Kind.STANDFIRST;
    }
  }

  private boolean sameTitle(Line line) {
    String title = plain[headline];
    String text = plain(line.text());
    return text.equals(title) || plain(SITE.matcher(line.text()).replaceFirst("")).equals(title);
  }

  /** The headline again is a picture's title; short lines that stand there twice are banners. */
  private void repeated() {
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < end; i++) {
      times.merge(plain[i], 1, Integer::sum);
    }
    String title = headline < 0 ? null : plain[headline];
    for (int i = 0; i < end; i++) {
      String text = plain[i];
      Line line = lines.get(i);
      if (i > headline && text.equals(title) && kinds[i] == Kind.BODY) {
        kinds[i] = Kind.CAPTION;
      } else if (kinds[i] == Kind.BODY
          && times.getOrDefault(text, 0) > 1
          && line.words() <= 4
          && !line.endsSentence()) {
        kinds[i] = Kind.BOILERPLATE;
      }
    }
  }

  /** After the last sentence of the text: titles of other pages, tags, signatures. */
  private void trailing() {
    int last = end - 1;
    while (last > headline && !(kinds[last] == Kind.BODY && lines.get(last).endsSentence() && lines.get(last).words() >= SENTENCE)) {
      last--;
    }
    for (int i = last + 1; last > headline + 1 && i < end; i++) {
      if (kinds[i] == Kind.BODY && !lines.get(i).endsSentence() && !BULLET.matcher(lines.get(i).text()).find()) {
        kinds[i] = Kind.BOILERPLATE;
      }
    }
  }

  private static String plain(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
