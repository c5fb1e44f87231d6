package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** The trained models at work: cues first, then the source and content of each. */
public final class Engine {

  static final int CUE_ROWS = 1 << 18;
  static final int ROLE_ROWS = 1 << 20;

  /** Cues less probable than this are not looked at. */
  private static final double LEAST_CUE = .25;

  /** How probable an attribution must be to be given: where the F of all is near its best. */
  static final double SHOWN = .33;

  /**
   * What is set for a language, by trial on texts that the models have not learnt from.
   *
   * @param eagerness how much the first label of a cue is favoured when candidates are looked for:
   *     more in English, where PolNeAR's cues are of more kinds
   * @param chain the share of {@link #SHOWN} on which is given what stands inside the content of
   *     another, with a cue that the lexicon knows. In English more is asked: of what ten pages
   *     gave below .2, fourteen of seventeen were no attributions
   */
  private record Tuning(double eagerness, double chain) {
    private static final Tuning FRENCH = new Tuning(1.5, .25);
    private static final Tuning ENGLISH = new Tuning(2, .6);

    static Tuning of(String language) {
      return language.equals("en") ? ENGLISH : FRENCH;
    }
  }

  private static final int NEAR = 40;

  private final CueTagger cues;
  private final RoleTagger roles;
  private final SourceRanker ranker;
  private final double eagerness;
  private final Crf cueModel;
  private final Crf roleModel;
  private final Network network;

  /** How what speaks for an attribution is weighed. */
  Confidence confidence;

  /** How one of the ways to fill a cue is chosen. */
  Chooser chooser;

  /** Attributions less probable than this are dropped. */
  double shown = SHOWN;

  /** The engine that is shipped for a language; empty when there is none. */
  static Optional<Engine> shipped(String language) {
    var name = language + "/attribution.model";
    try (var stream = Engine.class.getResourceAsStream(name)) {
      if (stream == null) {
        return Optional.empty();
      }
      var in = WeightTable.unzipped(stream);
      var cues = Roles.cueModel(CUE_ROWS);
      cues.read(in);
      var roles = Roles.roleModel(ROLE_ROWS);
      roles.read(in);
      return Optional.of(
          new Engine(
              cues,
              roles,
              SourceRanker.read(in),
              Network.read(in),
              Tuning.of(language).eagerness(),
              Chooser.shipped(language),
              Confidence.shipped(language)));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Writes the weights, gzipped: they take half the room. */
  public void write(OutputStream out) throws IOException {
    var zipped = new GZIPOutputStream(out);
    cueModel.write(zipped);
    roleModel.write(zipped);
    ranker.write(zipped);
    network.write(zipped);
    zipped.finish();
  }

  /** Drops what is less probable than this, 0 to 1. */
  public void shown(double least) {
    shown = least;
  }

  Engine(
      Crf cues,
      Crf roles,
      SourceRanker ranker,
      Network network,
      double eagerness,
      Chooser chooser,
      Confidence confidence) {
    this.chooser = chooser;
    this.confidence = confidence;
    this.ranker = ranker;
    this.network = network;
    cueModel = cues;
    roleModel = roles;
    this.cues = new CueTagger(cues);
    this.roles = new RoleTagger(roles);
    this.eagerness = eagerness;
  }

  Context read(Signs signs) {
    return new Context(signs, network);
  }

  List<CueGroup> cues(Context context) {
    return cues.find(context, eagerness);
  }

  /** What a cue may attribute to whom, the likeliest first; empty when it attributes nothing. */
  List<Draft> options(CueWindow seen, Context context, List<List<Range>> told) {
    return chooser.ordered(weighable(seen, context, told));
  }

  /** The same, not weighed yet. */
  List<Chooser.Option> weighable(CueWindow seen, Context context, List<List<Range>> told) {
    var features = new ChoiceFeatures(seen);
    var options = new ArrayList<Chooser.Option>();
    for (var filled : roles.fill(seen, context, ranker, told)) {
      var draft = draft(seen.words(), seen.group(), filled);
      options.add(
          new Chooser.Option(draft, features.of(draft), Confidence.signals(draft, seen.words())));
    }
    return options;
  }

  /** In order of their first content token, outer before inner. */
  List<Draft> find(Words words, List<Draft> rules) {
    var signs = new Signs(words);
    var context = read(signs);
    var groups = cues(context);
    var cueAt = RoleTagger.cueAt(words, groups);
    var drafts = new ArrayList<Draft>();
    var ruled = ByCue.of(rules);
    var told = new Told();
    for (var group : groups) {
      if (group.probability() < LEAST_CUE) {
        continue;
      }
      var options =
          options(CueWindow.of(signs, cueAt, group, ruled), context, told.before(words, group));
      if (!options.isEmpty()) {
        var draft = options.get(0);
        told.add(group, draft.source());
        drafts.add(draft);
      }
    }
    var quotations = new FreeQuotations(words);
    weigh(drafts, words);
    quotations.goOn(drafts);
    var free = quotations.find(drafts);
    weigh(free, words);
    drafts.addAll(free);
    drafts.replaceAll(draft -> Borders.mended(words, draft));
    drafts.sort(Draft.IN_ORDER);
    return probable(words, drafts);
  }

  private void weigh(List<Draft> drafts, Words words) {
    var right = confidence.right(drafts, words);
    for (var i = 0; i < right.length; i++) {
      drafts.set(i, drafts.get(i).with(right[i]));
    }
  }

  private List<Draft> probable(Words words, List<Draft> drafts) {
    var chainPart = Tuning.of(words.lexicon.language()).chain();
    var probable = new ArrayList<Draft>();
    for (var draft : drafts) {
      var near = probable.subList(Math.max(0, probable.size() - NEAR), probable.size());
      var within = near.stream().anyMatch(outer -> outer.holds(draft));
      var entry = draft.entry();
      var chain = within && entry != null && entry.kind() != Cue.Kind.NOUN;
      if (draft.confidence() >= (chain ? shown * chainPart : shown) && says(words, draft)) {
        probable.add(draft);
      }
    }
    return probable;
  }

  /** Whether a content has a word in it. */
  private static boolean says(Words words, Draft draft) {
    return draft.content().stream()
        .anyMatch(
            piece ->
                IntStream.range(piece.first(), piece.end()).anyMatch(i -> !words.punctuation[i]));
  }

  private static Draft draft(Words words, CueGroup group, RoleTagger.Filled filled) {
    return new Draft(
        filled.source() == null ? List.of() : List.of(filled.source()),
        group.pieces(),
        filled.content(),
        group.head(),
        words.cue[group.head()],
        new Evidence(
            Evidence.Origin.MODEL,
            group.probability(),
            filled.certainty(),
            filled.trust(),
            filled.behind(),
            filled.doubt(),
            filled.ruled(),
            filled.marginals(),
            Evidence.NONE),
        1);
  }
}
