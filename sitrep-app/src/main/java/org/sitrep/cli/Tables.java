package org.sitrep.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines up text for a terminal. */
final class Tables {

  private Tables() {}

  /** Runs of white space become one space. */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String unbroken(String cell) {
    return cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0 ? cell : oneLine(cell);
  }

  /** "1 document", "2 documents". */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Cuts a text to {@code width} characters. */
  static String cut(String text, int width) {
    String line = oneLine(text);
    return line.length() <= width ? line : line.substring(0, width - 1) + "…";
  }

  /** Rows as lines, each column as wide as its widest cell, the last one open. */
  static List<String> align(List<List<String>> given) {
    List<List<String>> rows = given.stream().map(r -> r.stream().map(Tables::unbroken).toList()).toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        line.append(cell);
        if (i < row.size() - 1) {
          char[] pad = new char[widths[i] - cell.length() + 2];
          Arrays.fill(pad, ' ');
          line.append(pad);
        }
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
