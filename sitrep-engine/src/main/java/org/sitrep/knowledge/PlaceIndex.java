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
 * hash tables from ids, exact names and sound keys to them. {@link PlaceIndexWriter} says how they are laid out. It is
 * mapped from a file, so that it opens at once whatever its size. Immutable and thread-safe.
 */
final class PlaceIndex {

  static final int MAGIC = 0x53504c33;
  static final int HEADER = 12 * Integer.BYTES;
  static final int RECORD = 56;

  /** Before its code, the key of a country beside its id. */
  static final String COUNTRY = "country:";

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

  /** A table of slots, each 0 or where its entry stands: the key, a count, and that many numbers. */
  private record Table(int slots, int at) {}

  PlaceIndex(ByteBuffer bytes) {
    this.bytes = bytes;
    this.places = bytes.getInt(4);
    this.records = bytes.getInt(8);
    this.ids = new Table(bytes.getInt(12), bytes.getInt(16));
    this.exact = new Table(bytes.getInt(20), bytes.getInt(24));
    this.sound = new Table(bytes.getInt(28), bytes.getInt(32));
  }

  /** Whether these are the bytes of an index, written to their end. */
  static boolean isWhole(ByteBuffer bytes) {
    return bytes.capacity() > HEADER && bytes.getInt(0) == MAGIC && bytes.getInt(40) == bytes.capacity();
  }

  int size() {
    return places;
  }

  /** The place of a number, from 0. */
  Place place(int i) {
    int at = records + i * RECORD;
    return new Place(
        text(bytes.getInt(at)), text(bytes.getInt(at + 4)), FEATURES[bytes.getInt(at + 8)], bytes.getDouble(at + 24),
        bytes.getDouble(at + 32), bytes.getDouble(at + 40), text(bytes.getInt(at + 12)), text(bytes.getInt(at + 16)),
        bytes.getLong(at + 48));
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
    int entry = find(ids, id);
    return entry == 0 ? -1 : number(entry, 0);
  }

  /** The numbers of the places of a folded name. */
  int[] exact(String folded) {
    int entry = find(exact, folded);
    if (entry == 0) {
      return NONE;
    }
    int[] found = new int[count(entry)];
    for (int i = 0; i < found.length; i++) {
      found[i] = number(entry, i);
    }
    return found;
  }

  boolean hasExact(String folded) {
    return find(exact, folded) != 0;
  }

  /** The places of a sound key, each with its folded name. */
  Named[] sound(String key) {
    int entry = find(sound, key);
    Named[] found = new Named[entry == 0 ? 0 : count(entry) / 2];
    for (int i = 0; i < found.length; i++) {
      found[i] = new Named(number(entry, 2 * i), text(number(entry, 2 * i + 1)));
    }
    return found;
  }

  /** The countries of the packs that are about one. */
  Set<String> focus() {
    String joined = text(bytes.getInt(36));
    return joined.isEmpty() ? Set.of() : Set.copyOf(new TreeSet<>(List.of(joined.split(","))));
  }

  private int find(Table table, String key) {
    byte[] sought = key.getBytes(StandardCharsets.UTF_8);
    for (int slot = hash(key) & (table.slots - 1); ; slot = (slot + 1) & (table.slots - 1)) {
      int entry = bytes.getInt(table.at + slot * Integer.BYTES);
      if (entry == 0 || isAt(bytes.getInt(entry), sought)) {
        return entry;
      }
    }
  }

  private boolean isAt(int at, byte[] sought) {
    if (bytes.getShort(at) != sought.length) {
      return false;
    }
    for (int i = 0; i < sought.length; i++) {
      if (bytes.get(at + Short.BYTES + i) != sought[i]) {
        return false;
      }
    }
    return true;
  }

  private int count(int entry) {
    return bytes.getInt(entry + Integer.BYTES);
  }

  private int number(int entry, int i) {
    return bytes.getInt(entry + (2 + i) * Integer.BYTES);
  }

  private String text(int at) {
    byte[] found = new byte[bytes.getShort(at)];
    bytes.get(at + Short.BYTES, found);
    return new String(found, StandardCharsets.UTF_8);
  }

  static int hash(String key) {
    int h = key.hashCode() * 0x9E3779B1;
    return h ^ h >>> 15;
  }
}
