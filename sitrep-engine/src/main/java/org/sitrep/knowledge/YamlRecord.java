package org.sitrep.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a YAML file whose shape is a record: a field missing, unknown or of another type is an error. */
final class YamlRecord {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private YamlRecord() {}

  static <T> T read(Path file, Class<T> shape) {
    try (var in = Files.newInputStream(file)) {
      return MAPPER.readValue(in, shape);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw new KnowledgeException(file, line, e.getOriginalMessage());
    } catch (IOException e) {
      throw new KnowledgeException(file, 0, "cannot be read: " + e.getMessage());
    }
  }
}
