package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.segmentation.InventedThreads.Said;

/**
 * Flattens a thread to lines, as pages lose their markup when their text is copied: names that were links, spoken-to names and
 * pictures leave blank lines; nested lists become indented bullets; buttons become words.
 */
final class Flattener {

  /** How the lines come out. */
  enum Form {
    /** A name, a blank line, the text; a lost name leaves two blank lines. */
    NAME_LINES,
    /** Indented bullets; the deepest level holds all that is deeper. */
    BULLETS,
    /** "Ann's picture", the text; no names. */
    AVATARS,
    /** "Ann says:", the time, the text, "Reply". */
    SAYS,
    /** "Ann • 2 years ago" and "Ben > Ann • 2 years ago". */
    HANDLES,
    /** Name, text, "Like · Reply · 3 · 2 years ago". */
    LIKES
  }

  /**
   * What is true of a comment.
   *
   * @param start its first line
   * @param author where a line states it
   * @param parentStart first line of the comment answered; 0 for none
   * @param stated whether the lines state whom it answers
   * @param optional whether nothing shows that it begins here
   */
  record Truth(int start, @Nullable String author, String writer, int parentStart, boolean stated, boolean optional) {}

  /** Lines, the number of those before the thread, and the truth. */
  record Flat(String text, int articleLines, List<Truth> truths) {}

  private static final int CAP = 3;

  private final Form form;
  private final double lost;
  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final List<Truth> truths = new ArrayList<>();
  private final Map<String, Integer> spoken = new HashMap<>();

  Flattener(Form form, double lost, long seed) {
    this.form = form;
    this.lost = lost;
    this.random = new Random(seed);
  }

  Flat flatten(List<String> article, List<Said> thread) {
    for (String paragraph : article) {
      lines.add(paragraph);
      lines.add("");
    }
    int before = lines.size();
    labels(thread.size());
    int[] level = new int[thread.size()];
    Set<Integer> answered = new HashSet<>();
    for (int i = 0; i < thread.size(); i++) {
      Said said = thread.get(i);
      switch (form) {
        case NAME_LINES -> nameLines(said, i);
        case BULLETS -> bullets(said, i, level, answered);
        case AVATARS -> avatars(said, i);
        case SAYS -> says(said, i);
        case HANDLES -> handles(said, i, thread);
        case LIKES -> likes(said, i);
      }
    }
    if (form == Form.NAME_LINES) {
      lines.add("");
      lines.add("Would love your thoughts, please comment.x");
    }
    return new Flat(String.join("\n", lines), before, truths);
  }

  private void labels(int comments) {
    switch (form) {
      case NAME_LINES -> {
        if (random.nextBoolean()) {
          lines.addAll(List.of("Subscribe", "Notify of", "", comments + " Comments", "Newest Most Voted", "Inline Feedbacks", "View all comments", ""));
        }
      }
      case SAYS -> lines.addAll(List.of(comments + " Responses", ""));
      case LIKES, HANDLES -> lines.addAll(List.of(comments + " Comments", ""));
      default -> {}
    }
  }

  private int start(int i) {
    return i < 0 ? 0 : truths.get(i).start();
  }

  private void truth(int start, @Nullable String author, Said said, boolean stated, boolean optional) {
    truths.add(new Truth(start, author, said.author(), start(said.parent()), stated, optional));
    if (author != null) {
      spoken.merge(author, 1, Integer::sum);
    }
  }

  private void text(List<String> paragraphs, String indent) {
    for (String paragraph : paragraphs) {
      lines.add(indent + paragraph);
      lines.add("");
    }
  }

  private void nameLines(Said said, int i) {
    boolean nameless = random.nextDouble() < lost;
    boolean mention = said.parent() >= 0 && random.nextInt(3) == 0;
    String to = mention ? truths.get(said.parent()).writer() : "";
    List<String> paragraphs = new ArrayList<>(said.paragraphs());
    boolean stated = i == 0;
    if (mention) {
      paragraphs.set(0, (random.nextBoolean() ? "@" : "") + to + " " + paragraphs.getFirst());
      stated = spoken.getOrDefault(to, 0) == 1 && truths.get(said.parent()).author() != null;
    }
    if (nameless && i > 0) {
      lines.add("");
      if (said.parent() >= 0 && !mention && random.nextBoolean()) {
        lines.add("");
      }
      truth(lines.size() + 1, null, said, stated, false);
    } else {
      truth(lines.size() + 1, said.author(), said, stated, false);
      lines.add(said.author());
      lines.add("");
    }
    text(paragraphs, "");
  }

  private void bullets(Said said, int i, int[] level, Set<Integer> answered) {
    level[i] = Math.min(CAP, said.depth());
    String indent = "  ".repeat(1 + level[i]);
    boolean first = said.parent() < 0 || answered.add(said.parent());
    truth(lines.size() + 1, said.author(), said, level[i] < CAP || said.depth() == CAP && first, false);
    lines.add(indent + "• " + said.author());
    lines.add("");
    text(said.paragraphs(), indent + "  ");
  }

  private void avatars(Said said, int i) {
    boolean nameless = random.nextDouble() < lost && i > 0;
    boolean gap = nameless && random.nextBoolean();
    if (gap) {
      lines.add("");
      lines.add("");
    }
    truth(lines.size() + 1, nameless ? null : said.author(), said, i == 0, nameless);
    if (!nameless) {
      lines.add(said.author() + "'s picture");
      lines.add("");
    }
    text(said.paragraphs(), "");
  }

  private void says(Said said, int i) {
    truth(lines.size() + 1, said.author(), said, i == 0, false);
    lines.add(said.author() + " says:");
    lines.add("May " + (1 + i % 28) + ", 2016 at 9:" + (10 + i % 50) + " am");
    lines.add("");
    text(said.paragraphs(), "");
    lines.add("Reply");
    lines.add("");
  }

  private void handles(Said said, int i, List<Said> thread) {
    String to = said.parent() < 0 ? "" : thread.get(said.parent()).author();
    truth(lines.size() + 1, said.author(), said, i == 0 || !to.isEmpty() && spoken.getOrDefault(to, 0) == 1, false);
    lines.add(said.author() + (to.isEmpty() ? "" : " > " + to) + " • " + time(said));
    lines.add("");
    text(said.paragraphs(), "");
    lines.add("Reply");
    lines.add("");
  }

  private static String time(Said said) {
    return said.time().isEmpty() ? "2 years ago" : said.time();
  }

  private void likes(Said said, int i) {
    truth(lines.size() + 1, said.author(), said, i == 0, false);
    lines.add(said.author());
    lines.addAll(said.paragraphs());
    lines.add("Like · Reply" + (said.votes() > 0 ? " · " + said.votes() : "") + " · " + (1 + i % 7) + " yrs");
  }
}
