package org.sitrep.knowledge;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.sitrep.annotation.PlaceSpotting;
import org.sitrep.entity.Place;
import org.sitrep.language.English;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;
import tools.jackson.databind.json.JsonMapper;

/**
 * Look-ups in the bundled gazetteer, opening it, and spotting place names in sentences that have been analysed, on one thread in
 * 120 MB of heap. Look-ups are counted by name; {@code spotting}: divide {@code megabytes} of text by {@code cpuSeconds}. The
 * text is that of the corpora where they are beside the repository, else the demo's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(value = 1, jvmArgs = {"-Xmx120m", "-XX:+UseSerialGC"})
public class PlacesBenchmark {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));
  private static final List<Path> PACKS = List.of(HOME.resolve("knowledge/common"), HOME.resolve("knowledge/syria"));
  private static final int NAMES = 1000;
  private static final int ARTICLES = 60;

  private final List<String> names = new ArrayList<>();
  private final List<String> misspelt = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<List<SyntaxTree>> trees = new ArrayList<>();
  private Places places = Places.load(PACKS);
  private PlaceSpotting spotting = new PlaceSpotting(Knowledge.load(HOME, List.of("syria")));

  /** What was done in an iteration. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Work {
    public double megabytes;
    public double cpuSeconds;
  }

  /** Chooses names and analyses texts. */
  @Setup
  public void read() throws IOException {
    Random random = new Random(4);
    List<Place> all = places.listAll();
    while (names.size() < NAMES) {
      String name = all.get(random.nextInt(all.size())).name();
      names.add(name);
      int at = 1 + random.nextInt(Math.max(1, name.length() - 1));
      misspelt.add(name.substring(0, at) + "a" + name.substring(at));
    }
    Path corpus = HOME.resolve("../shared/corpora/syria_articles_en.jsonl");
    Path file = Files.exists(corpus) ? corpus : HOME.resolve("demo/corpus/dispatches.jsonl");
    JsonMapper mapper = new JsonMapper();
    English english = English.load();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8).stream().limit(ARTICLES).toList()) {
      String text = mapper.readTree(line).path("text").asString("");
      texts.add(text);
      trees.add(english.analyse(text, new Span(0, text.length())));
    }
  }

  /** Places of exactly a name. */
  @Benchmark
  @OperationsPerInvocation(NAMES)
  public long exact() {
    long found = 0;
    for (String name : names) {
      found += places.listExact(name).size();
    }
    return found;
  }

  /** Every place of every step but the misspellings. */
  @Benchmark
  @OperationsPerInvocation(NAMES)
  public long ladder() {
    long found = 0;
    for (String name : names) {
      found += places.listCandidates(name).size();
    }
    return found;
  }

  /** Names with a letter too many. */
  @Benchmark
  @OperationsPerInvocation(NAMES)
  public long misspelt() {
    long found = 0;
    for (String name : misspelt) {
      found += places.listMisspelt(name).size();
    }
    return found;
  }

  /** Checks the place files and maps the index. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Places open() {
    return Places.load(PACKS);
  }

  /** Place mentions with what the words around them say. */
  @Benchmark
  public long spotting(Work work) {
    long before = THREADS.getCurrentThreadCpuTime();
    long found = 0;
    for (int i = 0; i < texts.size(); i++) {
      found += spotting.annotate("text", texts.get(i), trees.get(i)).sentences().size();
      work.megabytes += texts.get(i).length() / 1e6;
    }
    work.cpuSeconds += (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
    return found;
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(PlacesBenchmark.class.getSimpleName()).build()).run();
  }
}
