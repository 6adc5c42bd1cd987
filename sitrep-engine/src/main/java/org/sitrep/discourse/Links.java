package org.sitrep.discourse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sitrep.knowledge.DiscussionWords;

/** The addresses in a text, without what in them only tracks readers. */
final class Links {

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\b(?:https?://|www\\.)([^\\s<>\"“”‘’]{1,2000})");
  private static final Pattern HOST =
      Pattern.compile("(?i)^(?:[^@/?#]{0,99}@)?((?:[\\p{L}\\p{N}_-]{1,63}\\.){1,9}[\\p{L}]{2,24})(?::\\d+)?(?=$|[/?#])");
  private static final String ENDS = ".,;:!?)]}'*…";

  private final Pattern tracking;

  Links(DiscussionWords words) {
    tracking =
        Pattern.compile(
            words.tracking().stream()
                .map(p -> Pattern.quote(p.replace("*", "")) + (p.endsWith("*") ? ".*" : ""))
                .collect(Collectors.joining("|")));
  }

  /** One address: "example.org" and "example.org/a?id=3". */
  record Link(String host, String url) {}

  List<Link> in(String text) {
    List<Link> found = new ArrayList<>();
    Matcher m = ADDRESS.matcher(text);
    while (m.find()) {
      String address = m.group().toLowerCase(Locale.ROOT).startsWith("www.") ? m.group() : m.group(1);
      Link link = link(trim(address));
      if (link != null && !found.contains(link)) {
        found.add(link);
      }
    }
    return found;
  }

  private static String trim(String address) {
    int end = address.length();
    while (end > 0 && ENDS.indexOf(address.charAt(end - 1)) >= 0) {
      boolean closes = address.charAt(end - 1) == ')' && address.substring(0, end - 1).indexOf('(') >= 0;
      if (closes) {
        break;
      }
      end--;
    }
    return address.substring(0, end);
  }

  private @org.jspecify.annotations.Nullable Link link(String address) {
    Matcher m = HOST.matcher(address);
    if (!m.find()) {
      return null;
    }
    String host = m.group(1).toLowerCase(Locale.ROOT);
    host = host.startsWith("www.") ? host.substring(4) : host;
    String rest = address.substring(m.end());
    int fragment = rest.indexOf('#');
    rest = fragment < 0 ? rest : rest.substring(0, fragment);
    int query = rest.indexOf('?');
    String path = query < 0 ? rest : rest.substring(0, query);
    path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String kept = query < 0 ? "" : kept(rest.substring(query + 1));
    return new Link(host, host + path + (kept.isEmpty() ? "" : "?" + kept));
  }

  private String kept(String query) {
    List<String> kept = new ArrayList<>();
    for (String part : query.split("&", -1)) {
      int is = part.indexOf('=');
      String name = (is < 0 ? part : part.substring(0, is)).toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !tracking.matcher(name).matches()) {
        kept.add(part);
      }
    }
    return String.join("&", kept);
  }
}
