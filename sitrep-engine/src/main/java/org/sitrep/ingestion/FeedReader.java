package org.sitrep.ingestion;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;

/**
 * Feeds: RSS and Atom, one document an entry, named by its link. XML that is a page is read as one; other XML
 * is an issue. Needs memory for one entry; no entity but those of XML and HTML is known, so none can blow up
 * or fetch anything.
 */
final class FeedReader implements Reader {

  private static final int HEAD = 1 << 16;

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Issue> issues) throws IOException {
    BufferedInputStream in = new BufferedInputStream(source.in(), HEAD);
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    switch (Markup.root(head)) {
      case HTML -> new PlainReader(Capture.Format.HTML).read(source.with(in), captures, issues);
      case FEED -> {
        Findings findings = new Findings(source.name(), captures, issues);
        try {
          readEntries(source.with(in), "", Optional.empty(), findings);
        } finally {
          findings.close("no entry in this feed");
        }
      }
      case OTHER -> issues.accept(
          new Issue(Issue.Kind.UNSUPPORTED, source.name(), 0, "XML, but neither a feed nor a page: its first element is " + Markup.rootName(head)));
      case NONE -> issues.accept(new Issue(Issue.Kind.MALFORMED, source.name(), 0, "no XML element in it, though its name says so"));
    }
  }

  /**
   * Gives every entry.
   *
   * @param address where the feed was fetched, or empty
   * @param fetched when it was
   */
  void readEntries(Source source, String address, Optional<Instant> fetched, Findings findings) throws IOException {
    InputStream in = Utf16.transcoded(source.in());
    new Run(source, address, fetched, findings).all(new FeedScanner(in, source.limit()));
  }

  /** Going through one feed. */
  private static final class Run {

    private final Source source;
    private final Optional<Instant> fetched;
    private final Findings findings;
    private String base;
    private Optional<String> publisher = Optional.empty();
    private @Nullable Charset charset;
    private int entries;
    private int summaries;
    private int withoutText;

    Run(Source source, String address, Optional<Instant> fetched, Findings findings) {
      this.source = source;
      this.base = address;
      this.fetched = fetched;
      this.findings = findings;
    }

    void all(FeedScanner scanner) throws IOException {
      try {
        for (FeedScanner.Part part = scanner.next(); part != null; part = scanner.next()) {
          if (part.head()) {
            head(part);
          } else {
            entry(part);
          }
        }
      } finally {
        close(scanner);
      }
    }

    private void close(FeedScanner scanner) {
      if (scanner.declaresEntities()) {
        issue(Issue.Kind.DAMAGED, 0, "it declares entities of its own; they were left as they stand");
      }
      if (!scanner.isWhole()) {
        issue(Issue.Kind.DAMAGED, scanner.line(), "the feed breaks off here; the entries before were read");
      }
      if (summaries > 0) {
        String message = "%d of %d entries have no full text (content); their descriptions were read";
        issue(Issue.Kind.DAMAGED, 0, String.format(Locale.ROOT, message, summaries, entries));
      }
      if (withoutText > 0) {
        issue(Issue.Kind.EMPTY, 0, withoutText + " of " + entries + " entries have no text at all; they were left out");
      }
    }

    private void head(FeedScanner.Part part) {
      charset = Charsets.ofMarkup(part.bytes());
      FeedHead head = FeedHead.parse(part.bytes(), charset);
      publisher = head.title();
      base = base.isEmpty() ? head.base() : base;
    }

    private void entry(FeedScanner.Part part) {
      entries++;
      if (part.length() > source.limit()) {
        String message = "%,d bytes; the limit for one document is %,d";
        issue(Issue.Kind.TOO_LARGE, part.line(), String.format(Locale.ROOT, message, part.length(), source.limit()));
        return;
      }
      if (part.trouble() != null) {
        boolean left = part.bytes().length == 0;
        issue(left ? Issue.Kind.MALFORMED : Issue.Kind.DAMAGED, part.line(), part.trouble());
        if (left) {
          return;
        }
      }
      String binary = Bytes.findBinary(part.bytes());
      if (binary != null) {
        issue(Issue.Kind.BINARY, part.line(), binary);
        return;
      }
      Bytes.Decoded decoded = Bytes.decode(part.bytes(), charset, false);
      if (decoded.trouble() != null) {
        issue(Issue.Kind.ENCODING, part.line() + Math.max(0, decoded.line() - 1), decoded.trouble().replaceFirst(" at byte \\d+", ""));
      }
      capture(FeedEntry.parse(decoded.text(), base), part.line());
    }

    private void capture(FeedEntry entry, long line) {
      Optional<FeedEntry.Content> content = entry.content();
      if (content.isEmpty()) {
        withoutText++;
        return;
      }
      summaries += content.get().whole() ? 0 : 1;
      Optional<LocalDate> day = entry.published();
      if (day.isEmpty() && entry.publishedAsStated().isPresent()) {
        String stated = entry.publishedAsStated().get();
        issue(Issue.Kind.TIME, line, "no day that can be read, taken as unknown: " + (stated.length() > 40 ? stated.substring(0, 40) + "…" : stated));
      }
      Optional<String> link = entry.link();
      findings.capture(
          new Capture(
              link.or(entry::id).orElse(source.stem() + "-" + line),
              source.name() + ":" + line,
              link,
              publisher,
              entry.title(),
              day,
              fetched,
              content.get().format(),
              content.get().text(),
              Bytes.digest(entry.essence())));
    }

    private void issue(Issue.Kind kind, long line, String message) {
      findings.issue(kind, source.name(), line, message);
    }
  }
}
