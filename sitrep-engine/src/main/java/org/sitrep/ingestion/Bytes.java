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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
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

  /** As {@link #decode(byte[], Charset, boolean)}, with nothing stated outside. */
  static Decoded decode(byte[] bytes, boolean markup) {
    return decode(bytes, null, markup);
  }

  /**
   * Decodes by the first of these that fits every byte: byte order mark, UTF-8, the charset stated outside
   * (HTTP) and inside (XML declaration, meta). UTF-8 comes before what is stated: other text is hardly ever
   * sound UTF-8, and labels are often wrong. Where nothing fits, mostly sound UTF-8 keeps its sound part, and
   * anything else is read as the single-byte charset that it looks like.
   *
   * @param stated the charset stated outside, or null
   * @param markup whether the text itself may state one
   */
  static Decoded decode(byte[] bytes, @Nullable Charset stated, boolean markup) {
    Charset wide = utf16(bytes);
    if (wide != null) {
      return lenient(bytes, 2, wide);
    }
    int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    Charset inside = markup ? Charsets.ofMarkup(bytes) : null;
    String text = isSevenBit(stated) || isSevenBit(inside) ? null : strict(bytes, from, StandardCharsets.UTF_8);
    if (text != null) {
      return new Decoded(text, null, 0);
    }
    for (Charset each : new Charset[] {stated, inside}) {
      String by = each == null || each.equals(StandardCharsets.UTF_8) ? null : strict(bytes, from, each);
      if (by != null) {
        return new Decoded(by, null, 0);
      }
    }
    return mostlyUtf8(bytes, from) ? lenient(bytes, from, StandardCharsets.UTF_8) : guessed(bytes, from);
  }

  /** Whether a charset writes foreign letters in ASCII bytes, so that UTF-8 always fits. */
  private static boolean isSevenBit(@Nullable Charset charset) {
    return charset != null && (charset.name().startsWith("ISO-2022") || charset.name().startsWith("UTF-16"));
  }

  private static Decoded guessed(byte[] bytes, int from) {
    int bad = firstBad(bytes, from);
    Charset guess = Charsets.guess(bytes);
    String text = new String(bytes, from, bytes.length - from, guess);
    return new Decoded(
        text, "not UTF-8 at byte " + bad + "; read as " + guess.name().toLowerCase(Locale.ROOT), line(bytes, bad));
  }

  /** UTF-8 where it fits, else one character a byte: for the heads of records. */
  static String utf8OrLatin(byte[] bytes, int from, int length) {
    byte[] part = Arrays.copyOfRange(bytes, from, from + length);
    String text = strict(part, 0, StandardCharsets.UTF_8);
    return text == null ? new String(part, StandardCharsets.ISO_8859_1) : text;
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

  static boolean startsWith(byte[] bytes, int... prefix) {
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
