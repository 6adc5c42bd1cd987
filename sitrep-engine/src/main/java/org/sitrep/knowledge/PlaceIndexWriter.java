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
 * the places, and the tables. Counts, lengths and the numbers of entries are packed (seven bits a byte); all others are
 * big-endian; offsets count from the beginning of the layer. Two layers, the places that always count and the villages, follow a
 * head of three numbers: the magic, where the second begins, and the end.
 */
final class PlaceIndexWriter {

  static final int SHORTEST_SOUND = 3;
  static final int SHORTEST_SKELETON = 3;

  private static final int LARGEST = Integer.MAX_VALUE - 64;
  private static final int HEAD = 3 * Integer.BYTES;

  private final PlaceKeys keys;
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, int[]> ids = new LinkedHashMap<>();
  private final Map<String, int[]> exact = new LinkedHashMap<>();
  private final Map<String, int[]> sound = new LinkedHashMap<>();
  private final Map<String, int[]> skeleton = new LinkedHashMap<>();
  private ByteBuffer out = ByteBuffer.allocate(1 << 20);

  private PlaceIndexWriter(PlaceKeys keys) {
    this.keys = keys;
  }

  /** The bytes of both layers of packs. */
  static ByteBuffer layers(PlaceFiles.Content content, PlaceKeys keys) {
    ByteBuffer first = write(content, keys);
    ByteBuffer second = new PlaceIndexWriter(keys).write(content.villages().values(), Set.of(), arabic(content));
    int end = HEAD + first.capacity() + second.capacity();
    ByteBuffer all = ByteBuffer.allocate(end);
    all.putInt(PlaceIndex.MAGIC).putInt(HEAD + first.capacity()).putInt(end).put(first).put(second);
    return all.rewind();
  }

  /** The bytes of an index of the places of packs that always count. */
  static ByteBuffer write(PlaceFiles.Content content, PlaceKeys keys) {
    return new PlaceIndexWriter(keys).write(content.entries().values(), content.focus(), arabic(content));
  }

  /** The countries whose own name is given in Arabic script. */
  private static Set<String> arabic(PlaceFiles.Content content) {
    Set<String> arabic = new HashSet<>();
    for (PlaceFiles.Entry entry : content.entries().values()) {
      if (entry.place().feature() == Feature.COUNTRY && entry.names().stream().anyMatch(PlaceKeys::isArabic)) {
        arabic.add(entry.place().country());
      }
    }
    return arabic;
  }

  private ByteBuffer write(Collection<PlaceFiles.Entry> entries, Set<String> focused, Set<String> arabic) {
    out.position(PlaceIndex.HEADER);
    List<Place> places = new ArrayList<>(entries.size());
    int names = 0;
    for (PlaceFiles.Entry entry : entries) {
      int place = places.size();
      places.add(entry.place());
      ids.put(entry.place().id(), new int[] {place});
      if (entry.place().feature() == Feature.COUNTRY) {
        ids.put(PlaceIndex.COUNTRY + entry.place().country(), new int[] {place});
      }
      boolean ladder = arabic.contains(entry.place().country());
      entry.names().forEach(name -> index(place, name, entry.steps().getOrDefault(name, Places.EXACT), ladder));
      names += entry.names().size();
    }
    int focus = text(String.join(",", new TreeSet<>(focused)));
    int records = records(places);
    int[] header = {PlaceIndex.MAGIC, places.size(), records, 0, 0, 0, 0, 0, 0, 0, 0, focus, exact.size() + sound.size(), names};
    table(ids, header, 3);
    table(exact, header, 5);
    table(sound, header, 7);
    table(skeleton, header, 9);
    for (int i = 0; i < header.length; i++) {
      out.putInt(i * Integer.BYTES, header[i]);
    }
    return ByteBuffer.wrap(Arrays.copyOf(out.array(), out.position()));
  }

  private void index(int place, String name, String step, boolean ladder) {
    String folded = PlaceKeys.fold(name);
    if (folded.isEmpty()) {
      return;
    }
    int[] hit = {PlaceIndex.hit(place, step)};
    exact.merge(folded, hit, (old, added) -> PlaceIndex.placeOf(old[old.length - 1]) == place ? old : with(old, added));
    if (ladder && folded.length() >= SHORTEST_SOUND && !step.equals(Places.ABBREVIATION)) {
      String key = keys.sound(folded);
      sound.merge(key, new int[] {place, text(folded)}, PlaceIndexWriter::with);
      String bones = PlaceKeys.skeleton(key);
      if (bones.length() >= SHORTEST_SKELETON && !PlaceKeys.isArabic(folded)) {
        skeleton.merge(bones, new int[] {place}, (old, added) -> old[old.length - 1] == place ? old : with(old, added));
      }
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
      out.putInt(texts[i][0]).putInt(texts[i][1]).putInt(texts[i][2]).putInt(texts[i][3]);
      out.putInt((int) Math.round(p.lat() * PlaceIndex.DEGREES)).putInt((int) Math.round(p.lon() * PlaceIndex.DEGREES));
      out.putInt((int) Math.round(p.km() * PlaceIndex.METRES)).putInt((int) Math.min(p.population(), 0xFFFFFFFFL));
      out.put((byte) p.feature().ordinal());
    }
    return at;
  }

  private void table(Map<String, int[]> entries, int[] header, int at) {
    int slots = Math.max(8, entries.size() + entries.size() / 3);
    int[] table = new int[slots];
    byte[] tags = new byte[slots];
    entries.forEach((key, numbers) -> {
      int text = text(key);
      room((2 + numbers.length) * (Integer.BYTES + 1));
      int hash = PlaceIndex.hash(key);
      int slot = PlaceIndex.slot(hash, slots);
      while (table[slot] != 0) {
        slot = slot + 1 == slots ? 0 : slot + 1;
      }
      table[slot] = out.position();
      tags[slot] = PlaceIndex.tag(hash);
      out.putInt(text);
      packed(numbers.length);
      for (int number : numbers) {
        packed(number);
      }
    });
    room(slots * (Integer.BYTES + 1));
    header[at] = slots;
    header[at + 1] = out.position();
    out.put(tags);
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
    room(Integer.BYTES + 1 + encoded.length);
    int at = out.position();
    texts.put(text, at);
    packed(encoded.length);
    out.put(encoded);
    return at;
  }

  private void packed(int value) {
    int rest = value;
    for (; rest >= 1 << 7; rest >>>= 7) {
      out.put((byte) (rest | 0x80));
    }
    out.put((byte) rest);
  }

  private void room(int more) {
    if (out.remaining() < more) {
      if (out.capacity() > LARGEST / 2 - more) {
        throw new IllegalStateException("the gazetteer's index would be larger than 2 GB; leave places out (--features, --country)");
      }
      ByteBuffer larger = ByteBuffer.allocate(out.capacity() * 2 + more);
      out.flip();
      larger.put(out);
      out = larger;
    }
  }
}
