package org.sitrep.ingestion;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which charset bytes say they are in, and, where that is not so, which they look like.
 *
 * <p>The guess is among three: windows-1256, windows-1251 and windows-1252. In the first two whole words are
 * high bytes, so most high bytes have another beside them, while in western text they stand alone among
 * ASCII letters. Arabic is told by its article, alef and lam (C7 E1), before a fiftieth of the high
 * bytes; Cyrillic by its lower-case letters (E0 to FF), two thirds of all, a tenth of all in the row from F0
 * on, where windows-1256 has vowel signs that are hardly ever written.
 */
final class Charsets {

  private static final Pattern META =
      Pattern.compile("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w:.-]{2,40})", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w:.-]{2,40})");
  private static final Pattern PARAMETER =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w:.-]{2,40})", Pattern.CASE_INSENSITIVE);
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Browsers read these labels as windows-1252, and pages are written for browsers. */
  private static final Set<String> LATIN = Set.of("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso8859-1", "l1");

  private static final int HEAD = 4096;
  private static final int LEAST = 16;
  private static final int LOOKED_AT = 1 << 20;

  private Charsets() {}

  /** The charset in an HTTP content type; null where there is none that is known. */
  static @Nullable Charset ofContentType(String contentType) {
    Matcher m = PARAMETER.matcher(contentType);
    return m.find() ? named(m.group(1)) : null;
  }

  /** What markup says of itself, in its XML declaration or a meta element. */
  static @Nullable Charset ofMarkup(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher xml = XML.matcher(head);
    if (xml.find()) {
      return named(xml.group(1));
    }
    Matcher meta = META.matcher(head);
    return meta.find() ? named(meta.group(1)) : null;
  }

  /** A charset by its label, as browsers take it. */
  static @Nullable Charset named(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    try {
      return LATIN.contains(name) ? WINDOWS : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The single-byte charset that the bytes look like. */
  static Charset guess(byte[] bytes) {
    int high = 0;
    int beside = 0;
    int article = 0;
    int lower = 0;
    int last = 0;
    for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
      int b = bytes[i] & 0xFF;
      if (b < 0x80) {
        continue;
      }
      high++;
      int before = i == 0 ? 0 : bytes[i - 1] & 0xFF;
      beside += before >= 0xC0 || i + 1 < bytes.length && (bytes[i + 1] & 0xFF) >= 0xC0 ? 1 : 0;
      article += before == 0xC7 && b == 0xE1 ? 1 : 0;
      lower += b >= 0xE0 ? 1 : 0;
      last += b >= 0xF0 ? 1 : 0;
    }
    if (high < LEAST || beside * 10L < high * 7L) {
      return WINDOWS;
    }
    if (article * 50L >= high) {
      return Charset.forName("windows-1256");
    }
    boolean cyrillic = lower * 3L >= high * 2L && last * 10L >= high;
    return cyrillic ? Charset.forName("windows-1251") : WINDOWS;
  }
}
