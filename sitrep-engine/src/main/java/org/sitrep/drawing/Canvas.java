package org.sitrep.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitrep.control.MapSheet.Frame;
import org.sitrep.mention.Area;

/** SVG elements at places of the earth: plate carrée, true at the middle latitude. One use; not thread-safe. */
final class Canvas {

  static final int WIDTH = 820;
  static final int LEGEND = 300;
  static final int TOP = 46;
  private static final double KM_PER_DEGREE = 111.2;
  private static final double LEAST_COSINE = 0.05;

  private record Box(double x, double y, double width, double height) {

    boolean meets(Box o) {
      return x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height;
    }
  }

  private final Frame frame;
  private final double scale;
  private final double cosine;
  private final int height;
  private final StringBuilder out = new StringBuilder();
  private final List<Box> taken = new ArrayList<>();

  Canvas(Frame frame) {
    this.frame = frame;
    this.cosine = Math.max(LEAST_COSINE, Math.cos(Math.toRadians((frame.south() + frame.north()) / 2)));
    this.scale = WIDTH / ((frame.east() - frame.west()) * cosine);
    this.height = (int) Math.round((frame.north() - frame.south()) * scale);
  }

  int height() {
    return height;
  }

  /** Pixels for so many kilometres. */
  double pixels(double km) {
    return km / KM_PER_DEGREE * scale;
  }

  double x(double lon) {
    double turned = lon < frame.west() ? lon + 360 * Math.ceil((frame.west() - lon) / 360) : lon;
    double east = turned > frame.east() && turned - 360 >= frame.west() ? turned - 360 : turned;
    return (Math.abs(east - middle()) <= Math.abs(lon - middle()) ? east - frame.west() : lon - frame.west()) * cosine * scale;
  }

  private double middle() {
    return (frame.west() + frame.east()) / 2;
  }

  double y(double lat) {
    return TOP + (frame.north() - lat) * scale;
  }

  boolean shows(double lat, double lon) {
    return x(lon) >= 0 && x(lon) <= WIDTH && y(lat) >= TOP && y(lat) <= TOP + height;
  }

  String path(List<Area.Point> points, boolean closed) {
    StringBuilder d = new StringBuilder();
    for (Area.Point p : points) {
      d.append(d.isEmpty() ? 'M' : 'L').append(number(x(p.lon()))).append(' ').append(number(y(p.lat())));
    }
    return closed ? d.append('Z').toString() : d.toString();
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** To two places, for shares. */
  static String number2(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  void add(String element) {
    out.append(element).append('\n');
  }

  void path(String d, String style) {
    add("<path d=\"" + d + "\" " + style + "/>");
  }

  void circle(double lat, double lon, double radius, String style) {
    add("<circle cx=\"" + number(x(lon)) + "\" cy=\"" + number(y(lat)) + "\" r=\"" + number(radius) + "\" " + style + "/>");
  }

  /** Keeps a spot free of labels. */
  void take(double lat, double lon, double radius) {
    taken.add(new Box(x(lon) - radius, y(lat) - radius, 2 * radius, 2 * radius));
  }

  /** A label near a place, where nothing else stands; none where there is no room. */
  void label(double lat, double lon, String text, int size, String style) {
    double width = text.length() * size * 0.56;
    double x = x(lon);
    double y = y(lat);
    for (double away = 6; away < 44; away += 9) {
      double[][] spots = {{x + away, y - size / 2.0}, {x - away - width, y - size / 2.0}, {x - width / 2, y - away - size}, {x - width / 2, y + away}};
      for (double[] spot : spots) {
        Box box = new Box(spot[0], spot[1], width, size * 1.2);
        boolean inside = box.x() > 2 && box.x() + width < WIDTH - 2 && box.y() > TOP + 2 && box.y() + size < TOP + height - 2;
        if (inside && taken.stream().noneMatch(box::meets)) {
          taken.add(box);
          text(box.x(), box.y() + size, text, size, style + " paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\"");
          return;
        }
      }
    }
  }

  void text(double x, double y, String text, int size, String style) {
    add("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" font-size=\"" + size + "\" " + style + ">" + escape(text) + "</text>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  String body() {
    return out.toString();
  }
}
