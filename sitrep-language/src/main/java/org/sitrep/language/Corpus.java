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
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Plain text to learn word clusters from: the {@code text} fields of JSON lines files. */
final class Corpus {

  private Corpus() {}

  /** The sentences of all {@code .jsonl} and {@code .jsonl.gz} files of a directory, in order of names. */
  static List<String[]> read(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.filter(f -> f.toString().matches(".*\\.jsonl(\\.gz)?")).sorted().toList();
    }
    Abbreviations abbreviations = Abbreviations.load();
    Tokenizer tokenizer = new Tokenizer(abbreviations);
    SentenceSplitter splitter = new SentenceSplitter(abbreviations);
    List<String[]> sentences = new ArrayList<>();
    for (Path file : files) {
      try (InputStream raw = Files.newInputStream(file);
          InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          for (String paragraph : text(line).split("\n")) {
            add(paragraph.toCharArray(), tokenizer, splitter, sentences);
          }
        }
      }
    }
    return sentences;
  }

  private static void add(
      char[] chars, Tokenizer tokenizer, SentenceSplitter splitter, List<String[]> sentences) {
    TokenList tokens = new TokenList();
    tokenizer.tokenize(chars, chars.length, tokens);
    for (int first = 0; first < tokens.size; ) {
      int next = splitter.end(chars, tokens, first);
      String[] forms = new String[next - first];
      for (int i = 0; i < forms.length; i++) {
        int from = tokens.from[first + i];
        forms[i] = new String(chars, from, tokens.to[first + i] - from);
      }
      sentences.add(forms);
      first = next;
    }
  }

  /** The value of the field {@code text} of a JSON object on one line, or nothing. */
  static String text(String line) {
    int at = line.indexOf("\"text\":");
    int open = at < 0 ? -1 : line.indexOf('"', at + 7);
    if (open < 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int i = open + 1; i < line.length() && line.charAt(i) != '"'; i++) {
      char c = line.charAt(i);
      if (c != '\\' || i + 1 == line.length()) {
        text.append(c);
        continue;
      }
      char escaped = line.charAt(++i);
      switch (escaped) {
        case 'n' -> text.append('\n');
        case 't', 'r', 'b', 'f' -> text.append(' ');
        case 'u' -> {
          text.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> text.append(escaped);
      }
    }
    return text.toString();
  }
}
