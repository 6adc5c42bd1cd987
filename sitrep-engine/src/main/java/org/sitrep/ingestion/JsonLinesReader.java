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

/**
 * One JSON object a line, each a document. A line that cannot be read is named and left out; where that is
 * so with all of the first lines, so is the file. Of very many such lines the later ones are counted only.
 */
final class JsonLinesReader implements Reader {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** So many lines that cannot be read are named. */
  private static final int NAMED = 100;

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Issue> issues)
      throws IOException {
    Tally tally = new Tally(source, captures, issues);
    InputStream in = new BufferedInputStream(source.in(), 1 << 16);
    long number = 0;
    boolean ended = false;
    Line next;
    try {
      while (!tally.isHopeless() && (next = line(in, source.limit())) != null) {
        number++;
        if (next.length() > source.limit()) {
          tally.issue(new Issue(Issue.Kind.TOO_LARGE, source.name(), number, tooLarge(next, source)));
        } else if (!isBlank(next.bytes())) {
          new Row(source, number, tally::issue).read(next.bytes(), tally::capture);
        }
      }
      ended = true;
    } finally {
      tally.close(number, ended);
    }
  }

  private static String tooLarge(Line line, Source source) {
    return String.format(
        Locale.ROOT, "%,d bytes; the limit for one document is %,d", line.length(), source.limit());
  }

  /** What has come of one file so far. */
  private static final class Tally {

    private final Source source;
    private final Consumer<Capture> captures;
    private final Consumer<Issue> issues;
    private long read;
    private long rejected;

    Tally(Source source, Consumer<Capture> captures, Consumer<Issue> issues) {
      this.source = source;
      this.captures = captures;
      this.issues = issues;
    }

    void capture(Capture capture) {
      read++;
      captures.accept(capture);
    }

    void issue(Issue issue) {
      if (!issue.kind().rejects() || rejected++ < NAMED) {
        issues.accept(issue);
      }
    }

    boolean isHopeless() {
      return read == 0 && rejected >= NAMED;
    }

    void close(long lines, boolean ended) {
      if (isHopeless()) {
        issues.accept(
            new Issue(
                Issue.Kind.MALFORMED, source.name(), lines,
                "nothing up to here could be read; the rest of the file was left out"));
      } else if (rejected > NAMED) {
        issues.accept(
            new Issue(
                Issue.Kind.MALFORMED, source.name(), lines,
                rejected - NAMED + " more lines up to here were left out, like those above"));
      } else if (ended && read == 0 && rejected == 0) {
        issues.accept(new Issue(Issue.Kind.EMPTY, source.name(), 0, "no record in it"));
      }
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
        issue(Issue.Kind.MALFORMED, "not JSON" + trouble(e) + "; the line was left out");
      }
    }

    /** " at character 12: Unexpected end-of-input". */
    private static String trouble(JacksonException e) {
      String what = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("").replaceFirst("(:? was expecting|: expected close marker) .*", "");
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      return (column > 0 ? " at character " + column : "") + (what.isEmpty() ? "" : ": " + what);
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
