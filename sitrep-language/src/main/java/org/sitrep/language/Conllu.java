package org.sitrep.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.sitrep.mention.SyntaxTree;

/**
 * Reads and writes CoNLL-U, the format of Universal Dependencies treebanks
 * (universaldependencies.org/format.html). Files may be plain, {@code .gz}, or {@code .xz}; the last is
 * unpacked by the {@code xz} program, which must be on the path. Thread-safe.
 */
public final class Conllu {

  private Conllu() {}

  /**
   * A sentence of a treebank. Words count from 0. Multiword tokens and comments are kept as lines; empty
   * nodes are left out. The arrays are not to be changed.
   *
   * @param comments the lines that start with {@code #}
   * @param ranges the lines of multiword tokens, by the word they stand before
   * @param words the ten columns of each word
   */
  public record Sentence(List<String> comments, Map<Integer, String> ranges, List<String[]> words) {

    public Sentence {
      comments = List.copyOf(comments);
      ranges = Map.copyOf(ranges);
      words = List.copyOf(words);
    }

    /** The number of words. */
    public int size() {
      return words.size();
    }

    /** The words as written. */
    public String[] forms() {
      return words.stream().map(w -> w[1]).toArray(String[]::new);
    }

    /** The head of word {@code i}, or {@link SyntaxTree#NO_HEAD}. */
    public int head(int i) {
      return Integer.parseInt(words.get(i)[6]) - 1;
    }

    /** Whether a space follows word {@code i}; inside a multiword token none does. */
    public boolean spaceAfter(int i) {
      return !words.get(i)[9].contains("SpaceAfter=No");
    }

    /** The value of the comment {@code # name = value}, or an empty string. */
    public String comment(String name) {
      String start = "# " + name + " = ";
      for (String comment : comments) {
        if (comment.startsWith(start)) {
          return comment.substring(start.length());
        }
      }
      return "";
    }

    /** This sentence with the lemmas, tags and relations of {@code tree}, which has the same tokens. */
    public String toConllu(SyntaxTree tree) {
      StringBuilder out = new StringBuilder();
      comments.forEach(c -> out.append(c).append('\n'));
      for (int i = 0; i < size(); i++) {
        if (ranges.containsKey(i)) {
          out.append(ranges.get(i)).append('\n');
        }
        String[] w = words.get(i);
        out.append(w[0]).append('\t').append(w[1]).append('\t').append(tree.lemma(i)).append('\t');
        out.append(tree.upos(i)).append('\t').append(tree.xpos(i)).append("\t_\t");
        out.append(tree.head(i) + 1).append('\t').append(tree.relation(i)).append("\t_\t");
        out.append(w[9]).append('\n');
      }
      return out.append('\n').toString();
    }
  }

  /**
   * All sentences of a file.
   *
   * @throws IOException naming file and line if the file cannot be read or is not CoNLL-U
   */
  public static List<Sentence> read(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".xz")) {
      return readUnpacked(file);
    }
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return read(in, file.toString());
    }
  }

  private static List<Sentence> readUnpacked(Path file) throws IOException {
    Process xz =
        new ProcessBuilder("xz", "-dc", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream in = xz.getInputStream()) {
      List<Sentence> sentences = read(in, file.toString());
      int status = xz.waitFor();
      if (status != 0) {
        throw new IOException(file + ": xz -dc ended with status " + status);
      }
      return sentences;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(file + ": interrupted while unpacking", e);
    } finally {
      xz.destroy();
    }
  }

  /** All sentences of a stream; {@code name} is for messages. */
  static List<Sentence> read(InputStream in, String name) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    Map<Integer, String> ranges = new TreeMap<>();
    List<String[]> words = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank()) {
        end(sentences, comments, ranges, words);
      } else if (line.startsWith("#")) {
        comments.add(line);
      } else {
        word(line, ranges, words, name + ":" + number);
      }
    }
    end(sentences, comments, ranges, words);
    return sentences;
  }

  private static void end(
      List<Sentence> sentences,
      List<String> comments,
      Map<Integer, String> ranges,
      List<String[]> words) {
    if (!words.isEmpty()) {
      sentences.add(new Sentence(comments, ranges, words));
    }
    comments.clear();
    ranges.clear();
    words.clear();
  }

  private static void word(
      String line, Map<Integer, String> ranges, List<String[]> words, String where)
      throws IOException {
    String[] columns = line.split("\t", -1);
    if (columns.length != 10) {
      throw new IOException(where + ": ten columns expected, found " + columns.length);
    }
    if (columns[0].contains("-")) {
      ranges.put(words.size(), line);
    } else if (!columns[0].contains(".")) {
      if (!columns[0].equals(Integer.toString(words.size() + 1))) {
        throw new IOException(where + ": word " + (words.size() + 1) + " expected");
      }
      words.add(columns);
    }
  }
}
