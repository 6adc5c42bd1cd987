package org.sitrep.coding;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Attribution.Holder;
import org.sitrep.page.Block;
import org.sitrep.text.Span;

/**
 * Whose quotation a stretch of an article stands in. A quotation may run over paragraphs, each opened anew and
 * only the last one closed, or never closed at all; its speaker may be named before, inside or after it.
 */
final class QuoteReader {

  private static final int REACH = 12;

  private final List<Words> sentences;
  private final BitSet quoted = new BitSet();

  private QuoteReader(List<Words> sentences) {
    this.sentences = sentences;
  }

  static QuoteReader over(List<Words> sentences) {
    QuoteReader reader = new QuoteReader(sentences);
    reader.scan();
    return reader;
  }

  private void scan() {
    boolean open = false;
    int block = -1;
    for (int i = 0; i < sentences.size(); i++) {
      Words words = sentences.get(i);
      Span span = words.tree.span();
      String text = words.text(span);
      boolean fresh = words.sentence.block() != block;
      block = words.sentence.block();
      if (fresh && open && !continues(i)) {
        open = false;
      }
      if (words.sentence.kind() == Block.Kind.BLOCK_QUOTE) {
        quoted.set(span.start(), span.end());
        continue;
      }
      open = mark(text, span.start(), open);
    }
  }

  /** Marks the quoted characters of a sentence; tells whether the quotation is still open at its end. */
  private boolean mark(String text, int offset, boolean before) {
    boolean open = before;
    for (int c = 0; c < text.length(); c++) {
      char mark = text.charAt(c);
      boolean opening = mark == '\u201C' || (mark == '"' && !open) || (mark == '"' && c == 0);
      boolean closing = mark == '\u201D' || (mark == '"' && open && c > 0);
      open = opening || (open && !closing);
      if (open) {
        quoted.set(offset + c);
      }
    }
    return open;
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
    return true;
  }

  /**
   * The speaker of quoted words: named outside the quotation in the same sentence or the run of quoted
   * sentences after it, else before it.
   *
   * @param index the sentence
   * @param evidence the words
   * @param named who speaks in each sentence
   */
  Optional<Holder> speaker(int index, Span evidence, List<List<Holder>> named) {
    if (!quoted.get((evidence.start() + evidence.end()) / 2)) {
      return Optional.empty();
    }
    for (int i = index; i < sentences.size() && i < index + REACH; i++) {
      Span span = sentences.get(i).tree.span();
      if (i > index && !quoted.get(span.start() + 1)) {
        break;
      }
      Optional<Holder> outside = outside(named.get(i));
      if (outside.isPresent()) {
        return outside;
      }
    }
    for (int i = index - 1; i >= 0 && i > index - 3 * REACH; i--) {
      Optional<Holder> outside = outside(named.get(i));
      if (outside.isPresent()) {
        return outside;
      }
      if (!quoted.get(sentences.get(i).tree.span().end() - 1) && !quoted.get(sentences.get(i).tree.span().start() + 1)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Holder> outside(List<Holder> holders) {
    return holders.stream().filter(h -> h.cue().isPresent() && !quoted.get(h.cue().get().start())).reduce((a, b) -> b);
  }
}
