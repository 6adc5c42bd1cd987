package org.sitrep.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A colour for each side: told apart also by those who see few colours (Okabe and Ito 2008), then again from the start. */
final class Palette {

  private static final List<String> COLOURS = List.of("#c0392b", "#0072b2", "#333333", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#8c6d1f");

  private final Map<String, String> colours = new LinkedHashMap<>();

  Palette(Iterable<String> sides) {
    TreeSet<String> ordered = new TreeSet<>();
    sides.forEach(ordered::add);
    for (String side : ordered) {
      colours.put(side, COLOURS.get(colours.size() % COLOURS.size()));
    }
  }

  String of(String side) {
    return colours.getOrDefault(side, "#777777");
  }

  Iterable<String> sides() {
    return colours.keySet();
  }

  /** The name of the hatching of a side; of all sides of a contested area. */
  static String hatch(List<String> sides) {
    return "h-" + String.join("-", sides).replaceAll("[^A-Za-z0-9-]", "_");
  }

  /** A pattern of stripes, one colour for each side. */
  String pattern(List<String> sides) {
    int step = sides.size() > 1 ? 4 : 3;
    int width = sides.size() > 1 ? step * sides.size() : 7;
    StringBuilder out = new StringBuilder();
    out.append("<pattern id=\"").append(hatch(sides)).append("\" width=\"").append(width).append("\" height=\"").append(width)
        .append("\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
    for (int i = 0; i < sides.size(); i++) {
      out.append("<rect x=\"").append(i * step).append("\" width=\"").append(step).append("\" height=\"").append(width).append("\" fill=\"")
          .append(of(sides.get(i))).append("\"/>");
    }
    return out.append("</pattern>").toString();
  }
}
