package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.AuthorLine;
import org.sitrep.knowledge.Layout.Phrase;
import org.sitrep.segmentation.ThreadFinder.Shape;

/**
 * Reads a thread without nesting. Where names stand on lines of their own after one blank line, a longer
 * run of blank lines means that a name was lost there: the comment begins, its author is unknown, and a
 * bare name that follows is the one spoken to. Where names themselves follow longer runs, the runs only
 * part comments.
 */
final class FlatThread {

  private final Layout layout;
  private final Names names;
  private final List<Line> lines;
  private final int from;
  private final Shape shape;
  private final Set<Integer> labels = new HashSet<>();
  private final List<Post> posts = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Turns turns;
  private boolean runsPartComments;
  /** How many lines name an author by a picture, of all. */
  private double signed;

  FlatThread(Layout layout, Names names, List<Line> lines, int from, Shape shape) {
    this.layout = layout;
    this.names = names;
    this.lines = lines;
    this.from = from;
    this.shape = shape;
    this.turns = new Turns(layout, lines);
  }

  /** Indices of lines in the thread that are labels, not comments. */
  Set<Integer> labels() {
    return labels;
  }

  List<Post> read() {
    findLabels();
    int single = 0;
    int wide = 0;
    for (int i = from; i < lines.size(); i++) {
      if (hasNameShape(i)) {
        seen.merge(lines.get(i).text(), 1, Integer::sum);
        if (i > from) {
          single += lines.get(i).blanks() <= 1 ? 1 : 0;
          wide += lines.get(i).blanks() > 1 ? 1 : 0;
        }
      }
    }
    runsPartComments = wide > single;
    signed = signed();
    for (int i = from; i < lines.size(); i++) {
      if (!labels.contains(i)) {
        switch (shape) {
          case AUTHOR_LINES -> authorLines(i);
          case AVATARS -> avatars(i);
          default -> nameLines(i);
        }
      } else if (!posts.isEmpty() && (isVote(i) || layout.is(Phrase.REPLY_LABEL, lines.get(i).text()))) {
        posts.getLast().vote(lines.get(i).text());
      }
    }
    return posts;
  }

  private double signed() {
    long avatars = lines.stream().skip(from).filter(line -> layout.findAvatar(line.text()).isPresent()).count();
    return (double) avatars / Math.max(1, lines.size() - from);
  }

  private void findLabels() {
    boolean related = false;
    for (int i = from; i < lines.size(); i++) {
      String text = lines.get(i).text();
      related |= layout.is(Phrase.RELATED, text) && i > from;
      if (related
          || layout.is(Phrase.PROMPT, text)
          || layout.is(Phrase.FORM, text)
          || layout.is(Phrase.REPLY_LABEL, text)
          || isVote(i)
          || (layout.is(Phrase.FURNITURE, text) && !layout.is(Layout.Word.INFORMAL, text))) {
        labels.add(i);
      }
    }
  }

  /** A bare number beside a button. */
  private boolean isVote(int i) {
    String text = lines.get(i).text();
    return text.length() <= 5
        && text.matches("[+−-]?\\d+")
        && (i > from && layout.is(Phrase.REPLY_LABEL, lines.get(i - 1).text())
            || i + 1 < lines.size() && layout.is(Phrase.REPLY_LABEL, lines.get(i + 1).text()));
  }

  private void authorLines(int i) {
    Line line = lines.get(i);
    Optional<AuthorLine> author =
        (isTime(line.text()) ? Optional.<AuthorLine>empty() : layout.findAuthorLine(line.text())).filter(a -> names.looksLikeName(a.name()) || isTimed(a, i) && names.mayBeName(a.name()));
    if (author.isPresent()) {
      Post post = open(i);
      post.author = author.get().name();
      post.time = author.get().time().orElse(null);
      post.to = author.get().to().orElse(null);
    } else if (posts.isEmpty()) {
      open(i).addText(i);
    } else if (!time(i)) {
      posts.getLast().addText(i);
    }
  }

  /** With a time in the line or below it, an odd name is believed. */
  private boolean isTimed(AuthorLine author, int i) {
    boolean below = i + 1 < lines.size() && lines.get(i + 1).blanks() == 0 && isTime(lines.get(i + 1).text());
    return author.time().isPresent() || below;
  }

  private void avatars(int i) {
    Optional<String> author = layout.findAvatar(lines.get(i).text());
    if (author.isPresent()) {
      open(i).author = author.get();
    } else if (posts.isEmpty() || (hasText(posts.getLast()) && turns.begins(posts.getLast(), i, signed))) {
      open(i).addText(i);
    } else if (!time(i)) {
      posts.getLast().addText(i);
    }
  }

  private void nameLines(int i) {
    Line line = lines.get(i);
    boolean name = isName(i);
    boolean run = i > from && line.blanks() > 1;
    if (posts.isEmpty()) {
      begin(i, name);
    } else if (run && !runsPartComments) {
      if (lostInside(i)) {
        posts.getLast().addText(i);
      } else {
        open(i).addText(i);
      }
    } else if (run) {
      begin(i, name);
    } else if (name && hasText(posts.getLast())) {
      begin(i, true);
    } else if (!time(i)) {
      posts.getLast().addText(i);
    }
  }

  private void begin(int i, boolean name) {
    Post post = open(i);
    if (name) {
      post.author = lines.get(i).text();
    } else {
      post.addText(i);
    }
  }

  private Post open(int i) {
    Post post = new Post(i);
    posts.add(post);
    return post;
  }

  private static boolean hasText(Post post) {
    return !post.texts.isEmpty();
  }

  /** After a colon, what is missing is a link or a picture, not a name. */
  private boolean lostInside(int i) {
    return lines.get(i - 1).text().endsWith(":") && !labels.contains(i - 1);
  }

  private boolean time(int i) {
    String text = lines.get(i).text();
    Post post = posts.getLast();
    boolean time =
        post.texts.isEmpty()
            && post.time == null
            && isTime(text);
    if (time) {
      post.time = text;
      post.last = i;
    }
    return time;
  }

  private boolean isTime(String text) {
    return layout.is(Phrase.COMMENT_TIME, text) || new Dates(layout).isDateline(text);
  }

  private boolean hasNameShape(int i) {
    if (i + 1 >= lines.size() || labels.contains(i) || !names.looksLikeName(lines.get(i).text())) {
      return false;
    }
    Line next = lines.get(i + 1);
    return next.blanks() <= 1 && (i == from || lines.get(i).blanks() > 0);
  }

  private boolean isName(int i) {
    if (!hasNameShape(i)) {
      return false;
    }
    String text = lines.get(i).text();
    boolean again = seen.getOrDefault(text, 0) > 1;
    boolean nextIsName = hasNameShape(i + 1) && seen.getOrDefault(lines.get(i + 1).text(), 0) > 1;
    boolean handle = text.indexOf(' ') < 0 && Character.isLowerCase(text.charAt(0));
    return again || (!nextIsName && (!handle || text.length() >= 5))
        && !isOrdinary(text.toLowerCase(Locale.ROOT));
  }

  /** A single word that readers use otherwise. */
  private boolean isOrdinary(String text) {
    return layout.is(Layout.Word.INFORMAL, text);
  }
}
