package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.language.AnnotatedText;

/**
 * Trains the models: cues from every sentence, contents from each annotated cue, sources by ranking
 * the noun phrases around each annotated cue.
 */
public final class AttributionTrainer {

  private final List<Lesson> lessons = new ArrayList<>();

  /** Adds an article; weight above 1 for what counts for more. */
  public void add(
      AnnotatedText text,
      String language,
      List<List<List<org.hearsay.article.Span>>> sayings,
      boolean nested,
      float weight) {
    var marked =
        sayings.stream().map(s -> new Lesson.Marked(s.get(0), s.get(1), s.get(2))).toList();
    lessons.add(new Lesson(text, Lexicon.of(language).orElseThrow(), marked, nested, weight));
  }

  public Engine train(double eagerness, int cueEpochs, int roleEpochs) {
    var examples = new ArrayList<CrfTrainer.Example>();
    lessons.forEach(l -> examples.addAll(l.roleExamples(Crf.SPACE)));
    log(examples.size() + " role examples");
    var roles = Roles.roleModel(Engine.ROLE_ROWS);
    new CrfTrainer(roles, Double.parseDouble(System.getProperty("rr", "0.03")), 1e-6)
        .train(examples, roleEpochs);
    log("roles");
    var cueExamples = new ArrayList<CrfTrainer.Example>();
    lessons.forEach(l -> cueExamples.addAll(l.cueExamples(Crf.SPACE)));
    var cues = cues(cueExamples, cueEpochs);
    log("cues");
    var ranker = new SourceRanker();
    var trainer = new SourceTrainer(ranker);
    lessons.forEach(trainer::add);
    trainer.train(6);
    log("sources");
    return new Engine(cues, roles, ranker, eagerness);
  }

  /** How far each of the two stages gets alone on an article it has not seen. */
  public static final class Diagnosis {
    private int gold;
    private int found;
    private int right;
    private int sources;
    private int contents;
    private int both;
    private int unreachable;

    public void add(
        Engine engine,
        AnnotatedText text,
        String language,
        List<List<List<org.hearsay.article.Span>>> sayings,
        boolean nested) {
      var marked =
          sayings.stream().map(s -> new Lesson.Marked(s.get(0), s.get(1), s.get(2))).toList();
      var lesson = new Lesson(text, Lexicon.of(language).orElseThrow(), marked, nested, 1);
      var groups = engine.cues(lesson.signs);
      var unknown = lesson.unknown();
      found += (int) groups.stream().filter(g -> !unknown[g.head()]).count();
      for (var saying : lesson.sayings) {
        if (saying.cue().isEmpty()) {
          continue;
        }
        gold++;
        var match = groups.stream().filter(g -> g.overlaps(saying.cue())).findFirst();
        right += match.isPresent() ? 1 : 0;
        var group =
            match.orElse(new CueGroup(saying.cue(), CueGroup.head(lesson.words, saying.cue()), 1));
        var window = Roles.window(lesson.words, group.pieces());
        if (saying.content().stream().anyMatch(c -> !window.overlaps(c))
            || saying.source().stream().anyMatch(c -> !window.overlaps(c))) {
          unreachable++;
        }
        var filled =
            engine.fill(lesson.signs, RoleTagger.cueAt(lesson.words, groups), group, lesson.rules);
        if (filled.isPresent()) {
          var s = jaccard(filled.get().source(), saying.source()) >= .5;
          var c = jaccard(filled.get().content(), saying.content()) >= .5;
          sources += s ? 1 : 0;
          contents += c ? 1 : 0;
          both += s && c ? 1 : 0;
        }
      }
    }

    private static double jaccard(List<Range> a, List<Range> b) {
      var x = new java.util.BitSet();
      a.forEach(r -> x.set(r.first(), r.end()));
      var y = new java.util.BitSet();
      b.forEach(r -> y.set(r.first(), r.end()));
      var any = (java.util.BitSet) x.clone();
      any.or(y);
      x.and(y);
      return any.isEmpty() ? 1 : (double) x.cardinality() / any.cardinality();
    }

    public String line() {
      return String.format(
          java.util.Locale.ROOT,
          "cues: P %.1f R %.1f of %d; on their cues: source %.1f, content %.1f, both %.1f; out of reach %d",
          100.0 * right / found,
          100.0 * right / gold,
          gold,
          100.0 * sources / gold,
          100.0 * contents / gold,
          100.0 * both / gold,
          unreachable);
    }
  }

  private static void log(String what) {
    System.err.println(what);
  }

  private static Crf cues(List<CrfTrainer.Example> examples, int epochs) {
    var crf = Roles.cueModel(Engine.CUE_ROWS);
    new CrfTrainer(crf, Double.parseDouble(System.getProperty("cr", "0.05")), 1e-6)
        .train(examples, epochs);
    return crf;
  }
}
