package org.sitrep.ingestion;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;

/** One file, one document: text, Markdown, HTML. */
final class PlainReader implements Reader {

  private final Capture.Format format;

  PlainReader(Capture.Format format) {
    this.format = format;
  }

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Issue> issues)
      throws IOException {
    byte[] bytes = source.in().readNBytes(source.limit() + 1);
    if (bytes.length > source.limit()) {
      issues.accept(
          new Issue(
              Issue.Kind.TOO_LARGE,
              source.name(),
              0,
              String.format(
                  Locale.ROOT,
                  "more than the limit for one document, %,d bytes",
                  source.limit())));
      return;
    }
    String binary = Bytes.findBinary(bytes);
    if (binary != null) {
      issues.accept(new Issue(Issue.Kind.BINARY, source.name(), 0, binary));
      return;
    }
    Bytes.Decoded decoded = Bytes.decode(bytes, format == Capture.Format.HTML);
    if (decoded.text().isBlank()) {
      issues.accept(new Issue(Issue.Kind.EMPTY, source.name(), 0, "nothing but white space"));
      return;
    }
    if (decoded.trouble() != null) {
      issues.accept(
          new Issue(Issue.Kind.ENCODING, source.name(), decoded.line(), decoded.trouble()));
    }
    captures.accept(
        new Capture(
            source.stem(),
            source.name(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            format,
            decoded.text(),
            Bytes.digest(bytes)));
  }
}
