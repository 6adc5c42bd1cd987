package org.sitrep.watching;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The articles that a feed names: RSS 0.9x, 1.0 and 2.0, Atom. Document types and entities of the feed's own
 * are not read.
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
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    Reading reading = new Reading(base);
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(body));
      while (in.hasNext()) {
        reading.take(in, in.next());
      }
    } catch (XMLStreamException e) {
      if (reading.entries.isEmpty()) {
        String what = String.valueOf(e.getMessage()).lines().reduce((a, b) -> b).orElse("").replaceFirst("^Message: ", "");
        throw new NoFeed("no feed that can be read" + (e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNumber()) + ": " + what);
      }
    }
    if (!reading.feed) {
      throw new NoFeed("neither RSS nor Atom");
    }
    return new FeedLinks(reading.title, List.copyOf(reading.entries));
  }

  /** Goes through the elements; the texts of an entry are collected until it ends. */
  private static final class Reading {

    private final URI base;
    private final List<Entry> entries = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Optional<String> title = Optional.empty();
    private boolean feed;
    private int depth;
    private int entryDepth;
    private @Nullable Map<String, String> entry;

    Reading(URI base) {
      this.base = base;
    }

    void take(XMLStreamReader in, int event) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start(in);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (text.length() < 10_000) {
            text.append(in.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> end(in.getLocalName());
        default -> {
          // comments and processing instructions
        }
      }
    }

    private void start(XMLStreamReader in) {
      depth++;
      text.setLength(0);
      String name = in.getLocalName();
      if (depth == 1) {
        feed = name.equals("rss") || name.equals("RDF") || name.equals("feed");
      }
      if (name.equals("item") || name.equals("entry")) {
        entry = new HashMap<>();
        entryDepth = depth;
      }
      String href = in.getAttributeValue(null, "href");
      if (entry != null && depth == entryDepth + 1 && name.equals("link") && href != null) {
        String rel = in.getAttributeValue(null, "rel");
        if (rel == null || rel.equals("alternate")) {
          entry.putIfAbsent("link", href);
        }
      }
      if (name.equals("guid") && "false".equals(in.getAttributeValue(null, "isPermaLink")) && entry != null) {
        entry.put("guid", "");
      }
    }

    private void end(String name) {
      String said = text.toString().strip();
      text.setLength(0);
      if (entry != null && depth == entryDepth) {
        finish(entry);
        entry = null;
      } else if (entry != null && depth == entryDepth + 1 && !said.isEmpty()) {
        entry.putIfAbsent(name, said);
      } else if (entry == null && name.equals("title") && depth <= 3 && title.isEmpty() && !said.isEmpty()) {
        title = Optional.of(said);
      }
      depth--;
    }

    private void finish(Map<String, String> said) {
      String link = said.getOrDefault("link", said.getOrDefault("guid", ""));
      if (link.isEmpty() || entries.size() >= MOST) {
        return;
      }
      try {
        URI uri = Web.withoutFragment(base.resolve(link.strip().replace(" ", "%20")));
        if (FeedList.isWeb(uri.toString())) {
          Optional<LocalDate> day = day(said, "pubDate").or(() -> day(said, "published")).or(() -> day(said, "date")).or(() -> day(said, "updated"));
          entries.add(new Entry(uri, Optional.ofNullable(said.get("title")), day));
        }
      } catch (IllegalArgumentException e) {
        return; // no address: nothing to fetch
      }
    }
  }

  private static Optional<LocalDate> day(Map<String, String> said, String field) {
    String stated = said.get(field);
    return stated == null ? Optional.empty() : instant(stated).map(i -> LocalDate.ofInstant(i, ZoneOffset.UTC));
  }

  private static Optional<Instant> instant(String stated) {
    try {
      return Optional.of(OffsetDateTime.parse(stated).toInstant());
    } catch (DateTimeException e) {
      return rfc822(stated);
    }
  }

  private static Optional<Instant> rfc822(String stated) {
    try {
      String zoned = stated.replaceFirst("\\s+(?:UT|UTC|Z)$", " GMT");
      return Optional.of(ZonedDateTime.parse(zoned, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
