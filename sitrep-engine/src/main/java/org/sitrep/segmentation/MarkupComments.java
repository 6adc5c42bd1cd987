package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sitrep.page.Comment;
import org.sitrep.segmentation.MarkupThread.Posted;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

/** Makes comments of what was found in the markup. */
final class MarkupComments {

  private MarkupComments() {}

  static List<Comment> of(MarkupThread thread, Passages markup, AlignedText aligned, Lines lines) {
    Span[] spans = spans(thread.posts().size(), markup.passages);
    int[] numbers = new int[spans.length];
    int next = 0;
    for (int i = 0; i < spans.length; i++) {
      numbers[i] = spans[i] == null ? -1 : next++;
    }
    List<Comment> comments = new ArrayList<>();
    for (int i = 0; i < spans.length; i++) {
      if (spans[i] != null) {
        comments.add(comment(thread.posts().get(i), spans[i], numbers, aligned, lines));
      }
    }
    return comments;
  }

  private static Comment comment(Posted posted, Span span, int[] numbers, AlignedText aligned, Lines lines) {
    Span source = aligned.toOriginal(span);
    int parent = posted.parent() < 0 || posted.parent() >= numbers.length ? -1 : numbers[posted.parent()];
    return new Comment(
        Optional.ofNullable(posted.author()),
        Optional.ofNullable(posted.time()),
        Optional.ofNullable(posted.votes()),
        Written.of(posted.body()),
        span,
        lines.of(source.start()),
        lines.of(Math.max(source.start(), source.end() - 1)),
        parent < 0 ? Optional.empty() : Optional.of(parent),
        posted.parentKnown() && (posted.parent() < 0 || parent >= 0),
        posted.depth());
  }

  /** For each post the stretch of its own text up to the first answer to it; null for a post without text. */
  private static Span[] spans(int posts, List<Passage> passages) {
    Span[] spans = new Span[posts];
    int[] last = new int[posts];
    Arrays.fill(last, -1);
    for (int i = 0; i < passages.size(); i++) {
      int post = passages.get(i).box.post;
      if (post < 0) {
        continue;
      }
      Span own = passages.get(i).span();
      if (spans[post] == null) {
        spans[post] = own;
        last[post] = i;
      } else if (last[post] == i - 1) {
        spans[post] = spans[post].cover(own);
        last[post] = i;
      }
    }
    return spans;
  }
}
