package org.hearsay.train.time;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.language.LanguageIdentifier;
import org.hearsay.reading.TimeExpression;
import org.hearsay.reading.time.TimeTagger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearsay-train evaluate time}: the time tagger against marked corpora. */
@Command(
    name = "time",
    description = {
      "Scores time expressions: spans strict and relaxed, type and value, as TempEval-3 does.",
      "recognizers: a clone of Recognizers-Text; utterances a newsroom could write.",
      "timeml: a folder of .tml files. winer: brat standoff with Date spans (full dates only).",
    },
    mixinStandardHelpOptions = true)
public final class EvaluateTime implements Callable<Integer> {

  private enum Corpus {
    timeml,
    recognizers,
    winer
  }

  @Option(names = "--corpus", required = true, description = "${COMPLETION-CANDIDATES}")
  private Corpus corpus = Corpus.timeml;

  @Option(names = "--language", description = "fr or en; told from each text when not given")
  private @Nullable String language;

  @Option(names = "--errors", description = "also list every error")
  private boolean errors;

  @Parameters(arity = "1..*", description = "folder of the corpus")
  private List<Path> paths = List.of();

  @Spec private @Nullable CommandSpec spec;

  private final LanguageIdentifier identifier = new LanguageIdentifier();
  private final TimeTagger tagger = new TimeTagger();

  @Override
  public Integer call() throws IOException {
    var out = spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
    for (var path : paths) {
      if (corpus == Corpus.recognizers) {
        var specs = new Recognizers();
        out.print(specs.table(path.resolve("Specs/DateTime")));
        if (errors) {
          specs.failures().forEach(out::println);
        }
        continue;
      }
      var score = new TimeScore();
      for (var text : corpus == Corpus.timeml ? TimeMl.readAll(path) : BratDates.readAll(path)) {
        score.add(text, found(text));
      }
      out.print(score.table(path.getFileName().toString()));
      if (errors) {
        score.errors().forEach(out::println);
      }
    }
    out.flush();
    return 0;
  }

  private List<TimeExpression> found(GoldText text) {
    var told = language != null ? language : identifier.identify(text.text()).orElse("en");
    var times = tagger.tag(text.annotated(told), text.published());
    // WiNER marks absolute dates only: not "hier" or "la semaine dernière".
    return corpus == Corpus.timeml
        ? times
        : times.stream().filter(t -> isDate(t, text.text())).toList();
  }

  /** A date with a number in it, or one that the words alone give. */
  static boolean isDate(TimeExpression time, String text) {
    return time.type() == TimeExpression.Type.DATE
        && time.value() != null
        && !time.value().endsWith("_REF")
        && (time.anchor() == TimeExpression.Anchor.ABSOLUTE
            || time.in(text).chars().anyMatch(Character::isDigit));
  }
}
