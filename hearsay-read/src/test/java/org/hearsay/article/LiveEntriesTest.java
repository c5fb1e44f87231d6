package org.hearsay.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.article.ArticleReader.LiveBlogs;
import org.hearsay.capture.Capture;
import org.junit.jupiter.api.Test;

class LiveEntriesTest {

  private static final String LEAD =
      "The council of Ardmouth voted on Tuesday night to close the old swing bridge for eleven months,"
          + " after engineers found cracks in two of the bearings on which the span turns.";

  private static String entry(String time, String text) {
    return "<article class=entry><time datetime=2026-09-15T"
        + time
        + ">"
        + time
        + "</time><p>"
        + text
        + "</p></article>";
  }

  private static String read(String type, LiveBlogs liveBlogs) {
    var html =
        "<html lang=en><head><script type=application/ld+json>{\"@type\":\""
            + type
            + "\",\"headline\":\"Bridge vote\"}</script></head><body><main><h1>Bridge vote</h1><p>"
            + LEAD
            + "</p>"
            + entry("18:40", "The vote is over: nine for the closure, one against, two absent.")
            + entry("18:05", "Tam Ettrick speaks for the shopkeepers and asks for a footbridge.")
            + entry("17:30", "The engineers show photographs of the bearings; there is a murmur.")
            + "<p>The bridge was built in 1908 by a firm from the Clyde and has been repaired four"
            + " times since, the last time in a winter that nobody has forgotten.</p>"
            + "</main></body></html>";
    return new ArticleReader(liveBlogs).read(Capture.of("", html.getBytes(UTF_8))).article().text();
  }

  @Test
  void leavesTheEntriesOutOnDemand() {
    assertThat(read("LiveBlogPosting", LiveBlogs.WITHOUT_ENTRIES))
        .contains(LEAD, "built in 1908")
        .doesNotContain("Tam Ettrick", "The vote is over", "18:40");
  }

  @Test
  void keepsThemOtherwise() {
    assertThat(read("LiveBlogPosting", LiveBlogs.KEPT)).contains(LEAD, "Tam Ettrick");
  }

  @Test
  void touchesNoPageThatIsNoLiveBlog() {
    assertThat(read("NewsArticle", LiveBlogs.WITHOUT_ENTRIES)).contains("Tam Ettrick");
  }
}
