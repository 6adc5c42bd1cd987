package org.sitrep.language;

import java.util.Arrays;

/**
 * The weights of a linear model while it is trained by the averaged perceptron (Freund and Schapire 1999;
 * Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002). Rows are sparse and
 * grow as classes are seen. Not thread-safe.
 */
final class TrainingWeights {

  private final int classes;
  private final boolean closed;
  private int[] keys = new int[1 << 16];
  private int[] rowOf = new int[1 << 16];
  private int rows;
  private int[] start = new int[1 << 15];
  private int[] length = new int[1 << 15];
  private int[] room = new int[1 << 15];
  private int[] updates = new int[1 << 15];
  private byte[] classOf = new byte[1 << 20];
  private float[] weight = new float[1 << 20];
  private float[] weighted = new float[1 << 20];
  private int used;
  private long clock = 1;

  /** Weights that take in every feature they meet. */
  TrainingWeights(int classes) {
    this(classes, null);
  }

  /** Weights for the given features only, or for all if {@code only} is null. */
  TrainingWeights(int classes, int @org.jspecify.annotations.Nullable [] only) {
    this.classes = classes;
    if (only != null) {
      for (int key : only) {
        findOrAdd(key);
      }
    }
    this.closed = only != null;
  }

  /** The number of features known. */
  int size() {
    return rows;
  }

  /** Sums the rows of the features into {@code scores}. */
  void score(int[] features, int count, float[] scores) {
    Arrays.fill(scores, 0, classes, 0f);
    for (int f = 0; f < count; f++) {
      int row = find(features[f]);
      if (row >= 0) {
        int end = start[row] + length[row];
        for (int e = start[row]; e < end; e++) {
          scores[classOf[e] & 0xFF] += weight[e];
        }
      }
    }
  }

  /** One step of time: as many steps as decisions were made, whether or not they were wrong. */
  void tick() {
    clock++;
  }

  /** Moves the features' weights towards one class and away from another. */
  void update(int[] features, int count, int towards, int awayFrom) {
    for (int f = 0; f < count; f++) {
      int row = closed ? find(features[f]) : findOrAdd(features[f]);
      if (row >= 0) {
        add(row, towards, 1f);
        add(row, awayFrom, -1f);
        updates[row]++;
      }
    }
  }

  /** The features whose weights were moved at least {@code least} times, sorted. */
  int[] listUpdated(int least) {
    int[] found = new int[rows];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0 && updates[rowOf[i]] >= least) {
        found[n++] = keys[i];
      }
    }
    int[] result = Arrays.copyOf(found, n);
    Arrays.sort(result);
    return result;
  }

  /**
   * The averaged weights as bytes.
   *
   * @param drop codes of this size and less are left out
   */
  QuantizedRows quantize(int drop) {
    float largest = 0f;
    for (int e = 0; e < used; e++) {
      largest = Math.max(largest, Math.abs(average(e)));
    }
    return QuantizedRows.of(this, largest, drop);
  }

  int classes() {
    return classes;
  }

  int[] sortedKeys() {
    return listUpdated(0);
  }

  /** The row of a feature, as codes by class; 0 where there is none. */
  void codes(int key, float largest, int drop, byte[] into) {
    Arrays.fill(into, (byte) 0);
    int row = find(key);
    int end = start[row] + length[row];
    for (int e = start[row]; e < end; e++) {
      float w = average(e);
      int code = Math.round(127f * (float) Math.sqrt(Math.abs(w) / largest));
      if (code > drop) {
        into[classOf[e] & 0xFF] = (byte) (w < 0 ? -code : code);
      }
    }
  }

  private float average(int entry) {
    return weight[entry] - weighted[entry] / clock;
  }

  private void add(int row, int cls, float by) {
    int end = start[row] + length[row];
    int e = start[row];
    while (e < end && (classOf[e] & 0xFF) != cls) {
      e++;
    }
    if (e == end) {
      e = append(row, cls);
    }
    weight[e] += by;
    weighted[e] += by * clock;
  }

  private int append(int row, int cls) {
    if (length[row] == room[row]) {
      int wanted = Math.max(2, room[row] * 2);
      reserve(used + wanted);
      System.arraycopy(classOf, start[row], classOf, used, length[row]);
      System.arraycopy(weight, start[row], weight, used, length[row]);
      System.arraycopy(weighted, start[row], weighted, used, length[row]);
      Arrays.fill(weight, start[row], start[row] + length[row], 0f);
      Arrays.fill(weighted, start[row], start[row] + length[row], 0f);
      start[row] = used;
      room[row] = wanted;
      used += wanted;
    }
    int e = start[row] + length[row]++;
    classOf[e] = (byte) cls;
    return e;
  }

  private void reserve(int n) {
    if (n > weight.length) {
      int larger = Math.max(n, weight.length + (weight.length >> 1));
      classOf = Arrays.copyOf(classOf, larger);
      weight = Arrays.copyOf(weight, larger);
      weighted = Arrays.copyOf(weighted, larger);
    }
  }

  private int find(int key) {
    int mask = keys.length - 1;
    int i = key & mask;
    while (keys[i] != 0) {
      if (keys[i] == key) {
        return rowOf[i];
      }
      i = (i + 1) & mask;
    }
    return -1;
  }

  private int findOrAdd(int key) {
    int found = find(key);
    if (found >= 0) {
      return found;
    }
    if (rows * 2 > keys.length) {
      rehash();
    }
    if (rows == start.length) {
      int larger = rows * 2;
      start = Arrays.copyOf(start, larger);
      length = Arrays.copyOf(length, larger);
      room = Arrays.copyOf(room, larger);
      updates = Arrays.copyOf(updates, larger);
    }
    insert(key, rows);
    return rows++;
  }

  private void rehash() {
    int[] oldKeys = keys;
    int[] oldRows = rowOf;
    keys = new int[oldKeys.length * 2];
    rowOf = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        insert(oldKeys[i], oldRows[i]);
      }
    }
  }

  private void insert(int key, int row) {
    int mask = keys.length - 1;
    int i = key & mask;
    while (keys[i] != 0) {
      i = (i + 1) & mask;
    }
    keys[i] = key;
    rowOf[i] = row;
  }
}
