package org.hearsay.train;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which mentions of an article of MEANTIME (CAT XML) are of which entity, and of which kind. */
public final class MeantimeEntities {
  private static final Pattern ENTITY =
      Pattern.compile("<ENTITY [^>]*?ent_type=\"(\\w+)\"[^>]*?m_id=\"(\\d+)\"");
  private static final Pattern REFERS =
      Pattern.compile("<REFERS_TO [^>]*>(.*?)</REFERS_TO>", Pattern.DOTALL);
  private static final Pattern SOURCE = Pattern.compile("<source m_id=\"(\\d+)\"");
  private static final Pattern TARGET = Pattern.compile("<target m_id=\"(\\d+)\"");

  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, String> entities = new HashMap<>();

  public MeantimeEntities(String xml) {
    for (var m = ENTITY.matcher(xml); m.find(); ) {
      kinds.put(m.group(2), m.group(1));
    }
    for (var m = REFERS.matcher(xml); m.find(); ) {
      var target = TARGET.matcher(m.group(1));
      if (target.find()) {
        for (var s = SOURCE.matcher(m.group(1)); s.find(); ) {
          entities.put(s.group(1), target.group(1));
        }
      }
    }
  }

  /** The number of the entity of a mention; empty for none. */
  public String of(String mention) {
    return entities.getOrDefault(mention, "");
  }

  /** The kind of an entity: PER, ORG, LOC and others; empty for none. */
  public String kind(String entity) {
    return kinds.getOrDefault(entity, "");
  }
}
