package org.sitrep.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sitrep.claim.Claim;
import org.sitrep.desk.Joining;
import org.sitrep.fusion.SimpleWar;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.store.Store;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

/**
 * How long one more document takes in a large store, fusion and all: {@code JoiningTrial FILE CLAIMS} makes a store of
 * so many claims of the made-up war, in documents of five, where there is none; then saves documents of five one by one
 * and brings events up to date after each, twenty times after five that do not count, and twenty times more after another
 * hundred, when little is left to compile and to load. Prints milliseconds of processor time of all threads (the clock
 * ticks every ten), of the thread that does the work, and by the wall. Run again on the same file it adds other documents.
 */
final class JoiningTrial {

  private static final int CLAIMS = 5;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 20;
  private static final int BETWEEN = 100;
  private static final int KEPT_BACK = 1000;
  private static final int AT_ONCE = 50_000;
  private static final Console CONSOLE = new Console(System.out, System.err, false);

  private JoiningTrial() {}

  public static void main(String[] args) throws SQLException {
    Path file = Path.of(args[0]);
    int claims = Integer.parseInt(args[1]);
    List<List<Claim>> all = documents(claims);
    Path home = Path.of(System.getProperty("sitrep.home", ".."));
    Pipeline pipeline = Pipeline.of(Knowledge.load(home, List.of()), English.load());
    if (!Files.exists(file)) {
      make(file, pipeline, all.subList(0, all.size() - KEPT_BACK));
    }
    try (Store store = Store.open(file)) {
      store.beginRun(List.of("trial"));
      List<List<Claim>> fresh =
          all.subList(all.size() - KEPT_BACK, all.size()).stream()
              .filter(d -> !store.contains(d.getFirst().digest()))
              .toList();
      add("just opened", store, pipeline, WARM_UP, fresh);
      add("warm", store, pipeline, BETWEEN, fresh.subList(WARM_UP + ROUNDS, fresh.size()));
    }
  }

  /** About so many claims of the war, document by document. */
  static List<List<Claim>> documents(int claims) {
    Map<String, List<Claim>> documents =
        new SimpleWar(1).documentsOf(CLAIMS).claims(claims, (int) (claims * 2_500L / 8_800)).stream()
            .collect(Collectors.groupingBy(Claim::doc, LinkedHashMap::new, Collectors.toList()));
    return List.copyOf(documents.values());
  }

  private static void add(String when, Store store, Pipeline pipeline, int warmUp, List<List<Claim>> documents) {
    Consumer<List<Claim>> save =
        d -> store.save(page(d.getFirst().doc(), d.getFirst().digest()), d, List.of());
    Consumer<List<Claim>> bring = d -> Joining.bring(pipeline, store, CONSOLE::say);
    Times saving = new Times();
    Times bringing = new Times();
    Times both = new Times();
    for (List<Claim> document : documents.subList(0, warmUp)) {
      save.andThen(bring).accept(document);
    }
    for (List<Claim> document : documents.subList(warmUp, warmUp + ROUNDS)) {
      both.time(() -> {
        saving.time(() -> save.accept(document));
        bringing.time(() -> bring.accept(document));
      });
    }
    System.out.println(when + ", save: " + saving);
    System.out.println(when + ", events: " + bringing);
    System.out.println(when + ", both: " + both);
  }

  /** Milliseconds of the processor by all threads and by this one, and by the wall. */
  private static final class Times {

    private final List<Double> all = new ArrayList<>();
    private final List<Double> own = new ArrayList<>();
    private final List<Double> wall = new ArrayList<>();

    void time(Runnable work) {
      long ofAll = cpu();
      long ofThis = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long start = System.nanoTime();
      work.run();
      all.add((cpu() - ofAll) / 1e6);
      own.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - ofThis) / 1e6);
      wall.add((System.nanoTime() - start) / 1e6);
    }

    @Override
    public String toString() {
      return "processor " + figures(all) + "; thread " + figures(own) + "; wall " + figures(wall);
    }
  }

  private static String figures(List<Double> times) {
    double[] sorted = times.stream().mapToDouble(t -> t).sorted().toArray();
    return String.format(
        Locale.ROOT, "median %.0f, mean %.0f, worst %.0f ms", sorted[sorted.length / 2],
        Arrays.stream(sorted).average().orElse(0), sorted[sorted.length - 1]);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  /** Claims are saved many documents at a time, and the documents' rows are made of them: the same store, sooner. */
  private static void make(Path file, Pipeline pipeline, List<List<Claim>> documents) throws SQLException {
    List<Claim> claims = documents.stream().flatMap(List::stream).toList();
    try (Store store = Store.open(file)) {
      store.beginRun(List.of("made up"));
      for (int from = 0; from < claims.size(); from += AT_ONCE) {
        store.save(page("bulk" + from, "bulk" + from), claims.subList(from, Math.min(claims.size(), from + AT_ONCE)), List.of());
      }
    }
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement s = db.createStatement()) {
      s.execute(
          "INSERT INTO documents SELECT o.* REPLACE (c.first + 1000 AS seq, c.digest AS digest, c.doc AS doc)"
              + " FROM (SELECT digest, any_value(doc) AS doc, min(seq) AS first FROM claims GROUP BY digest) c,"
              + " (SELECT * FROM documents WHERE digest = 'bulk0') o ORDER BY first");
      s.execute(
          "INSERT INTO versions SELECT nextval('version_seq'), digest, digest, fetched FROM documents"
              + " WHERE digest NOT LIKE 'bulk%' ORDER BY seq");
      s.execute("CHECKPOINT");
    }
    try (Store store = Store.open(file)) {
      Joining.bring(pipeline, store, CONSOLE::say);
    }
  }

  static Page page(String doc, String digest) {
    String text = "One of many dispatches.";
    Capture capture =
        new Capture(
            doc, "made up", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.of(Instant.parse("2090-01-01T00:00:00Z")), Capture.Format.TEXT, text, digest);
    List<Block> blocks = List.of(new Block(Block.Kind.BODY, new Span(0, text.length()), 1, 1));
    Article article =
        new Article(doc, digest, Optional.empty(), Optional.empty(), Optional.empty(), AlignedText.identity(text), blocks);
    return new Page(capture, Imprint.of(Optional.empty(), Optional.empty()), article, blocks, List.of(), List.of());
  }
}
