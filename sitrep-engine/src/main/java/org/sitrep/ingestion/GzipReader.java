package org.sitrep.ingestion;

import java.io.EOFException;
import java.io.FilterInputStream;
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
    InputStream unpacked;
    try {
      unpacked = new GZIPInputStream(source.in(), 1 << 16);
    } catch (ZipException | EOFException e) {
      issues.accept(
          new Issue(Issue.Kind.MALFORMED, source.name(), 0, "not gzip, though its name says so; it was left out"));
      return;
    }
    Lines lines = new Lines(unpacked);
    boolean[] any = {false};
    try (lines) {
      inner.read(
          source.with(lines),
          capture -> {
            any[0] = true;
            captures.accept(capture);
          },
          issues);
    } catch (ZipException | EOFException e) {
      issues.accept(
          new Issue(
              Issue.Kind.MALFORMED,
              source.name(),
              lines.number,
              "the gzip breaks off in this line; " + (any[0] ? "what stood before was read" : "nothing of it was read")));
    }
  }

  /** Counts lines as they pass. */
  private static final class Lines extends FilterInputStream {

    private long number = 1;

    Lines(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      number += b == '\n' ? 1 : 0;
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      for (int i = from; i < from + n; i++) {
        number += bytes[i] == '\n' ? 1 : 0;
      }
      return n;
    }
  }
}
