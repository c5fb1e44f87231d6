package org.hearsay.bench;

import java.io.IOException;
import java.util.Arrays;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs the measurements and prints their tables in Markdown: {@code bench/run article}. Each figure
 * is of one core: pin the process to one ({@code taskset -c 0 bench/run ...}) where there are more,
 * so that collecting garbage counts too.
 */
public final class Bench {
  private Bench() {}

  private static final String USAGE =
      """
      bench/run WHAT

        article       bytes to article beside jsoup's parse and two peers, on the same pages
        language      tokens, parts of speech, names: articles and tokens a second
        reading       the whole reading and what each stage costs
        linear        time of long inputs beside that of short ones
        memory        peak of live memory while a page is read
        load          time to load the models in a fresh process
        profile STAGE the ten methods in which article, language, people, time or attribution
                      spend most
        all           all tables
      """;

  public static void main(String[] arguments)
      throws RunnerException, IOException, InterruptedException {
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "article" -> Tables.article();
      case "language" -> Tables.language();
      case "reading" -> Tables.reading();
      case "linear" -> Linear.print();
      case "memory" -> Memory.print();
      case "load" -> Load.print();
      case "profile" -> Profile.print(Arrays.asList(arguments).subList(1, arguments.length));
      case "all" -> {
        Tables.article();
        Tables.language();
        Tables.reading();
        Linear.print();
        Memory.print();
        Load.print();
      }
      default -> {
        System.err.print(USAGE);
        System.exit(2);
      }
    }
  }
}
