package org.sitrep.segmentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

/** Pages with threads that nobody wrote, in the markup of several platforms; the same for the same seed. */
final class InventedThreads {

  /** One comment. */
  record Said(String author, String time, int votes, List<String> paragraphs, int parent, int depth) {}

  /** A page: its article's paragraphs, the headline first, and its thread. */
  record Invented(List<String> article, List<Said> thread) {}

  /** So that no comment repeats another. */
  private static final List<String> TAILS =
      List.of(" That makes %d of them.", " Look up page %d!", " They said %d, not more", " Road %d is still shut.", " And that was after %d hours...",
          " We counted %d lorries there.", " Who needs %d more?", " I saw number %d go by myself.");

  private final List<String> sentences = lines("comments.txt");
  private final List<String> names = lines("names.txt");
  private final List<String> news = lines("article.txt");
  private final Random random;

  InventedThreads(long seed) {
    this.random = new Random(seed);
  }

  private static List<String> lines(String name) {
    try (InputStream in = Objects.requireNonNull(InventedThreads.class.getResourceAsStream("/threads/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page with so many comments, those that answer one another in the order of a nested thread. */
  Invented page(int comments) {
    List<String> article = new ArrayList<>(news);
    Collections.shuffle(article, random);
    article = new ArrayList<>(article.subList(0, 4 + random.nextInt(4)));
    article.addFirst("Harbour Guard Enters Northern Docks");
    List<String> people = new ArrayList<>(names);
    Collections.shuffle(people, random);
    people = people.subList(0, Math.min(people.size(), 4 + comments / 3));
    List<String> words = new ArrayList<>(sentences);
    Collections.shuffle(words, random);
    List<Said> thread = new ArrayList<>();
    while (thread.size() < comments) {
      int last = thread.size() - 1;
      int parent = last < 0 || random.nextInt(5) < 2 ? -1 : last;
      for (int up = random.nextInt(3); up > 0 && parent >= 0 && thread.get(parent).parent() >= 0; up--) {
        parent = thread.get(parent).parent();
      }
      String author = people.get(random.nextInt(people.size()));
      if (parent >= 0 && thread.get(parent).author().equals(author)) {
        continue;
      }
      thread.add(
          new Said(author, (1 + random.nextInt(8)) + " years ago", random.nextInt(12) - 3, paragraphs(words, thread.size()), parent,
              parent < 0 ? 0 : thread.get(parent).depth() + 1));
    }
    return new Invented(article, thread);
  }

  private List<String> paragraphs(List<String> words, int at) {
    List<String> paragraphs = new ArrayList<>();
    for (int p = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1; p > 0; p--) {
      StringBuilder paragraph = new StringBuilder();
      for (int s = 1 + random.nextInt(3); s > 0; s--) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(words.get((at * 7 + p * 3 + s) % words.size()));
      }
      paragraph.append(TAILS.get(random.nextInt(TAILS.size())).formatted(2 + random.nextInt(997)));
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }

  /** The page in a platform's markup. */
  static String html(Invented page, String platform) {
    StringBuilder out = new StringBuilder("<html><head><title>" + page.article().getFirst() + "</title></head><body><div class=entry>");
    out.append("<h1>").append(page.article().getFirst()).append("</h1>");
    page.article().stream().skip(1).forEach(p -> out.append("<p>").append(p).append("</p>"));
    out.append("</div><div id=comments><h3>").append(page.thread().size()).append(" Comments</h3>");
    List<String> tails = new ArrayList<>();
    for (int i = 0; i < page.thread().size(); i++) {
      Said said = page.thread().get(i);
      while (tails.size() > said.depth()) {
        out.append(tails.removeLast());
      }
      tails.add(open(out, said, i, platform));
    }
    while (!tails.isEmpty()) {
      out.append(tails.removeLast());
    }
    return out.append("</div></body></html>").toString();
  }

  /** Writes a comment without its end, and gives the end. */
  private static String open(StringBuilder out, Said said, int i, String platform) {
    String text = "<p>" + String.join("</p><p>", said.paragraphs()) + "</p>";
    int id = i + 101;
    int parent = said.parent() < 0 ? 0 : said.parent() + 101;
    switch (platform) {
      case "wpdiscuz" -> {
        out.append(fill("<div id='wpd-comm-%d_%d' class='wpd-comment wpd_comment_level-%d'><div class=wpd-comment-wrap><div class=wpd-comment-author>%s</div>", id, parent, said.depth() + 1, said.author()));
        out.append(fill("<div class=wpd-comment-date>%s</div><div class=wpd-comment-text>%s</div><div class=wpd-vote-result>%d</div></div>", said.time(), text, said.votes()));
        return "</div>";
      }
      case "disqus" -> {
        out.append(said.depth() == 0 ? "<ul id=dsq-comments>" : "<ul class=children>");
        out.append(fill("<li class=depth-%d id=dsq-comment-%d><div class=dsq-comment-header><cite>%s</cite></div><div class=dsq-comment-message>%s</div>", said.depth(), id, said.author(), text));
        return "</li></ul>";
      }
      case "drupal" -> {
        out.append(said.depth() == 0 ? "<div>" : "<div class=indented>");
        out.append(fill("<a id=comment-%d></a><div class='comment comment-published'><div class=picture><img alt=\"%s's picture\"></div>", id, said.author()));
        out.append(fill("<div class=submitted>Submitted by <span class=username>%s</span></div><div class=content>%s</div></div>", said.author(), text));
        return "</div>";
      }
      default -> {
        out.append(said.depth() == 0 ? "<ol class=commentlist>" : "<ol class=children>");
        out.append(fill("<li class='comment depth-%d' id=comment-%d><cite class=fn>%s</cite> says:<div class=comment-meta><a>%s</a></div>%s", said.depth() + 1, id, said.author(), said.time(), text));
        out.append("<div class=reply><a class=comment-reply-link>Reply</a></div>");
        return "</li></ol>";
      }
    }
  }

  private static String fill(String form, Object... parts) {
    return String.format(Locale.ROOT, form, parts);
  }
}
