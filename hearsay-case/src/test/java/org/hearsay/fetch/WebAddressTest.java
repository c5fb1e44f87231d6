package org.hearsay.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "HTTPS://News.Example/A, https://news.example/A",
    "http://news.example, http://news.example/",
    "http://news.example?q=1, http://news.example/?q=1",
    "' http://news.example/a#part ', http://news.example/a",
    "http://news.example/a b|c, http://news.example/a%20b%7Cc",
    "http://news.example/50%25%2f%, http://news.example/50%25%2f%25",
    "https://médias.example/à, https://xn--mdias-bsa.example/%C3%A0",
    "http://[2600::1]:8080/x, http://[2600::1]:8080/x",
    "http://127.0.0.1:99/, http://127.0.0.1:99/",
    "http://one.example\\@127.0.0.1/, http://one.example/%5C@127.0.0.1/"
  })
  void takesAddressesAsTyped(String typed, String address) throws IOException {
    assertThat(WebAddress.of(typed)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://news.example/",
        "news.example",
        "http://",
        "http:///path",
        "http://user@news.example/",
        "http://a b/",
        "http://news.example:99999/",
        "http://news.example:port/",
        "http://[zz]/"
      })
  void refusesWhatIsNoAddress(String typed) {
    assertThatThrownBy(() -> WebAddress.of(typed)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://other.example/x#y, https://other.example/x",
    "//other.example/x, http://other.example/x",
    "/x, http://news.example/x",
    "x, http://news.example/dir/x",
    "../x y, http://news.example/x%20y",
    "?p=2, http://news.example/dir/page?p=2",
    "#part, http://news.example/dir/page?p=1"
  })
  void followsALocation(String location, String address) throws IOException {
    assertThat(WebAddress.resolve(URI.create("http://news.example/dir/page?p=1"), location))
        .hasToString(address);
  }
}
