package org.sitrep.segmentation;

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
import org.sitrep.ingestion.Ingestion;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.page.Capture;

/**
 * From HTML in memory to pages on one thread. Divide {@code pages} by {@code cpuSeconds} for pages per second of processor time.
 * The pages are the news pages beside the repository where they are there, else the sample pages of the packs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class PagesBenchmark {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));

  private final Segmenter segmenter = new Segmenter(Knowledge.load(HOME, List.of()));
  private final List<Capture> captures = new ArrayList<>();

  /** What was done in an iteration. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Work {
    public long pages;
    public double cpuSeconds;
  }

  @Setup
  public void read() throws IOException {
    Path archive = HOME.resolve("../shared/benchmarks/aeb_dev.tar.gz");
    if (Files.exists(archive)) {
      captures.addAll(PageFigures.captures(archive, Files.createTempDirectory("pages")));
    } else {
      new Ingestion().read(List.of(HOME.resolve("knowledge/syria/sources")), c -> keep(c), issue -> {});
    }
  }

  private void keep(Capture capture) {
    if (capture.format() == Capture.Format.HTML) {
      captures.add(capture);
    }
  }

  @Benchmark
  public long pages(Work work) {
    long before = THREADS.getCurrentThreadCpuTime();
    long blocks = 0;
    for (Capture capture : captures) {
      blocks += segmenter.apply(capture).blocks().size();
    }
    work.pages += captures.size();
    work.cpuSeconds += (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
    return blocks;
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(PagesBenchmark.class.getSimpleName()).build()).run();
  }
}
