package org.sitrep.ingestion;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sitrep.page.Capture;

/** The table of file formats: endings, and who reads them. A new format is a row here and a class. */
enum Format {
  FLATTENED_TEXT(false, new PlainReader(Capture.Format.FLATTENED), ".txt"),
  MARKDOWN(false, new PlainReader(Capture.Format.TEXT), ".md"),
  HTML(false, new PlainReader(Capture.Format.HTML), ".html", ".htm"),
  JSON_LINES(true, new JsonLinesReader(), ".jsonl"),
  JSON_LINES_GZ(true, new GzipReader(new JsonLinesReader()), ".jsonl.gz");

  private static final int SNIFFED = 1024;

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

  Reader reader() {
    return reader;
  }

  /** The format of a file by its name; null where none fits. */
  static @Nullable Format of(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (format.endings.stream().anyMatch(name::endsWith)) {
        return format;
      }
    }
    return null;
  }

  /** The format of a stream by its first characters; leaves the stream where it was. */
  static Format sniff(BufferedInputStream in) throws IOException {
    in.mark(SNIFFED);
    byte[] head = in.readNBytes(SNIFFED);
    in.reset();
    for (byte b : head) {
      if (b == '{') {
        return JSON_LINES;
      }
      if (b == '<') {
        return HTML;
      }
      if (b > ' ') {
        break;
      }
    }
    return FLATTENED_TEXT;
  }

  /** A file's name without the ending of its format. */
  static String withoutEnding(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      for (String ending : format.endings) {
        if (lower.endsWith(ending) && name.length() > ending.length()) {
          return name.substring(0, name.length() - ending.length());
        }
      }
    }
    return name;
  }

  /** All endings, for messages. */
  static String endings() {
    return Arrays.stream(values())
        .flatMap(f -> f.endings.stream())
        .collect(Collectors.joining(" "));
  }
}
