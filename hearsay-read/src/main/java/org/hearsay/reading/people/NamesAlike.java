package org.hearsay.reading.people;

import java.util.List;

/** Whether two full names can be those of one person, written differently or in part. */
final class NamesAlike {
  private NamesAlike() {}

  /** Longer names are only compared by their words. */
  private static final int LONGEST = 60;

  /**
   * True when nothing speaks for one person: no shared surname, no near spelling ({@code Moubarak},
   * {@code Mubarak}) beside the same given name.
   */
  static boolean differ(String name, String other) {
    var a = List.of(RoleWords.fold(name).split("\\s+", 12));
    var b = List.of(RoleWords.fold(other).split("\\s+", 12));
    var lastA = a.get(a.size() - 1);
    var lastB = b.get(b.size() - 1);
    if (a.subList(1, a.size()).contains(lastB) || b.subList(1, b.size()).contains(lastA)) {
      return false;
    }
    var near = Math.max(1, Math.min(lastA.length(), lastB.length()) / 3);
    var given = a.get(0).charAt(0) == b.get(0).charAt(0);
    return !(given && distance(lastA, lastB) <= near) && distance(lastA, lastB) > 1;
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    if (a.length() > LONGEST || b.length() > LONGEST) {
      return LONGEST;
    }
    var row = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
