package org.sitrep.language;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;

/**
 * From raw text to trees on one thread, in 80 MB of heap. Divide {@code tokens} by {@code cpuSeconds} for
 * tokens per second of processor time. The text is that of the treebanks where they are beside the
 * repository.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(value = 1, jvmArgs = "-Xmx80m")
public class AnalyserBenchmark {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<String> blocks = new ArrayList<>();
  private English english = English.load();

  /** What was done in an iteration. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Work {
    public long tokens;
    public double cpuSeconds;
  }

  @Setup
  public void read() throws IOException {
    Path file = Path.of(System.getProperty("sitrep.home", "."), "../shared/treebanks/ewt-test.conllu.xz");
    if (Files.exists(file)) {
      StringBuilder block = new StringBuilder();
      for (Conllu.Sentence sentence : Conllu.read(file)) {
        block.append(sentence.comment("text")).append(' ');
        if (block.length() > 600) {
          blocks.add(block.toString());
          block.setLength(0);
        }
      }
    } else {
      blocks.add("The army captured the village on Friday, a spokesman said. Five rebels were killed.");
    }
  }

  @Benchmark
  public long analyse(Work work) {
    long before = THREADS.getCurrentThreadCpuTime();
    long tokens = 0;
    for (String block : blocks) {
      for (SyntaxTree tree : english.analyse(block, new Span(0, block.length()))) {
        tokens += tree.size();
      }
    }
    work.tokens += tokens;
    work.cpuSeconds += (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
    return tokens;
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(AnalyserBenchmark.class.getSimpleName()).build()).run();
  }
}
