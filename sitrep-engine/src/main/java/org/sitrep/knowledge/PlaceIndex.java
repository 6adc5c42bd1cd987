package org.sitrep.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;

/**
 * The gazetteer as one stretch of bytes that is looked up in place: fixed records for the places, and open-addressed
 * hash tables from ids, exact names, sound keys and consonant skeletons to them. {@link PlaceIndexWriter} says how they are laid
 * out. It is mapped from a file, so that it opens at once whatever its size. Immutable and thread-safe.
 */
final class PlaceIndex {

  static final int MAGIC = 0x53504c36;
  static final int HEADER = 14 * Integer.BYTES;
  static final int RECORD = 8 * Integer.BYTES + 1;
  static final double DEGREES = 1e7;
  static final double METRES = 1e3;

  /** Before its code, the key of a country beside its id. */
  static final String COUNTRY = "country:";

  /** The steps whose names are found by the same letters, in the order of their codes. */
  static final List<String> AS_WRITTEN = List.of(Places.EXACT, Places.ABBREVIATION, Places.EXONYM);

  private static final int PLACE_BITS = 26;
  private static final int MOST_PLACES = (1 << PLACE_BITS) - 1;

  /** A place with the folded name under which it was found. */
  record Named(int place, String folded) {}

  private static final Feature[] FEATURES = Feature.values();
  private static final int[] NONE = {};

  private final ByteBuffer bytes;
  private final int places;
  private final int records;
  private final Table ids;
  private final Table exact;
  private final Table sound;
  private final Table skeleton;

  /**
   * A table of slots: for each a tag of the key's hash, 0 where it is empty; then for each where its entry stands: where the key is,
   * a count, and that many numbers.
   */
  private record Table(int slots, int at) {}

  PlaceIndex(ByteBuffer bytes) {
    this.bytes = bytes;
    this.places = bytes.getInt(4);
    this.records = bytes.getInt(8);
    this.ids = new Table(bytes.getInt(12), bytes.getInt(16));
    this.exact = new Table(bytes.getInt(20), bytes.getInt(24));
    this.sound = new Table(bytes.getInt(28), bytes.getInt(32));
    this.skeleton = new Table(bytes.getInt(36), bytes.getInt(40));
  }

  /** Whether these are the bytes of layers, written to their end. */
  static boolean isWhole(ByteBuffer bytes) {
    return bytes.capacity() > 3 * Integer.BYTES && bytes.getInt(0) == MAGIC && bytes.getInt(8) == bytes.capacity();
  }

  /** The places that always count (0), or the villages (1), of the bytes of both. */
  static PlaceIndex layer(ByteBuffer layers, int layer) {
    int from = layer == 0 ? 3 * Integer.BYTES : layers.getInt(4);
    int to = layer == 0 ? layers.getInt(4) : layers.getInt(8);
    return new PlaceIndex(layers.slice(from, to - from));
  }

  int size() {
    return places;
  }

  /** How many different exact names and sound keys there are. */
  int keys() {
    return bytes.getInt(48);
  }

  /** How many names all places have together. */
  int names() {
    return bytes.getInt(52);
  }

  /** The place of a number, from 0. */
  Place place(int i) {
    int at = records + i * RECORD;
    return new Place(
        text(bytes.getInt(at)), text(bytes.getInt(at + 4)), FEATURES[bytes.get(at + 32)], lat(i), lon(i),
        bytes.getInt(at + 24) / METRES, text(bytes.getInt(at + 8)), text(bytes.getInt(at + 12)),
        Integer.toUnsignedLong(bytes.getInt(at + 28)));
  }

  double lat(int i) {
    return bytes.getInt(records + i * RECORD + 16) / DEGREES;
  }

  double lon(int i) {
    return bytes.getInt(records + i * RECORD + 20) / DEGREES;
  }

  /** All places, made anew each time they are asked for. */
  List<Place> list() {
    return new AbstractList<>() {
      @Override
      public Place get(int i) {
        return place(i);
      }

      @Override
      public int size() {
        return places;
      }
    };
  }

