package org.hearsay.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.language.LanguageAnalyser;
import org.hearsay.language.Name;

/**
 * Invented passages whose names are marked where they stand, {@code names-written-LANGUAGE.txt}:
 * {@code [P Ann Lee] plays for [O Northway Rovers] in [L Bray].}, P people, O organisations, L
 * places, M other things. A line is a paragraph, blank lines part the passages.
 */
final class WrittenNames {

  private static final Pattern MARK = Pattern.compile("\\[([POLM]) ([^\\[\\]\n]+)\\]");

  private WrittenNames() {}

  /** The passages of a language, all their names told. */
  static List<NamedText> read(String language) throws IOException {
    var name = "names-written-" + language + ".txt";
    var lines = CorpusText.marks(WrittenNames.class, name, "#");
    var texts = new ArrayList<NamedText>();
    var passages = String.join("\n", lines).strip().split("\n\n+");
    for (var i = 0; i < passages.length; i++) {
      texts.add(passage(name + "-" + (i + 1), language, passages[i]));
    }
    return texts;
  }

  private static NamedText passage(String id, String language, String marked) {
    var text = new StringBuilder();
    var names = new ArrayList<Name>();
    var matcher = MARK.matcher(marked);
    while (matcher.find()) {
      matcher.appendReplacement(text, "$2");
      names.add(
          new Name(
              text.length() - matcher.group(2).length(), text.length(), kind(matcher.group(1))));
    }
    matcher.appendTail(text);
    var plain = text.toString();
    if (plain.indexOf('[') >= 0 || plain.indexOf(']') >= 0) {
      throw new IllegalStateException(id + ": a bracket that is no mark: " + plain);
    }
    var analysed = new LanguageAnalyser().analyse(NameCorpora.article(language, plain));
    return NamedText.whole(id, plain, analysed.tokens(), analysed.sentences(), names);
  }

  private static Name.Kind kind(String letter) {
    return switch (letter) {
      case "P" -> Name.Kind.PERSON;
      case "O" -> Name.Kind.ORGANISATION;
      case "L" -> Name.Kind.PLACE;
      default -> Name.Kind.UNKNOWN;
    };
  }
}
