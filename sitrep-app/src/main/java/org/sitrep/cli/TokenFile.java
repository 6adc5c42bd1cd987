package org.sitrep.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitrep.language.English;
import org.sitrep.mention.SyntaxTree;

/** A CoNLL-U file whose sentences and tokens are kept and whose other columns are predicted anew. */
final class TokenFile {

  private final English english;

  TokenFile(English english) {
    this.english = english;
  }

  /** Prints every sentence with its comments and multi-word lines as they are; empty nodes are left out. */
  void parse(Path file, Console console) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      List<String> lines = new ArrayList<>();
      int number = 0;
      String line;
      while ((line = in.readLine()) != null) {
        number++;
        if (!line.isBlank()) {
          check(file, number, line);
          lines.add(line);
        } else if (!lines.isEmpty()) {
          sentence(lines, console);
          lines.clear();
        }
      }
      if (!lines.isEmpty()) {
        sentence(lines, console);
      }
    }
    console.out().flush();
  }

  private static void check(Path file, int number, String line) {
    if (!line.startsWith("#") && line.split("\t", -1).length != 10) {
      throw new UsageException(file + ":" + number + ": no CoNLL-U: a token line has ten columns");
    }
  }

  private void sentence(List<String> lines, Console console) {
    List<String> forms = new ArrayList<>();
    for (String line : lines) {
      String form = form(line);
      if (form != null) {
        forms.add(form);
      }
    }
    if (forms.isEmpty()) {
      return;
    }
    int[] starts = new int[forms.size()];
    int[] ends = new int[forms.size()];
    int at = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = at;
      ends[i] = at + forms.get(i).length();
      at = ends[i] + 1;
    }
    SyntaxTree tree = english.parse(starts, ends, forms.toArray(String[]::new));
    int token = 0;
    for (String line : lines) {
      if (form(line) != null) {
        console.line(row(tree, token++, line));
      } else if (!line.split("\t", 2)[0].contains(".")) {
        console.line(line);
      } else if (line.startsWith("#")) {
        console.line(line);
      }
    }
    console.line("");
  }

  /** The word form of a token line; null for comments, multi-word lines and empty nodes. */
  private static @Nullable String form(String line) {
    String[] columns = line.split("\t", 3);
    boolean word = !columns[0].isEmpty() && columns[0].chars().allMatch(c -> c >= '0' && c <= '9');
    return word ? columns[1] : null;
  }

  private static String row(SyntaxTree tree, int i, String line) {
    String[] given = line.split("\t", -1);
    return String.join(
        "\t",
        given[0],
        given[1],
        tree.lemma(i),
        tree.upos(i).name(),
        tree.xpos(i),
        "_",
        Integer.toString(tree.head(i) + 1),
        tree.relation(i),
        "_",
        given[9]);
  }
}
