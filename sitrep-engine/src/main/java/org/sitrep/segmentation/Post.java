package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comment in the making. Mutable; lives only while one page is read. */
final class Post {

  final int first;
  int last;
  @Nullable String author;
  @Nullable String time;
  @Nullable Integer votes;
  /** Who the page says is answered, by name. */
  @Nullable String to;
  final List<Integer> texts = new ArrayList<>();
  int parent = -1;
  int depth;
  boolean parentKnown;

  Post(int first) {
    this.first = first;
    this.last = first;
  }

  void answers(int post, boolean known) {
    parent = post;
    parentKnown = known;
  }

  /** States that it answers nobody. */
  void opens() {
    parent = -1;
    parentKnown = true;
  }

  void addText(int line) {
    texts.add(line);
    last = line;
  }
}
