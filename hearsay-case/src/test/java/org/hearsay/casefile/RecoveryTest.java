package org.hearsay.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.casefile.CaseFolderTest.utf8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hearsay.capture.Capture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResource;

class RecoveryTest {
  @TempDir Path folder;
  private Path warc;
  private long second;
  private byte[] whole;

  private static Capture page(int i) {
    return Capture.of("page" + i + ".txt", utf8("La page " + i + " dit ceci. ".repeat(i + 1)));
  }

  @BeforeEach
  void twoDocuments() throws IOException {
    warc = folder.resolve("originals/hearsay-000001.warc.gz");
    try (var cases = CaseFolder.openOrCreate(folder)) {
      cases.add(page(1));
      second = Files.size(warc);
      cases.add(page(2));
    }
    whole = Files.readAllBytes(warc);
  }

  @Test
  void cutsTheLastRecordWhereverItWasTorn() throws IOException {
    for (var length = (int) second; length < whole.length; length++) {
      tear(length);
      var seen = new Seen();
      Originals.open(folder.resolve("originals"), Map.of(), 1 << 30, seen).close();
      assertThat(Files.size(warc)).isEqualTo(second);
      assertThat(seen.uris).containsExactly("page1.txt");
      assertThat(seen.cut).hasSize(length > second ? 1 : 0);
    }
  }

  @Test
  void finishesARecordThatOnlyLacksItsLengths() throws IOException {
    tear(whole.length);
    var seen = new Seen();
    Originals.open(folder.resolve("originals"), Map.of(), 1 << 30, seen).close();
    assertThat(Files.readAllBytes(warc)).isEqualTo(whole);
    assertThat(seen.uris).containsExactly("page1.txt", "page2.txt");
    assertThat(seen.cut).isEmpty();
  }

  private static final class Seen implements Originals.Visitor {
    private final List<String> uris = new ArrayList<>();
    private final List<Originals.Place> cut = new ArrayList<>();

    @Override
    public void whole(Originals.Place place, Stored stored) {
      uris.add(stored.capture().uri());
    }

    @Override
    public void damaged(Originals.Place place, String why) {
      throw new AssertionError(place + ": " + why);
    }

    @Override
    public void unfinished(Originals.Place place) {
      cut.add(place);
    }
  }

  @Test
  void goesOnAfterATornRecord() throws IOException {
    Disk.delete(folder.resolve("derived"));
    for (var length : List.of((int) second + 1, (int) second + 20, whole.length - 1)) {
      tear(length);
      try (var cases = CaseFolder.open(folder)) {
        assertThat(cases.documents()).hasSize(1);
        assertThat(cases.notices()).anyMatch(n -> n.contains("never finished"));
        assertThat(cases.add(page(2)).fresh()).isTrue();
        assertThat(cases.verify().problems()).isEmpty();
        assertThat(cases.original(Reader.id(page(2))).orElseThrow().bytes())
            .isEqualTo(page(2).bytes());
      }
      Disk.delete(folder.resolve("derived"));
    }
  }

  /** As a writer leaves it that is killed: shorter, and the length not filled in. */
  private void tear(int length) throws IOException {
    var torn = Arrays.copyOf(whole, length);
    for (var i = (int) second + 16; i < Math.min(length, (int) second + 24); i++) {
      torn[i] = 0;
    }
    Files.write(warc, torn);
  }

  @Test
  void recordsAnOriginalThatWasWrittenButNotRecorded() throws IOException {
    Files.write(warc, Arrays.copyOf(whole, (int) second));
    Disk.delete(folder.resolve("derived"));
    CaseFolder.open(folder).close();
    Files.write(warc, whole);
    try (var cases = CaseFolder.open(folder)) {
      assertThat(cases.documents()).hasSize(2);
      assertThat(cases.add(page(2)).fresh()).isFalse();
      assertThat(cases.search("page", 9)).hasSize(2);
      assertThat(cases.verify().problems()).isEmpty();
    }
  }

  @Test
  void reportsEveryFlippedByteAndCutsNothing() throws IOException {
    var unused = lastPackedBytes();
    for (var at = 0; at < whole.length; at += 17) {
      var flipped = whole.clone();
      flipped[at] ^= 0x10;
      Files.write(warc, flipped);
      if (at % 2 == 0) {
        Disk.delete(folder.resolve("derived"));
      }
      try (var cases = CaseFolder.open(folder)) {
        assertThat(Files.size(warc)).as("byte %d", at).isEqualTo(whole.length);
        if (!unused.contains(at)) {
          assertThat(cases.verify().problems()).as("byte %d", at).isNotEmpty();
        }
      }
    }
  }

