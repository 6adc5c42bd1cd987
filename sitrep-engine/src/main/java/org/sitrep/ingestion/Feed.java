package org.sitrep.ingestion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a feed lists: for those who fetch the articles themselves rather than take the texts that the feed
 * carries. RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287).
 *
 * @param title the feed's title, where it has one
 * @param entries those that have an address, in the feed's order
 * @param whole whether the feed is read to its end
 */
public record Feed(Optional<String> title, List<Entry> entries, boolean whole) {

  /**
   * An article.
   *
   * @param link its address, absolute where the feed's own is known
   * @param title as the feed states it
   * @param published the day that the feed states
   */
  public record Entry(String link, Optional<String> title, Optional<LocalDate> published) {}

  public Feed {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a feed. Document types and entities of its own are not looked up; one that breaks off is read as far as it goes.
   *
   * @param body its bytes
   * @param address where it was fetched, to make its links absolute
   * @return empty where the bytes are no feed
   */
  static Optional<Feed> read(byte[] body, String address) {
    if (Markup.root(body) != Markup.Root.FEED) {
      return Optional.empty();
    }
    List<Entry> entries = new ArrayList<>();
    Optional<String> title = Optional.empty();
    Charset charset = null;
    try {
      FeedScanner scanner = new FeedScanner(Utf16.transcoded(new ByteArrayInputStream(body)), body.length);
      for (FeedScanner.Part part = scanner.next(); part != null; part = scanner.next()) {
        if (part.head()) {
          charset = Charsets.ofMarkup(part.bytes());
          title = FeedHead.parse(part.bytes(), charset).title();
        } else {
          entry(part.bytes(), charset, address).ifPresent(entries::add);
        }
      }
      return Optional.of(new Feed(title, entries, scanner.isWhole()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static Optional<Entry> entry(byte[] bytes, @Nullable Charset charset, String address) {
    FeedEntry entry = FeedEntry.parse(Bytes.decode(bytes, charset, false).text(), address);
    return entry.link().map(link -> new Entry(link, entry.title(), entry.published()));
  }
}
