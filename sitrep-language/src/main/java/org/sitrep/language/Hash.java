package org.sitrep.language;

/**
 * 32-bit hashes that stand for strings and feature values: the model keeps no strings. Atoms are spread
 * over all bits when they are made, so that combining a few of them takes one multiplication each.
 */
final class Hash {

  private static final int M1 = 0x9E3779B1;
  private static final int M2 = 0x85EBCA77;
  private static final int M3 = 0xC2B2AE3D;
  private static final int M4 = 0x27D4EB2F;

  private Hash() {}

  /** Spreads {@code x} over all bits; never 0, which marks an empty slot. */
  static int spread(int x) {
    int h = x;
    h ^= h >>> 16;
    h *= 0x7FEB352D;
    h ^= h >>> 15;
    h *= 0x846CA68B;
    h ^= h >>> 16;
    return h == 0 ? 1 : h;
  }

  /** One more character or number of a sequence. */
  static int step(int h, int c) {
    return (h ^ c) * 0x01000193;
  }

  /** A small number as an atom; {@code kind} keeps numbers of different meaning apart. */
  static int atom(int kind, int value) {
    return spread(kind * M4 + value * M1 + M2);
  }

  /** A set given by its bits as an atom. */
  static int atom(int kind, long bits) {
    return spread(kind * M4 + (int) bits * M1 + (int) (bits >>> 32) * M3 + M2);
  }

  static int pair(int a, int b) {
    return a * M1 + b * M2 + M3;
  }

  static int key(int template, int a) {
    return finish(template * M4 + a * M1);
  }

  static int key(int template, int a, int b) {
    return finish(template * M4 + a * M1 + b * M2);
  }

  static int key(int template, int a, int b, int c) {
    return finish(template * M4 + a * M1 + b * M2 + c * M3);
  }

  static int key(int template, int a, int b, int c, int d) {
    return finish(template * M4 + a * M1 + b * M2 + c * M3 + d * 0x165667B1);
  }

  private static int finish(int x) {
    int h = x;
    h ^= h >>> 15;
    h *= 0x2C1B3C6D;
    h ^= h >>> 13;
    return h == 0 ? 1 : h;
  }
}
