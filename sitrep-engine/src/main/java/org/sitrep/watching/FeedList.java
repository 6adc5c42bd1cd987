package org.sitrep.watching;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.flow.Issue;

/**
 * A list of feeds: an address a line, perhaps followed by the outlet's name; lines that begin with {@code #}
 * are passed over.
 *
 * @param feeds the feeds in order, each address once, with the outlet's name where the list gives it
 * @param issues lines that hold no address
 */
public record FeedList(Map<String, Optional<String>> feeds, List<Issue> issues) {

  /**
   * Reads a list.
   *
   * @param name of the file, for messages
   */
  public static FeedList parse(String name, List<String> lines) {
    Map<String, Optional<String>> feeds = new LinkedHashMap<>();
    List<Issue> issues = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "").strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\\s+", 2);
      if (isWeb(parts[0])) {
        feeds.putIfAbsent(parts[0], parts.length > 1 ? Optional.of(parts[1].strip()) : Optional.empty());
      } else {
        issues.add(
            new Issue(Issue.Kind.MALFORMED, name, i + 1, "no http or https address, left out: " + shortened(line)));
      }
    }
    return new FeedList(feeds, issues);
  }

  static boolean isWeb(String address) {
    try {
      URI uri = new URI(address);
      return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
