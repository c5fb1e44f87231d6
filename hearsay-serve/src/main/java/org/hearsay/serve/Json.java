package org.hearsay.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;

/** Bodies of the API: Jackson 3, what is not known left out, unknown fields refused. */
final class Json implements JsonMapper {

  private static final tools.jackson.databind.json.JsonMapper MAPPER =
      tools.jackson.databind.json.JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Override
  public String toJsonString(Object body, Type type) {
    return MAPPER.writeValueAsString(body);
  }

  /**
   * @throws Problem 400 when the text is not such a body
   */
  static <T> T parse(byte[] json, Class<T> type) {
    try {
      var value = MAPPER.readValue(json, type);
      if (value != null) {
        return value;
      }
    } catch (JacksonException e) {
      throw new Problem(400, "bad-body", "The body is not as described: " + firstLine(e));
    }
    throw new Problem(400, "bad-body", "The body is empty.");
  }

  private static String firstLine(JacksonException e) {
    var message = String.valueOf(e.getOriginalMessage());
    var end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
