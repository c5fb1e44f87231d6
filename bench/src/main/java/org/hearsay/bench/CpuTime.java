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
 * CPU time of the whole process for each operation, garbage collection and compilation included: a
 * figure that holds on a machine that does other work beside.
 */
public final class CpuTime implements InternalProfiler {

  /** The name of the result, in milliseconds. */
  static final String NAME = "cpu";

  private long before;

  @Override
  public String getDescription() {
    return "CPU time of the process for each operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = now();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    var operations = Math.max(1, result.getMetadata().getMeasuredOps());
    var each = (now() - before) / 1e6 / operations;
    return List.of(new ScalarResult(NAME, each, "ms", AggregationPolicy.AVG));
  }

  /** Nanoseconds of CPU that this process has used. */
  static long now() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
