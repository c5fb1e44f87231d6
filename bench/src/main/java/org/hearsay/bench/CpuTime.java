package org.hearsay.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * CPU time for each operation, a figure that holds on a machine that does other work beside: of the
 * whole process, garbage collection and compilation included, and of the threads that run Java
 * alone. Where much code runs, as in reading a page, the compiler is not at rest after minutes.
 */
public final class CpuTime implements InternalProfiler {

  /** The name of the result, in milliseconds. */
  static final String NAME = "cpu";

  /** The same of Java's threads. */
  static final String THREADS = "threads";

  private long before;
  private long threadsBefore;

  @Override
  public String getDescription() {
    return "CPU time of the process for each operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = now();
    threadsBefore = threads();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    var operations = Math.max(1, result.getMetadata().getMeasuredOps());
    var each = (now() - before) / 1e6 / operations;
    var own = (threads() - threadsBefore) / 1e6 / operations;
    return List.of(
        new ScalarResult(NAME, each, "ms", AggregationPolicy.AVG),
        new ScalarResult(THREADS, own, "ms", AggregationPolicy.AVG));
  }

  /** Nanoseconds of CPU that the Java threads which are alive have used. */
  private static long threads() {
    var threads = ManagementFactory.getThreadMXBean();
    var sum = 0L;
    for (var id : threads.getAllThreadIds()) {
      sum += Math.max(0, threads.getThreadCpuTime(id));
    }
    return sum;
  }

  /** Nanoseconds of CPU that this process has used. */
  static long now() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
