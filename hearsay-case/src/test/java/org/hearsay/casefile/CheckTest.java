package org.hearsay.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.casefile.CaseFolderTest.utf8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hearsay.article.Span;
import org.hearsay.capture.Capture;
import org.hearsay.reading.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  @TempDir Path folder;

  private static final String DISPATCH =
      """
      The bridge at Orrin Falls was closed on Monday after inspectors found cracks in two pillars.
      Traffic will be sent over the old dam for at least six weeks, the county engineer said.

      Nobody was hurt, and the ferry will run every hour until the bridge can carry lorries again.
      """;
  private static final String LONG =
      "Ferries once crossed the Orrin every hour, and old people still tell of the night when one"
          + " of them drifted down to the weir with a wedding party on board.\n\n"
          + "Traffic will be sent over the old dam for at least six weeks, the county engineer said."
          + " Nobody was hurt, and the ferry will run every hour until the bridge can carry lorries"
          + " again.\n\nThat dam was built by the grandfathers of those who now complain about the noise,"
          + " and it has a lane and a half. The mayor promised a sign. A second sign explains it.\n";

  @Test
  void findsCopiesAndPassagesAndCountsTexts() {
    try (var cases = CaseFolder.openOrCreate(folder)) {
      var first = cases.add(Capture.of("dispatch.txt", utf8(DISPATCH))).document().id();
      cases.add(Capture.of("copy.txt", utf8("\n" + DISPATCH.replace("\n\n", "\n"))));
      cases.add(Capture.of("reprint.txt", utf8(DISPATCH.replace("lorries", "heavy trucks"))));
      cases.add(Capture.of("long.txt", utf8(LONG)));
      cases.add(Capture.of("alone.txt", utf8("Nothing here is like the others at all, is it?")));

      var report = cases.check();
      assertThat(report.documents()).isEqualTo(5);
      assertThat(report.texts()).isEqualTo(3);
      assertThat(report.findings())
          .extracting(Finding::kind)
          .containsExactly("exact-copy", "near-copy", "shared-passage", "shared-passage");
      assertThat(report.findings().get(0).key()).isEqualTo("exact-copy:" + first);
      for (var finding : report.findings()) {
        assertThat(finding.evidence()).hasSizeGreaterThanOrEqualTo(2);
        for (var evidence : finding.evidence()) {
          var text = cases.reading(evidence.document()).orElseThrow().article().text();
          assertThat(evidence.quote()).isEqualTo(evidence.span().in(text)).isNotBlank();
        }
      }
      assertThat(cases.check()).isEqualTo(report);

      cases.add(Capture.of("again.txt", utf8(LONG.replace("party", "party of sixty people"))));
      assertThat(cases.check().findings())
          .extracting(Finding::kind)
          .containsExactly(
              "exact-copy",
              "near-copy",
              "near-copy",
              "shared-passage",
              "shared-passage",
              "shared-passage",
              "shared-passage");
    }
  }

  @Test
  void setsAFindingAsideUntilItIsTakenBack() {
    try (var cases = CaseFolder.openOrCreate(folder)) {
      cases.add(Capture.of("a.txt", utf8(DISPATCH)));
      cases.add(Capture.of("b.txt", utf8(DISPATCH)));
      var key = cases.check().findings().get(0).key();
      cases.judge(judgement("dismiss-finding", key));
      assertThat(cases.check().findings()).extracting(Finding::dismissed).containsExactly(true);
      cases.rebuild(document -> {});
      assertThat(cases.check().findings()).extracting(Finding::dismissed).containsExactly(true);
      cases.judge(judgement("restore-finding", key));
      assertThat(cases.check().findings()).extracting(Finding::dismissed).containsExactly(false);
    }
  }

  private static Judgement judgement(String kind, String key) {
    return new Judgement(kind, key, "Ada", "", Instant.EPOCH, Map.of());
  }

  @Test
  void asksAboutTwoTitlesOfOnePerson() {
    var found =
        conflicts(
            title("a", "Odile Tarnier", "ministre de l'Équipement", "2026-03-01"),
            title("b", "Odile TARNIER", "secrétaire d'État aux Transports", "2026-03-03"),
            title("c", "Odile Tarnier", "ministre", "2026-03-03"));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).key())
        .isEqualTo("two-titles:odile-tarnier:ministre-equipement:secretaire-etat-transports");
    assertThat(found.get(0).summary()).contains("ministre de l'Équipement");
  }

  @Test
  void asksNothingWhereTheTitlesMayBothBeTrue() {
    assertThat(
            conflicts(
                title("a", "Odile Tarnier", "ministre de l'Équipement", "2026-03-01"),
                title("b", "Odile Tarnier", "ministre", "2026-03-01"),
                title("c", "Odile Tarnier", "la Ministre", "2026-03-01"),
                title("d", "Odile Tarnier", "ministre de la Mer", "2024-03-01"),
                title("d", "Odile Tarnier", "présidente du Conseil régional", "2026-03-01"),
                title("d", "Odile Tarnier", "ministre déléguée à l'Équipement", "2026-03-01"),
                title("e", "Tarnier", "maire", "2026-03-01"),
                title("f", "Paul Tarnier", "maire", "2026-03-01")))
        .isEmpty();
    var former =
        title("b", "Odile Tarnier", "ministre de la Mer", "2026-03-01", Role.Status.FORMER);
    assertThat(conflicts(title("a", "Odile Tarnier", "ministre de l'Air", "2026-03-01"), former))
        .isEmpty();
  }

  @Test
  void takesOnlyFullNamesForTheSamePerson() {
    assertThat(People.fullName("Juan Guaidó")).contains("juan guaido");
    assertThat(People.fullName("Yann  Floc’hmoan")).isEqualTo(People.fullName("YANN Floc'hmoan"));
    for (var name : List.of("Tarnier", "O. Tarnier", "a court official", "Tarnier, Lestrac", "")) {
      assertThat(People.fullName(name)).as(name).isEmpty();
    }
  }

  private static List<TitleConflicts.Conflict> conflicts(People.Title... titles) {
    return new TitleConflicts(List.of(titles).stream().filter(t -> !t.person().isEmpty()).toList())
        .findings();
  }

  private static People.Title title(String document, String name, String title, String day) {
    return title(document, name, title, day, null);
  }

  private static People.Title title(
      String document, String name, String title, String day, Role.Status status) {
    return new People.Title(
        People.fullName(name).orElse(""), name, document, "fr", day, title, status, new Span(0, 5));
  }
}
