package org.hearsay.article;

import java.util.Locale;

/** The names that enum constants have in the JSON: {@code LIST_ITEM} is {@code list-item}. */
public final class Names {
  private Names() {}

  public static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
