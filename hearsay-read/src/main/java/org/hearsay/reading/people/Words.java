package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Name;
import org.hearsay.language.PartOfSpeech;
import org.jspecify.annotations.Nullable;

/** A text by its tokens: their words in lower case, their sentences, the names they stand in. */
final class Words {

  /** A name as tokens, from {@code first} to before {@code end}. */
  record NameSpan(int first, int end, Name name, int index) {}

  /** Longer words are no title: not looked up. */
  private static final int LONGEST = 40;

  final AnnotatedText text;
  final List<NameSpan> names = new ArrayList<>();
  private final String[] lower;
  private final int[] sentence;
  private final int[] nameOf;
  private final boolean[] quoted;

  /**
   * @param lexicon tells titles and honorifics, which are no part of a name; null for none
   */
  Words(AnnotatedText text, @Nullable RoleWords lexicon) {
    this.text = text;
    var n = text.tokens().size();
    lower = new String[n];
    sentence = new int[n];
    nameOf = new int[n];
    Arrays.fill(nameOf, -1);
    for (var i = 0; i < n; i++) {
      var token = text.tokens().get(i);
      lower[i] = token.length() > LONGEST ? "" : RoleWords.lower(token.in(text.text()));
    }
    for (var s = 0; s < text.sentences().size(); s++) {
      var found = text.sentences().get(s);
      Arrays.fill(sentence, found.firstToken(), found.endToken(), s);
    }
    quoted = quoted();
    placeNames(lexicon);
  }

  /** Which tokens stand in a quotation; one that never closes ends with its block. */
  private boolean[] quoted() {
    var inside = new boolean[lower.length];
    var token = 0;
    for (var block : text.blocks()) {
      var open = -1;
      var closes = "";
      for (; token < lower.length && text.tokens().get(token).start() < block.end(); token++) {
        var word = lower[token];
        if (open >= 0 && word.equals(closes)) {
          Arrays.fill(inside, open, token + 1, true);
          open = -1;
        } else if (open < 0 && word.length() == 1 && "«“\"„".contains(word)) {
          open = token;
          closes = word.equals("«") ? "»" : word.equals("\"") ? "\"" : "”";
        }
      }
      if (open >= 0) {
        Arrays.fill(inside, open, token, true);
      }
    }
    return inside;
  }

  /** Whether a token stands in a quotation. */
  boolean isQuoted(int i) {
    return i >= 0 && i < quoted.length && quoted[i];
  }

  private void placeNames(@Nullable RoleWords lexicon) {
    var token = 0;
    for (var name : text.names()) {
      while (token < lower.length && text.tokens().get(token).end() <= name.start()) {
        token++;
      }
      var end = token;
      while (end < lower.length && text.tokens().get(end).start() < name.end()) {
        end++;
      }
      if (end > token) {
        var first = token;
        if (lexicon != null) {
          first = afterTitles(token, end, name, lexicon);
        }
        var start = first > token ? text.tokens().get(first).start() : name.start();
        Arrays.fill(nameOf, first, end, names.size());
        names.add(
            new NameSpan(
                first,
                end,
                new Name(start, name.end(), kind(first, end, name, lexicon)),
                names.size()));
      }
      token = end;
    }
  }

  /** A state that the tagger took for a person is a place, unless people are called so too. */
  private Name.Kind kind(int first, int end, Name name, @Nullable RoleWords lexicon) {
    return lexicon != null
            && name.kind() == Name.Kind.PERSON
            && lexicon.isState(words(first, end))
            && !GivenNames.isListed(lower[first])
        ? Name.Kind.PLACE
        : name.kind();
  }

  /**
   * {@code Mr. Roe}, {@code Captain Roe}, {@code Acme CEO Ann Roe}: the tagger may have taken the
   * title along.
   */
  private int afterTitles(int first, int end, Name name, RoleWords lexicon) {
    if (name.kind() != Name.Kind.PERSON) {
      return first;
    }
    var start = first;
    while (start + 1 < end && isTitle(start, lexicon)) {
      start++;
    }
    if (lexicon.is("compound", "yes")) {
      for (var i = end - 2; i > start; i--) {
        if (isTitle(i, lexicon)) {
          return i + 1;
        }
      }
    }
    return start;
  }

  private boolean isTitle(int i, RoleWords lexicon) {
    return lexicon.is("honorific", lower[i])
        || lexicon.title(lower[i]).isPresent()
            && GivenNames.gender(lower[i]) == Cluster.Gender.UNKNOWN;
  }

  int size() {
    return lower.length;
  }

  /** A token in lower case; empty outside the text. */
  String word(int i) {
    return i < 0 || i >= lower.length ? "" : lower[i];
  }

  /** {@code 's}, or the mark alone behind an s. */
  boolean isPossessive(int i) {
    return word(i).equals("'s") || word(i).equals("'");
  }

  /** Tokens in lower case, one blank between them but none after an apostrophe. */
  String words(int first, int end) {
    if (end == first + 1) {
      return lower[first];
    }
    var joined = new StringBuilder();
    for (var i = first; i < end; i++) {
      joined.append(lower[i]);
      if (i + 1 < end && !lower[i].endsWith("'")) {
        joined.append(' ');
      }
    }
    return joined.toString();
  }

  PartOfSpeech pos(int i) {
    return i < 0 || i >= lower.length ? PartOfSpeech.PUNCT : text.pos(i);
  }

  int sentence(int i) {
    return sentence[i];
  }

  /** The first token of the sentence that a token stands in. */
  int sentenceStart(int i) {
    return text.sentences().get(sentence[i]).firstToken();
  }

  int sentenceEnd(int i) {
    return text.sentences().get(sentence[i]).endToken();
  }

  /** The name that a token stands in. */
  @Nullable NameSpan nameAt(int i) {
    return i < 0 || i >= lower.length || nameOf[i] < 0 ? null : names.get(nameOf[i]);
  }

  /** The name that begins with a token. */
  @Nullable NameSpan nameFrom(int i) {
    var name = nameAt(i);
    return name != null && name.first() == i ? name : null;
  }

  boolean isCapital(int i) {
    return i >= 0
        && i < lower.length
        && Character.isUpperCase(text.text().charAt(text.tokens().get(i).start()));
  }

  boolean isLower(int i) {
    return i >= 0
        && i < lower.length
        && Character.isLowerCase(text.text().charAt(text.tokens().get(i).start()));
  }

  Span span(int first, int end) {
    return new Span(text.tokens().get(first).start(), text.tokens().get(end - 1).end());
  }

  String in(int first, int end) {
    return span(first, end).in(text.text());
  }

  /** The first token that begins at an offset or behind it. */
  static int tokenAt(AnnotatedText text, int offset) {
    var low = 0;
    var high = text.tokens().size();
    while (low < high) {
      var middle = (low + high) / 2;
      if (text.tokens().get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
