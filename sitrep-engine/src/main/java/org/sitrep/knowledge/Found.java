package org.sitrep.knowledge;

import java.util.List;

/**
 * What stands at a word of a text.
 *
 * @param end one past the last word
 * @param values what it may be, in the order of the packs
 * @param <V> what is looked up
 */
public record Found<V>(int end, List<V> values) {

  public Found {
    values = List.copyOf(values);
  }

  /** The first reading. */
  public V first() {
    return values.getFirst();
  }
}
