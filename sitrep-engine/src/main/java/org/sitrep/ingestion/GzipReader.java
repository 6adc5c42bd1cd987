package org.sitrep.ingestion;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;

/** Unpacks gzip and hands on to another reader; a file that breaks off is read as far as it goes. */
final class GzipReader implements Reader {

  private final Reader inner;

  GzipReader(Reader inner) {
    this.inner = inner;
  }

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Issue> issues)
      throws IOException {
    try (InputStream in = new GZIPInputStream(source.in(), 1 << 16)) {
      inner.read(source.with(in), captures, issues);
    } catch (ZipException | EOFException e) {
      issues.accept(
          new Issue(
              Issue.Kind.MALFORMED,
              source.name(),
              0,
              "broken gzip (" + e.getMessage() + "); what stood before was read"));
    }
  }
}
