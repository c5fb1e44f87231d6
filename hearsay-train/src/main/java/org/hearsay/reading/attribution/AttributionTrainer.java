package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;

/**
 * Trains the models: cues from every sentence, contents from each annotated cue, sources by ranking
 * the noun phrases around each annotated cue.
 */
public final class AttributionTrainer {

  private static final double CUE_RATE = .05;
  private static final double ROLE_RATE = .03;
  private static final double DECAY = 1e-6;

  /** The share of its features that a position loses at each visit. */
  private static final double ROLE_DROPPED = .5;

  /** Each article's cues are found without it and this part of the others. */
  private static final int PARTS = 4;

  private final List<Lesson> lessons = new ArrayList<>();
  private final List<Lesson> forNetwork = new ArrayList<>();

  private static final Map<String, Lexicon> LEXICONS = new ConcurrentHashMap<>();

  private static Lexicon lexicon(String language) {
    return LEXICONS.computeIfAbsent(language, l -> Lexicon.of(l).orElseThrow());
  }

  /**
   * Whether a cue holds a word that tells of speech, as the lexicon has it, or an "according to".
   */
  public static boolean speech(String cue, String language) {
    for (var word : cue.toLowerCase(Locale.ROOT).split("[^\\p{L}']+")) {
      var entry = lexicon(language).cue(word);
      if (entry != null && (entry.kind() == Cue.Kind.SPEECH || entry.kind() == Cue.Kind.PREP)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds an article.
   *
   * @param weight above 1 for what counts for more
   * @param foreign whether it is of another language than the one that is learnt
   * @return its number, from 0
   */
  public int add(
      AnnotatedText text,
      String language,
      List<List<List<Span>>> sayings,
      boolean nested,
      float weight,
      boolean foreign) {
    lessons.add(new Lesson(text, lexicon(language), marked(sayings), nested, weight, foreign));
    return lessons.size() - 1;
  }

  /** Adds an article of another language that the network alone learns from. */
  public void addForNetwork(
      AnnotatedText text,
      String language,
      List<List<List<Span>>> sayings,
      boolean nested,
      float weight) {
    forNetwork.add(new Lesson(text, lexicon(language), marked(sayings), nested, weight, true));
  }

  static Lesson lesson(
      AnnotatedText text, String language, List<List<List<Span>>> sayings, boolean nested) {
    return new Lesson(text, lexicon(language), marked(sayings), nested, 1, false);
  }

  private static List<Lesson.Marked> marked(List<List<List<Span>>> sayings) {
    return sayings.stream().map(s -> new Lesson.Marked(s.get(0), s.get(1), s.get(2))).toList();
  }

  /**
   * How cues are learnt.
   *
   * @param eagerness how much the first label of a cue is favoured where cues are looked for
   * @param dropped the share of its features that a word loses at each visit
   */
  public record CueLearning(double eagerness, int epochs, double dropped) {}

  /** Trains on all but some of the articles. */
  public Engine train(CueLearning how, int roleEpochs, int networkEpochs, int runs, BitSet left) {
    var used = new ArrayList<Lesson>();
    for (var i = left.nextClearBit(0); i < lessons.size(); i = left.nextClearBit(i + 1)) {
      used.add(lessons.get(i));
    }
    var found = found(used, how);
    var network = CompletableFuture.supplyAsync(() -> network(used, found, networkEpochs));
    var cues = CompletableFuture.supplyAsync(() -> cues(used, how, runs));
    var roles = roles(used, found, roleEpochs, runs);
    var ranker = ranker(used, found, runs);
    return new Engine(
        cues.join(),
        roles,
        ranker,
        network.join(),
        how.eagerness(),
        new Chooser(),
        Confidence.shipped(""));
  }

  /** How far each of the two stages gets alone on an article it has not seen. */
  public static final class Diagnosis {
    private int gold;
    private int found;
    private int right;
    private int sources;
    private int contents;
    private int both;
    private int possible;
    private int unreachable;

    public void add(
        Engine engine,
        AnnotatedText text,
        String language,
        List<List<List<Span>>> sayings,
        boolean nested) {
      var lesson = lesson(text, language, sayings, nested);
      var context = engine.read(lesson.signs);
      var groups = engine.cues(context);
      var unknown = lesson.unknown();
      found += (int) groups.stream().filter(g -> !unknown[g.head()]).count();
      var cueAt = RoleTagger.cueAt(lesson.words, groups);
      var told = new Told();
      for (var saying : lesson.inOrderOfCues()) {
        gold++;
        var group = lesson.group(saying, groups);
        right += groups.contains(group) ? 1 : 0;
        var seen = CueWindow.of(lesson.signs, cueAt, group, lesson.ruled);
        var window = seen.range();
        if (saying.content().stream().anyMatch(c -> !window.overlaps(c))
            || saying.source().stream().anyMatch(c -> !window.overlaps(c))) {
          unreachable++;
        }
        var options = engine.options(seen, context, told.before(lesson.words, group));
        told.add(group, options.isEmpty() ? List.of() : options.get(0).source());
        if (!options.isEmpty()) {
          var best = options.get(0);
          var s = Range.jaccard(best.source(), saying.source()) >= .5;
          var c = Range.jaccard(best.content(), saying.content()) >= .5;
          sources += s ? 1 : 0;
          contents += c ? 1 : 0;
          both += s && c ? 1 : 0;
          possible +=
              options.stream()
                      .anyMatch(
                          o ->
                              Range.jaccard(o.source(), saying.source()) >= .5
                                  && Range.jaccard(o.content(), saying.content()) >= .5)
                  ? 1
                  : 0;
        }
      }
    }

    public String line() {
      return String.format(
          Locale.ROOT,
          "cues: P %.1f R %.1f of %d; on their cues: source %.1f, content %.1f, both %.1f; possible %.1f; out of reach %d",
          100.0 * right / found,
          100.0 * right / gold,
          gold,
          100.0 * sources / gold,
          100.0 * contents / gold,
          100.0 * both / gold,
          100.0 * possible / gold,
          unreachable);
    }
  }

  /** The cues of each article as a model finds them that has not learnt from it. */
  private static Map<Lesson, List<CueGroup>> found(List<Lesson> lessons, CueLearning how) {
    var found = new ConcurrentHashMap<Lesson, List<CueGroup>>();
    IntStream.range(0, PARTS)
        .parallel()
        .forEach(
            part -> {
              var rest = new ArrayList<Lesson>();
              for (var i = 0; i < lessons.size(); i++) {
                if (i % PARTS != part) {
                  rest.add(lessons.get(i));
                }
              }
              var tagger = new CueTagger(cues(rest, how, 1));
              for (var i = part; i < lessons.size(); i += PARTS) {
                var lesson = lessons.get(i);
                found.put(lesson, tagger.find(new Context(lesson.signs, null), how.eagerness()));
              }
            });
    return found;
  }

  private Network network(List<Lesson> lessons, Map<Lesson, List<CueGroup>> found, int epochs) {
    var texts = new ArrayList<NetworkTrainer.Text>();
    for (var lesson : lessons) {
      texts.add(lesson.forNetwork(found.getOrDefault(lesson, List.of())));
    }
    forNetwork.forEach(lesson -> texts.add(lesson.forNetwork(List.of())));
    var language = language(lessons);
    return new NetworkTrainer(texts, WordVectors.of(language), NetworkStart.of(language))
        .train(epochs);
  }

  /** The language that is learnt. */
  private static String language(List<Lesson> lessons) {
    return lessons.stream()
        .filter(lesson -> !lesson.foreign)
        .findFirst()
        .map(lesson -> lesson.words.lexicon.language())
        .orElse("");
  }

  private static Crf cues(List<Lesson> lessons, CueLearning how, int runs) {
    var examples = new ArrayList<CrfTrainer.Example>();
    lessons.forEach(l -> examples.addAll(l.cueExamples()));
    var crf = Roles.cueModel(Engine.CUE_ROWS);
    new CrfTrainer(crf, CUE_RATE, DECAY, how.dropped()).train(examples, how.epochs(), runs);
    return crf;
  }

  private static Crf roles(
      List<Lesson> lessons, Map<Lesson, List<CueGroup>> found, int epochs, int runs) {
    var examples = new ArrayList<CrfTrainer.Example>();
    lessons.forEach(
        lesson -> examples.addAll(lesson.roleExamples(found.getOrDefault(lesson, List.of()))));
    var crf = Roles.roleModel(Engine.ROLE_ROWS);
    new CrfTrainer(crf, ROLE_RATE, DECAY, ROLE_DROPPED).train(examples, epochs, runs);
    System.err.println(examples.size() + " attributions");
    return crf;
  }

  private static SourceRanker ranker(
      List<Lesson> lessons, Map<Lesson, List<CueGroup>> found, int runs) {
    var ranker = new SourceRanker();
    var trainer = new SourceTrainer(ranker);
    lessons.forEach(lesson -> trainer.add(lesson, found.getOrDefault(lesson, List.of())));
    trainer.train(6, runs);
    return ranker;
  }
}
