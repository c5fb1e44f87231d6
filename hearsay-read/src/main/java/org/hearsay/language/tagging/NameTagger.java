package org.hearsay.language.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.language.Name;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;

/**
 * Finds names with a {@link SequenceModel} over {@link NameFeatures}. Labels say where in a name a
 * word stands: {@code B} begins, {@code I} goes on, then the kind; {@code O} is none. (Labels of
 * their own for last words and names of one word tell nothing more here, and cost time and room.)
 * Names of other things, works, events, products, peoples, have labels too, so that they are not
 * taken for one of the three kinds, and are not given. Immutable, thread-safe.
 */
public final class NameTagger {

  private static final List<Name.Kind> KINDS =
      List.of(Name.Kind.PERSON, Name.Kind.ORGANISATION, Name.Kind.PLACE, Name.Kind.UNKNOWN);

  private static final String PARTS = "BI";

  /** A longer run of words is no name. */
  private static final int LONGEST = 14;

  private static final int LONGEST_TEXT = 60;

  private final SequenceModel model;

  public NameTagger(SequenceModel model) {
    this.model = model;
  }

  /** The labels, in their order: {@code O}, then two for each kind. */
  public static List<String> labels() {
    var labels = new ArrayList<String>();
    labels.add("O");
    for (var kind : KINDS) {
      for (var part : PARTS.toCharArray()) {
        labels.add(part + "-" + kind);
      }
    }
    return labels;
  }

  /** The label of a word, the first having number 0, in a name of this kind. */
  public static int label(Name.Kind kind, int word) {
    return first(KINDS.indexOf(kind)) + (word == 0 ? 0 : 1);
  }

  private static int first(int kind) {
    return 1 + kind * PARTS.length();
  }

  private static boolean begins(int label) {
    return label > 0 && (label - 1) % PARTS.length() == 0;
  }

  private static int kind(int label) {
    return (label - 1) / PARTS.length();
  }

  /** For each label whether it says that no person, organisation or place is there. */
  public static boolean[] open() {
    var open = new boolean[labels().size()];
    for (var label = 0; label < open.length; label++) {
      open[label] = label == 0 || KINDS.get(kind(label)) == Name.Kind.UNKNOWN;
    }
    return open;
  }

  /**
   * For each label how much it is held back.
   *
   * @param boldness for the labels that say that no person, organisation or place is there
   * @param caution for the beginning of an organisation
   */
  public static float[] held(float boldness, float caution) {
    var open = open();
    var held = new float[open.length];
    for (var label = 0; label < open.length; label++) {
      held[label] = open[label] ? boldness : 0;
    }
    held[label(Name.Kind.ORGANISATION, 0)] = caution;
    return held;
  }

  /** For {@code (before + 1) * labels + label} whether the two may not stand side by side. */
  public static boolean[] forbidden() {
    var n = labels().size();
    var forbidden = new boolean[(n + 1) * n];
    for (var before = -1; before < n; before++) {
      for (var label = 0; label < n; label++) {
        var goesOn = label > 0 && !begins(label);
        forbidden[(before + 1) * n + label] =
            goesOn && (before <= 0 || kind(before) != kind(label));
      }
    }
    return forbidden;
  }

  /** The names of a document, in order, not overlapping. */
  public List<Name> tag(
      String text, List<Token> tokens, List<Sentence> sentences, Features features) {
    var labels = new int[tokens.size()];
    var room = new SequenceModel.Workspace();
    for (var sentence : sentences) {
      model.decode(features, sentence.firstToken(), sentence.endToken(), labels, room);
    }
    return vote(text, repeated(text, tokens, names(tokens, sentences, labels))).stream()
        .filter(name -> name.kind() != Name.Kind.UNKNOWN)
        .toList();
  }

  /** What the document calls something; how often it is found, by kind. */
  private record Known(String written, int[] found) {
    Name.Kind kind() {
      var best = 0;
      for (var k = 1; k < found.length; k++) {
        best = found[k] > found[best] ? k : best;
      }
      return KINDS.get(best);
    }
  }

  /**
   * The names found, wherever else the document has the same words with a capital: names of several
   * words, acronyms, and the surnames of people who are named in full. Other names of one word only
   * when they are found oftener than not.
   */
  private static List<Name> repeated(String text, List<Token> tokens, List<Name> names) {
    var known = known(text, names);
    if (known.isEmpty()) {
      return names;
    }
    var free = free(text, tokens, names, known);
    var missed = new HashMap<String, Integer>();
    free.forEach(name -> missed.merge(name.in(text), 1, Integer::sum));
    var all = new ArrayList<>(names);
    for (var name : free) {
      var written = name.in(text);
      var word = written.indexOf(' ') < 0;
      var times = known.get(written);
      if (times != null
          && (!word
              || isAcronym(written)
              || times.found[0] >= FULL
              || sum(times.found) >= missed.getOrDefault(written, 0))) {
        all.add(new Name(name.start(), name.end(), times.kind()));
      }
    }
    all.sort(Comparator.comparingInt(Name::start));
    return all;
  }