  /** Of each member: the byte whose unused bits mean nothing and are in no checksum. */
  private Set<Integer> lastPackedBytes() throws IOException {
    var places = new HashSet<Integer>();
    try (var file = FileChannel.open(warc)) {
      for (var at = 0L; at < whole.length; at += GzipMember.head(file, at).length()) {
        places.add((int) (at + GzipMember.head(file, at).length()) - 9);
      }
    }
    return places;
  }

  @Test
  void beginsANewFileAfterDamage() throws IOException {
    var flipped = whole.clone();
    flipped[whole.length - 30] ^= 0x10;
    Files.write(warc, flipped);
    Disk.delete(folder.resolve("derived"));
    try (var cases = CaseFolder.open(folder)) {
      assertThat(cases.documents()).hasSize(1);
      assertThat(cases.notices()).anyMatch(n -> n.contains("damaged"));
      cases.add(page(3));
      cases.add(page(2));
    }
    assertThat(Files.readAllBytes(warc)).isEqualTo(flipped);
    try (var cases = CaseFolder.open(folder)) {
      assertThat(cases.documents()).hasSize(3);
      assertThat(cases.verify().problems()).hasSize(1);
    }
  }

  @Test
  void saysWhenAnAcknowledgedOriginalIsGone() throws IOException {
    Files.write(warc, Arrays.copyOf(whole, whole.length - 5));
    try (var cases = CaseFolder.open(folder)) {
      assertThat(cases.notices()).anyMatch(n -> n.contains("ends before a record"));
      assertThat(cases.verify().problems()).anyMatch(p -> p.contains("page2.txt"));
      cases.add(page(3));
      assertThat(cases.original(Reader.id(page(3)))).isPresent();
    }
  }

  @Test
  void makesADamagedDatabaseOrIndexAgain() throws IOException {
    Files.writeString(folder.resolve("derived/hearsay.db"), "not a database ".repeat(999));
    try (var cases = CaseFolder.open(folder)) {
      assertThat(cases.notices()).anyMatch(n -> n.contains("hearsay.db was made again"));
      assertThat(cases.documents()).hasSize(2);
      assertThat(cases.search("page", 9)).hasSize(2);
    }
    try (var files = Files.list(folder.resolve("derived/index"))) {
      for (var file : files.toList()) {
        Files.write(file, new byte[7]);
      }
    }
    try (var cases = CaseFolder.open(folder)) {
      assertThat(cases.notices()).anyMatch(n -> n.contains("index was made again"));
      assertThat(cases.search("page", 9)).hasSize(2);
    }
    Disk.delete(folder.resolve("derived/index"));
    try (var cases = CaseFolder.open(folder)) {
      assertThat(cases.search("page", 9)).hasSize(2);
    }
  }

  @Test
  void writesFilesThatOtherWarcReadersRead() throws IOException {
    try (var reader = new WarcReader(warc)) {
      reader.calculateBlockDigest();
      var resources =
          reader
              .records()
              .filter(WarcResource.class::isInstance)
              .map(WarcResource.class::cast)
              .map(RecoveryTest::checked)
              .toList();
      assertThat(resources).containsExactly("file:page1.txt", "file:page2.txt");
    }
  }

  private static String checked(WarcResource resource) {
    try {
      resource.body().consume();
      assertThat(resource.blockDigest()).isEqualTo(resource.calculatedBlockDigest());
      return resource.targetURI().toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void beginsANewFileWhenOneIsLarge() throws IOException {
    var rolled = folder.resolve("rolled");
    CaseProperties.create(rolled);
    try (var cases = CaseFolder.open(rolled, 2000, document -> {})) {
      IntStream.range(0, 40).forEach(i -> cases.add(page(i)));
    }
    try (var files = Files.list(rolled.resolve("originals"))) {
      assertThat(files.count()).isBetween(3L, 20L);
    }
    Disk.delete(rolled.resolve("derived"));
    try (var cases = CaseFolder.open(rolled, 2000, document -> {})) {
      assertThat(cases.documents()).hasSize(40);
      assertThat(cases.verify().problems()).isEmpty();
    }
  }
}
