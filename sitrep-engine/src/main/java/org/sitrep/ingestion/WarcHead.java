package org.sitrep.ingestion;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Named fields as WARC records, HTTP messages have them at their heads: ISO 28500 and RFC 9112, read with
 * forgiveness. Names are in lower case; of a repeated name the first counts.
 */
record WarcHead(Map<String, String> fields) {

  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

  /** Takes the lines between two places apart; the first is passed over. */
  static WarcHead parse(byte[] bytes, int from, int length) {
    String text = Bytes.utf8OrLatin(bytes, from, length);
    Map<String, String> fields = new HashMap<>();
    String last = "";
    int line = 0;
    for (String each : text.split("\r?\n", -1)) {
      if (line++ == 0 || each.isEmpty()) {
        continue;
      }
      int colon = each.indexOf(':');
      if (each.charAt(0) == ' ' || each.charAt(0) == '\t') {
        fields.computeIfPresent(last, (name, value) -> value + " " + each.strip());
      } else if (colon > 0) {
        last = each.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(last, each.substring(colon + 1).strip());
      }
    }
    return new WarcHead(fields);
  }

  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The kind of record, in lower case. */
  String type() {
    return get("warc-type").toLowerCase(Locale.ROOT);
  }

  /** The stated length; -1 where it is none. */
  long length() {
    try {
      return Math.max(-1, Long.parseLong(get("content-length")));
    } catch (NumberFormatException e) {
      return get("content-length").matches("\\d+") ? Long.MAX_VALUE : -1;
    }
  }

  /** The address of what was fetched, without the angle brackets of older writers. */
  Optional<String> target() {
    String uri = get("warc-target-uri");
    String bare = uri.startsWith("<") && uri.endsWith(">") && uri.length() > 2 ? uri.substring(1, uri.length() - 1) : uri;
    return Optional.of(bare).filter(s -> !s.isBlank());
  }

  /** When it was fetched; empty where the field is missing or cannot be read. */
  Optional<Instant> date() {
    String stated = get("warc-date");
    try {
      return Optional.of(OffsetDateTime.parse(stated).toInstant());
    } catch (DateTimeException notIso) {
      try {
        return Optional.of(LocalDateTime.parse(stated, DIGITS).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException notDigits) {
        return Optional.empty();
      }
    }
  }

  /** The media type of a content type, in lower case; empty where none is stated. */
  static String mediaType(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** The length of a head with the blank line behind it; -1 where that is not there yet. */
  static int end(byte[] bytes, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (bytes[i] == '\n') {
        if (bytes[i + 1] == '\n') {
          return i + 2 - from;
        }
        if (bytes[i + 1] == '\r' && i + 2 < to && bytes[i + 2] == '\n') {
          return i + 3 - from;
        }
      }
    }
    return -1;
  }

  static String firstLine(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && end < from + 200 && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
  }
}
