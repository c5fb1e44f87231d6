package org.hearsay.reading.people;

import java.util.HashMap;
import java.util.Map;
import org.hearsay.language.Lexicon;

/** Given names and the sex they tell, whatever their accents and capitals. */
public final class GivenNames {

  private static final Map<String, Cluster.Gender> ALL = read();

  private GivenNames() {}

  private static Map<String, Cluster.Gender> read() {
    var names = new HashMap<String, Cluster.Gender>();
    for (var row : Lexicon.read(Lexicon.class, "names/given.tsv").rows()) {
      names.put(RoleWords.fold(row.get(0)), Cluster.Gender.of(row.get(1)));
    }
    return names;
  }

  /** Whether somebody of this given name may be a woman, or a man; true where it is not known. */
  public static boolean mayBe(boolean woman, String given) {
    return gender(given).agrees(woman ? Cluster.Gender.FEMALE : Cluster.Gender.MALE);
  }

  static boolean isListed(String given) {
    return ALL.containsKey(RoleWords.fold(given));
  }

  /** The gender that a given name tells; that of its first part where it is compound. */
  static Cluster.Gender gender(String given) {
    var folded = RoleWords.fold(given);
    var whole = ALL.get(folded);
    return whole != null ? whole : ALL.getOrDefault(folded.split(" ")[0], Cluster.Gender.UNKNOWN);
  }
}
