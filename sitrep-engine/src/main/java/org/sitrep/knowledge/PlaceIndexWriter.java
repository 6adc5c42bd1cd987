package org.sitrep.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;

/**
 * Lays a gazetteer out for {@link PlaceIndex}: a header, all texts (each once, with its length before it), the records of
 * the places, and the tables. Numbers are big-endian; offsets count from the beginning.
 */
final class PlaceIndexWriter {

  static final int SHORTEST_SOUND = 3;

  private final PlaceKeys keys;
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, int[]> ids = new LinkedHashMap<>();
  private final Map<String, int[]> exact = new LinkedHashMap<>();
  private final Map<String, int[]> sound = new LinkedHashMap<>();
  private ByteBuffer out = ByteBuffer.allocate(1 << 20);

  private PlaceIndexWriter(PlaceKeys keys) {
    this.keys = keys;
  }

  /** The bytes of an index of the places of packs. */
  static ByteBuffer write(PlaceFiles.Content content, PlaceKeys keys) {
    return new PlaceIndexWriter(keys).write(content);
  }

  private ByteBuffer write(PlaceFiles.Content content) {
    out.position(PlaceIndex.HEADER);
    Collection<PlaceFiles.Entry> entries = content.entries().values();
    Set<String> arabic = new HashSet<>();
    for (PlaceFiles.Entry entry : entries) {
      if (entry.place().feature() == Feature.COUNTRY && entry.names().stream().anyMatch(PlaceIndexWriter::isArabic)) {
        arabic.add(entry.place().country());
      }
    }
    List<Place> places = new ArrayList<>(entries.size());
    for (PlaceFiles.Entry entry : entries) {
      int place = places.size();
      places.add(entry.place());
      ids.put(entry.place().id(), new int[] {place});
      if (entry.place().feature() == Feature.COUNTRY) {
        ids.put(PlaceIndex.COUNTRY + entry.place().country(), new int[] {place});
      }
      boolean ladder = arabic.contains(entry.place().country());
      entry.names().forEach(name -> index(place, name, ladder));
    }
    int focus = text(String.join(",", new TreeSet<>(content.focus())));
    int records = records(places);
    int[] header = {PlaceIndex.MAGIC, places.size(), records, 0, 0, 0, 0, 0, 0, focus, 0, 0};
    table(ids, header, 3);
    table(exact, header, 5);
    table(sound, header, 7);
    header[10] = out.position();
    for (int i = 0; i < header.length; i++) {
      out.putInt(i * Integer.BYTES, header[i]);
    }
    return ByteBuffer.wrap(Arrays.copyOf(out.array(), out.position()));
  }

  private static boolean isArabic(String name) {
    return !name.isEmpty() && Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.ARABIC;
  }

  private void index(int place, String name, boolean ladder) {
    String folded = PlaceKeys.fold(name);
    if (folded.isEmpty()) {
      return;
    }
    exact.merge(folded, new int[] {place}, (old, added) -> old[old.length - 1] == place ? old : with(old, added));
    if (ladder && folded.length() >= SHORTEST_SOUND && !isArabic(folded)) {
      sound.merge(keys.sound(folded), new int[] {place, text(folded)}, PlaceIndexWriter::with);
    }
  }

  private static int[] with(int[] old, int[] added) {
    int[] more = Arrays.copyOf(old, old.length + added.length);
    System.arraycopy(added, 0, more, old.length, added.length);
    return more;
  }

  private int records(List<Place> places) {
    int[][] texts = new int[places.size()][];
    for (int i = 0; i < texts.length; i++) {
      Place p = places.get(i);
      texts[i] = new int[] {text(p.id()), text(p.name()), text(p.country()), text(p.region())};
    }
    int at = out.position();
    for (int i = 0; i < texts.length; i++) {
      Place p = places.get(i);
      room(PlaceIndex.RECORD);
      out.putInt(texts[i][0]).putInt(texts[i][1]).putInt(p.feature().ordinal()).putInt(texts[i][2]).putInt(texts[i][3]);
      out.putInt(0).putDouble(p.lat()).putDouble(p.lon()).putDouble(p.km()).putLong(p.population());
    }
    return at;
  }

  private void table(Map<String, int[]> entries, int[] header, int at) {
    int slots = Integer.highestOneBit(Math.max(8, entries.size() * 2 - 1)) * 2;
    int[] table = new int[slots];
    entries.forEach((key, numbers) -> {
      int text = text(key);
      room((2 + numbers.length) * Integer.BYTES);
      int slot = PlaceIndex.hash(key) & (slots - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (slots - 1);
      }
      table[slot] = out.position();
      out.putInt(text).putInt(numbers.length);
      for (int number : numbers) {
        out.putInt(number);
      }
    });
    room(slots * Integer.BYTES);
    header[at] = slots;
    header[at + 1] = out.position();
    for (int entry : table) {
      out.putInt(entry);
    }
  }

  private int text(String text) {
    Integer known = texts.get(text);
    if (known != null) {
      return known;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    room(Short.BYTES + encoded.length);
    int at = out.position();
    texts.put(text, at);
    out.putShort((short) encoded.length).put(encoded);
    return at;
  }

  private void room(int more) {
    if (out.remaining() < more) {
      ByteBuffer larger = ByteBuffer.allocate(out.capacity() * 2 + more);
      out.flip();
      larger.put(out);
      out = larger;
    }
  }
}