  /** Of more names that start with the same word, the longest. */
  private static final int MOST_STARTING = 40;

  /** Weighs a surname of a full name so that it counts as found oftener than not. */
  private static final int FULL = 1000;

  private static boolean isAcronym(String written) {
    return written.matches("\\p{Lu}{2,8}");
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }

  private static Map<String, Known> known(String text, List<Name> names) {
    var known = new HashMap<String, Known>();
    for (var name : names) {
      if (name.length() <= LONGEST_TEXT && name.length() > 2) {
        var written = name.in(text);
        add(known, written, name.kind(), 1);
        var last = written.substring(written.lastIndexOf(' ') + 1);
        if (name.kind() == Name.Kind.PERSON
            && last.length() < written.length()
            && last.length() > 2
            && Character.isUpperCase(last.charAt(0))) {
          add(known, last, name.kind(), FULL);
        }
      }
    }
    return known;
  }

  private static void add(Map<String, Known> known, String written, Name.Kind kind, int times) {
    known.computeIfAbsent(written, w -> new Known(w, new int[KINDS.size()]))
            .found[KINDS.indexOf(kind)] +=
        times;
  }

  /** Where words outside the names found are the words of a known name, the longest first. */
  private static List<Name> free(
      String text, List<Token> tokens, List<Name> names, Map<String, Known> known) {
    var byFirst = new HashMap<String, List<Known>>();
    for (var each : known.values()) {
      var end = each.written.indexOf(' ');
      byFirst
          .computeIfAbsent(
              end < 0 ? each.written : each.written.substring(0, end), k -> new ArrayList<>())
          .add(each);
    }
    byFirst.values().forEach(list -> list.sort(Comparator.comparing(k -> -k.written.length())));
    var found = new ArrayList<Name>();
    var next = 0;
    for (var i = 0; i < tokens.size(); ) {
      var token = tokens.get(i);
      while (next < names.size() && names.get(next).end() <= token.start()) {
        next++;
      }
      var limit = next < names.size() ? names.get(next).start() : text.length();
      var end = i + 1;
      if (token.end() <= limit
          && token.kind() == Token.Kind.WORD
          && token.length() <= LONGEST_TEXT
          && Character.isUpperCase(text.charAt(token.start()))) {
        var starting = byFirst.getOrDefault(token.in(text), List.of());
        for (var each : starting.subList(0, Math.min(starting.size(), MOST_STARTING))) {
          var last = last(text, tokens, i, each.written, limit);
          if (last >= 0) {
            found.add(new Name(token.start(), tokens.get(last).end(), KINDS.get(0)));
            end = last + 1;
            break;
          }
        }
      }
      i = end;
    }
    return found;
  }

  /** The token that ends these words, if they stand here and end with a token; else -1. */
  private static int last(String text, List<Token> tokens, int first, String words, int limit) {
    var end = tokens.get(first).start() + words.length();
    if (end > limit || !text.startsWith(words, tokens.get(first).start())) {
      return -1;
    }
    var i = first;
    while (i < tokens.size() && tokens.get(i).end() < end) {
      i++;
    }
    return i < tokens.size() && tokens.get(i).end() == end ? i : -1;
  }

  private static List<Name> names(List<Token> tokens, List<Sentence> sentences, int[] labels) {
    var names = new ArrayList<Name>();
    for (var sentence : sentences) {
      for (var i = sentence.firstToken(); i < sentence.endToken(); ) {
        var end = i + 1;
        if (begins(labels[i])) {
          while (end < sentence.endToken() && labels[end] == labels[i] + 1) {
            end++;
          }
          if (end - i <= LONGEST) {
            var kind = KINDS.get(kind(labels[i]));
            names.add(new Name(tokens.get(i).start(), tokens.get(end - 1).end(), kind));
          }
        }
        i = end;
      }
    }
    return names;
  }

  /** One spelling, one kind: the kind that most of its occurrences in the document have. */
  private static List<Name> vote(String text, List<Name> names) {
    Map<String, int[]> votes = new HashMap<>();
    for (var name : names) {
      votes
          .computeIfAbsent(name.in(text), k -> new int[KINDS.size()])[KINDS.indexOf(name.kind())]++;
    }
    return names.stream()
        .map(
            name -> {
              var counts = votes.getOrDefault(name.in(text), new int[KINDS.size()]);
              var own = KINDS.indexOf(name.kind());
              var best = own;
              for (var k = 0; k < counts.length; k++) {
                if (counts[k] > counts[best] * 2) {
                  best = k;
                }
              }
              return best == own ? name : new Name(name.start(), name.end(), KINDS.get(best));
            })
        .toList();
  }
}
