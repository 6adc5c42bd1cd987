package org.sitrep.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitrep.control.MapSheet;

/** Says beside a map what its signs mean, and what it is not. One use; not thread-safe. */
final class Legend {

  private static final int LINE = 19;
  private static final int SIGN = 22;
  private static final double[] LENGTHS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};

  private record Entry(String sign, String text) {}

  private final MapSheet sheet;
  private final List<Entry> entries = new ArrayList<>();
  private final int mapHeight;

  Legend(MapSheet sheet, Palette palette, int mapHeight) {
    this.sheet = sheet;
    this.mapHeight = mapHeight;
    for (String side : palette.sides()) {
      entries.add(new Entry(box(palette.of(side), 0.45), sheet.names().getOrDefault(side, side)));
    }
    fill(palette);
  }

  private void fill(Palette palette) {
    if (!sheet.ground().areas().isEmpty()) {
      String side = palette.sides().iterator().next();
      entries.add(new Entry(box("#555", 0.35), "assessed or conceded"));
      entries.add(new Entry(box("url(#" + Palette.hatch(List.of(side)) + ")", 0.4), "hatched: only claimed"));
      entries.add(new Entry(box("#f4f2ec", 1), "no evidence"));
    }
    if (!sheet.ground().fronts().isEmpty()) {
      entries.add(new Entry(line("#111", 3, "7 4"), "front; dashed where only claimed"));
    }
    if (!sheet.ground().vague().isEmpty()) {
      entries.add(new Entry(line("#777", 1, "2 5"), "held, but known only this roughly"));
    }
    if (!sheet.zones().isEmpty()) {
      entries.add(new Entry(line("#7b2d8b", 1.8, ""), "zone, as claimed"));
      entries.add(new Entry(line("#7b2d8b", 1.8, "8 6"), "zone, rumoured, likely or planned"));
      entries.add(new Entry(line("#7b2d8b", 1.8, "2 4"), "zone without a stated radius"));
    }
    if (!sheet.proximities().isEmpty()) {
      entries.add(new Entry(line("#111", 1.3, ""), "nearest evidence: km (least to most)"));
      entries.add(new Entry(line("#777", 1.4, "1 3"), "how roughly a place is known"));
    }
  }

  int height() {
    return Canvas.TOP + (entries.size() + 8) * LINE;
  }

  String svg(Canvas canvas) {
    StringBuilder out = new StringBuilder();
    int x = Canvas.WIDTH + 16;
    int y = Canvas.TOP + 14;
    for (Entry entry : entries) {
      out.append("<g transform=\"translate(").append(x).append(' ').append(y - 11).append(")\">").append(entry.sign()).append("</g>\n");
      text(out, x + SIGN + 8, y, entry.text(), "#222");
      y += LINE;
    }
    y += 8;
    for (String note : notes()) {
      text(out, x, y, note, "#666");
      y += 16;
    }
    bar(out, canvas);
    return out.toString();
  }

  private List<String> notes() {
    return List.of(
        "Illustration" + sheet.day().map(d -> ", as of " + d).orElse("") + ".", "Areas show which place with evidence is", "nearest, within its reach; they are no", "survey of who holds the ground.",
        "Rivers: Natural Earth.");
  }

  private static void text(StringBuilder out, int x, int y, String text, String colour) {
    out.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" font-size=\"12\" fill=\"").append(colour).append("\">")
        .append(Canvas.escape(text)).append("</text>\n");
  }

  private static String box(String fill, double opacity) {
    return "<rect width=\"" + SIGN + "\" height=\"13\" fill=\"" + fill + "\" fill-opacity=\"" + opacity + "\" stroke=\"#999\" stroke-width=\"0.5\"/>";
  }

  private static String line(String colour, double width, String dash) {
    return "<path d=\"M0 7H" + SIGN + "\" stroke=\"" + colour + "\" stroke-width=\"" + width + "\"" + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"") + "/>";
  }

  private void bar(StringBuilder out, Canvas canvas) {
    double length = LENGTHS[0];
    for (double one : LENGTHS) {
      length = canvas.pixels(one) < Canvas.WIDTH / 4.0 ? one : length;
    }
    double y = Canvas.TOP + mapHeight - 14;
    String wide = Canvas.number(canvas.pixels(length));
    out.append("<path d=\"M14 ").append(y).append("h").append(wide).append("\" stroke=\"#222\" stroke-width=\"3\"/>\n");
    out.append("<text x=\"14\" y=\"").append(y - 6).append("\" font-size=\"12\">").append(String.format(Locale.ROOT, "%.0f km", length)).append("</text>\n");
  }
}
