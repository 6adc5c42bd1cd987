package org.sitrep.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.sitrep.event.Contradiction;
import tools.jackson.databind.json.JsonMapper;

/** How nested slots are written into a column, and read back. */
final class Json {

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Contradiction.Count.class, name = "count"),
    @JsonSubTypes.Type(value = Contradiction.Outcome.class, name = "outcome"),
    @JsonSubTypes.Type(value = Contradiction.Blame.class, name = "blame"),
    @JsonSubTypes.Type(value = Contradiction.Polarity.class, name = "polarity"),
    @JsonSubTypes.Type(value = Contradiction.Timing.class, name = "timing"),
    @JsonSubTypes.Type(value = Contradiction.Whereabouts.class, name = "whereabouts"),
    @JsonSubTypes.Type(value = Contradiction.Participants.class, name = "participants")
  })
  private interface NamedContradiction {}

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultVisibility(
              v ->
                  v.withIsGetterVisibility(Visibility.NONE)
                      .withGetterVisibility(Visibility.NONE)
                      .withFieldVisibility(Visibility.ANY))
          .addMixIn(Contradiction.class, NamedContradiction.class)
          .build();

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Writes a list whose elements carry their kind. */
  static <T> String writeList(List<T> values, Class<T> kind) {
    return MAPPER
        .writerFor(MAPPER.getTypeFactory().constructCollectionType(List.class, kind))
        .writeValueAsString(values);
  }

  static <T> T read(String json, Class<T> kind) {
    return MAPPER.readValue(json, kind);
  }

  static <T> List<T> readList(String json, Class<T> kind) {
    if (json.equals("[]")) {
      return List.of(); // what most columns have in most rows
    }
    return MAPPER.readValue(
        json, MAPPER.getTypeFactory().constructCollectionType(List.class, kind));
  }

  static <T> List<T> readList(byte[] json, Class<T> kind) {
    return MAPPER.readValue(
        json, MAPPER.getTypeFactory().constructCollectionType(List.class, kind));
  }
}
