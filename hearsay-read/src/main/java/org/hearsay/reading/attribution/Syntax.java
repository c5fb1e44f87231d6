package org.hearsay.reading.attribution;

/** Sentences as the parser sees them. */
final class Syntax {
  private Syntax() {}

  /**
   * @param forms folded
   * @param tags ordinals of parts of speech
   */
  static DependencyParser.Sentence sentence(String[] forms, int[] tags) {
    var n = forms.length;
    var form = new int[n];
    var ending = new int[n];
    for (var i = 0; i < n; i++) {
      var word =
          switch (forms[i]) {
            case "“", "”", "«", "»", "``", "''", "„" -> "\"";
            case "–", "—" -> "-";
            default -> Character.isDigit(forms[i].charAt(0)) ? "0" : forms[i];
          };
      form[i] = word.hashCode();
      ending[i] = word.substring(Math.max(0, word.length() - 3)).hashCode();
    }
    return new DependencyParser.Sentence(form, tags, ending);
  }
}
