package org.hearsay.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks and prints their results for each page or article, in Markdown. */
final class Tables {
  private Tables() {}

  /** What one run of a benchmark gave, for each operation: milliseconds and bytes allocated. */
  private record Measured(
      double wall, double error, double cpu, double threads, double allocated) {}

  static void article() throws RunnerException {
    // reading a page runs through so much code that it is slow to get warm
    var results = run(ArticleBenchmark.class, ".*", 40);
    for (var corpus : new String[] {"fundus", "wcxb"}) {
      var pages = Pages.sample(corpus);
      var size = pages.stream().mapToLong(page -> page.length).sum() / pages.size();
      System.out.printf(
          "%n%s: %d pages of %d kB on average%n%n", corpus, pages.size(), size / 1000);
      head("page");
      var jsoup = result(results, "jsoupParse", corpus);
      for (var name : new String[] {"jsoupParse", "hearsay", "boilerpipe", "readability4j"}) {
        row(name, result(results, name, corpus), pages.size(), jsoup);
      }
    }
  }

  static void language() throws RunnerException {
    var results = run(LanguageBenchmark.class, ".*");
    for (var language : new String[] {"fr", "en"}) {
      var articles = Texts.of(language).size();
      var tokens = LanguageBenchmark.tokens(language);
      System.out.printf(
          "%n%s: %d articles of %d words, %d tokens%n%n", language, articles, Texts.WORDS, tokens);
      System.out.println("| | articles/s | 1,000 tokens/s | kB allocated/article |");
      System.out.println("| --- | --- | --- | --- |");
      for (var name : new String[] {"layer", "tokensAndSentences", "partsOfSpeech", "names"}) {
        var r = result(results, name, language);
        print(
            "| %s | %.0f | %.0f | %.0f |",
            name, articles * 1e3 / r.cpu, tokens / r.cpu, r.allocated / articles / 1e3);
      }
    }
  }

  static void reading() throws RunnerException {
    // with less the compiler, which is counted, takes as long as the reading
    var results = run(ReadingBenchmark.class, ".*", 20);
    for (var language : new String[] {"fr", "en"}) {
      var articles = Texts.of(language).size();
      var pages = Pages.inLanguage(language).size();
      var whole = result(results, "wholeText", language);
      System.out.printf(
          "%n%s: %d articles of %d words; %d pages%n%n", language, articles, Texts.WORDS, pages);
      System.out.println("| | ms each | each second | share | kB allocated |");
      System.out.println("| --- | --- | --- | --- | --- |");
      for (var name :
          new String[] {
            "wholeText",
            "textToArticle",
            "identify",
            "languageLayer",
            "people",
            "time",
            "attribution",
            "eventsAndConflicts",
            "pageToArticle",
            "wholePage"
          }) {
        var r = result(results, name, language);
        var page = name.contains("age") && !name.startsWith("language");
        var count = page ? pages : articles;
        print(
            "| %s | %.2f | %.0f | %s | %.0f |",
            name,
            r.cpu / count,
            count * 1e3 / r.cpu,
            page ? "" : "%.0f %%".formatted(100 * r.cpu / whole.cpu),
            r.allocated / count / 1e3);
      }
    }
  }

  private static void head(String each) {
    System.out.printf(
        "| | CPU ms/%s | of jsoup's parse | the thread's alone | of jsoup's | wall ms/%s | kB allocated/%s |%n",
        each, each, each);
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
  }

  private static void row(String name, Measured r, int count, Measured unit) {
    print(
        "| %s | %.2f | %.2f | %.2f | %.2f | %.2f ± %.2f | %.0f |",
        name,
        r.cpu / count,
        r.cpu / unit.cpu,
        r.threads / count,
        r.threads / unit.threads,
        r.wall / count,
        r.error / count,
        r.allocated / count / 1e3);
  }

  private static void print(String format, Object... values) {
    System.out.println(format.formatted(values));
  }

  private static Map<String, Measured> run(Class<?> benchmark, String methods)
      throws RunnerException {
    return run(benchmark, methods, 5);
  }

  private static Map<String, Measured> run(Class<?> benchmark, String methods, int warmups)
      throws RunnerException {
    Locale.setDefault(Locale.ROOT);
    var options =
        new OptionsBuilder()
            .include(benchmark.getName() + "\\." + methods)
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MILLISECONDS)
            .forks(Integer.getInteger("bench.forks", 1))
            .warmupIterations(Integer.getInteger("bench.warmups", warmups))
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(Integer.getInteger("bench.iterations", 5))
            .measurementTime(TimeValue.seconds(1))
            .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC")
            .addProfiler(CpuTime.class)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    return byName(new Runner(options).run());
  }

  private static Map<String, Measured> byName(Collection<RunResult> results) {
    var measured = new TreeMap<String, Measured>();
    for (var result : results) {
      var parameters = result.getParams();
      var method = parameters.getBenchmark();
      var secondary = result.getSecondaryResults();
      var name =
          method.substring(method.lastIndexOf('.') + 1)
              + " "
              + parameters.getParam(parameters.getParamsKeys().iterator().next());
      measured.put(
          name,
          new Measured(
              result.getPrimaryResult().getScore(),
              result.getPrimaryResult().getScoreError(),
              score(secondary, CpuTime.NAME),
              score(secondary, CpuTime.THREADS),
              score(secondary, "gc.alloc.rate.norm")));
    }
    return measured;
  }

  private static double score(Map<String, ?> results, String name) {
    if (results.get(name) instanceof Result<?> result) {
      return result.getScore();
    }
    throw new IllegalStateException("no " + name + " among " + results.keySet());
  }

  private static Measured result(Map<String, Measured> results, String name, String parameter) {
    var result = results.get(name + " " + parameter);
    if (result == null) {
      throw new IllegalStateException(name + " on " + parameter + " gave no result");
    }
    return result;
  }
}
