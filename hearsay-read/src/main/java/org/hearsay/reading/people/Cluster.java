package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.hearsay.article.Span;
import org.hearsay.language.Name;
import org.hearsay.reading.Role;
import org.jspecify.annotations.Nullable;

/** What is gathered about one entity while its mentions are being put together. */
final class Cluster {

  /** How the person is spoken of; {@code UNKNOWN} when nothing tells. */
  enum Gender {
    MALE,
    FEMALE,
    UNKNOWN;

    /** From {@code m} or {@code f}, as data files write it; anything else tells none. */
    static Gender of(String letter) {
      return switch (letter) {
        case "m" -> MALE;
        case "f" -> FEMALE;
        default -> UNKNOWN;
      };
    }

    boolean agrees(Gender other) {
      return this == UNKNOWN || other == UNKNOWN || this == other;
    }
  }

  /** A mention by its tokens. */
  record Place(int first, int end) {}

  /** A role before the entities have their ids. */
  record Held(
      TitlePhrase phrase,
      Span span,
      String title,
      @Nullable Cluster organisation,
      Role.@Nullable Status status) {}

  final Name.Kind kind;
  final List<Words.NameSpan> names = new ArrayList<>();
  final TreeSet<Span> mentions = new TreeSet<>();
  final Map<Span, Held> roles = new LinkedHashMap<>();
  private int male;
  private int female;

  Cluster(Name.Kind kind) {
    this.kind = kind;
  }

  void vote(Gender gender, int weight) {
    if (gender == Gender.MALE) {
      male += weight;
    } else if (gender == Gender.FEMALE) {
      female += weight;
    }
  }

  Gender gender() {
    return male > female ? Gender.MALE : female > male ? Gender.FEMALE : Gender.UNKNOWN;
  }

  /** The fullest name: most words, then longest, then first; not in capitals if another is not. */
  String fullest(Words words) {
    var best = "";
    var bestRank = Integer.MIN_VALUE;
    for (var name : names) {
      var text = words.in(name.first(), name.end());
      var capitals = text.length() > 5 && text.equals(text.toUpperCase(Locale.ROOT));
      var rank =
          (name.end() - name.first()) * 1000 + Math.min(999, text.length()) - (capitals ? 500 : 0);
      if (rank > bestRank) {
        best = text;
        bestRank = rank;
      }
    }
    return best.replaceAll("\\s+", " ");
  }
}
