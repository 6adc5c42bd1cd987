package org.sitrep.web;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.sitrep.store.Filter;
import org.sitrep.store.Scan;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the index over a store's events, made anew when they are, and answers that were given last. Thread-safe; whoever asks
 * first after a change waits for the new index, and so does everybody else.
 */
final class IndexDesk {

  private static final int ANSWERS = 128;
  private static final int FOUND = 256;

  private final Scan scan;
  private @Nullable Shelf shelf;

  IndexDesk(Scan scan) {
    this.scan = scan;
  }

  /** Bytes of an answer, packed, with their tag. */
  record Packed(byte[] bytes, String tag) {}

  /** An index, with what was worked out from it last. */
  static final class Shelf {
    final EventIndex index;
    private final Map<String, Packed> answers = recent(ANSWERS);
    private final Map<Filter, BitSet> found = recent(FOUND);

    Shelf(EventIndex index) {
      this.index = index;
    }

    /** The answer to a question, worked out where it was not asked lately; {@code level} as {@link Deflater} has it. */
    Packed answer(String question, int level, Supplier<byte[]> work) {
      synchronized (answers) {
        Packed known = answers.get(question);
        if (known != null) {
          return known;
        }
      }
      byte[] bytes = work.get();
      Packed made = new Packed(Answers.pack(bytes, level), Answers.tag(bytes));
      synchronized (answers) {
        answers.put(question, made);
      }
      return made;
    }

    Packed json(String question, Supplier<JsonNode> work) {
      return answer(question, Deflater.BEST_SPEED, () -> work.get().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The rows that a filter lets through; not to be changed. */
    BitSet rows(Filter filter) {
      synchronized (found) {
        BitSet known = found.get(filter);
        if (known != null) {
          return known;
        }
      }
      BitSet rows = Passing.rows(index, filter);
      remember(filter, rows);
      return rows;
    }

    void remember(Filter filter, BitSet rows) {
      synchronized (found) {
        found.put(filter, rows);
      }
    }
  }

  /** The index of the events as they are now. */
  Shelf now() {
    Shelf last;
    synchronized (this) {
      last = shelf;
      if (last == null || last.index.version != scan.version()) {
        last = new Shelf(EventIndex.of(scan));
        shelf = last;
      }
    }
    return last;
  }

  /** Forgets what has not been asked for longest, where there is more; not thread-safe. */
  static <K, V> Map<K, V> recent(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }
}
