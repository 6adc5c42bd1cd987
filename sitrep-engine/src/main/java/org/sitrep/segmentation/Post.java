package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A comment in the making. Mutable; lives only while one page is read. */
final class Post {

  private static final Pattern VOTES = Pattern.compile("([+−-]?\\d{1,6})(?:\\s\\p{L}{3,8})?");

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

  /** Reads votes off a label: "3 likes", "+2". */
  void vote(String label) {
    Matcher m = VOTES.matcher(label);
    if (m.matches()) {
      votes = Integer.valueOf(m.group(1).replace("+", "").replace('−', '-'));
    }
  }

  void addText(int line) {
    texts.add(line);
    last = line;
  }
}
