package org.hearsay.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturesTest {

  private static final String PAGE = "<!DOCTYPE html><html><body><p>Bonjour</p></body></html>";

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(String name, byte[] content) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void keepsTheBytesAndTheNameAsGiven() throws IOException {
    var file = file("page.html", PAGE);
    var read = Collected.from(file);
    assertThat(read.problems).isEmpty();
    assertThat(read.uris()).containsExactly(file.toString());
    assertThat(read.captures.get(0).bytes()).asString(StandardCharsets.UTF_8).isEqualTo(PAGE);
    assertThat(read.captures.get(0).mediaType()).isEqualTo("text/html");
    assertThat(read.captures.get(0).fetched()).isNull();
  }

  @Test
  void tellsTheKindFromTheBytes() throws IOException {
    assertThat(kind("story", PAGE.getBytes())).isEqualTo("text/html");
    assertThat(kind("story.txt", PAGE.getBytes())).isEqualTo("text/plain");
    assertThat(kind("story.html", "Only words.".getBytes())).isEqualTo("text/html");
    assertThat(kind("story", "Only words.".getBytes())).isEqualTo("text/plain");
    assertThat(kind("story.html", "%PDF-1.4\n".getBytes())).isEqualTo("application/pdf");
    assertThat(kind("16.html", PAGE.getBytes(StandardCharsets.UTF_16))).isEqualTo("text/html");
    assertThat(kind("le", PAGE.getBytes(StandardCharsets.UTF_16LE))).isEqualTo("text/html");
    assertThat(kind("be", PAGE.getBytes(StandardCharsets.UTF_16BE))).isEqualTo("text/html");
    assertThat(kind("x", "<?xml version='1.0'?>\n<html>".getBytes())).isEqualTo("text/html");
  }

  private String kind(String name, byte[] bytes) throws IOException {
    var read = Collected.from(file(name, bytes));
    assertThat(read.problems).isEmpty();
    return read.captures.get(0).mediaType();
  }

  @Test
  void readsBelowAFolderInNameOrderAndOnlyPages() throws IOException {
    file("in/b.html", PAGE);
    file("in/a/z.TXT", "words");
    file("in/a/sub/page.html.gz", gzip(PAGE.getBytes()));
    file("in/c", PAGE);
    file("in/notes", "no page by name nor by content");
    file("in/.hidden.html", PAGE);
    file("in/.git/page.html", PAGE);
    file("in/data.json", "{}");
    file("in/image.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
    file("in/b_files/frame.html", PAGE);
    var in = folder.resolve("in");
    var read = Collected.from(in);
    assertThat(read.problems).isEmpty();
    assertThat(read.uris())
        .containsExactly(in + "/a/sub/page.html.gz", in + "/a/z.TXT", in + "/b.html", in + "/c");
    assertThat(read.captures.get(0).bytes()).asString(StandardCharsets.UTF_8).isEqualTo(PAGE);
  }

  @Test
  void doesNotFollowALinkInCircles() throws IOException {
    file("in/a.html", PAGE);
    Files.createSymbolicLink(folder.resolve("in/loop"), folder.resolve("in"));
    assertThat(Collected.from(folder.resolve("in")).uris()).hasSize(1);
  }

  @Test
  void saysInOneLineWhatCannotBeRead() throws IOException {
    assertThat(problem(folder.resolve("none.html"))).contains("no such file");
    assertThat(problem(file("empty.html", ""))).contains("empty");
    assertThat(problem(file("empty.html.gz", gzip(new byte[0])))).contains("empty");
    assertThat(problem(file("photo.html", new byte[] {1, 2, 3, 0}))).contains("binary data");
    assertThat(problem(file("memo.docx", "PK\3\4.......".getBytes()))).contains("Office document");
    assertThat(problem(file("feed", "<?xml version='1.0'?><rss/>".getBytes()))).contains("XML");
    assertThat(problem(Files.createDirectory(folder.resolve("bare")))).contains("no page");
    var zipped = gzip(PAGE.repeat(50).getBytes());
    assertThat(problem(file("cut.html.gz", Arrays.copyOf(zipped, zipped.length / 2))))
        .contains("gzip")
        .contains("ends too early");
    zipped[zipped.length - 6] ^= 1;
    assertThat(problem(file("bad.html.gz", zipped))).contains("damaged gzip");
  }

  private static String problem(Path input) {
    var read = Collected.from(input);
    assertThat(read.captures).isEmpty();
    assertThat(read.problems).hasSize(1);
    assertThat(read.problems.get(0)).startsWith(input + ": ").doesNotContain("\n");
    return read.problems.get(0);
  }

  @Test
  void readsNoMoreThanTheLimit() throws IOException {
    assertThat(Collected.from(file("fits.txt", "x".repeat(1000)), 1000).captures).hasSize(1);
    assertThat(Collected.from(file("large.txt", "x".repeat(1001)), 1000).problems)
        .singleElement()
        .asString()
        .contains("larger than 1000 bytes");
    // A million zeros are a thousand bytes of gzip.
    var bomb = file("bomb.html.gz", gzip(new byte[1_000_000]));
    assertThat(Files.size(bomb)).isLessThan(2000);
    assertThat(Collected.from(bomb, 2000).problems)
        .singleElement()
        .asString()
        .contains("larger than");
  }

  @Test
  void readsAStream() {
    var read = new Collected();
    Captures.read("-", new ByteArrayInputStream(PAGE.getBytes()), 1000, read);
    assertThat(read.uris()).containsExactly("-");
  }
}
