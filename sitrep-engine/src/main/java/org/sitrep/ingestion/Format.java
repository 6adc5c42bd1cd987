package org.sitrep.ingestion;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.sitrep.page.Capture;

/**
 * The table of file formats: endings, and who reads them. A new format is a row here and a class. Every format
 * but WACZ may be packed with gzip, its ending followed by {@code .gz}.
 */
enum Format {
  FLATTENED_TEXT(false, new PlainReader(Capture.Format.FLATTENED), ".txt"),
  MARKDOWN(false, new PlainReader(Capture.Format.TEXT), ".md"),
  HTML(false, new PlainReader(Capture.Format.HTML), ".html", ".htm", ".xhtml"),
  JSON_LINES(true, new JsonLinesReader(), ".jsonl", ".ndjson"),
  FEED(true, new FeedReader(), ".rss", ".atom", ".rdf", ".xml"),
  WARC(true, new WarcReader(), ".warc", ".wet"),
  WACZ(true, new WaczReader(), ".wacz");

  private static final String GZ = ".gz";
  private static final int SNIFFED = 1 << 13;

  private final boolean records;
  private final Reader reader;
  private final List<String> endings;

  Format(boolean records, Reader reader, String... endings) {
    this.records = records;
    this.reader = reader;
    this.endings = List.of(endings);
  }

  /** Whether a file holds many documents, so that its own size is no document's size. */
  boolean holdsRecords() {
    return records;
  }

  /** Who reads the format from a file of this name. */
  Reader reader(String name) {
    return isPacked(name) ? packedReader() : reader;
  }

  /** Who reads it with gzip around it: archives see to that themselves, record by record. */
  private Reader packedReader() {
    return this == WARC ? reader : new GzipReader(reader);
  }

  private static boolean isPacked(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(GZ);
  }

  /** The format of a file by its name; null where none fits. */
  static @Nullable Format of(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (!format.ending(name).isEmpty()) {
        return format;
      }
    }
    return null;
  }

  /** The ending of this format that a name in lower case has; empty where it has none. */
  private String ending(String name) {
    String packed = isPacked(name) && this != WACZ ? GZ : "";
    String bare = name.substring(0, name.length() - packed.length());
    return endings.stream().filter(bare::endsWith).findFirst().map(e -> e + packed).orElse("");
  }

  /** Who reads a stream, by its first bytes; leaves the stream where it was. */
  static Reader sniff(BufferedInputStream in) throws IOException {
    in.mark(SNIFFED);
    byte[] head = in.readNBytes(SNIFFED);
    in.reset();
    return GzipMembers.isGzip(head) ? sniff(unpacked(head)).packedReader() : sniff(head).reader;
  }

  private static Format sniff(byte[] head) {
    if (Bytes.startsWith(head, 'W', 'A', 'R', 'C', '/')) {
      return WARC;
    }
    if (Bytes.startsWith(head, 'P', 'K', 3, 4)) {
      return WACZ;
    }
    for (byte b : head) {
      if (b == '{') {
        return JSON_LINES;
      }
      if (b == '<') {
        return sniffMarkup(head);
      }
      boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF || b == (byte) 0xFE || b == (byte) 0xFF || b == 0;
      if (b > ' ' || b < 0 && !mark) {
        break;
      }
    }
    return FLATTENED_TEXT;
  }

  /** A page or a feed, by the first element. */
  static Format sniffMarkup(byte[] head) {
    return switch (Markup.root(head)) {
      case FEED -> FEED;
      case HTML, NONE -> HTML;
      case OTHER -> Bytes.startsWith(head, '<', '?', 'x', 'm', 'l') ? FEED : HTML;
    };
  }

  private static byte[] unpacked(byte[] head) {
    byte[] out = new byte[SNIFFED];
    int n = 0;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
      for (int got = in.read(out); got > 0; got = in.read(out, n, out.length - n)) {
        n += got;
      }
    } catch (IOException e) {
      // the head is cut off: what came out of it tells enough
    }
    return Arrays.copyOf(out, n);
  }

  /** A file's name without the ending of its format. */
  static String withoutEnding(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      int ending = format.ending(lower).length();
      if (ending > 0 && name.length() > ending) {
        return name.substring(0, name.length() - ending);
      }
    }
    return name;
  }

  /** All endings, for messages. */
  static String endings() {
    return Arrays.stream(values()).flatMap(f -> f.endings.stream()).collect(Collectors.joining(" "))
        + ", all but .wacz also with .gz";
  }
}
