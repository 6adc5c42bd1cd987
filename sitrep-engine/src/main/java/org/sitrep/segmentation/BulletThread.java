package org.sitrep.segmentation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.AuthorLine;
import org.sitrep.knowledge.Layout.Phrase;
import org.sitrep.knowledge.Layout.Word;

/**
 * Reads a thread whose comments are bullets, set in one step deeper than what they answer. At the deepest
 * step indentation is not trusted: sites that limit nesting print deeper answers there, one below another.
 */
final class BulletThread {

  private static final String BULLETS = "•‣◦▪●○·";
  private static final int LONGEST_NAME = 40;

  private final Layout layout;
  private final List<Line> lines;
  private final Set<Integer> labels = new HashSet<>();

  BulletThread(Layout layout, List<Line> lines) {
    this.layout = layout;
    this.lines = lines;
  }

  /** Indices of lines in the thread that are buttons, not comments. */
  Set<Integer> labels() {
    return labels;
  }

  static boolean isBullet(Line line) {
    return line.length() > 2
        && BULLETS.indexOf(line.text().charAt(0)) >= 0
        && Line.isBlank(line.text().charAt(1));
  }

  /** What stands behind the bullet. */
  static String label(Line line) {
    return line.text().substring(1).strip();
  }

  List<Post> read(int from) {
    List<Post> posts = new ArrayList<>();
    List<Integer> indents = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = from; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (isBullet(line) && (posts.isEmpty() || line.indent() <= deepest(lines, i, indents, open))) {
        while (!open.isEmpty() && indents.get(open.peek()) >= line.indent()) {
          open.pop();
        }
        Post post = new Post(i);
        label(line, post, i);
        if (open.isEmpty()) {
          post.opens();
        } else {
          post.answers(open.peek(), true);
        }
        post.depth = open.size();
        open.push(posts.size());
        posts.add(post);
        indents.add(line.indent());
      } else if (!posts.isEmpty() && !printed(posts.getLast(), i)) {
        posts.getLast().addText(i);
      }
    }
    distrustTheDeepest(posts, indents);
    return posts;
  }

  /** A new bullet stands at most where the open comment's text stands; deeper ones are its own list. */
  private static int deepest(
      List<Line> lines, int i, List<Integer> indents, Deque<Integer> open) {
    int last = indents.get(open.getFirst());
    for (int k = i - 1; k >= 0 && lines.get(k).indent() > last; k--) {
      if (!isBullet(lines.get(k))) {
        return lines.get(k).indent();
      }
    }
    return last + 2;
  }

  /** A time below the name, or a button with or without votes. */
  private boolean printed(Post post, int i) {
    String text = lines.get(i).text();
    if (post.texts.isEmpty() && post.time == null && layout.is(Phrase.COMMENT_TIME, text)) {
      post.time = text;
      post.last = i;
      return true;
    }
    boolean button = !post.texts.isEmpty() && layout.is(Phrase.REPLY_LABEL, text) && !layout.is(Word.INFORMAL, text.toLowerCase(Locale.ROOT));
    if (button) {
      labels.add(i);
      post.vote(text);
    }
    return button;
  }

  private void label(Line line, Post post, int i) {
    String label = label(line);
    Optional<AuthorLine> signed = layout.findAuthorLine(label);
    if (signed.isPresent() && signed.get().time().isPresent()) {
      post.author = signed.get().name();
      post.time = signed.get().time().get();
      return;
    }
    boolean sentence =
        label.length() > LONGEST_NAME
            || (line.endsSentence() && label.indexOf(' ') > 0 && !initial(label));
    if (sentence) {
      post.addText(i);
    } else {
      post.author = label;
    }
  }

  private static boolean initial(String label) {
    return label.length() > 2
        && label.endsWith(".")
        && Character.isUpperCase(label.charAt(label.length() - 2));
  }

  private static void distrustTheDeepest(List<Post> posts, List<Integer> indents) {
    int deepest = indents.stream().mapToInt(Integer::intValue).max().orElse(0);
    long levels = indents.stream().distinct().count();
    for (int i = 1; i < posts.size(); i++) {
      boolean second = false;
      for (int k = i - 1; k >= 0 && indents.get(k) >= indents.get(i) && !second; k--) {
        second = indents.get(k).equals(indents.get(i));
      }
      if (levels > 2 && indents.get(i) == deepest && second) {
        posts.get(i).parentKnown = false;
      }
    }
  }
}
