package org.sitrep.ingestion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;

/**
 * What the records of a web archive mean. A page is HTML, text or a feed that a server gave with a status of
 * 2xx, a resource of these kinds, or the text of a conversion; its id is its address, so that captures of one
 * address are versions of one document. Everything else is counted.
 */
final class Records {

  /** The sort of what belongs to a page and is none. */
  static final String PARTS = "parts of pages";

  private final Reader.Source source;
  private final Findings findings;
  private final PageList pages;

  Records(Reader.Source source, Findings findings, PageList pages) {
    this.source = source;
    this.findings = findings;
    this.pages = pages;
  }

  /** Whether a record of this kind may hold a page. */
  boolean wants(WarcHead fields) {
    String target = fields.get("warc-target-uri");
    return switch (fields.type()) {
      case "response" -> !target.startsWith("dns:");
      case "resource" -> !target.startsWith("urn:") && !target.startsWith("dns:");
      case "conversion" -> true;
      default -> false;
    };
  }

  /** Counts a record that holds no page; requests and notes of the crawler are not worth it. */
  void passOver(WarcHead fields) {
    switch (fields.type()) {
      case "revisit" -> findings.passOver("seen again unchanged");
      case "continuation" -> findings.passOver("parts of divided records");
      case "resource" -> findings.passOver("other types");
      case "response", "request", "metadata", "warcinfo" -> { }
      default -> findings.passOver("unknown kinds of records");
    }
  }

  /** Counts a record that is too long to be looked at as a whole, or, where its beginning shows a page, names it. */
  void tooLarge(long at, WarcHead fields, long length, byte[] begins) {
    HttpResponse response = HttpResponse.parse(begins);
    boolean error = response != null && response.status() / 100 != 2;
    String type = response == null ? WarcHead.mediaType(fields.get("content-type")) : response.mediaType();
    boolean known = type.isEmpty() || isHttp(fields) && response == null || kind(type, new byte[0]) != null;
    if (error || !known) {
      findings.passOver("other types");
    } else {
      tooLarge(at, fields, length);
    }
  }

  private void tooLarge(long at, WarcHead fields, long length) {
    String message = "%,d bytes; the limit for one document is %,d" + named(fields).replace("%", "%%");
    findings.issue(Issue.Kind.TOO_LARGE, source.name(), at, String.format(Locale.ROOT, message, length, source.limit()));
  }

  /** Reads a record that may hold a page. */
  void read(long at, WarcHead fields, byte[] body) {
    Payload payload = new Payload(at, fields);
    if (body.length == 0) {
      findings.passOver("empty");
    } else if (fields.type().equals("response") || isHttp(fields)) {
      payload.response(body);
    } else {
      String type = fields.get("content-type");
      payload.content(body, type, fields.type().equals("conversion") ? "text/plain" : WarcHead.mediaType(type));
    }
  }

  private static boolean isHttp(WarcHead fields) {
    return WarcHead.mediaType(fields.get("content-type")).equals("application/http");
  }

  private static String named(WarcHead fields) {
    return fields.target().map(url -> " (" + (url.length() > 80 ? url.substring(0, 80) + "…" : url) + ")").orElse("");
  }

  /** What a media type is to us; null where it is nothing. Bytes without a type are looked at. */
  private static @Nullable Format kind(String mediaType, byte[] bytes) {
    return switch (mediaType) {
      case "text/html", "application/xhtml+xml" -> Format.HTML;
      case "text/plain" -> Format.FLATTENED_TEXT;
      case "text/markdown" -> Format.MARKDOWN;
      case "application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/xml", "application/xml" -> Format.FEED;
      case "" -> Bytes.startsWith(bytes, '<') ? Format.sniffMarkup(bytes) : null;
      default -> null;
    };
  }

  /** One record being read. */
  private final class Payload {

    private final long at;
    private final WarcHead fields;
    private final Optional<Instant> fetched;

    Payload(long at, WarcHead fields) {
      this.at = at;
      this.fields = fields;
      this.fetched = fields.date();
    }

