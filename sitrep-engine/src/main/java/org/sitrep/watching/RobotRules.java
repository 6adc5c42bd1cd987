package org.sitrep.watching;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a host's robots.txt asks of us: RFC 9309. The groups that name us count together, else those for all;
 * the longest rule that fits decides, and of two equally long ones the one that allows. {@code Crawl-delay},
 * which is not in the RFC, is honoured where it stands in such a group.
 *
 * @param rules the rules for us
 * @param delay the time that it asks for between requests
 */
record RobotRules(List<Rule> rules, Optional<Duration> delay) {

  static final RobotRules ALL = new RobotRules(List.of(), Optional.empty());
  static final RobotRules NOTHING = new RobotRules(List.of(new Rule(false, "/")), Optional.empty());

  /** So much of the file is read. */
  static final int LIMIT = 500 << 10;

  private static final double LONGEST_DELAY = 3600;
  private static final String UNRESERVED = "-._~";

  /** A rule: a path with {@code *} and {@code $}, normalised. */
  record Rule(boolean allows, String pattern) {

    /** Whether it fits; never backtracks further than the last {@code *}. */
    boolean fits(String path) {
      boolean anchored = pattern.endsWith("$");
      String p = anchored ? pattern.substring(0, pattern.length() - 1) : pattern;
      int i = 0;
      int j = 0;
      int star = -1;
      int back = 0;
      while (i < path.length()) {
        if (j == p.length() && !anchored) {
          return true;
        }
        if (j < p.length() && p.charAt(j) == '*') {
          star = j++;
          back = i;
        } else if (j < p.length() && p.charAt(j) == path.charAt(i)) {
          i++;
          j++;
        } else if (star >= 0) {
          j = star + 1;
          i = ++back;
        } else {
          return false;
        }
      }
      while (j < p.length() && p.charAt(j) == '*') {
        j++;
      }
      return j == p.length();
    }
  }

  /** A group being read. */
  private static final class Group {
    private final List<String> agents = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private Optional<Duration> delay = Optional.empty();
    private boolean begun;
  }

  /**
   * Reads the file.
   *
   * @param product our name, as in {@code User-Agent} before the slash
   */
  static RobotRules parse(byte[] file, String product) {
    List<Group> groups = groups(new String(file, 0, Math.min(file.length, LIMIT), StandardCharsets.UTF_8));
    String us = token(product);
    List<Group> ours = groups.stream().filter(g -> g.agents.contains(us)).toList();
    if (ours.isEmpty()) {
      ours = groups.stream().filter(g -> g.agents.contains("*")).toList();
    }
    return new RobotRules(
        ours.stream().flatMap(g -> g.rules.stream()).toList(),
        ours.stream().flatMap(g -> g.delay.stream()).max(Duration::compareTo));
  }

  private static List<Group> groups(String text) {
    List<Group> groups = new ArrayList<>();
    for (String raw : text.replace("\uFEFF", "").split("[\r\n]+")) {
      String line = raw.split("#", 2)[0];
      int colon = line.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
        case "user-agent" -> {
          if (groups.isEmpty() || groups.getLast().begun) {
            groups.add(new Group());
          }
          groups.getLast().agents.add(value.equals("*") ? "*" : token(value));
        }
        case "allow" -> rule(groups, true, value);
        case "disallow" -> rule(groups, false, value);
        case "crawl-delay" -> delay(groups, value);
        default -> {
          // sitemaps and what others added
        }
      }
    }
    return groups;
  }

  private static void rule(List<Group> groups, boolean allows, String pattern) {
    if (groups.isEmpty()) {
      return;
    }
    groups.getLast().begun = true;
    if (pattern.startsWith("/") || pattern.startsWith("*")) {
      groups.getLast().rules.add(new Rule(allows, normal(pattern)));
    }
  }

  private static void delay(List<Group> groups, String value) {
    if (groups.isEmpty()) {
      return;
    }
    groups.getLast().begun = true;
    try {
      double seconds = Double.parseDouble(value);
      if (seconds > 0) {
        groups.getLast().delay = Optional.of(Duration.ofMillis((long) (1000 * Math.min(seconds, LONGEST_DELAY))));
      }
    } catch (NumberFormatException e) {
      return; // no number: as if it were not there
    }
  }

  /** A product token: letters, hyphens and underscores, in lower case. */
  private static String token(String agent) {
    return agent.replaceFirst("[^a-zA-Z_-].*", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a path may be fetched.
   *
   * @param path with query, as in the request
   */
  boolean allows(String path) {
    String normal = normal(path.isEmpty() ? "/" : path);
    if (normal.equals("/robots.txt")) {
      return true;
    }
    int longest = -1;
    boolean allowed = true;
    for (Rule rule : rules) {
      int length = rule.pattern.length();
      if (rule.fits(normal) && (length > longest || (length == longest && rule.allows))) {
        longest = length;
        allowed = rule.allows;
      }
    }
    return allowed;
  }

  /** Escapes what is no ASCII, and takes escapes back that need not be. */
  private static String normal(String path) {
    StringBuilder out = new StringBuilder();
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xFF;
      boolean escape = b == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
      if (escape) {
        b = Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16);
        i += 2;
      }
      boolean plain = b < 0x80 && (Character.isLetterOrDigit(b) || UNRESERVED.indexOf(b) >= 0);
      if (b >= 0x80 || (escape && !plain)) {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) b));
      } else {
        out.append((char) b);
      }
    }
    return out.toString();
  }

  private static boolean isHex(byte b) {
    return Character.digit(b, 16) >= 0;
  }
}
