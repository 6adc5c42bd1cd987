package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.page.Block;
import org.sitrep.text.Span;

/**
 * Finds the quotations of an article and who speaks each. A quotation may run over paragraphs, each opened anew and
 * only the last one closed, or never closed at all; its speaker may be named before, inside or after it. A block
 * quote, and a statement given in full after a colon, count as quotations.
 */
final class QuoteReader {

  private static final int REACH = 12;

  private final List<Words> sentences;
  private final List<List<Report>> reports;
  private final List<Quotation> found = new ArrayList<>();

  private QuoteReader(List<Words> sentences, List<List<Report>> reports) {
    this.sentences = sentences;
    this.reports = reports;
  }

  /**
   * The quotations, in the order of the text.
   *
   * @param sentences the article's sentences
   * @param reports what each sentence reports
   */
  static List<Quotation> read(List<Words> sentences, List<List<Report>> reports) {
    QuoteReader reader = new QuoteReader(sentences, reports);
    reader.marks();
    reader.statements();
    reader.blocks();
    reader.found.sort((a, b) -> a.span().compareTo(b.span()));
    reader.speakers();
    return reader.found;
  }

  /** What stands between quotation marks. */
  private void marks() {
    int open = -1;
    boolean whole = false;
    int block = -1;
    for (int i = 0; i < sentences.size(); i++) {
      Words words = sentences.get(i);
      Span span = words.tree.span();
      if (words.sentence.block() != block) {
        block = words.sentence.block();
        if (open >= 0 && !continues(i)) {
          close(open, sentences.get(i - 1).tree.span().end(), whole);
          open = -1;
        }
      }
      String text = words.text(span);
      for (int c = 0; c < text.length(); c++) {
        char mark = text.charAt(c);
        boolean straight = mark == '"';
        boolean again = c == 0 && open >= 0 && (straight || mark == '\u201C');
        if (open < 0 && (mark == '\u201C' || straight)) {
          open = span.start() + c;
          whole = c == 0 || text.substring(0, c).stripTrailing().endsWith(":");
        } else if (open >= 0 && !again && (mark == '\u201D' || straight)) {
          close(open, span.start() + c + 1, whole);
          open = -1;
        }
      }
    }
    if (open >= 0) {
      close(open, sentences.getLast().tree.span().end(), whole);
    }
  }

  private void close(int open, int end, boolean whole) {
    found.add(new Quotation(new Span(open, end), whole, Optional.empty()));
  }

  /** Whether a new paragraph goes on with the quotation: it opens it anew, or closes it before opening another. */
  private boolean continues(int from) {
    int last = Math.min(sentences.size(), from + REACH);
    for (int i = from; i < last; i++) {
      String text = sentences.get(i).text(sentences.get(i).tree.span());
      for (int c = 0; c < text.length(); c++) {
        if (text.charAt(c) == '\u201D') {
          return true;
        }
        if (text.charAt(c) == '\u201C' || text.charAt(c) == '"') {
          return i == from && c == 0;
        }
      }
    }
    return false;
  }

  private void blocks() {
    for (int i = 0; i < sentences.size(); i++) {
      Words words = sentences.get(i);
      if (words.sentence.kind() == Block.Kind.BLOCK_QUOTE && !isQuoted(words.tree.span())) {
        close(words.tree.span().start(), words.tree.span().end(), true);
      }
    }
  }

  private boolean isQuoted(Span span) {
    return found.stream().anyMatch(q -> q.holds(span));
  }

  /**
   * "X said:" before a paragraph without marks: a statement in full. It goes on over later paragraphs as long as one of
   * them still says "we" or "I" and nobody else speaks.
   */
  private void statements() {
    for (int i = 0; i + 1 < sentences.size(); i++) {
      Words words = sentences.get(i);
      boolean opens = words.text(words.tree.span()).stripTrailing().endsWith(":") && opener(i).isPresent();
      if (opens && isClause(sentences.get(i + 1)) && !isQuoted(first(sentences.get(i + 1)))) {
        int last = statementEnd(i + 1);
        close(sentences.get(i + 1).tree.span().start(), sentences.get(last).tree.span().end(), true);
        i = last;
      }
    }
  }

