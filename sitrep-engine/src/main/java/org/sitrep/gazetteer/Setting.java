package org.sitrep.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.knowledge.KnowledgeException;

/**
 * What an importer knows besides the file.
 *
 * @param file the file's name without its ending, for ids and origins of formats that have none
 * @param country the only country wanted, or that of rows that name none
 */
record Setting(String file, Optional<String> country, Sorts sorts, Map<String, String> codes) {

  /** Whether places of this country are wanted. */
  boolean wants(String code) {
    return country.isEmpty() || code.isEmpty() || country.get().equals(code);
  }

  /** The country of a code of two letters (ISO), three (ISO, GENC), or of FIPS where {@code fips}; else the one asked for. */
  String country(String code, boolean fips) {
    String upper = code.strip().toUpperCase(Locale.ROOT);
    if (upper.isEmpty()) {
      return country.orElse("");
    }
    if (upper.length() == 2 && !fips) {
      return upper;
    }
    return codes.getOrDefault((upper.length() == 2 ? "fips:" : "") + upper, country.orElse(""));
  }

  /** The two-letter codes by ISO's three letters, and by FIPS's two after "fips:". */
  static Map<String, String> codes(Path file) {
    Map<String, String> codes = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        List<String> cells = List.of(line.split(",", -1));
        if (cells.size() == 3 && cells.getFirst().length() == 2) {
          codes.put(cells.get(1), cells.get(0));
          codes.put("fips:" + cells.get(2), cells.get(0));
        }
      }
    } catch (IOException e) {
      throw new KnowledgeException(file, 0, "cannot be read: " + e.getMessage());
    }
    return codes;
  }
}
