package org.sitrep.drawing;

import org.sitrep.control.MapSheet;
import org.sitrep.control.MapSheet.Frame;

/**
 * Draws a map as SVG that needs nothing else and runs no script. Places that are known vaguely are drawn as wide
 * as they may be; what is only claimed is hatched, what is rumoured is dashed, and the map says that areas are
 * an illustration. Immutable and thread-safe.
 */
public final class Drawing {

  /** The map as an SVG document. */
  public String svg(MapSheet sheet) {
    Frame frame = sheet.frame().orElseGet(() -> Framing.of(sheet));
    Canvas canvas = new Canvas(frame);
    Layers layers = new Layers(sheet, canvas);
    layers.draw();
    Legend legend = new Legend(sheet, layers.palette(), canvas.height());
    int height = Math.max(canvas.height() + Canvas.TOP + 10, legend.height());
    int width = Canvas.WIDTH + Canvas.LEGEND;
    StringBuilder out = new StringBuilder();
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(width).append(' ').append(height)
        .append("\" width=\"").append(width).append("\" height=\"").append(height)
        .append("\" font-family=\"system-ui, sans-serif\" fill=\"#222\" role=\"img\">\n");
    out.append("<title>").append(Canvas.escape(sheet.title())).append("</title>\n<defs>\n");
    out.append("<clipPath id=\"map\"><rect x=\"0\" y=\"").append(Canvas.TOP).append("\" width=\"").append(Canvas.WIDTH)
        .append("\" height=\"").append(canvas.height()).append("\"/></clipPath>\n");
    layers.patterns().forEach(p -> out.append(p).append('\n'));
    out.append("</defs>\n<rect width=\"").append(width).append("\" height=\"").append(height).append("\" fill=\"#fff\"/>\n");
    out.append("<text x=\"12\" y=\"30\" font-size=\"20\" font-weight=\"600\">").append(Canvas.escape(sheet.title())).append("</text>\n");
    out.append("<g clip-path=\"url(#map)\">\n").append(canvas.body()).append("</g>\n").append(legend.svg(canvas)).append("</svg>\n");
    return out.toString();
  }
}
