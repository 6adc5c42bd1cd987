package org.sitrep.ingestion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A response as it went over the wire: status, fields, and the body behind them, still coded.
 *
 * @param status the three digits
 * @param head the fields
 * @param bytes the message's bytes, where the body ends at their end
 * @param bodyAt where the body begins
 */
record HttpResponse(int status, WarcHead head, byte[] bytes, int bodyAt) {

  /** A longer head is none. */
  private static final int LONGEST_HEAD = 1 << 20;

  /**
   * A body decoded, or why it could not be.
   *
   * @param bytes what came out
   * @param note what was wrong, or null
   * @param usable whether the bytes are worth reading all the same
   */
  record Body(byte[] bytes, @Nullable String note, boolean usable) {}

  /** Reads the head; null where there is none. */
  static @Nullable HttpResponse parse(byte[] message) {
    String line = WarcHead.firstLine(message, 0, message.length);
    String[] words = line.split(" +", 3);
    int end = WarcHead.end(message, 0, Math.min(message.length, LONGEST_HEAD));
    if (!line.startsWith("HTTP/") || words.length < 2 || !words[1].matches("\\d{3}") || end < 0) {
      return null;
    }
    return new HttpResponse(Integer.parseInt(words[1]), WarcHead.parse(message, 0, end), message, end);
  }

  String mediaType() {
    return WarcHead.mediaType(head.get("content-type"));
  }

  /** Undoes chunks and compression; what does not look chunked or compressed was undone by the writer. */
  Body body(int limit) {
    byte[] body = Arrays.copyOfRange(bytes, bodyAt, bytes.length);
    String note = null;
    if (head.get("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked") && looksChunked(body)) {
      Chunks chunks = Chunks.undo(body);
      body = chunks.bytes();
      note = chunks.whole() ? null : "its last chunk is missing";
    }
    String[] codings = head.get("content-encoding").toLowerCase(Locale.ROOT).split("\\s*,\\s*");
    for (int i = codings.length - 1; i >= 0; i--) {
      Body next = unpack(body, codings[i].strip(), limit);
      if (!next.usable()) {
        return next;
      }
      body = next.bytes();
      note = next.note() == null ? note : next.note();
    }
    return new Body(body, note, true);
  }

  private static Body unpack(byte[] body, String coding, int limit) {
    InputStream in = new ByteArrayInputStream(body);
    try {
      return switch (coding) {
        case "gzip", "x-gzip" -> GzipMembers.isGzip(body) ? drain(new GZIPInputStream(in, 1 << 13), limit) : new Body(body, null, true);
        case "deflate" -> drain(new InflaterInputStream(in, new Inflater(!isZlib(body))), limit);
        case "br" -> startsLikeText(body) ? new Body(body, null, true) : drain(new BrotliInputStream(in), limit);
        case "", "identity", "none" -> new Body(body, null, true);
        default -> startsLikeText(body)
            ? new Body(body, null, true)
            : new Body(body, "a content coding that is not read: " + cut(coding), false);
      };
    } catch (IOException e) {
      return new Body(body, "not " + coding + ", though it says so", startsLikeText(body));
    }
  }

  /** Reads to the end, the limit, or the fault. */
  private static Body drain(InputStream in, int limit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
    byte[] part = new byte[1 << 13];
    try (in) {
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        out.write(part, 0, n);
        if (out.size() > limit) {
          return new Body(part, String.format(Locale.ROOT, "unpacked, it has more than the limit for one document, %,d bytes", limit), false);
        }
      }
      return new Body(out.toByteArray(), null, true);
    } catch (IOException e) { // of memory: the coding is at fault
      if (out.size() == 0) {
        throw e;
      }
      return new Body(out.toByteArray(), "its compression breaks off", true);
    }
  }

  private static boolean isZlib(byte[] body) {
    return body.length > 1 && (body[0] & 0x0F) == 8 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
  }

  private static boolean startsLikeText(byte[] body) {
    for (int i = 0; i < Math.min(body.length, 64); i++) {
      if (body[i] >= 0 && body[i] < ' ' && body[i] != '\n' && body[i] != '\r' && body[i] != '\t') {
        return false;
      }
    }
    return body.length > 0 && (body[0] == '<' || body[0] == '\n' || body[0] == '\r' || body[0] == ' ');
  }

  private static boolean looksChunked(byte[] body) {
    return Chunks.size(body, 0) >= 0;
  }

  private static String cut(String s) {
    return s.length() > 40 ? s.substring(0, 40) + "…" : s;
  }

  /** The body of a chunked message; whole where its last chunk came. */
  private record Chunks(byte[] bytes, boolean whole) {

    static Chunks undo(byte[] body) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
      int at = 0;
      while (at < body.length) {
        long size = size(body, at);
        if (size <= 0) {
          return new Chunks(out.toByteArray(), size == 0);
        }
        int start = lineEnd(body, at);
        int end = (int) Math.min(body.length, start + size);
        out.write(body, start, end - start);
        at = end;
        while (at < body.length && at < end + 2 && (body[at] == '\r' || body[at] == '\n')) {
          at++;
        }
      }
      return new Chunks(out.toByteArray(), false);
    }

    /** The size that a chunk's line states; -1 where it is no such line. */
    static long size(byte[] body, int at) {
      long size = 0;
      int i = at;
      for (; i < body.length && i < at + 8 && Character.digit(body[i], 16) >= 0; i++) {
        size = size << 4 | Character.digit(body[i], 16);
      }
      while (i < body.length && body[i] == ' ') {
        i++;
      }
      boolean ends = i < body.length && (body[i] == '\r' || body[i] == '\n' || body[i] == ';');
      return i > at && ends ? size : -1;
    }

    private static int lineEnd(byte[] body, int at) {
      int i = at;
      while (i < body.length && body[i] != '\n') {
        i++;
      }
      return Math.min(body.length, i + 1);
    }
  }
}
