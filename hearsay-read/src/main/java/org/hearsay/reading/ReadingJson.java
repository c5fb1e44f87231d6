package org.hearsay.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readings as JSON, one line each: the public contract of {@code docs/reading-format.md}. What is
 * not known is left out. Thread-safe.
 */
public final class ReadingJson {
  private ReadingJson() {}

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /** One line, without the line break. */
  public static String write(Reading reading) {
    return MAPPER.writeValueAsString(reading);
  }

  /** The same over several lines, for people; without the last line break. */
  public static String writeIndented(Reading reading) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(reading);
  }

  /**
   * @throws tools.jackson.core.JacksonException when the text is not a reading
   */
  public static Reading parse(String json) {
    return MAPPER.readValue(json, Reading.class);
  }
}
