package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Layout;

/**
 * Says which comment answers which, by what the page shows: a name at the head of a reply, words of an
 * earlier comment quoted at its head, a first name called out. Evidence that fits several comments points
 * to the nearest and is marked as not known; where there is none, nothing is said.
 */
final class Replies {

  private static final int SHINGLE = 4;
  private static final int HEAD = 600;
  private static final int MOST_WORDS = 5;
  private static final Pattern CALLED =
      Pattern.compile(
          "(?:(?<before>[\\p{L}’']{1,30})(?<comma>,)?\\s)?\\b(?<name>\\p{Lu}[\\p{L}\\d]{3,20})(?<after>[,.!?;])");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’]\\p{L}+)?");

  private final Layout layout;
  private final List<Line> lines;
  private final List<Post> posts;
  private final Map<String, List<Integer>> byAuthor = new HashMap<>();
  private final Map<String, String> byFirstName = new HashMap<>();
  /** Which comments hold a run of words; -1 for the article. */
  private final Map<String, List<Integer>> said = new HashMap<>();

  Replies(Layout layout, List<Line> lines, List<Post> posts) {
    this.layout = layout;
    this.lines = lines;
    this.posts = posts;
  }

  /** Fills in the answered comments; {@code nested} threads state them by their form already. */
  void resolve(int articleEnd, boolean nested) {
    for (int i = 0; i < articleEnd; i++) {
      index(lines.get(i).text(), -1);
    }
    for (int i = 0; i < posts.size(); i++) {
      Post post = posts.get(i);
      if (i == 0) {
        post.opens();
      } else if (!nested || !post.parentKnown) {
        answer(post);
      }
      for (int line : post.texts) {
        index(lines.get(line).text(), i);
      }
      if (post.author != null) {
        String name = key(post.author);
        byAuthor.computeIfAbsent(name, k -> new ArrayList<>()).add(i);
        byFirstName.put(name.indexOf(' ') < 0 ? name : name.substring(0, name.indexOf(' ')), name);
      }
    }
  }

  private void answer(Post post) {
    if (!quote(post) && !mention(post)) {
      vocative(post);
    }
  }

  /** The first lines repeat what an earlier comment says, and the article does not. */
  private boolean quote(Post post) {
    int looked = 0;
    for (int index : post.texts) {
      String text = lines.get(index).text();
      String quoted = quoted(text);
      List<Integer> holders =
          holders(quoted.isEmpty() && looked == 0 ? text : quoted, quoted.isEmpty()).stream().filter(h -> !isOwn(post, h)).toList();
      if (!holders.isEmpty()) {
        post.answers(holders.getLast(), holders.size() == 1);
        return true;
      }
      if (++looked == 2) {
        break;
      }
    }
    return false;
  }

  /** What somebody says again is a signature more often than an answer. */
  private boolean isOwn(Post post, int other) {
    String author = posts.get(other).author;
    return author != null && author.equals(post.author);
  }

  private static String quoted(String text) {
    int c = text.charAt(0);
    if (c != '"' && c != '“' && c != '>') {
      return "";
    }
    int end = text.indexOf(c == '“' ? '”' : '"', 1);
    return text.substring(1, end < 0 ? text.length() : end);
  }

  /** Comments that hold the words; a text without quotation marks must be repeated whole. */
  private List<Integer> holders(String quoted, boolean whole) {
    List<String> words = words(quoted);
    if (words.size() < SHINGLE || (whole && words.size() > 40)) {
      return List.of();
    }
    Map<Integer, Integer> hits = new HashMap<>();
    int n = words.size() - SHINGLE + 1;
    for (int i = 0; i < n; i++) {
      for (int holder : said.getOrDefault(shingle(words, i), List.of())) {
        hits.merge(holder, 1, Integer::sum);
      }
    }
    int needed = whole ? n : Math.max(1, (n + 1) / 2);
    if (hits.getOrDefault(-1, 0) >= needed) {
      return List.of();
    }
    return hits.entrySet().stream()
        .filter(e -> e.getValue() >= needed)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** A poster's name at the head: alone on the line, with "@", or before the text. */
  private boolean mention(Post post) {
    if (post.to != null) {
      return point(post, byAuthor.get(key(post.to)));
    }
    if (post.texts.isEmpty()) {
      return false;
    }
    String text = lines.get(post.texts.getFirst()).text();
    String head = text.length() > HEAD ? text.substring(0, HEAD) : text;
    String[] tokens = key(head.startsWith("@") ? head.substring(1).strip() : head).split(" ");
    for (int n = Math.min(MOST_WORDS, tokens.length); n > 0; n--) {
      String name = trimmed(String.join(" ", List.of(tokens).subList(0, n)));
      boolean own = post.author != null && name.equals(key(post.author));
      if (!own && point(post, byAuthor.get(name))) {
        return true;
      }
    }
    return false;
  }

  private static String trimmed(String name) {
    int end = name.length();
    while (end > 0 && ",:;.…!?-".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(0, end);
  }

  /** A poster's first name called out: "Ann, ..." or "... next time, Ann." */
  private void vocative(Post post) {
    if (post.texts.isEmpty()) {
      return;
    }
    String text = lines.get(post.texts.getFirst()).text();
    String head = text.length() > HEAD ? text.substring(0, HEAD) : text;
    Matcher m = CALLED.matcher(head);
    while (m.find()) {
      String before = m.group("before") == null ? "" : m.group("before");
      boolean opens = m.start("name") == 0;
      boolean ends = !m.group("after").equals(",") && !before.isEmpty()
          && !layout.is(Layout.Word.BEFORE_OBJECT, before.toLowerCase(Locale.ROOT));
      String author = byFirstName.get(m.group("name").toLowerCase(Locale.ROOT));
      boolean own = post.author != null && key(post.author).equals(author);
      if ((opens || ends || m.group("comma") != null) && author != null && !own
          && point(post, byAuthor.get(author))) {
        // further up, it may be the article's author who is called
        post.parentKnown &= post == posts.get(post.parent + 1);
        return;
      }
    }
  }

  private boolean point(Post post, @Nullable List<Integer> comments) {
    if (comments == null || comments.isEmpty()) {
      return false;
    }
    post.answers(comments.getLast(), comments.size() == 1);
    return true;
  }

  private void index(String text, int holder) {
    List<String> words = words(text);
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      List<Integer> holders = said.computeIfAbsent(shingle(words, i), k -> new ArrayList<>(1));
      if (holders.isEmpty() || holders.getLast() != holder) {
        holders.add(holder);
      }
    }
  }

  private static String shingle(List<String> words, int at) {
    return String.join(" ", words.subList(at, at + SHINGLE));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      words.add(m.group().toLowerCase(Locale.ROOT).replace('’', '\''));
    }
    return words;
  }

  private static String key(String name) {
    return name.replaceAll("[\\s\\u00a0]+", " ").toLowerCase(Locale.ROOT);
  }
}
