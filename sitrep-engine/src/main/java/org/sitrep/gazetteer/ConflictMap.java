package org.sitrep.gazetteer;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sitrep.entity.Place.Feature;

/**
 * Marks of Wikipedia's detailed maps of wars ({@code Module:... detailed map}): Lua tables with {@code lat}, {@code long} and a
 * {@code label} or {@code link}. Who is said to hold a place there is not taken over.
 */
final class ConflictMap {

  private static final String ORIGIN = "wikipedia";
  private static final int LONGEST = 64 << 20;
  private static final Pattern LINK = Pattern.compile("\\[\\[(?:[^\\]|]*\\|)?([^\\]|]*)\\]\\]");
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&nbsp;|'{2,}");
  private static final Pattern SECTION = Pattern.compile("#.*$| \\([^)]*\\)$");

  private ConflictMap() {}

  static void read(Dump dump, Setting setting, Sink sink) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] some = new char[1 << 16];
    Reader in = dump.text();
    for (int n = in.read(some); n >= 0; n = in.read(some)) {
      if (text.length() > LONGEST) {
        throw new Refused(0, "more than 64 million characters; a map module is smaller");
      }
      text.append(some, 0, n);
    }
    LuaTables tables = new LuaTables(text.toString());
    for (LuaTables.Table table = tables.next(); table != null; table = tables.next()) {
      marks(table, setting, sink);
    }
  }

  private static void marks(LuaTables.Table table, Setting setting, Sink sink) throws Refused {
    boolean lat = table.fields().containsKey("lat");
    boolean lon = table.fields().containsKey("long") || table.fields().containsKey("lon");
    if (lat && lon) {
      mark(table, setting, sink);
    }
    for (LuaTables.Table inner : table.items()) {
      marks(inner, setting, sink);
    }
  }

  private static void mark(LuaTables.Table mark, Setting setting, Sink sink) throws Refused {
    String label = name(mark.text("label"));
    String link = SECTION.matcher(name(mark.text("link"))).replaceFirst("").strip();
    if (label.isEmpty() && link.isEmpty()) {
      sink.leaveOut(); // arrows, clashes, circles
      return;
    }
    String name = label.isEmpty() ? link : label;
    double lat = Numbers.degrees(mark.text("lat"));
    double lon = Numbers.degrees(mark.text(mark.fields().containsKey("long") ? "long" : "lon"));
    Optional<Feature> sort = setting.sorts().ofName(name);
    List<String> names = new ArrayList<>();
    if (!link.isEmpty()) {
      names.add(link);
    }
    String id = "wp:" + Generic.id("", name, lat, lon, setting).replaceFirst("^[^:]*:", "");
    sink.part(
        new Draft(
            mark.line(), id, "", name, sort.orElse(Feature.VILLAGE), lat, lon, 0, setting.country("", false), "", "", 0, names,
            ORIGIN, null));
  }

  private static String name(String wiki) {
    String plain = LINK.matcher(wiki).replaceAll("$1");
    return NameRules.tidy(MARKUP.matcher(plain).replaceAll(" "));
  }
}
