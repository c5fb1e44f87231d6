package org.hearsay.language.tagging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.language.Name;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;

/**
 * Finds names with a {@link SequenceModel} over {@link NameFeatures}. Labels say where in a name a
 * word stands: {@code B} begins, {@code I} goes on, {@code L} ends, {@code U} is a name alone, then
 * the kind; {@code O} is none. Immutable, thread-safe.
 */
public final class NameTagger {

  private static final List<Name.Kind> KINDS =
      List.of(Name.Kind.PERSON, Name.Kind.ORGANISATION, Name.Kind.PLACE);

  private static final String PARTS = "BILU";

  /** A longer run of words is no name. */
  private static final int LONGEST = 14;

  private static final int LONGEST_TEXT = 60;

  private final SequenceModel model;

  public NameTagger(SequenceModel model) {
    this.model = model;
  }

  /** The labels, in their order: {@code O}, then four for each kind. */
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

  /** The label of a word in a name of this kind that has {@code length} words. */
  public static int label(Name.Kind kind, int word, int length) {
    var part = length == 1 ? 3 : word == 0 ? 0 : word == length - 1 ? 2 : 1;
    return 1 + KINDS.indexOf(kind) * 4 + part;
  }

  /** For {@code (before + 1) * labels + label} whether the two may not stand side by side. */
  public static boolean[] forbidden() {
    var n = labels().size();
    var forbidden = new boolean[(n + 1) * n];
    for (var before = -1; before < n; before++) {
      for (var label = 0; label < n; label++) {
        var open = before > 0 && (before - 1) % 4 <= 1;
        var continues = label > 0 && ((label - 1) % 4 == 1 || (label - 1) % 4 == 2);
        var same = before > 0 && label > 0 && (before - 1) / 4 == (label - 1) / 4;
        forbidden[(before + 1) * n + label] = open ? !(continues && same) : continues;
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
    return vote(text, repeated(text, tokens, names(tokens, sentences, labels)));
  }

  /**
   * The surnames of the people found, and the acronyms, wherever else the document has them as
   * words on their own.
   */
  private static List<Name> repeated(String text, List<Token> tokens, List<Name> names) {
    var known = new HashMap<String, Name.Kind>();
    for (var name : names) {
      var written = name.length() <= LONGEST_TEXT ? name.in(text) : "";
      var space = written.lastIndexOf(' ');
      var last = written.substring(space + 1);
      if (name.kind() == Name.Kind.PERSON && space > 0 && last.length() > 2) {
        known.put(last, Name.Kind.PERSON);
      } else if (name.kind() == Name.Kind.ORGANISATION && written.matches("\\p{Lu}{2,8}")) {
        known.putIfAbsent(written, Name.Kind.ORGANISATION);
      }
    }
    if (known.isEmpty()) {
      return names;
    }
    var all = new ArrayList<Name>();
    var next = 0;
    for (var token : tokens) {
      while (next < names.size() && names.get(next).end() <= token.start()) {
        all.add(names.get(next++));
      }
      var free = next >= names.size() || token.end() <= names.get(next).start();
      if (free && token.kind() == Token.Kind.WORD && token.length() <= LONGEST_TEXT) {
        var c = text.charAt(token.start());
        var kind = Character.isUpperCase(c) ? known.get(token.in(text)) : null;
        if (kind != null) {
          all.add(new Name(token.start(), token.end(), kind));
        }
      }
    }
    all.addAll(names.subList(next, names.size()));
    return all;
  }

  private static List<Name> names(List<Token> tokens, List<Sentence> sentences, int[] labels) {
    var names = new ArrayList<Name>();
    for (var sentence : sentences) {
      var start = -1;
      for (var i = sentence.firstToken(); i < sentence.endToken(); i++) {
        var part = labels[i] == 0 ? -1 : (labels[i] - 1) % 4;
        if (part == 0 || part == 3) {
          start = i;
        }
        if ((part == 2 || part == 3) && start >= 0 && i - start < LONGEST) {
          var kind = KINDS.get((labels[i] - 1) / 4);
          names.add(new Name(tokens.get(start).start(), tokens.get(i).end(), kind));
          start = -1;
        }
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
