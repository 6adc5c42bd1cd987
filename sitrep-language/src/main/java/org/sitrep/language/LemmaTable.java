package org.sitrep.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lemmas that the rules of inflection do not give, by Penn tag class and lower-cased form.
 *
 * @param lemmas by {@code class + form}, the class being the first letter of the Penn tag
 */
record LemmaTable(Map<String, String> lemmas) {

  LemmaTable {
    lemmas = Map.copyOf(lemmas);
  }

  void write(DataOutput out) throws IOException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(lemmas).forEach((k, v) -> text.append(k).append('\t').append(v).append('\n'));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static LemmaTable read(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    Map<String, String> lemmas = new HashMap<>();
    new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              lemmas.put(line.substring(0, tab), line.substring(tab + 1));
            });
    return new LemmaTable(lemmas);
  }
}
