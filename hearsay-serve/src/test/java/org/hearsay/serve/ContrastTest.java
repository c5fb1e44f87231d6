package org.hearsay.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the desk keep the contrast that WCAG 2.2 asks for (AA: 4.5 to 1 for text). */
class ContrastTest {

  private static final String[] TEXT_ON_GROUND = {
    "ink paper",
    "ink sheet",
    "soft paper",
    "soft sheet",
    "soft sunk",
    "accent paper",
    "accent sheet",
    "accent tint",
    "ink tint",
    "on-accent accent",
    "source paper",
    "source sheet",
    "source content",
    "source content-2",
    "cue paper",
    "cue sheet",
    "cue content",
    "cue content-2",
    "ink content",
    "ink content-2",
    "soft content",
    "soft content-2",
    "lit-ink content-lit",
    "lit-ink source-lit",
    "lit-ink cue-lit",
    "bad paper",
    "bad sheet",
    "good sheet",
    "ink own",
    "cue tint"
  };

  @Test
  void textIsReadableInLightAndDark() {
    var css = new String(Assets.read("/org/hearsay/serve/assets/desk.css"), StandardCharsets.UTF_8);
    var blocks = Pattern.compile(":root[^{]*\\{([^}]*)\\}").matcher(css).results().toList();
    assertThat(blocks).hasSize(3); // light; dark by the system's choice; dark by the user's
    assertThat(colours(blocks.get(1).group(1))).isEqualTo(colours(blocks.get(2).group(1)));
    for (var block : blocks) {
      var colours = colours(block.group(1));
      for (var pair : TEXT_ON_GROUND) {
        var names = pair.split(" ");
        assertThat(contrast(colours.get(names[0]), colours.get(names[1])))
            .as(pair + " in " + colours.get("paper"))
            .isGreaterThanOrEqualTo(4.5);
      }
      assertThat(contrast(colours.get("edge"), colours.get("paper"))).isGreaterThanOrEqualTo(3);
    }
  }

  private static Map<String, String> colours(String block) {
    var colours = new HashMap<String, String>();
    Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});")
        .matcher(block)
        .results()
        .forEach(m -> colours.put(m.group(1), m.group(2)));
    return colours;
  }

  private static double contrast(String a, String b) {
    var light = Math.max(luminance(a), luminance(b));
    var dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  /** Relative luminance as WCAG 2.2 defines it. */
  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    var sum = 0.0;
    for (var i = 0; i < 3; i++) {
      var c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
