package org.hearsay.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hearsay.capture.Capture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFolderTest {
  @TempDir Path folder;

  @Test
  void keepsAnOriginalExactlyAsItCame() {
    var captures =
        List.of(
            new Capture(
                "dossier/pièce n° 3 (copie).html",
                "<p>é".getBytes(StandardCharsets.ISO_8859_1),
                "text/html",
                "latin-1; odd \"label\"",
                null),
            new Capture(
                "https://example.org/a b|c?d=é#f",
                new byte[] {0, 1, 2, (byte) 0xff, '\r', '\n', '\r', '\n'},
                null,
                null,
                Instant.parse("2026-11-22T10:15:30.123456789Z")),
            new Capture(
                "https://example.org/plain",
                new byte[0],
                "text/plain",
                "UTF-8",
                Instant.parse("2026-11-22T10:15:30Z")),
            new Capture("-", utf8("Du texte."), "not a type", null, null),
            new Capture("", utf8("Sans nom."), null, "", null),
            new Capture(
                "  line\nbreak\r\n\tand nul \0 \ud83d\ude00 \ud800 ", utf8("x"), "", null, null),
            new Capture(
                "https://example.org/" + "long/".repeat(20_000), utf8("y"), null, null, null));
    try (var cases = CaseFolder.openOrCreate(folder.resolve("c"))) {
      var added = cases.addAll(captures);
      assertThat(added).allMatch(Added::fresh);
    }
    try (var cases = CaseFolder.open(folder.resolve("c"))) {
      assertThat(cases.notices()).isEmpty();
      for (var capture : captures) {
        var back = cases.original(Reader.id(capture)).orElseThrow();
        assertThat(back).usingRecursiveComparison().isEqualTo(capture);
      }
    }
  }

  @Test
  void keepsTheSameInputOnce() {
    var page = Capture.of("a.txt", utf8("Une page."));
    var elsewhere = Capture.of("b.txt", utf8("Une page."));
    try (var cases = CaseFolder.openOrCreate(folder)) {
      assertThat(cases.add(page).fresh()).isTrue();
      assertThat(cases.add(page).fresh()).isFalse();
      assertThat(cases.addAll(List.of(page, elsewhere, elsewhere)))
          .extracting(Added::fresh)
          .containsExactly(false, true, false);
      assertThat(cases.documents()).hasSize(2);
    }
  }

  @Test
  void findsWithoutAccentsInBothLanguages() {
    try (var cases = CaseFolder.openOrCreate(folder)) {
      var fr = "Le président Guaidó a présenté sa démission à l'assemblée, selon l’agence.";
      var en = "The ministers resigned after the Assembly's vote, officials said on Monday.";
      cases.add(Capture.of("fr.txt", utf8(fr.repeat(3))));
      cases.add(Capture.of("en.txt", utf8(en.repeat(3))));
      assertThat(cases.search("guaido demission", 10)).hasSize(1);
      var hit = cases.search("\"minister resigned\"", 10).get(0);
      assertThat(hit.document().uri()).isEqualTo("en.txt");
      assertThat(hit.highlights()).isNotEmpty();
      assertThat(hit.highlights().get(0).in(hit.snippet())).isEqualTo("ministers resigned");
      assertThat(cases.search("guaido ministers", 10)).isEmpty();
      assertThat(cases.search("guaido OR minister", 10)).hasSize(2);
      assertThat(cases.search("guaid*", 10)).hasSize(1);
      for (var odd :
          List.of(
              "", "\"", "AND OR", "a:b", "/[/", "(((", "*", "text:[a TO b]", "a~9999", "NOT x")) {
        assertThat(cases.search(odd, 5)).isNotNull();
      }
    }
  }

  @Test
  void isOpenOnceAtATime() {
    try (var first = CaseFolder.openOrCreate(folder)) {
      assertThatThrownBy(() -> CaseFolder.open(folder))
          .isInstanceOf(CaseException.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
      assertThat(first.documents()).isEmpty();
    }
    CaseFolder.open(folder).close();
  }

  @Test
  void keepsJudgementsThroughARebuild() throws IOException {
    var judgement =
        new Judgement(
            "dismiss-finding",
            "near-copy:1:2",
            "Ada",
            "same « agency »\ntext",
            Instant.parse("2026-11-22T10:15:30Z"),
            Map.of("z", "1", "a", "2"));
    try (var cases = CaseFolder.openOrCreate(folder)) {
      cases.judge(judgement);
      cases.add(Capture.of("a.txt", utf8("Un.")));
    }
    Disk.delete(folder.resolve("derived"));
    Files.writeString(
        folder.resolve("judgements.jsonl"),
        Files.readString(folder.resolve("judgements.jsonl")) + "{\"kind\":\"dismi");
    try (var cases = CaseFolder.open(folder)) {
      assertThat(cases.judgements()).containsExactly(judgement);
      assertThat(cases.notices()).hasSize(2);
      cases.judge(judgement);
      assertThat(cases.documents()).hasSize(1);
      cases.rebuild(document -> {});
      assertThat(cases.documents()).hasSize(1);
      assertThat(cases.search("un", 3)).hasSize(1);
    }
    try (var cases = CaseFolder.open(folder)) {
      assertThat(cases.judgements()).containsExactly(judgement, judgement);
      assertThat(cases.notices()).isEmpty();
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
