package org.hearsay.language;

import java.io.Serializable;

/**
 * What the form of a word tells, in the values of Universal Dependencies; empty where it tells
 * nothing: {@code aurait} is mood {@code Cnd}, tense {@code Pres}, person 3, number {@code Sing}.
 *
 * @param mood Ind, Cnd, Sub, Imp
 * @param tense Pres, Past, Imp, Fut
 * @param verbForm Fin, Inf, Part, Ger
 * @param person 1, 2, 3
 * @param number Sing, Plur
 * @param gender Masc, Fem, Neut
 */
public record WordForm(
    String mood, String tense, String verbForm, String person, String number, String gender)
    implements Serializable {

  /** A word whose form tells nothing. */
  public static final WordForm NONE = new WordForm("", "", "", "", "", "");

  /** From features such as {@code Mood=Cnd|Number=Sing}; others than the six are left out. */
  public static WordForm parse(String features) {
    var values = new String[] {"", "", "", "", "", ""};
    for (var feature : features.split("\\|")) {
      var equals = feature.indexOf('=');
      var at =
          equals < 0
              ? -1
              : switch (feature.substring(0, equals)) {
                case "Mood" -> 0;
                case "Tense" -> 1;
                case "VerbForm" -> 2;
                case "Person" -> 3;
                case "Number" -> 4;
                case "Gender" -> 5;
                default -> -1;
              };
      if (at >= 0) {
        values[at] = feature.substring(equals + 1);
      }
    }
    return new WordForm(values[0], values[1], values[2], values[3], values[4], values[5]);
  }

  /** The six as {@link #parse} reads them; empty for none. */
  public String features() {
    var features = new StringBuilder();
    add(features, "Mood", mood);
    add(features, "Tense", tense);
    add(features, "VerbForm", verbForm);
    add(features, "Person", person);
    add(features, "Number", number);
    add(features, "Gender", gender);
    return features.toString();
  }

  private static void add(StringBuilder features, String name, String value) {
    if (!value.isEmpty()) {
      features.append(features.isEmpty() ? "" : "|").append(name).append('=').append(value);
    }
  }

  /** Whether it is a verb in the conditional, which French news uses for hearsay. */
  public boolean isConditional() {
    return mood.equals("Cnd");
  }
}
