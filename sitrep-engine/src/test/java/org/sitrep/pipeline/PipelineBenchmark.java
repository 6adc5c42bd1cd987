package org.sitrep.pipeline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.sitrep.page.Capture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From raw text to claims on one thread. Divide {@code sentences} by {@code cpuSeconds} for sentences per second of
 * processor time. The text is that of the corpora where they are beside the repository, else the demo's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class PipelineBenchmark {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));
  private static final int ARTICLES = 60;

  private final Pipeline pipeline = Snippets.pipeline("syria");
  private final List<Capture> captures = new ArrayList<>();

  /** What was done in an iteration. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Work {
    public long sentences;
    public double cpuSeconds;
  }

  @Setup
  public void read() throws IOException {
    Path corpus = HOME.resolve("../shared/corpora/syria_articles_en.jsonl");
    Path file = Files.exists(corpus) ? corpus : HOME.resolve("demo/corpus/dispatches.jsonl");
    JsonMapper mapper = new JsonMapper();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8).stream().limit(ARTICLES).toList()) {
      JsonNode row = mapper.readTree(line);
      captures.add(Snippets.capture(row.path("text").asString("")));
    }
  }

  @Benchmark
  public long claims(Work work) {
    long before = THREADS.getCurrentThreadCpuTime();
    long claims = 0;
    for (Capture capture : captures) {
      Coded coded = pipeline.claims(capture);
      claims += coded.claims().size();
      work.sentences += coded.resolved().annotated().sentences().size();
    }
    work.cpuSeconds += (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
    return claims;
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(PipelineBenchmark.class.getSimpleName()).build()).run();
  }
}
