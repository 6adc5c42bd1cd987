package org.sitrep.ingestion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives byte by byte, sound and unsound. */
final class Warcs {

  static final String SITE = "https://wire.example/";

  private Warcs() {}

  static byte[] bytes(String s) {
    return s.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] page(String sentence) {
    return bytes("<html><head><title>News</title></head><body><p>" + sentence + "</p></body></html>");
  }

  static byte[] http(String type, byte[] body, String... fields) {
    return http("200 OK", type, body, fields);
  }

  static byte[] http(String status, String type, byte[] body, String... fields) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    if (!type.isEmpty()) {
      head.append("Content-Type: ").append(type).append("\r\n");
    }
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    return join(bytes(head + "\r\n"), body);
  }

  static byte[] record(String type, String uri, byte[] body, String... fields) {
    return stated(String.valueOf(body.length), type, uri, body, fields);
  }

  /** A record that states this length, whatever its body's is. */
  static byte[] stated(String length, String type, String uri, byte[] body, String... fields) {
    StringBuilder head = new StringBuilder("WARC/1.0\r\nWARC-Type: " + type + "\r\n");
    if (!uri.isEmpty()) {
      head.append("WARC-Target-URI: ").append(uri).append("\r\n");
    }
    head.append("WARC-Date: 2017-09-25T08:30:00Z\r\n");
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    head.append("Content-Length: ").append(length).append("\r\n\r\n");
    return join(bytes(head.toString()), body, bytes("\r\n\r\n"));
  }

  /** A response with a page that says this. */
  static byte[] response(String name, String sentence) {
    return record("response", SITE + name, http("text/html", page(sentence)));
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A gzip member for each. */
  static byte[] members(byte[]... records) {
    byte[][] packed = new byte[records.length][];
    for (int i = 0; i < records.length; i++) {
      packed[i] = gzip(records[i]);
    }
    return join(packed);
  }

  /** Name, content, name, content. */
  static byte[] zip(Object... entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) entries[i]));
        zip.write((byte[]) entries[i + 1]);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static String numbered(String pattern, int n) {
    return String.format(Locale.ROOT, pattern, n);
  }
}
