package org.sitrep.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads comma-separated files with a header (RFC 4180); lines that begin with '#' are comments. */
final class Csv {

  /** One row, with its line for messages. */
  record Row(Path file, int line, Map<String, Integer> columns, List<String> cells) {

    /** The cell of a column; empty where the row is short. */
    String get(String column) {
      Integer i = columns.get(column);
      if (i == null) {
        throw new KnowledgeException(file, 1, "no column \"" + column + "\" in the header");
      }
      return i < cells.size() ? cells.get(i) : "";
    }

    /** The cell of a column, which must not be empty. */
    String require(String column) {
      String cell = get(column);
      if (cell.isEmpty()) {
        throw error("\"" + column + "\" is empty; write a value");
      }
      return cell;
    }

    /** The cell of a column as a number. */
    double number(String column) {
      try {
        return Double.parseDouble(get(column));
      } catch (NumberFormatException e) {
        throw error("\"" + column + "\" is no number: " + get(column));
      }
    }

    /** The cell of a column as one of the names of an enumeration, in any case. */
    <E extends Enum<E>> E oneOf(String column, Class<E> type) {
      String cell = require(column);
      for (E value : type.getEnumConstants()) {
        if (value.name().equalsIgnoreCase(cell)) {
          return value;
        }
      }
      throw error(
          "\"" + column + "\" is " + cell + "; write one of " + Arrays.toString(type.getEnumConstants()));
    }

    KnowledgeException error(String message) {
      return new KnowledgeException(file, line, message);
    }
  }

  private Csv() {}

  /** All rows of a file, gzipped or not. */
  static List<Row> read(Path file) {
    String text = text(file);
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> columns = new TreeMap<>();
    int line = 1;
    int at = 0;
    while (at < text.length()) {
      int first = line;
      List<String> cells = new ArrayList<>();
      int[] after = record(file, text, at, line, cells);
      at = after[0];
      line = after[1];
      if (cells.getFirst().startsWith("#") || (cells.size() == 1 && cells.getFirst().isBlank())) {
        continue;
      }
      if (columns.isEmpty()) {
        for (int i = 0; i < cells.size(); i++) {
          columns.put(cells.get(i).strip(), i);
        }
      } else {
        rows.add(new Row(file, first, columns, List.copyOf(cells)));
      }
    }
    return rows;
  }

  private static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      boolean gzip = bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
      if (!gzip && file.getFileName().toString().endsWith(".gz")) {
        throw new KnowledgeException(file, 0, "is not gzipped, as its name says");
      }
      if (gzip) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
          bytes = in.readAllBytes();
        }
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new KnowledgeException(file, 0, "is not written in UTF-8");
    } catch (IOException e) {
      throw new KnowledgeException(file, 0, "cannot be read: " + e.getMessage());
    }
  }

  /** Reads one record into {@code cells}; gives the offset and the line after it. */
  private static int[] record(Path file, String text, int from, int line, List<String> cells) {
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int at = from;
    int now = line;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted) {
        if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
          cell.append('"');
          at++;
        } else if (c == '"') {
          quoted = false;
        } else {
          now += c == '\n' ? 1 : 0;
          cell.append(c);
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else if (c == '\n') {
        now++;
        at++;
        break;
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (quoted) {
      throw new KnowledgeException(file, line, "a quotation mark is not closed");
    }
    cells.add(cell.toString().strip());
    return new int[] {at, now};
  }
}
