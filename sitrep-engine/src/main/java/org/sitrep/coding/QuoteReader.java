package org.sitrep.coding;

import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Attribution.Holder;
import org.sitrep.page.Block;

/**
 * Whose quotation each sentence stands in. A quotation may run over paragraphs, each opened anew and only the
 * last one closed, or never closed at all; its speaker may be named before, inside or after it.
 */
final class QuoteReader {

  private static final int LOOK_AHEAD = 12;

  private final List<Words> sentences;
  private final boolean[] quoted;

  private QuoteReader(List<Words> sentences) {
    this.sentences = sentences;
    this.quoted = new boolean[sentences.size()];
  }

  /** For each sentence whether it begins inside a quotation. */
  static boolean[] quoted(List<Words> sentences) {
    QuoteReader reader = new QuoteReader(sentences);
    reader.scan();
    return reader.quoted;
  }

  private void scan() {
    boolean open = false;
    int block = -1;
    for (int i = 0; i < sentences.size(); i++) {
      Words words = sentences.get(i);
      boolean fresh = words.sentence.block() != block;
      block = words.sentence.block();
      String text = words.text(words.tree.span());
      boolean starts = !text.isEmpty() && (text.charAt(0) == '“' || text.charAt(0) == '"');
      if (fresh && open && !starts && words.sentence.kind() != Block.Kind.BLOCK_QUOTE && !continues(i)) {
        open = false;
      }
      quoted[i] = starts || open || words.sentence.kind() == Block.Kind.BLOCK_QUOTE;
      open = after(text, open);
    }
  }

  /** Whether a closing mark comes before any opening one: the quotation runs on without a new mark. */
  private boolean continues(int from) {
    int last = Math.min(sentences.size(), from + LOOK_AHEAD);
    for (int i = from; i < last; i++) {
      String text = sentences.get(i).text(sentences.get(i).tree.span());
      for (int c = 0; c < text.length(); c++) {
        if (text.charAt(c) == '”') {
          return true;
        }
        if (text.charAt(c) == '“' || text.charAt(c) == '"') {
          return false;
        }
      }
    }
    return false;
  }

  private static boolean after(String text, boolean before) {
    boolean open = before;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '“') {
        open = true;
      } else if (c == '”') {
        open = false;
      } else if (c == '"') {
        open = i == 0 || !open;
      }
    }
    return open;
  }

  /** The speaker of a quoted sentence that names none: named in the run of quoted sentences around it. */
  static Optional<Holder> speaker(int index, boolean[] quoted, List<List<Holder>> named) {
    for (int i = index; i < quoted.length && i < index + LOOK_AHEAD && (i == index || quoted[i]); i++) {
      if (!named.get(i).isEmpty()) {
        return Optional.of(named.get(i).getLast());
      }
    }
    for (int i = index - 1; i >= 0 && i > index - LOOK_AHEAD; i--) {
      if (!named.get(i).isEmpty()) {
        return Optional.of(named.get(i).getLast());
      }
      if (!quoted[i]) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
