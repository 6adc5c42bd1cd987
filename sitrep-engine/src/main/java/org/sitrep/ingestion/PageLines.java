package org.sitrep.ingestion;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list of pages in a WACZ: a line that describes it, then one page a line with url, ts, title, text. */
record PageLines(Reader.Source source, String name, InputStream raw) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Does something with a stream. */
  interface Use {
    void with(InputStream in) throws IOException;
  }

  /** Gives every page's address. */
  void urls(Consumer<String> each) throws IOException {
    lines((line, at) -> {
      JsonNode node = parsed(line);
      if (node != null) {
        string(node, "url").ifPresent(each);
      }
    }, null);
  }

  /** Gives the text of every page that no record has. */
  void texts(PageList pages, Findings findings) throws IOException {
    lines((line, at) -> {
      JsonNode node = parsed(line);
      if (node == null) {
        findings.issue(Issue.Kind.MALFORMED, name, at, "not JSON; the line was left out");
        return;
      }
      Optional<String> url = string(node, "url");
      if (url.isEmpty() || pages.wasFound(url.get())) {
        return;
      }
      Optional<String> text = string(node, "text");
      if (text.isPresent()) {
        pages.found(url.get());
        findings.capture(capture(node, url.get(), text.get(), at));
      } else {
        findings.passOver("listed without a record");
      }
    }, findings);
  }

  private Capture capture(JsonNode node, String url, String text, long at) {
    return new Capture(
        url, name + ":" + at, Optional.of(url), Optional.empty(), string(node, "title"), Optional.empty(),
        string(node, "ts").flatMap(PageLines::instant), Capture.Format.FLATTENED, text,
        Bytes.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<Instant> instant(String stated) {
    try {
      return Optional.of(OffsetDateTime.parse(stated).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> string(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value != null && value.isString() ? Optional.of(value.asString()).filter(s -> !s.isBlank()) : Optional.empty();
  }

  private static @Nullable JsonNode parsed(byte[] line) {
    try {
      JsonNode node = JSON.readTree(Bytes.decode(line, false).text());
      return node.isObject() ? node : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private interface Line {
    void at(byte[] bytes, long number);
  }

  private void lines(Line each, @Nullable Findings findings) throws IOException {
    InputStream in = new BufferedInputStream(raw, 1 << 16);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long number = 1;
    long length = 0;
    for (int b = in.read(); ; b = in.read()) {
      if (b >= 0 && b != '\n') {
        if (++length <= source.limit()) {
          line.write(b);
        }
        continue;
      }
      if (length > source.limit()) {
        if (findings != null) {
          findings.issue(Issue.Kind.TOO_LARGE, name, number, length + " bytes in one line; it was left out");
        }
      } else if (!line.toString(StandardCharsets.ISO_8859_1).isBlank()) {
        each.at(line.toByteArray(), number);
      }
      line.reset();
      length = 0;
      number++;
      if (b < 0) {
        return;
      }
    }
  }
}
