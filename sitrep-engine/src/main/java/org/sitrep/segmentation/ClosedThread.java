package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.Phrase;

/**
 * Reads a thread whose comments begin with a name and end with a row of buttons, votes and a time: "Like · Reply · 3 ·
 * 2 yrs", as social networks print them. Such a thread shows no nesting, so nothing is said of whom a comment answers.
 */
final class ClosedThread {

  private static final String SIGNS = "[·•|]";
  private static final int LEAST = 2;
  private static final int FURTHEST = 40;

  private final Layout layout;
  private final Names names;
  private final List<Line> lines;

  ClosedThread(Layout layout, Names names, List<Line> lines) {
    this.layout = layout;
    this.names = names;
    this.lines = lines;
  }

  private boolean closes(int i) {
    return layout.is(Phrase.CLOSING, lines.get(i).text());
  }

  /** The line of the first comment; -1 where no comments are closed so. */
  int first() {
    int first = -1;
    int closed = 0;
    int named = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (closes(i)) {
        closed++;
        first = closed == 1 ? opening(i) : first;
        named += i + 1 < lines.size() && names.looksLikeName(lines.get(i + 1).text()) ? 1 : 0;
      }
    }
    return first >= 0 && closed >= LEAST && named * 2 >= closed - 1 ? first : -1;
  }

  /** The nearest line before the first closing one that can be a name with something written below it. */
  private int opening(int closing) {
    for (int i = closing - 2; i >= Math.max(0, closing - FURTHEST); i--) {
      if (names.looksLikeName(lines.get(i).text())) {
        return i;
      }
    }
    return -1;
  }

  List<Post> read(int from) {
    List<Post> posts = new ArrayList<>();
    boolean open = false;
    for (int i = from; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (closes(i) && !posts.isEmpty()) {
        close(posts.getLast(), i);
        open = false;
      } else if (!open) {
        Post post = new Post(i);
        posts.add(post);
        open = true;
        if (names.mayBeName(line.text()) && i + 1 < lines.size() && !closes(i + 1)) {
          post.author = line.text();
        } else {
          post.addText(i);
        }
      } else {
        posts.getLast().addText(i);
      }
    }
    return posts;
  }

  private void close(Post post, int i) {
    post.last = i;
    for (String part : lines.get(i).text().split(SIGNS)) {
      String text = part.strip();
      if (!text.isEmpty() && text.chars().allMatch(Character::isDigit) && text.length() < 7) {
        post.votes = Integer.valueOf(text);
      } else if (layout.is(Phrase.COMMENT_TIME, text) || Dates.find(text).isPresent()) {
        post.time = text;
      }
    }
  }
}
