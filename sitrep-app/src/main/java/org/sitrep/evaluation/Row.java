package org.sitrep.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object of a file of JSON lines, packed with gzip or not.
 *
 * @param where file and line, for messages
 * @param json the object
 */
record Row(String where, JsonNode json) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** All rows of a file. */
  static List<Row> read(Path file) {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader in = open(file)) {
      for (int number = 1; ; number++) {
        String line = in.readLine();
        if (line == null) {
          return rows;
        }
        if (!line.isBlank()) {
          rows.add(parse(file + ":" + number, line));
        }
      }
    } catch (NoSuchFileException e) {
      throw new EvaluationException(file + ": no such file");
    } catch (IOException e) {
      throw new EvaluationException(file + ": cannot be read: " + e);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    boolean packed = file.toString().endsWith(".gz");
    return new BufferedReader(new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
  }

  private static Row parse(String where, String line) {
    try {
      JsonNode json = JSON.readTree(line);
      if (json.isObject()) {
        return new Row(where, json);
      }
    } catch (JacksonException e) {
      throw new EvaluationException(where + ": not JSON: " + e.getOriginalMessage());
    }
    throw new EvaluationException(where + ": not a JSON object");
  }

  /** Whether it has all of these fields, with something in them. */
  boolean has(String... fields) {
    for (String field : fields) {
      if (find(field) == null) {
        return false;
      }
    }
    return true;
  }

  @Nullable JsonNode find(String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() ? null : value;
  }

  /** A field that must be there. */
  JsonNode require(String field) {
    JsonNode value = find(field);
    if (value == null) {
      throw new EvaluationException(where + ": no \"" + field + "\"");
    }
    return value;
  }

  /** The text of a field that must be there. */
  String text(String field) {
    return require(field).asString();
  }
}
