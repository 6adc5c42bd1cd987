package org.sitrep.segmentation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.sitrep.ingestion.Ingestion;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures main text on the pages beside the repository: what {@code score_pages.py} of that directory measures. */
final class PageFigures {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final int BLOCK = 512;

  /** Of larger archives every n-th page is measured. */
  private static final int MOST = 200;

  private final Segmenter segmenter;

  PageFigures(Path home) {
    this.segmenter = new Segmenter(Knowledge.load(home, List.of()));
  }

  /** All figures, by name. */
  Map<String, Double> all(Path benchmarks, Path scratch) throws IOException {
    Map<String, Double> figures = new HashMap<>();
    aeb(benchmarks, scratch, figures);
    comments(benchmarks, scratch, figures);
    gaza(benchmarks, scratch, figures);
    return figures;
  }

  private void aeb(Path benchmarks, Path scratch, Map<String, Double> figures) throws IOException {
    Map<String, Page> pages = pages(benchmarks.resolve("aeb_dev.tar.gz"), scratch.resolve("aeb"));
    Mean mean = new Mean();
    JSON.readTree(Files.readString(benchmarks.resolve("aeb_dev.json"))).properties()
        .forEach(e -> mean.add(shingles(e.getValue().path("articleBody").asString("")), shingles(text(pages.get(e.getKey()), false))));
    figures.put("aeb-f1", mean.f1());
  }

  private void comments(Path benchmarks, Path scratch, Map<String, Double> figures) throws IOException {
    Map<String, Page> pages = pages(benchmarks.resolve("dragnet_comments_dev.tar.gz"), scratch.resolve("comments"));
    Mean mean = new Mean();
    Mean thread = new Mean();
    List<Double> leaks = new ArrayList<>();
    for (String line : Files.readAllLines(benchmarks.resolve("dragnet_comments_dev.jsonl"), StandardCharsets.UTF_8)) {
      JsonNode row = JSON.readTree(line);
      String comments = row.path("comments_text").asString("");
      if (comments.strip().split("\\s+").length < 10) {
        continue;
      }
      Map<List<String>, Integer> article = shingles(row.path("content").asString(""));
      Map<List<String>, Integer> found = shingles(text(pages.get(row.path("id").asString("")), true));
      mean.add(article, found);
      thread.add(shingles(comments), shingles(thread(pages.get(row.path("id").asString("")))));
      Map<List<String>, Integer> only = shingles(comments);
      only.keySet().removeAll(article.keySet());
      if (!only.isEmpty()) {
        leaks.add((double) shared(only, found) / size(only));
      }
    }
    figures.put("comments-article-f1", mean.f1());
    figures.put("comments-f1", thread.f1());
    figures.put("comments-leak", leaks.stream().mapToDouble(Double::doubleValue).average().orElse(0));
  }

  private void gaza(Path benchmarks, Path scratch, Map<String, Double> figures) throws IOException {
    Map<String, Page> pages = pages(benchmarks.resolve("airwars_gaza_dev.tar.gz"), scratch.resolve("gaza"));
    int all = 0;
    int kept = 0;
    for (JsonNode row : JSON.readTree(Files.readString(benchmarks.resolve("airwars_gaza_dev.json")))) {
      Map<List<String>, Integer> narrative = shingles(row.path("narrative").asString(""));
      String doc = row.path("file").asString("").replaceFirst("\\.html$", "");
      if (!pages.containsKey(doc)) {
        continue;
      }
      all++;
      kept += shared(narrative, shingles(text(pages.get(doc), false))) >= 0.9 * size(narrative) ? 1 : 0;
    }
    figures.put("gaza-share", (double) kept / all);
  }

  /** The pages of an archive, by id. */
  private Map<String, Page> pages(Path archive, Path scratch) throws IOException {
    Map<String, Page> pages = new HashMap<>();
    List<Capture> captures = captures(archive, scratch);
    int every = captures.size() > MOST ? captures.size() / (MOST / 2) : 1;
    for (int i = 0; i < captures.size(); i += every) {
      pages.put(captures.get(i).doc(), segmenter.apply(captures.get(i)));
    }
    return pages;
  }

  /** The captures of an archive. */
  static List<Capture> captures(Path archive, Path scratch) throws IOException {
    Files.createDirectories(scratch);
    try (InputStream in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
      byte[] header = in.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        String name = String.valueOf(Path.of(new String(header, 0, 100, StandardCharsets.UTF_8).replaceFirst("\0.*", "")).getFileName());
        int size = Integer.parseInt(new String(header, 124, 12, StandardCharsets.US_ASCII).replaceAll("[^0-7]", ""), 8);
        byte[] content = in.readNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
        if (name.endsWith(".html")) {
          Files.write(scratch.resolve(name), java.util.Arrays.copyOf(content, size));
        }
        header = in.readNBytes(BLOCK);
      }
    }
    List<Capture> captures = new ArrayList<>();
    new Ingestion().read(List.of(scratch), captures::add, issue -> {});
    return captures;
  }

  private static String text(@org.jspecify.annotations.Nullable Page page, boolean withHeadline) {
    if (page == null) {
      return "";
    }
    String text =
        page.article().blocks().stream()
            .filter(b -> b.kind().isArticle() && b.kind() != Block.Kind.HEADLINE)
            .map(b -> b.span().of(page.text()))
            .collect(Collectors.joining("\n\n"));
    return withHeadline ? page.headline().map(h -> h + "\n").orElse("") + text : text;
  }

  /** Names, times and words of the readers. */
  private static String thread(@org.jspecify.annotations.Nullable Page page) {
    return page == null
        ? ""
        : page.comments().stream()
            .map(c -> c.author().map(a -> a + " ").orElse("") + c.time().map(t -> t + " ").orElse("") + c.text())
            .collect(Collectors.joining("\n"));
  }

  private static Map<List<String>, Integer> shingles(String text) {
    List<String> words = new ArrayList<>();
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      words.add(m.group());
    }
    Map<List<String>, Integer> shingles = new HashMap<>();
    for (int i = 0; i < Math.max(words.isEmpty() ? 0 : 1, words.size() - 3); i++) {
      shingles.merge(List.copyOf(words.subList(i, Math.min(words.size(), i + 4))), 1, Integer::sum);
    }
    return shingles;
  }

  private static int size(Map<List<String>, Integer> shingles) {
    return shingles.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int shared(Map<List<String>, Integer> a, Map<List<String>, Integer> b) {
    return a.entrySet().stream().mapToInt(e -> Math.min(e.getValue(), b.getOrDefault(e.getKey(), 0))).sum();
  }

  /** Precision and recall over pages. */
  private static final class Mean {

    private final List<Double> precisions = new ArrayList<>();
    private final List<Double> recalls = new ArrayList<>();

    void add(Map<List<String>, Integer> gold, Map<List<String>, Integer> found) {
      double both = shared(gold, found);
      if (!found.isEmpty()) {
        precisions.add(both / size(found));
      }
      recalls.add(gold.isEmpty() ? 1 : both / size(gold));
    }

    double f1() {
      double p = precisions.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      double r = recalls.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }
  }
}