  private static boolean isClause(Words words) {
    int root = words.tree.root();
    return words.isVerb(root) || words.tree.find(root, "nsubj") >= 0;
  }

  private static Span first(Words words) {
    int start = words.tree.span().start();
    return new Span(start, start + 1);
  }

  private int statementEnd(int from) {
    int block = sentences.get(from).sentence.block();
    int last = from;
    for (int i = from; i < sentences.size(); i++) {
      Words words = sentences.get(i);
      boolean others = reports.get(i).stream().anyMatch(r -> r.kind() == Report.Kind.STATEMENT && words.tree.head(r.cue()) < 0);
      if (i > from && others || words.sentence.kind() == Block.Kind.HEADLINE || isQuoted(first(words))) {
        break;
      }
      boolean own = words.sentence.block() == block;
      for (int t = 0; t < words.tree.size(); t++) {
        own |= Speech.isSelf(words, t);
      }
      last = own ? i : last;
    }
    int end = sentences.get(last).sentence.block();
    while (last + 1 < sentences.size() && sentences.get(last + 1).sentence.block() == end && !isQuoted(first(sentences.get(last + 1)))) {
      last++;
    }
    return last;
  }

  /** The verb of saying with nothing below it to which a following quotation belongs. */
  private Optional<Report> opener(int sentence) {
    return reports.get(sentence).stream().filter(r -> r.kind() == Report.Kind.STATEMENT && r.isOpen()).reduce((a, b) -> b);
  }

  private void speakers() {
    for (int q = 0; q < found.size(); q++) {
      found.set(q, found.get(q).by(speaker(q)));
    }
  }

  private Optional<Report> speaker(int q) {
    Quotation quotation = found.get(q);
    int first = sentenceAt(quotation.span().start());
    int last = sentenceAt(quotation.span().end() - 1);
    for (int i = first; i <= last; i++) {
      Optional<Report> around = outside(i, quotation, true);
      if (around.isPresent()) {
        return around;
      }
    }
    if (!quotation.whole()) {
      return Optional.empty();
    }
    Optional<Report> near = outside(last, quotation, false).or(() -> after(last, quotation));
    near = near.or(() -> before(first, quotation));
    return near.or(() -> q > 0 && isNext(found.get(q - 1), quotation) ? found.get(q - 1).report() : Optional.empty());
  }

  /** "A," he said. "B." "C": whoever spoke the quotation right before. */
  private boolean isNext(Quotation before, Quotation quotation) {
    return sentenceAt(quotation.span().start()) - sentenceAt(before.span().end() - 1) <= 1;
  }

  private int sentenceAt(int offset) {
    for (int i = 0; i < sentences.size(); i++) {
      if (sentences.get(i).tree.span().end() > offset) {
        return i;
      }
    }
    return sentences.size() - 1;
  }

  /** The report in a sentence whose cue stands outside the quotation and, if so asked, whose content covers it. */
  private Optional<Report> outside(int sentence, Quotation quotation, boolean covering) {
    Report found = null;
    for (Report report : reports.get(sentence)) {
      boolean out = report.kind() == Report.Kind.STATEMENT && !quotation.holds(report.cueSpan());
      boolean covers = out && !report.isOpen() && report.content().overlaps(quotation.span());
      if (out && (covers || !covering && (report.isOpen() || isMain(report)))) {
        found = report;
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean isMain(Report report) {
    return report.words().tree.head(report.cue()) < 0;
  }

  /** A sentence right after the quotation that only says who spoke. */
  private Optional<Report> after(int last, Quotation quotation) {
    int next = last + 1;
    if (next >= sentences.size() || sentences.get(next).sentence.block() != sentences.get(last).sentence.block()) {
      return Optional.empty();
    }
    return opener(next).filter(r -> !quotation.holds(r.cueSpan()));
  }

  /** The sentence right before: what it opens, else whoever speaks in it. */
  private Optional<Report> before(int first, Quotation quotation) {
    int previous = first - 1;
    if (previous < 0) {
      return Optional.empty();
    }
    Optional<Report> opened = opener(previous);
    boolean same = sentences.get(previous).sentence.block() == sentences.get(first).sentence.block();
    return opened.isPresent() || !same && !quotation.whole() ? opened : outside(previous, quotation, false);
  }
}
