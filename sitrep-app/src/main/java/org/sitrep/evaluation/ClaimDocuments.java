package org.sitrep.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Claims by the document they are of, in the order of their file. Readers' comments are no claims. */
final class ClaimDocuments {

  private static final Pattern ENDING = Pattern.compile("\\.(txt|html?|json)$");

  private ClaimDocuments() {}

  static Map<String, List<JsonNode>> of(List<Row> rows) {
    Map<String, List<JsonNode>> claims = new LinkedHashMap<>();
    for (Row row : rows) {
      boolean comment = row.json().path("section").asString("").equals("comment");
      boolean other = row.json().has("schema_version") && !row.json().has("doc");
      if (!comment && !other) {
        List.of("doc", "event_type", "start", "end").forEach(row::require);
        claims.computeIfAbsent(id(row.text("doc")), d -> new ArrayList<>()).add(row.json());
      }
    }
    return claims;
  }

  /** A document's id without directories and the endings of pages. */
  static String id(String doc) {
    String path = doc.replace('\\', '/');
    return ENDING.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
  }
}
