package org.hearsay.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CharsetTest {

  private static CharsetFinder.Found find(String page, Charset written) {
    return CharsetFinder.find(page.getBytes(written), null);
  }

  @Test
  void readsLatin1AsWindows1252AsBrowsersDo() {
    assertThat(find("<meta charset=iso-8859-1><p>é", ISO_8859_1).charset().name())
        .isEqualTo("windows-1252");
  }

  @Test
  void aByteOrderMarkOutranksWhatIsDeclared() {
    var bytes = "\uFEFF<meta charset=\"windows-1252\">é".getBytes(UTF_8);
    var found = CharsetFinder.find(bytes, "iso-8859-2");
    assertThat(found.charset()).isEqualTo(UTF_8);
    assertThat(found.skip()).isEqualTo(3);
  }

  @Test
  void theSenderOutranksThePage() {
    var bytes = "<meta charset=utf-8>".getBytes(UTF_8);
    assertThat(CharsetFinder.find(bytes, "Shift_JIS").charset().name()).isEqualTo("windows-31j");
  }

  @Test
  void readsTheOldMetaAndSkipsComments() {
    var page =
        "<!-- <meta charset=gbk> --><META http-equiv='Content-Type' content='text/html; charset=KOI8-R'>";
    assertThat(find(page, UTF_8).charset().name()).isEqualTo("KOI8-R");
  }

  @Test
  void aMetaBeyondTheFirst1024BytesDoesNotCountWhereTheBytesAreUtf8() {
    var page = " ".repeat(1100) + "<meta charset=koi8-r><p>abc";
    assertThat(find(page, UTF_8).charset()).isEqualTo(UTF_8);
  }

  @Test
  void aMetaFurtherDownInTheHeadSaysWhatBytesThatAreNotUtf8Are() {
    var latin2 = Charset.forName("windows-1250");
    var head =
        "<html><head><title>Most na Słupi zamknięty</title>"
            + " ".repeat(1100)
            + "<script>var s = '<meta charset=koi8-r>';</script>"
            + "<!-- <meta charset=gbk> -->";
    var meta = "<meta http-equiv=Content-Type content='text/html; charset=Windows-1250'>";
    var text = "</head><body><p>Most zostanie zamknięty, powiedział wójt.";
    assertThat(find(head + meta + text, latin2).charset()).isEqualTo(latin2);
    assertThat(find(head + "</head><body><code>" + meta + text, latin2).charset())
        .isNotEqualTo(latin2);
  }

  @Test
  void everyLabelOfTheStandardIsKnown() {
    for (var row : Lexicon.rows("charset-labels.tsv")) {
      for (var label : row.get(1).split(" ")) {
        var found = find("<meta charset='" + label + "'><p>abc", UTF_8);
        assertThat(found.notes()).as(label).isEmpty();
        // a meta that can be read is not in UTF-16
        var expected = row.get(0).startsWith("UTF-16") ? UTF_8 : Charset.forName(row.get(0));
        assertThat(found.charset()).as(label).isEqualTo(expected);
      }
    }
  }

  @Test
  void otherNamesOfLatin1AreReadAsBrowsersReadLatin1() {
    for (var label : new String[] {"csISOLatin1", "8859_1", "ISO-IR-100", "ansi_x3.4-1986"}) {
      assertThat(find("<meta charset=" + label + "><p>é", ISO_8859_1).charset().name())
          .as(label)
          .isEqualTo("windows-1252");
    }
  }

  @Test
  void anUnknownLabelIsNotedAndTheBytesDecide() {
    var found = find("<meta charset=martian-8><p>Hôtel du marché, été", UTF_8);
    assertThat(found.charset()).isEqualTo(UTF_8);
    assertThat(found.notes()).extracting(note -> note.code()).containsExactly("unknown-charset");
  }

  @Test
  void undeclaredBytesThatAreNotUtf8AreTakenForWindows1252() {
    var text = "<p>Le préfet a été entendu à l'hôtel de région, où il s'était rendu.".repeat(5);
    assertThat(find(text, Charset.forName("windows-1252")).charset().name())
        .isIn("windows-1252", "ISO-8859-15");
  }

  @Test
  void findsUtf16WithoutAMark() {
    assertThat(find("<html><body><p>Hello</p></body></html>", UTF_16LE).charset())
        .isEqualTo(UTF_16LE);
    assertThat(find("<html><body><p>Hello</p></body></html>", UTF_16BE).charset())
        .isEqualTo(UTF_16BE);
  }

  @Test
  void everyCharacterKnowsItsByte() {
    for (var name :
        new String[] {"UTF-8", "windows-1252", "UTF-16LE", "windows-31j", "GBK", "EUC-KR"}) {
      var charset = Charset.forName(name);
      var text = ("a 日本 é 한 中 😀 b" + "x".repeat(61)).repeat(5);
      var bytes = text.getBytes(charset);
      var decoded = Decoded.of(bytes, 0, charset);
      var whole = new String(decoded.chars(), 0, decoded.length());
      assertThat(whole).as(name).isEqualTo(new String(bytes, charset));
      for (var i = 0; i < whole.length(); i += Character.charCount(whole.codePointAt(i))) {
        var end = i + Character.charCount(whole.codePointAt(i));
        var slice = Arrays.copyOfRange(bytes, decoded.byteAt(i), decoded.byteAt(end));
        assertThat(new String(slice, charset))
            .as(name + " at " + i)
            .isEqualTo(whole.substring(i, end));
        assertThat(decoded.charAt(decoded.byteAt(i))).isBetween(i, end - 1);
      }
    }
  }

  @Test
  void malformedBytesAreReplacedAndKeepTheirPlace() {
    byte[] bytes = {'a', (byte) 0xC3, 'b', (byte) 0xE2, (byte) 0x82, 'c', (byte) 0xFF, 'd'};
    var decoded = Decoded.of(bytes, 0, UTF_8);
    assertThat(new String(decoded.chars(), 0, decoded.length()))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    assertThat(java.util.stream.IntStream.range(0, 8).map(decoded::byteAt).toArray())
        .containsExactly(0, 1, 2, 3, 5, 6, 7, 8);
  }
}
