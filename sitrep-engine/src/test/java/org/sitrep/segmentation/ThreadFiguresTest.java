package org.sitrep.segmentation;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.segmentation.Flattener.Form;
import org.sitrep.segmentation.InventedThreads.Invented;
import org.sitrep.segmentation.InventedThreads.Said;
import org.sitrep.segmentation.MarkupThread.Posted;
import org.sitrep.segmentation.ThreadFigures.Sums;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The figures of {@code eval/threads/expected.yml}. */
class ThreadFiguresTest {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));
  private static final Path SHARED = HOME.resolve("../shared/benchmarks");
  private static final Knowledge KNOWLEDGE = Knowledge.load(HOME, List.of());
  private static final ThreadFigures FIGURES = new ThreadFigures(KNOWLEDGE);
  private static final List<String> PLATFORMS = List.of("wpdiscuz", "disqus", "drupal", "wordpress");
  private static final int PAGES = 40;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  private static Invented invented(int i) {
    return new InventedThreads(i).page(4 + i * 7 % 60);
  }

  @Test
  void a01_markupStatesWhatWasWrittenIntoIt() {
    for (int i = 0; i < 12; i++) {
      Invented page = invented(i);
      List<Posted> posts = MarkupThread.find(Jsoup.parse(InventedThreads.html(page, PLATFORMS.get(i % 4))), KNOWLEDGE.layout()).posts();
      assertThat(posts).as("page " + i).hasSameSizeAs(page.thread());
      for (int k = 0; k < posts.size(); k++) {
        Said said = page.thread().get(k);
        assertThat(posts.get(k).author()).isEqualTo(said.author());
        assertThat(posts.get(k).parent()).as("page %d comment %d", i, k).isEqualTo(said.parent());
        assertThat(posts.get(k).depth()).isEqualTo(said.depth());
      }
    }
  }

  @Test
  void b01_inventedThreadsAreReadFromTheirLines() throws IOException {
    Map<String, Double> measured = new TreeMap<>();
    for (Form form : Form.values()) {
      Sums sums = new Sums();
      for (int i = 0; i < PAGES; i++) {
        Invented page = invented(i);
        FIGURES.addForms(page.article(), page.thread(), form, i, sums);
      }
      System.out.println(form + " " + sums);
      measured.putAll(sums.figures(form.name().toLowerCase(Locale.ROOT)));
    }
    holds("invented", measured);
  }

  @Test
  void c01_threadsWhoseMarkupStatesTheParentsAreReadFromTheirLines() throws IOException {
    assumeTrue(Files.exists(SHARED.resolve("dragnet_comments_dev.tar.gz")), "benchmarks are not beside the repository");
    Map<String, String> pages = pages();
    Map<String, Double> measured = new TreeMap<>();
    Map<Form, Sums> all = new HashMap<>();
    int number = 0;
    for (JsonNode gold : gold()) {
      List<Said> thread = FIGURES.stated(pages.getOrDefault(gold.get("id").asString(), ""));
      if (thread.size() >= 3 && thread.stream().anyMatch(s -> s.parent() >= 0)) {
        List<String> article = gold.get("content").asString().lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
        for (Form form : Form.values()) {
          FIGURES.addForms(article, thread, form, number, all.computeIfAbsent(form, f -> new Sums()));
        }
        number++;
      }
    }
    all.forEach((form, sums) -> System.out.println(form + " " + sums));
    all.forEach((form, sums) -> measured.putAll(sums.figures(form.name().toLowerCase(Locale.ROOT))));
    holds("stated", measured);
  }

  @Test
  void d01_commentsAreFoundInMarkup() throws IOException {
    assumeTrue(Files.exists(SHARED.resolve("dragnet_comments_dev.tar.gz")), "benchmarks are not beside the repository");
    Map<String, String> pages = pages();
    double precision = 0;
    double recall = 0;
    int found = 0;
    int of = 0;
    for (JsonNode gold : gold()) {
      String comments = gold.path("comments_text").asString("");
      if (comments.split("\\s+").length >= 10) {
        Map<String, Integer> want = shingles(comments);
        Map<String, Integer> got = shingles(text(pages.getOrDefault(gold.get("id").asString(), "")));
        double hit = want.entrySet().stream().mapToInt(e -> Math.min(e.getValue(), got.getOrDefault(e.getKey(), 0))).sum();
        of++;
        recall += hit / sum(want);
        found += got.isEmpty() ? 0 : 1;
        precision += got.isEmpty() ? 0 : hit / sum(got);
      }
    }
    double p = precision / found;
    double r = recall / of;
    System.out.printf(Locale.ROOT, "comment text in markup: P %.3f R %.3f F1 %.3f%n", p, r, 2 * p * r / (p + r));
    holds("markup", Map.of("comment-text", 2 * p * r / (p + r)));
  }

  private static String text(String html) {
    return MarkupThread.find(Jsoup.parse(html), KNOWLEDGE.layout()).posts().stream()
        .map(
            post ->
                Stream.of(post.author(), post.time(), post.body().stream()
                        .map(n -> n instanceof TextNode text ? text.text() : ((Element) n).wholeText()).collect(Collectors.joining("\n")))
                    .filter(s -> s != null)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Integer> shingles(String text) {
    List<String> words = new ArrayList<>();
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      words.add(m.group());
    }
    Map<String, Integer> shingles = new HashMap<>();
    for (int i = 0; i < Math.max(1, words.size() - 3) && !words.isEmpty(); i++) {
      shingles.merge(String.join(" ", words.subList(i, Math.min(words.size(), i + 4))), 1, Integer::sum);
    }
    return shingles;
  }

  private static double sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<JsonNode> gold() throws IOException {
    return Files.readAllLines(SHARED.resolve("dragnet_comments_dev.jsonl")).stream().map(l -> JsonMapper.shared().readTree(l)).toList();
  }

  /** The pages of an archive, by name. */
  private static Map<String, String> pages() throws IOException {
    Map<String, String> pages = new HashMap<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(SHARED.resolve("dragnet_comments_dev.tar.gz")))) {
      DataInputStream tar = new DataInputStream(in);
      byte[] head = new byte[512];
      while (tar.readNBytes(head, 0, 512) == 512 && head[0] != 0) {
        int size = Integer.parseInt(new String(head, 124, 11, StandardCharsets.US_ASCII).strip(), 8);
        byte[] body = tar.readNBytes((size + 511) / 512 * 512);
        String name = new String(head, 0, 100, StandardCharsets.US_ASCII).replaceAll("\0.*", "");
        if (name.endsWith(".html")) {
          byte[] page = Arrays.copyOf(body, size);
          pages.put(name.replaceAll(".*/|\\.html$", ""), Jsoup.parse(new ByteArrayInputStream(page), null, "").outerHtml());
        }
      }
    }
    return pages;
  }

  private static void holds(String set, Map<String, Double> measured) throws IOException {
    JsonNode contract = new YAMLMapper().readTree(Files.readString(HOME.resolve("eval/threads/expected.yml")));
    double tolerance = contract.path("tolerance").doubleValue();
    JsonNode least = contract.path("at-least").path(set);
    JsonNode most = contract.path("at-most").path(set);
    assertThat(least.size() + most.size()).isEqualTo(measured.size());
    least.properties().forEach(e -> assertThat(measured.get(e.getKey())).as(set + " " + e.getKey()).isGreaterThanOrEqualTo(e.getValue().doubleValue() - tolerance));
    most.properties().forEach(e -> assertThat(measured.get(e.getKey())).as(set + " " + e.getKey()).isLessThanOrEqualTo(e.getValue().doubleValue() + tolerance));
  }
}
