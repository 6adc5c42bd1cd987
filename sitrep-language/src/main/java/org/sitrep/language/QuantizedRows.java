package org.sitrep.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Rows of one-byte weights under sorted feature keys: the form in which weights are stored.
 *
 * @param classes number of classes
 * @param keys feature keys, ascending
 * @param counts entries of each row
 * @param entries all rows one after the other, each entry {@code class << 8 | code & 255}
 */
record QuantizedRows(int classes, int[] keys, int[] counts, short[] entries) {

  static QuantizedRows of(TrainingWeights weights, float largest, int drop) {
    int[] all = weights.sortedKeys();
    int[] keys = new int[all.length];
    int[] counts = new int[all.length];
    short[] entries = new short[1 << 20];
    byte[] codes = new byte[weights.classes()];
    int n = 0;
    int used = 0;
    for (int key : all) {
      weights.codes(key, largest, drop, codes);
      int before = used;
      for (int c = 0; c < codes.length; c++) {
        if (codes[c] != 0) {
          if (used == entries.length) {
            entries = Arrays.copyOf(entries, used * 2);
          }
          entries[used++] = (short) (c << 8 | codes[c] & 0xFF);
        }
      }
      if (used > before) {
        keys[n] = key;
        counts[n++] = used - before;
      }
    }
    return new QuantizedRows(
        weights.classes(), Arrays.copyOf(keys, n), Arrays.copyOf(counts, n), Arrays.copyOf(entries, used));
  }

  Weights toWeights() {
    return new Weights(classes, keys, counts, entries);
  }

  /** Like values are written together, which compresses better. */
  void write(DataOutput out) throws IOException {
    out.writeInt(classes);
    out.writeInt(keys.length);
    out.writeInt(entries.length);
    for (int shift = 24; shift >= 0; shift -= 8) {
      int last = Integer.MIN_VALUE;
      for (int key : keys) {
        out.writeByte((key - last) >>> shift);
        last = key;
      }
    }
    for (int count : counts) {
      out.writeByte(count);
    }
    int from = 0;
    for (int count : counts) {
      int last = 0;
      for (int e = from; e < from + count; e++) {
        int cls = (entries[e] >>> 8) & 0xFF;
        out.writeByte(cls - last);
        last = cls;
      }
      from += count;
    }
    for (short entry : entries) {
      out.writeByte(entry);
    }
  }

  static QuantizedRows read(DataInput in) throws IOException {
    int classes = in.readInt();
    int[] keys = new int[in.readInt()];
    short[] entries = new short[in.readInt()];
    byte[] column = new byte[Math.max(keys.length, entries.length)];
    for (int shift = 24; shift >= 0; shift -= 8) {
      in.readFully(column, 0, keys.length);
      for (int k = 0; k < keys.length; k++) {
        keys[k] |= (column[k] & 0xFF) << shift;
      }
    }
    int last = Integer.MIN_VALUE;
    for (int k = 0; k < keys.length; k++) {
      keys[k] += last;
      last = keys[k];
    }
    int[] counts = new int[keys.length];
    in.readFully(column, 0, keys.length);
    for (int k = 0; k < keys.length; k++) {
      counts[k] = column[k] & 0xFF;
    }
    in.readFully(column, 0, entries.length);
    int at = 0;
    for (int count : counts) {
      int cls = 0;
      for (int e = at; e < at + count; e++) {
        cls += column[e];
        entries[e] = (short) (cls << 8);
      }
      at += count;
    }
    in.readFully(column, 0, entries.length);
    for (int e = 0; e < entries.length; e++) {
      entries[e] |= (short) (column[e] & 0xFF);
    }
    return new QuantizedRows(classes, keys, counts, entries);
  }
}