  /** The number of the place of an id, or -1. */
  int id(String id) {
    int[] found = numbers(ids, id);
    return found.length == 0 ? -1 : found[0];
  }

  /** A place found under its very name, with the step that such a name counts as, in one number. */
  static int hit(int place, String step) {
    if (place > MOST_PLACES) {
      throw new IllegalStateException("a gazetteer of more than " + MOST_PLACES + " places; leave places out (--features, --country)");
    }
    return place | AS_WRITTEN.indexOf(step) << PLACE_BITS;
  }

  /** The number of the place of a {@link #hit}. */
  static int placeOf(int hit) {
    return hit & MOST_PLACES;
  }

  /** The step of a {@link #hit}. */
  static String stepOf(int hit) {
    return AS_WRITTEN.get(hit >>> PLACE_BITS);
  }

  /** The places of a folded name, as {@link #hit hits}. */
  int[] exact(String folded) {
    return numbers(exact, folded);
  }

  boolean hasExact(String folded) {
    return find(exact, folded) != 0;
  }

  /** The numbers of the places of a consonant skeleton. */
  int[] skeleton(String key) {
    return numbers(skeleton, key);
  }

  /** The places of a sound key, each with its folded name. */
  Named[] sound(String key) {
    int[] numbers = numbers(sound, key);
    Named[] found = new Named[numbers.length / 2];
    for (int i = 0; i < found.length; i++) {
      found[i] = new Named(numbers[2 * i], text(numbers[2 * i + 1]));
    }
    return found;
  }

  /** The countries of the packs that are about one. */
  Set<String> focus() {
    String joined = text(bytes.getInt(44));
    return joined.isEmpty() ? Set.of() : Set.copyOf(new TreeSet<>(List.of(joined.split(","))));
  }

  private int find(Table table, String key) {
    byte[] sought = key.getBytes(StandardCharsets.UTF_8);
    int hash = hash(key);
    byte wanted = tag(hash);
    for (int slot = slot(hash, table.slots); ; slot = slot + 1 == table.slots ? 0 : slot + 1) {
      byte tag = bytes.get(table.at + slot);
      if (tag == 0) {
        return 0;
      }
      if (tag == wanted) {
        int entry = bytes.getInt(table.at + table.slots + slot * Integer.BYTES);
        if (isAt(bytes.getInt(entry), sought)) {
          return entry;
        }
      }
    }
  }

  private boolean isAt(int at, byte[] sought) {
    if (packed(at) != sought.length) {
      return false;
    }
    int from = at + size(sought.length);
    for (int i = 0; i < sought.length; i++) {
      if (bytes.get(from + i) != sought[i]) {
        return false;
      }
    }
    return true;
  }

  private int[] numbers(Table table, String key) {
    int entry = find(table, key);
    if (entry == 0) {
      return NONE;
    }
    int at = entry + Integer.BYTES;
    int[] found = new int[packed(at)];
    at += size(found.length);
    for (int i = 0; i < found.length; i++) {
      found[i] = packed(at);
      at += size(found[i]);
    }
    return found;
  }

  private String text(int at) {
    byte[] found = new byte[packed(at)];
    bytes.get(at + size(found.length), found);
    return new String(found, StandardCharsets.UTF_8);
  }

  /** A number of seven bits a byte, the low ones first; the last byte's high bit is not set. */
  private int packed(int at) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes.get(at++);
      value |= (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  /** How many bytes a packed number takes. */
  static int size(int value) {
    return value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5;
  }

  static int hash(String key) {
    int h = key.hashCode() * 0x9E3779B1;
    return h ^ h >>> 15;
  }

  static int slot(int hash, int slots) {
    return (int) (Integer.toUnsignedLong(hash) * slots >>> 32);
  }

  /** Never 0; of the bits that decide least about the slot. */
  static byte tag(int hash) {
    byte tag = (byte) hash;
    return tag == 0 ? 1 : tag;
  }
}
