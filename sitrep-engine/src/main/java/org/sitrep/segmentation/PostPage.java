package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page that shows one post of a message service, flattened so that the author's name, the post and its stamp run
 * together ("Harbour Watch@harbourThe docks were shelled.9:01 PM · Aug 7, 2022"). The author's handle is the first step
 * of the page's address. What stands before the post, its stamp, other posts with their days and the answers below
 * are set aside; the page is left as it is where its own post is not found.
 */
final class PostPage {

  private static final Pattern HANDLE = Pattern.compile("^[a-z]+://[^/]+/(\\w{2,30})/");
  private static final Pattern OTHER = Pattern.compile("^[^@]{0,60}@\\w{1,30}?\\s?·?\\s?" + Dates.MONTH_DAY_YEAR);
  private static final int NAME = 60;

  private final List<Line> lines = new ArrayList<>();
  private final BitSet aside = new BitSet();
  private final String handle;
  private boolean inside;
  private boolean found;

  private PostPage(String handle) {
    this.handle = handle;
  }

  /** The lines of a page with what is no post apart; empty where the page shows no such post. */
  static Optional<PostPage> of(List<Line> page, Optional<String> url) {
    Matcher address = HANDLE.matcher(url.orElse(""));
    if (!address.find()) {
      return Optional.empty();
    }
    PostPage post = new PostPage("@" + address.group(1).toLowerCase(Locale.ROOT));
    page.forEach(post::add);
    return post.found ? Optional.of(post) : Optional.empty();
  }

  List<Line> lines() {
    return lines;
  }

  /** Whether a line is not part of the post. */
  boolean isAside(int line) {
    return aside.get(line);
  }

  private void add(Line line) {
    String text = line.text();
    int at = text.toLowerCase(Locale.ROOT).indexOf(handle);
    int end = at + handle.length();
    boolean own = at >= 0 && at <= NAME && end < text.length() && !Line.isBlank(text.charAt(end));
    if (OTHER.matcher(text).find()) {
      inside = false;
      put(line, false);
    } else if (own && !found) {
      inside = true;
      found = true;
      put(part(line, 0, end), false);
      post(part(line, end, text.length()));
    } else if (inside) {
      post(line);
    } else {
      put(line, false);
    }
  }

  /** A line of the post, which ends where its stamp begins. */
  private void post(Line line) {
    int stamp = Dates.stampStart(line.text());
    if (stamp < 0) {
      put(line, true);
      return;
    }
    inside = false;
    if (stamp > 0) {
      put(part(line, 0, stamp), true);
    }
    put(part(line, stamp, line.length()), false);
  }

  private void put(Line line, boolean post) {
    aside.set(lines.size(), !post);
    lines.add(line);
  }

  private static Line part(Line line, int from, int to) {
    return new Line(line.number(), line.start() + from, from == 0 ? line.indent() : 0, from == 0 ? line.blanks() : 1, line.text().substring(from, to));
  }
}
