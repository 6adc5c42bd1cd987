package org.sitrep.coding;

import java.util.List;
import org.sitrep.claim.Attribution.Stance;
import org.sitrep.text.Span;

/**
 * A stretch of reported content in a sentence: who, by what word, what.
 *
 * @param words the sentence
 * @param source the token that heads the phrase for whoever speaks
 * @param cue the token that attributes
 * @param cueSpan all words of the cue
 * @param contents the tokens that head what is reported; empty where it stands in another sentence
 * @param kind what the reporting amounts to
 * @param stance how the word is taken
 */
record Report(
    Words words, int source, int cue, Span cueSpan, List<Integer> contents, Kind kind, Stance stance) {

  /** What reporting amounts to. */
  enum Kind {
    /** The source says that it is so: it holds the content. */
    STATEMENT,
    /** Somebody who says it names the source as the one who holds it ("citing a colonel"). */
    CITATION,
    /** The source wants, judges or shows something; nobody holds it as a fact for that. */
    ATTITUDE
  }

  Report {
    contents = List.copyOf(contents);
  }

  boolean holds() {
    return kind != Kind.ATTITUDE;
  }

  boolean isOpen() {
    return contents.isEmpty();
  }

  Report with(List<Integer> found) {
    return new Report(words, source, cue, cueSpan, found, kind, stance);
  }

  /** What is reported, without the words that attribute it. */
  Span content() {
    int first = Integer.MAX_VALUE;
    int last = -1;
    boolean after = contents.getLast() > cue;
    for (int content : contents) {
      if (content > cue == after) {
        int[] ends = {content, content};
        spread(content, ends);
        first = Math.min(first, ends[0]);
        last = Math.max(last, ends[1]);
      }
    }
    while (first < last && isMark(first)) {
      first++;
    }
    while (last > first && isMark(last)) {
      last--;
    }
    return words.tree.span(first).cover(words.tree.span(last));
  }

  private void spread(int token, int[] ends) {
    ends[0] = Math.min(ends[0], token);
    ends[1] = Math.max(ends[1], token);
    for (int d : words.tree.dependents(token)) {
      if (d != cue && d != source) {
        spread(d, ends);
      }
    }
  }

  private boolean isMark(int token) {
    return words.tree.is(token, "punct") && !"\"“”‘".contains(words.tree.form(token));
  }
}
