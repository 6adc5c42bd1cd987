package org.sitrep.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a delimited text, one at a time, each with the line it begins on. */
final class Records {

  private static final int LONGEST = 4_000_000;

  private final Reader in;
  private final char delimiter;
  private final boolean quotes;
  private int line = 1;
  private int begun = 1;

  /**
   * @param quotes whether a cell may stand in quotation marks and hold delimiters and line ends (RFC 4180)
   */
  Records(Reader in, char delimiter, boolean quotes) {
    this.in = in instanceof BufferedReader ? in : new BufferedReader(in, 1 << 16);
    this.delimiter = delimiter;
    this.quotes = quotes;
  }

  /** The line on which the record given last begins, from 1. */
  int line() {
    return begun;
  }

  /** The next record that is neither blank nor a comment, or null at the end. */
  @Nullable List<String> next() throws IOException {
    while (true) {
      List<String> cells = record();
      if (cells == null) {
        return null;
      }
      boolean blank = cells.size() == 1 && cells.getFirst().isBlank();
      if (!blank && !cells.getFirst().startsWith("#")) {
        return cells;
      }
    }
  }

  private @Nullable List<String> record() throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    begun = line;
    boolean quoted = false;
    long length = 0;
    for (int c = in.read(); ; c = in.read()) {
      if (++length > LONGEST) {
        throw new Refused(begun, "a line of more than " + LONGEST + " characters; this is no gazetteer");
      }
      if (c < 0) {
        if (quoted) {
          throw new Refused(begun, "a quotation mark is not closed; is the file cut off?");
        }
        if (length == 1) {
          return null;
        }
        cells.add(cell.toString());
        return cells;
      }
      if (c == '\n') {
        line++;
      }
      if (quoted) {
        quoted = quoted(c, cell);
      } else if (quotes && c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == delimiter) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        cells.add(cell.toString());
        return cells;
      } else if (c != '\r') {
        cell.append((char) c);
      }
    }
  }

  /** Within quotation marks; false once they close. */
  private boolean quoted(int c, StringBuilder cell) throws IOException {
    if (c != '"') {
      cell.append((char) c);
      return true;
    }
    in.mark(1);
    int next = in.read();
    if (next == '"') {
      cell.append('"');
      return true;
    }
    if (next >= 0) {
      in.reset();
    }
    return false;
  }
}