    void response(byte[] message) {
      HttpResponse response = HttpResponse.parse(message);
      if (response == null) {
        issue(Issue.Kind.MALFORMED, "an HTTP response without a head that can be read; it was left out");
        return;
      }
      if (response.status() / 100 == 3) {
        fields.target().ifPresent(url -> pages.redirect(url, response.head().get("location")));
        findings.passOver("redirects");
        return;
      }
      if (response.status() / 100 != 2) {
        findings.passOver("errors of servers");
        return;
      }
      String type = response.mediaType();
      if (!type.isEmpty() && kind(type, message) == null) {
        findings.passOver("other types");
        return;
      }
      HttpResponse.Body body = response.body(source.limit());
      if (!body.usable()) {
        issue(Issue.Kind.UNSUPPORTED, "left out: " + body.note());
        return;
      }
      if (body.note() != null) {
        issue(Issue.Kind.DAMAGED, body.note() + "; what is there was read");
      }
      content(body.bytes(), response.head().get("content-type"), type);
    }

    void content(byte[] bytes, String contentType, String mediaType) {
      String address = fields.target().orElse("");
      Format kind = kind(mediaType, bytes);
      if (kind == null || address.endsWith("/robots.txt")) {
        findings.passOver("other types");
      } else if (bytes.length == 0) {
        findings.passOver("empty");
      } else if (Bytes.findBinary(bytes) != null) {
        findings.passOver("binary, though called text");
      } else if (kind != Format.FEED && !pages.isPage(address)) {
        pages.partOfPage(address);
        findings.passOver(PARTS);
      } else if (bytes.length > source.limit()) {
        tooLarge(at, fields, bytes.length);
      } else {
        page(bytes, kind, Charsets.ofContentType(contentType));
      }
    }

    private void page(byte[] bytes, Format kind, @Nullable Charset stated) {
      String url = clean(fields.target().orElse(""));
      notes();
      if (kind == Format.FEED && Markup.root(bytes) != Markup.Root.HTML) {
        feed(bytes, url);
        return;
      }
      Bytes.Decoded decoded = Bytes.decode(bytes, stated, kind != Format.FLATTENED_TEXT);
      if (decoded.text().isBlank()) {
        findings.passOver("empty");
        return;
      }
      if (decoded.trouble() != null) {
        issue(Issue.Kind.ENCODING, decoded.trouble());
      }
      pages.found(fields.target().orElse(""));
      findings.capture(
          new Capture(
              url.isEmpty() ? source.stem() + "-" + at : url,
              source.name() + ":" + at,
              Optional.of(url).filter(u -> !u.isEmpty()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              fetched,
              kind == Format.FLATTENED_TEXT ? Capture.Format.FLATTENED : kind == Format.MARKDOWN ? Capture.Format.TEXT : Capture.Format.HTML,
              decoded.text(),
              Bytes.digest(bytes)));
    }

    private void feed(byte[] bytes, String url) {
      if (Markup.root(bytes) == Markup.Root.FEED) {
        Reader.Source feed = source.part(source.name() + ":" + at, new ByteArrayInputStream(bytes));
        try {
          new FeedReader().readEntries(feed, url, fetched, findings);
        } catch (IOException e) {
          throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
      } else {
        findings.passOver("other types");
      }
    }

    private void notes() {
      if (fetched.isEmpty()) {
        issue(Issue.Kind.TIME, "the time of the capture cannot be read: " + cut(fields.get("warc-date")));
      }
      if (!fields.get("warc-truncated").isEmpty()) {
        issue(Issue.Kind.DAMAGED, "the crawler cut this page off (" + cut(fields.get("warc-truncated")) + "); what is there was read");
      }
      if (fields.get("warc-segment-number").equals("1")) {
        issue(Issue.Kind.DAMAGED, "only the first part of a divided record was read");
      }
    }

    /** An address without control characters and white space: they are written as bytes (%0A). */
    private String clean(String url) {
      if (url.chars().noneMatch(c -> c <= ' ' || Character.isISOControl(c))) {
        return url;
      }
      issue(Issue.Kind.DAMAGED, "characters that no address has; they were written as %XX");
      StringBuilder clean = new StringBuilder();
      for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
        clean.append(b >= 0 && (b <= ' ' || b == 127) ? String.format(Locale.ROOT, "%%%02X", b) : Character.toString(b & 0xFF));
      }
      byte[] raw = clean.toString().getBytes(StandardCharsets.ISO_8859_1);
      return Bytes.utf8OrLatin(raw, 0, raw.length);
    }

    private static String cut(String s) {
      return s.length() > 40 ? s.substring(0, 40) + "…" : s;
    }

    private void issue(Issue.Kind kind, String message) {
      findings.issue(kind, source.name(), at, message + named(fields));
    }
  }
}
