package org.hearsay.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds runs of capitalised words that are names; their kind is not told here. */
final class CapitalNames {

  private static final Set<String> LINKS =
      Set.of("de", "du", "d'", "des", "la", "le", "van", "von", "bin", "al", "el", "of", "der");

  /** A longer run of words is cut. */
  private static final int LONGEST = 14;

  private final WordRules rules;

  CapitalNames(WordRules rules) {
    this.rules = rules;
  }

  List<Name> find(String text, List<Token> tokens, List<Sentence> sentences) {
    var names = new ArrayList<Name>();
    for (var sentence : sentences) {
      var i = sentence.firstToken();
      while (i < sentence.endToken()) {
        var end = run(text, tokens, i, sentence);
        if (end > i) {
          names.add(new Name(tokens.get(i).start(), tokens.get(end - 1).end(), Name.Kind.UNKNOWN));
        }
        i = Math.max(end, i + 1);
      }
    }
    return names;
  }

  /** The index after the name that starts at a token; that index itself when none does. */
  private int run(String text, List<Token> tokens, int first, Sentence sentence) {
    if (!capital(text, tokens.get(first)) || starter(text, tokens.get(first))) {
      return first;
    }
    var end = first + 1;
    for (var i = end; i < Math.min(sentence.endToken(), first + LONGEST); i++) {
      if (capital(text, tokens.get(i))) {
        end = i + 1;
      } else if (i > end || !LINKS.contains(WordRules.plain(tokens.get(i).in(text)))) {
        break;
      }
    }
    return end;
  }

  private static boolean capital(String text, Token token) {
    return token.kind() == Token.Kind.WORD && Character.isUpperCase(text.charAt(token.start()));
  }

  private boolean starter(String text, Token token) {
    return token.length() <= 12
        && (rules.starters().contains(WordRules.plain(token.in(text)))
            || rules.abbreviations().containsKey(token.in(text)));
  }
}
