package org.sitrep.ingestion;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line, each a document. A line that cannot be read is named and left out. */
final class JsonLinesReader implements Reader {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Issue> issues)
      throws IOException {
    InputStream in = new BufferedInputStream(source.in(), 1 << 16);
    long line = 0;
    boolean any = false;
    Line next;
    while ((next = line(in, source.limit())) != null) {
      line++;
      if (next.length() > source.limit()) {
        issues.accept(
            new Issue(
                Issue.Kind.TOO_LARGE,
                source.name(),
                line,
                String.format(
                    Locale.ROOT,
                    "%,d bytes; the limit for one document is %,d",
                    next.length(),
                    source.limit())));
        any = true;
      } else if (!isBlank(next.bytes())) {
        any = true;
        new Row(source, line, issues).read(next.bytes(), captures);
      }
    }
    if (!any) {
      issues.accept(new Issue(Issue.Kind.EMPTY, source.name(), 0, "no record in it"));
    }
  }

  /** A line's bytes, cut at the limit, and its whole length. */
  private record Line(byte[] bytes, long length) {}

  private static @Nullable Line line(InputStream raw, int limit) throws IOException {
    int b = raw.read();
    if (b < 0) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
    long length = 0;
    while (b >= 0 && b != '\n') {
      if (++length <= limit) {
        bytes.write(b);
      }
      b = raw.read();
    }
    return new Line(length > limit ? new byte[0] : bytes.toByteArray(), length);
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 || b > ' ') {
        return false;
      }
    }
    return true;
  }

  /** One record being read. */
  private record Row(Source source, long line, Consumer<Issue> issues) {

    void read(byte[] bytes, Consumer<Capture> captures) {
      String binary = Bytes.findBinary(bytes);
      if (binary != null) {
        issue(Issue.Kind.BINARY, binary);
        return;
      }
      Bytes.Decoded decoded = Bytes.decode(bytes, false);
      if (decoded.trouble() != null) {
        issue(Issue.Kind.ENCODING, decoded.trouble());
      }
      try {
        JsonNode node = JSON.readTree(decoded.text());
        if (node.isObject()) {
          capture(node, Bytes.digest(bytes)).ifPresent(captures);
        } else {
          issue(Issue.Kind.MALFORMED, "not a JSON object; the line was left out");
        }
      } catch (JacksonException e) {
        issue(Issue.Kind.MALFORMED, "not JSON: " + e.getOriginalMessage() + "; the line was left out");
      }
    }

    private Optional<Capture> capture(JsonNode node, String digest) {
      Optional<String> html = string(node, "html");
      Optional<String> content = html.or(() -> string(node, "text"));
      if (content.isEmpty()) {
        issue(Issue.Kind.EMPTY, "a record without text or html; it was left out");
        return Optional.empty();
      }
      Optional<String> url = string(node, "url");
      String doc =
          string(node, "doc").or(() -> string(node, "id")).or(() -> url)
              .orElse(source.stem() + "-" + line);
      return Optional.of(
          new Capture(
              doc,
              source.name() + ":" + line,
              url,
              string(node, "publisher"),
              string(node, "title"),
              string(node, "published").or(() -> string(node, "publication_date")).flatMap(this::day),
              string(node, "fetched").flatMap(this::instant),
              html.isPresent() ? Capture.Format.HTML : Capture.Format.TEXT,
              content.get(),
              digest));
    }

    private static Optional<String> string(JsonNode node, String field) {
      JsonNode value = node.get(field);
      if (value == null || !(value.isString() || value.isNumber())) {
        return Optional.empty();
      }
      return Optional.of(value.asString()).filter(s -> !s.isBlank());
    }

    private Optional<LocalDate> day(String stated) {
      try {
        return Optional.of(LocalDate.parse(stated.substring(0, Math.min(10, stated.length()))));
      } catch (DateTimeException e) {
        issue(Issue.Kind.TIME, "no ISO date, taken as unknown: " + shortened(stated));
        return Optional.empty();
      }
    }

    private Optional<Instant> instant(String stated) {
      try {
        return Optional.of(OffsetDateTime.parse(stated).toInstant());
      } catch (DateTimeException e) {
        issue(Issue.Kind.TIME, "no ISO time with offset, taken as unknown: " + shortened(stated));
        return Optional.empty();
      }
    }

    private static String shortened(String s) {
      return s.length() > 40 ? s.substring(0, 40) + "…" : s;
    }

    private void issue(Issue.Kind kind, String message) {
      issues.accept(new Issue(kind, source.name(), line, message));
    }
  }
}
