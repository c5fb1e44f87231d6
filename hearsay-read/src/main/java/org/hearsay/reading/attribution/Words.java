package org.hearsay.reading.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text as this package looks at them, in parallel arrays: folded form, word
 * classes, cue, sentence, quotation.
 *
 * <p>A <em>stretch</em> is one sentence or several that hold together because a quotation runs
 * across the border between them.
 */
final class Words {
  private static final int LONGEST_PARSED = 300;

  final String text;
  final Lexicon lexicon;
  final int size;
  final int[] start;
  final int[] end;

  /** Lower case, with straight apostrophes. */
  final String[] form;

  final int[] classes;
  final boolean[] capital;
  final boolean[] punctuation;

  /** The cue that the token is by itself, or the first word of. */
  final @Nullable Cue[] cue;

  /** How many tokens the cue takes. */
  final int[] cueLength;

  final int[] sentence;
  final int[] block;

  /** The outermost quotation that the token stands in, -1 when none. */
  final int[] quotation;

  /** How many quotations the token stands in. */
  final int[] depth;

  final List<Quotation> quotations;

  /** Ordinals of parts of speech. */
  final int[] tag;

  /** The token each depends on; -1 for the root of a sentence, and where nothing was parsed. */
  final int[] head;

  /** Ordinals of {@link Relation}; {@code ROOT} where nothing was parsed. */
  final int[] relation;

  private final int[] stretchStart;
  private final int[] stretchEnd;

  Words(AnnotatedText annotated, Lexicon lexicon) {
    this.text = annotated.text();
    this.lexicon = lexicon;
    var tokens = annotated.tokens();
    size = tokens.size();
    start = new int[size];
    end = new int[size];
    form = new String[size];
    classes = new int[size];
    capital = new boolean[size];
    punctuation = new boolean[size];
    cue = new Cue[size];
    cueLength = new int[size];
    sentence = new int[size];
    block = new int[size];
    quotation = new int[size];
    depth = new int[size];
    tag = new int[size];
    head = new int[size];
    relation = new int[size];
    quotations = Quotations.find(text, annotated.blocks());
    for (var i = 0; i < size; i++) {
      var token = tokens.get(i);
      start[i] = token.start();
      end[i] = token.end();
      form[i] = token.in(text).toLowerCase(Locale.ROOT).replace('’', '\'');
      classes[i] = lexicon.classes(form[i]);
      capital[i] = Character.isUpperCase(text.charAt(start[i]));
      punctuation[i] = token.kind() == Token.Kind.PUNCTUATION;
      quotation[i] = -1;
      tag[i] = annotated.pos(i).ordinal();
      head[i] = -1;
    }
    placeInSentences(annotated);
    placeInQuotations();
    stretchStart = new int[size];
    stretchEnd = new int[size];
    joinSentences();
    findCues();
    parse();
  }

  private void parse() {
    var parser = lexicon.parser();
    if (parser == null) {
      return;
    }
    var from = 0;
    for (var i = 1; i <= size; i++) {
      if (i == size || sentence[i] != sentence[i - 1] || i - from >= LONGEST_PARSED) {
        var tree =
            parser.parse(
                Syntax.sentence(
                    Arrays.copyOfRange(form, from, i), Arrays.copyOfRange(tag, from, i)));
        for (var k = from; k < i; k++) {
          var to = tree.heads()[k - from];
          head[k] = to < 0 ? -1 : to + from;
          relation[k] = tree.relations()[k - from];
        }
        from = i;
      }
    }
  }

  private void placeInSentences(AnnotatedText annotated) {
    var number = 0;
    var current = 0;
    for (var s : annotated.sentences()) {
      for (var i = s.firstToken(); i < s.endToken(); i++) {
        sentence[i] = number;
        while (current + 1 < annotated.blocks().size()
            && annotated.blocks().get(current + 1).start() <= start[i]) {
          current++;
        }
        block[i] = current;
      }
      number++;
    }
  }

  private void placeInQuotations() {
    var at = 0;
    for (var q = 0; q < quotations.size(); q++) {
      var mark = quotations.get(q);
      if (mark.depth() == 0) {
        while (at < size && start[at] < mark.start()) {
          at++;
        }
      }
      for (var i = at; i < size && start[i] < mark.end(); i++) {
        if (start[i] >= mark.start()) {
          depth[i]++;
          if (mark.depth() == 0) {
            quotation[i] = q;
          }
        }
      }
    }
  }

  private void joinSentences() {
    var from = 0;
    for (var i = 1; i <= size; i++) {
      if (i == size || (sentence[i] != sentence[i - 1] && !joined(i))) {
        for (var k = from; k < i; k++) {
          stretchStart[k] = from;
          stretchEnd[k] = i;
        }
        from = i;
      }
    }
  }

  /** Whether the sentence that starts here goes on from the one before. */
  private boolean joined(int i) {
    if (block[i] != block[i - 1]) {
      return false;
    }
    if (quotation[i] >= 0 && quotation[i] == quotation[i - 1]) {
      return true;
    }
    // "« Quoi ? » demande-t-elle": the mark inside the quotation ended no sentence
    return quotation[i - 1] >= 0 && (Character.isLowerCase(text.charAt(start[i])) || is(i, ","));
  }

  private void findCues() {
    for (var i = 0; i < size; i++) {
      if (cue[i] != null || cueLength[i] < 0) {
        continue;
      }
      var phrase = form[i];
      var found = lexicon.cue(phrase);
      var length = 1;
      for (var n = 2;
          n <= lexicon.longestCue() && i + n <= size && lexicon.mayBeginCue(phrase);
          n++) {
        phrase = extended(phrase, i + n - 1);
        var longer = lexicon.cue(phrase);
        if (longer != null) {
          found = longer;
          length = n;
        }
      }
      if (found != null) {
        cue[i] = found;
        cueLength[i] = length;
        for (var k = 1; k < length; k++) {
          cueLength[i + k] = -1;
        }
      }
    }
  }

  /** A phrase and the token behind it, as the lexicon writes them. */
  String extended(String phrase, int next) {
    return phrase + (start[next] == end[next - 1] ? "" : " ") + form[next];
  }

  boolean is(int i, String what) {
    return i >= 0 && i < size && form[i].equals(what);
  }

  boolean is(int i, WordClass what) {
    return i >= 0 && i < size && (classes[i] & what.bit()) != 0;
  }

  boolean is(int i, PartOfSpeech what) {
    return i >= 0 && i < size && tag[i] == what.ordinal();
  }

  boolean english() {
    return lexicon.language().equals("en");
  }

  /** Whether a range is one token of a class. */
  boolean isOne(Range range, WordClass what) {
    return range.length() == 1 && is(range.first(), what);
  }

  /** First token of the stretch that the token stands in. */
  int stretchStart(int i) {
    return stretchStart[i];
  }

  /** After the last token of the stretch that the token stands in. */
  int stretchEnd(int i) {
    return stretchEnd[i];
  }

  boolean quoteMark(int i) {
    return i >= 0
        && i < size
        && "«»“”„\"‘``''".contains(form[i])
        && !Character.isLetter(form[i].charAt(0));
  }

  /** Characters from the first token of a range to the end of its last. */
  Span span(Range range) {
    return new Span(start[range.first()], end[range.end() - 1]);
  }

  String in(Range range) {
    return text.substring(start[range.first()], end[range.end() - 1]);
  }
}
