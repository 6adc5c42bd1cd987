package org.sitrep.cli;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.page.Comment;
import org.sitrep.page.Page;

/** Readers' comments for the eye: number, author, time, votes, whom they answer, and how they begin. */
final class ThreadView {

  private static final int WIDTH = 100;
  private static final int DEEPEST = 12;

  private ThreadView() {}

  /** One line a comment, in the order of {@code numbers}; set in below what they answer if {@code nested}. */
  static List<String> of(Page page, List<Integer> numbers, boolean nested) {
    List<String> lines = new ArrayList<>();
    if (numbers.isEmpty()) {
      return lines;
    }
    lines.add("  " + numbers.size() + " comments, each with its number, whom it answers (? where the page does not state it) and its words:");
    int[] depths = depths(page.comments());
    for (int number : numbers) {
      Comment comment = page.comments().get(number);
      String indent = nested ? "  ".repeat(Math.min(DEEPEST, depths[number])) : "";
      lines.add("  " + indent + "#" + (number + 1) + " " + head(comment) + ": " + Tables.cut(comment.text().replace('\n', ' '), WIDTH));
    }
    return lines;
  }

  private static String head(Comment comment) {
    StringBuilder head = new StringBuilder(comment.author().orElse("unknown"));
    comment.time().ifPresent(time -> head.append(", ").append(time));
    comment.votes().ifPresent(votes -> head.append(", ").append(votes).append(votes == 1 ? " vote" : " votes"));
    comment.parent().ifPresent(parent -> head.append(" > #").append(parent + 1));
    return head.append(comment.parentKnown() ? "" : comment.parent().isPresent() ? "?" : " > ?").toString();
  }

  /** As the page nests them, or deeper where a comment is known to answer one as deep. */
  private static int[] depths(List<Comment> comments) {
    int[] depths = new int[comments.size()];
    for (int i = 0; i < depths.length; i++) {
      Comment comment = comments.get(i);
      int parent = comment.parent().orElse(-1);
      depths[i] = parent >= 0 && parent < i ? Math.max(comment.depth(), depths[parent] + 1) : comment.depth();
    }
    return depths;
  }
}
