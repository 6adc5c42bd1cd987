package org.sitrep.fusion;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.knowledge.Knowledge;

/**
 * Claims of a made-up war into events, on all processors, in 4 GB of heap; {@code cpuSeconds} is the process's time
 * on them. The span of the war grows with its claims, so that a day stays as it is. A million claims:
 * {@code -p claims=1000000}, or that number as the argument of {@code main}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class FusionBenchmark {

  @Param({"10000", "100000"})
  private int claims;

  private final Fusion fusion =
      new Fusion(Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of()));
  private List<Claim> war = List.of();

  /** What was done in an iteration. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Work {
    public double cpuSeconds;
    public double events;
  }

  /** Makes the war up. */
  @Setup
  public void war() {
    war = new SimpleWar(1).claims(claims, (int) (claims * 2_500L / 8_800));
  }

  /** All claims at once. */
  @Benchmark
  public List<Event> batch(Work work) {
    double start = cpuSeconds();
    List<Event> events = fusion.apply(war);
    work.cpuSeconds += cpuSeconds() - start;
    work.events += events.size();
    return events;
  }

  private static double cpuSeconds() {
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  /** Runs it for the numbers of claims given. */
  public static void main(String... claims) throws RunnerException {
    var options = new OptionsBuilder().include(FusionBenchmark.class.getSimpleName());
    new Runner((claims.length == 0 ? options : options.param("claims", claims)).build()).run();
  }
}
