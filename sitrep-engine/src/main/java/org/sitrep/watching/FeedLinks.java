package org.sitrep.watching;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.ingestion.Feed;
import org.sitrep.ingestion.Ingestion;

/**
 * The articles on the web that a feed names.
 *
 * @param title the feed's title, where it has one
 * @param entries in the feed's order
 */
record FeedLinks(Optional<String> title, List<Entry> entries) {

  /** An article. */
  record Entry(URI link, Optional<String> title, Optional<LocalDate> published) {}

  private static final int MOST = 1_000;

  /** No feed, or a broken one. */
  static final class NoFeed extends Exception {
    private static final long serialVersionUID = 1L;

    NoFeed(String message) {
      super(message);
    }
  }

  static FeedLinks read(byte[] body, URI base) throws NoFeed {
    Feed feed = Ingestion.readFeed(body, base.toString()).orElseThrow(() -> new NoFeed("neither RSS nor Atom"));
    List<Entry> entries = new ArrayList<>();
    for (Feed.Entry entry : feed.entries()) {
      Optional<URI> link = link(entry.link(), base);
      if (link.isPresent() && entries.size() < MOST) {
        entries.add(new Entry(link.get(), entry.title(), entry.published()));
      }
    }
    if (entries.isEmpty() && !feed.whole()) {
      throw new NoFeed("the feed breaks off before its first entry");
    }
    return new FeedLinks(feed.title(), entries);
  }

  private static Optional<URI> link(String stated, URI base) {
    try {
      return Optional.of(Web.withoutFragment(base.resolve(stated.strip().replace(" ", "%20")))).filter(uri -> FeedList.isWeb(uri.toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no address: nothing to fetch
    }
  }
}
