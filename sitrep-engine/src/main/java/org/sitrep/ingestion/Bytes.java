package org.sitrep.ingestion;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From bytes to characters: byte order marks, UTF-8, stated charsets, and what is no text at all. */
final class Bytes {

  /**
   * Decoded text.
   *
   * @param text the characters, without a byte order mark
   * @param trouble what was wrong and what was done, or null
   * @param line the line of the first trouble, from 1
   */
  record Decoded(String text, @Nullable String trouble, long line) {}

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern META_CHARSET =
      Pattern.compile("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w-]{2,40})", Pattern.CASE_INSENSITIVE);
  private static final int HEAD = 4096;

  private Bytes() {}

  /** SHA-256 in lower-case hexadecimal. */
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Says why the bytes are no text; null where they are. */
  static @Nullable String findBinary(byte[] bytes) {
    if (startsWith(bytes, '%', 'P', 'D', 'F', '-')) {
      return "a PDF document, no text";
    }
    if (utf16(bytes) != null) {
      return null;
    }
    int n = Math.min(bytes.length, 1 << 16);
    int controls = 0;
    for (int i = 0; i < n; i++) {
      byte b = bytes[i];
      if (b == 0) {
        return "binary: a NUL at byte " + i;
      }
      if (b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 27) {
        controls++;
      }
    }
    return controls * 50 > n ? "binary: " + controls + " control characters in " + n + " bytes" : null;
  }

  /**
   * Decodes by byte order mark, as UTF-8, by the charset that HTML states, or as windows-1252, the first
   * that fits. Mostly sound UTF-8 with a few broken bytes keeps its sound part.
   */
  static Decoded decode(byte[] bytes, boolean html) {
    return decode(bytes, null, html);
  }

  /**
   * The same, with a charset stated outside (HTTP), which comes before one that HTML states itself.
   *
   * @param outer the charset stated outside, or null
   */
  static Decoded decode(byte[] bytes, @Nullable Charset outer, boolean html) {
    Charset wide = utf16(bytes);
    if (wide != null) {
      return lenient(bytes, 2, wide);
    }
    int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    String text = strict(bytes, from, StandardCharsets.UTF_8);
    if (text != null) {
      return new Decoded(text, null, 0);
    }
    Charset stated = outer != null ? outer : html ? statedCharset(bytes) : null;
    if (stated != null && !stated.equals(StandardCharsets.UTF_8)) {
      String by = strict(bytes, from, stated);
      if (by != null) {
        return new Decoded(by, null, 0);
      }
    }
    return mostlyUtf8(bytes, from) ? lenient(bytes, from, StandardCharsets.UTF_8) : windows(bytes, from);
  }

  private static Decoded windows(byte[] bytes, int from) {
    int bad = firstBad(bytes, from);
    String text = new String(bytes, from, bytes.length - from, WINDOWS);
    return new Decoded(
        text, "not UTF-8 at byte " + bad + "; read as windows-1252", line(bytes, bad));
  }

  private static Decoded lenient(byte[] bytes, int from, Charset charset) {
    String text = new String(bytes, from, bytes.length - from, charset);
    if (charset.equals(StandardCharsets.UTF_8)) {
      int bad = firstBad(bytes, from);
      return new Decoded(
          text, "broken UTF-8 at byte " + bad + "; broken bytes became U+FFFD", line(bytes, bad));
    }
    return new Decoded(text, null, 0);
  }

  private static @Nullable String strict(byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (java.nio.charset.CharacterCodingException e) {
      return null;
    }
  }

  /** The offset of the first byte that is no UTF-8; the length where all are. */
  static int firstBad(byte[] bytes, int from) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(1 << 13);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return in.position();
  }

  /** Whether sound multi-byte characters outnumber the broken bytes. */
  private static boolean mostlyUtf8(byte[] bytes, int from) {
    String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    long broken = text.chars().filter(c -> c == 0xFFFD).count();
    long sound = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
    return sound > broken;
  }

  private static long line(byte[] bytes, int at) {
    long line = 1;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static @Nullable Charset utf16(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private static @Nullable Charset statedCharset(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher m = META_CHARSET.matcher(head);
    try {
      return m.find() ? Charset.forName(m.group(1).toLowerCase(Locale.ROOT)) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
