package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearsay.reading.Attribution;

/** The trained models at work: cues first, then the source and content of each. */
public final class Engine {

  static final int CUE_ROWS = 1 << 18;
  static final int ROLE_ROWS = 1 << 20;

  /** How much the first label of a cue is favoured when candidates are looked for. */
  static final double EAGERNESS = 1.5;

  private static final double INCISE = .85;

  private final CueTagger cues;
  private final RoleTagger roles;
  private final SourceRanker ranker;
  private final double eagerness;

  /** Cues less probable than this are dropped. */
  double least = .3;

  private final Crf cueModel;
  private final Crf roleModel;

  /** The engine that is shipped for a language; empty when there is none. */
  static Optional<Engine> shipped(String language) {
    var name = language + "/attribution.model";
    try (var stream = Engine.class.getResourceAsStream(name)) {
      if (stream == null) {
        return Optional.empty();
      }
      var in = WeightTable.whole(stream);
      var cues = Roles.cueModel(CUE_ROWS);
      cues.read(in);
      var roles = Roles.roleModel(ROLE_ROWS);
      roles.read(in);
      return Optional.of(
          new Engine(cues, roles, new SourceRanker(WeightTable.read(in)), EAGERNESS));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  public void write(OutputStream out) throws IOException {
    cueModel.write(out);
    roleModel.write(out);
    WeightTable.write(out, ranker.weights);
  }

  public void least(double probability) {
    least = probability;
  }

  Engine(Crf cues, Crf roles, SourceRanker ranker, double eagerness) {
    this.ranker = ranker;
    cueModel = cues;
    roleModel = roles;
    this.cues = new CueTagger(cues);
    this.roles = new RoleTagger(roles);
    this.eagerness = eagerness;
  }

  List<CueGroup> cues(Signs signs) {
    return cues.find(signs, eagerness);
  }

  Optional<RoleTagger.Filled> fill(Signs signs, int[] cueAt, CueGroup group, List<Draft> rules) {
    return roles
        .fill(signs, cueAt, group, rules)
        .map(
            filled -> {
              var choice =
                  ranker.choose(SourceRanker.candidates(signs, cueAt, group, filled.content()));
              var span = choice.span();
              return new RoleTagger.Filled(
                  span == null ? List.of() : List.of(span),
                  filled.content(),
                  choice.probability(),
                  filled.certainty());
            });
  }

  /** In order of their first content token, outer before inner. */
  List<Draft> find(Words words, List<Draft> rules) {
    var signs = new Signs(words);
    var groups = cues.find(signs, eagerness);
    var cueAt = RoleTagger.cueAt(words, groups);
    var drafts = new ArrayList<Draft>();
    for (var group : groups) {
      if (group.probability() < least) {
        continue;
      }
      fill(signs, cueAt, group, rules)
          .ifPresent(
              filled ->
                  drafts.add(
                      new Draft(
                          filled.source(),
                          group.pieces(),
                          filled.content(),
                          group.head(),
                          words.cue[group.head()],
                          group.probability()
                              * Math.sqrt(filled.certainty() * filled.sourceCertainty()))));
    }
    addSure(words, rules, drafts);
    new FreeQuotations(words).addTo(drafts);
    drafts.sort(
        Comparator.comparingInt((Draft d) -> d.content().get(0).first())
            .thenComparing(d -> -d.content().get(d.content().size() - 1).end())
            .thenComparingInt(Draft::head));
    return drafts;
  }

  /** What word order tells better than few examples do: "selon X", "X dit que", French incises. */
  private static void addSure(Words words, List<Draft> rules, List<Draft> drafts) {
    var french = words.lexicon.language().equals("fr");
    for (var rule : rules) {
      var entry = rule.entry();
      if (rule.cue().isEmpty() || rule.source().isEmpty() || entry == null) {
        continue;
      }
      var incise = french && rule.confidence() >= INCISE;
      var clause =
          entry.kind() == Cue.Kind.SPEECH
              && words.is(rule.content().get(0).first(), WordClass.SUBORDINATOR);
      var denial = entry.flags().contains(Attribution.Flag.DENY);
      var same =
          drafts.stream()
              .filter(
                  d -> d.cue().stream().anyMatch(c -> rule.cue().stream().anyMatch(c::overlaps)))
              .toList();
      if (same.isEmpty() && (incise || clause || denial || !entry.verb())) {
        drafts.add(rule);
      } else if (incise) {
        drafts.removeAll(same);
        drafts.add(rule);
      }
    }
  }
}
