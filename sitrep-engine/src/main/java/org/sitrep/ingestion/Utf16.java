package org.sitrep.ingestion;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** UTF-16 with its byte order mark, handed on as UTF-8, so that tags can be found byte by byte. */
final class Utf16 extends InputStream {

  private final InputStreamReader characters;
  private byte[] bytes = new byte[0];
  private int at;

  private Utf16(InputStream in) {
    this.characters = new InputStreamReader(in, StandardCharsets.UTF_16);
  }

  /** The stream itself where it is no UTF-16. */
  static InputStream transcoded(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(2);
    byte[] mark = buffered.readNBytes(2);
    buffered.reset();
    boolean wide = Bytes.startsWith(mark, 0xFF, 0xFE) || Bytes.startsWith(mark, 0xFE, 0xFF);
    return wide ? new Utf16(buffered) : buffered;
  }

  @Override
  public int read() throws IOException {
    if (at == bytes.length && !fill()) {
      return -1;
    }
    return bytes[at++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (at == bytes.length && !fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, from, n);
    at += n;
    return n;
  }

  private boolean fill() throws IOException {
    char[] part = new char[1 << 13];
    int n = characters.read(part, 0, part.length - 1);
    if (n > 0 && Character.isHighSurrogate(part[n - 1])) {
      int low = characters.read();
      if (low >= 0) {
        part[n++] = (char) low;
      }
    }
    bytes = n <= 0 ? new byte[0] : new String(part, 0, n).getBytes(StandardCharsets.UTF_8);
    at = 0;
    return n > 0;
  }
}
