package org.hearsay.serve;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The pages, compiled by the build from {@code src/main/jte}. */
final class Templates {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "org.hearsay.serve");

  String render(String name, Map<String, Object> parameters) {
    var out = new StringOutput();
    engine.render(name + ".jte", parameters, out);
    return out.toString();
  }
}
